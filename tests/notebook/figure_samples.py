"""Four figures of a small product, every text of which is hostile, and a page that shows them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from purposebook.charts.alignment import alignment_matrix
from purposebook.charts.figure import Figure
from purposebook.charts.levels import levels
from purposebook.charts.palette import css_variables
from purposebook.charts.run_chart import run_chart
from purposebook.charts.thread import thread_chart
from purposebook.domain.metrics import Metrics, Observation
from purposebook.domain.mission import Mission
from purposebook.domain.objectives import Objectives
from purposebook.domain.product import Product
from purposebook.domain.slug import Slug
from purposebook.domain.thread import thread_of
from purposebook.domain.workbook import Workbook
from purposebook.measures.product import measure
from purposebook.notebook.figures import figure_html, vega_bundle
from purposebook.storage.shipped import shipped

BREAKOUT = "</script><img src=x onerror=alert(1)>"
TEXTS = (
    BREAKOUT,
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "$5 to $10",
    "\"'`&",
    "👩‍👩‍👧‍👦 שלום",
    "\u202eturned",
    "x" * 10_000,
)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'"
)


def figures() -> tuple[Figure, ...]:
    """Draw a run chart, the levels, the matrix and the thread."""
    metric = {"id": "rate", "name": BREAKOUT, "unit": "%", "level": "user", "source": TEXTS[1], "target": {"value": 60}}
    changes = [{"date": "2026-04-01", "what": TEXTS[2]}]
    rows = tuple(
        Observation(metric="rate", date=dt.date(2026, month, 1), numerator=month + 20, denominator=60)
        for month in range(1, 10)
    )
    clauses = [{"id": f"c{at}", "text": text} for at, text in enumerate(TEXTS)]
    item = {"id": "o", "statement": BREAKOUT, "serves": ["c0", "c5"], "key_results": ["rate"]}
    sample = Workbook(
        Slug("sample"),
        Product(name="Sample"),
        mission=Mission.model_validate({"clauses": clauses}),
        objectives=Objectives.model_validate({"objectives": [item]}),
        metrics=Metrics.model_validate({"metrics": [{**metric, "changes": changes}]}),
        observations=rows,
    )
    drawn = run_chart(sample.metrics.metrics[0], measure(sample, dt.date(2026, 10, 31)).metrics[0])
    every = (drawn, levels(sample), alignment_matrix(sample), thread_chart(thread_of(sample)))
    return tuple(figure for figure in every if figure)


def write_page(folder: Path, *figures_html: str) -> str:
    """Write a page with its style sheets and scripts under a strict policy; return its address."""
    (folder / "palette.css").write_text(css_variables(), encoding="utf-8")
    (folder / "vega.js").write_text(vega_bundle(), encoding="utf-8")
    for name in ("figures.css", "hydrate.js"):
        (folder / name).write_bytes(shipped("templates", "report", name).read_bytes())
    styles = "".join(f'<link rel="stylesheet" href="{name}">' for name in ("palette.css", "figures.css"))
    scripts = "".join(f'<script src="{name}" defer></script>' for name in ("vega.js", "hydrate.js"))
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">{styles}{scripts}'
    look = "<style>body{margin:1rem;background:var(--pb-paper);color:var(--pb-ink)}</style><title>Figures</title>"
    body = f"<main><h1>Figures</h1>{''.join(figures_html or map(figure_html, figures()))}</main>"
    page = folder / "index.html"
    page.write_text(
        f'<!doctype html><html lang="en" data-theme="light"><head>{head}{look}</head><body>{body}</body></html>',
        encoding="utf-8",
    )
    return page.as_uri()
