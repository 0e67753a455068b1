"""Workbooks for charts: small ones that are easy to reason about, and one whose every text is hostile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from purposebook.charts.alignment import alignment_matrix
from purposebook.charts.completeness import completeness
from purposebook.charts.figure import Figure
from purposebook.charts.freshness import freshness
from purposebook.charts.ladder import ladder
from purposebook.charts.levels import levels
from purposebook.charts.market import market
from purposebook.charts.needs import need_grid
from purposebook.charts.outcomes import outcome_chain
from purposebook.charts.run_chart import run_chart, sparkline
from purposebook.charts.stakeholders import stakeholder_map
from purposebook.charts.thread import thread_chart
from purposebook.domain.slug import Slug
from purposebook.domain.thread import thread_of
from purposebook.domain.workbook import PARTS, Workbook
from purposebook.measures.product import measure

AS_OF = dt.date(2026, 10, 31)
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "{{ 7*7 }}",
    "$5 to $10",
    "\"'`& <b>",
    "👩‍👩‍👧‍👦🏳️‍🌈 emoji 🇩🇪",
    "שלום עולם مرحبا بالعالم",
    "\u202eturned round",
    "datum.value + 1",
    "x" * 10_000,
    "many words " * 900,
    "a\u0301" * 500,
)
LINES = tuple(text[:500] for text in HOSTILE)
NAMES = tuple(text[:120] for text in HOSTILE)


def book(**parts: Any) -> Workbook:
    """Make a workbook from plain data; observations are rows."""
    rows = parts.pop("observations", ())
    models = {name: PARTS[name].model_validate(part) for name, part in parts.items()}
    models.setdefault("product", PARTS["product"].model_validate({"name": "Sample"}))
    return Workbook(Slug("sample"), **models, observations=tuple(rows), written=frozenset(models))  # type: ignore[arg-type]


def pictures(sample: Workbook) -> Iterator[Figure | None]:
    """Draw everything that can be drawn of a workbook."""
    measured = measure(sample, AS_OF)
    for metric, numbers in zip(sample.metrics.metrics, measured.metrics, strict=True):
        yield run_chart(metric, numbers)
        yield sparkline(metric, numbers)
    yield thread_chart(thread_of(sample))
    whole: tuple[Callable[[Workbook], Figure | None], ...]
    whole = (alignment_matrix, need_grid, ladder, outcome_chain, market, levels, completeness)
    yield from (draw(sample) for draw in whole)
    yield freshness(sample, AS_OF)
    yield stakeholder_map(sample, AS_OF)


def hostile() -> Workbook:
    """Make a workbook in which every text is hostile and every picture has something to draw."""
    every = range(len(HOSTILE))
    text: Callable[[int], str] = lambda at: HOSTILE[at % len(HOSTILE)]  # noqa: E731 - a table look-up, not a function
    return book(
        mission={
            "clauses": [{"id": f"c{at}", "text": text(at)} for at in every],
            "ladder": {
                "job": text(0),
                "problem": text(9),
                "change": text(6),
                "for_whom": LINES[5],
                "without_us": text(1),
            },
        },
        objectives={"objectives": [_objective(at, text) for at in every]},
        personas={
            "segments": [{"id": f"s{at}", "name": NAMES[at], "size": 10**at} for at in every],
            "personas": [_persona(at, text) for at in every],
            "stakeholders": [
                {"id": f"h{at}", "name": NAMES[at], "interest": at % 5 + 1, "influence": 3 * at % 5 + 1} for at in every
            ],
        },
        evidence={
            "evidence": [
                {"id": f"e{at}", "kind": "desk", "date": f"2026-09-{at + 1:02}", "note": text(at)} for at in every
            ]
        },
        metrics={"metrics": [_metric(at, text) for at in every]},
        observations=[_observation(f"m{at}", month, month * 10.0**at) for at in every for month in range(1, 9)],
    )


def _objective(at: int, text: Callable[[int], str]) -> dict[str, Any]:
    """Make an objective."""
    outcome = {"who": LINES[at], "from": text(at + 1), "to": text(at + 2), "leads_to": "m0"}
    joined = {"serves": [f"c{at}"] if at % 3 else [], "personas": [f"p{at}"], "key_results": [f"m{at}"]}
    return {"id": f"o{at}", "statement": text(at), "outcome": outcome, **joined}


def _persona(at: int, text: Callable[[int], str]) -> dict[str, Any]:
    """Make a persona with one need."""
    need = {"id": f"n{at}", "text": text(at), "met_by": text(at + 1) if at % 2 else "", "evidence": ["e1"]}
    return {"id": f"p{at}", "name": NAMES[at], "segment": f"s{at}" if at % 2 else None, "needs": [need]}


def _metric(at: int, text: Callable[[int], str]) -> dict[str, Any]:
    """Make a metric with one change."""
    named = {"name": NAMES[at], "unit": NAMES[at - 1], "source": LINES[at - 2]}
    return {"id": f"m{at}", **named, "changes": [{"date": "2026-05-01", "what": text(at)}], "evidence": ["e2"]}


def _observation(metric: str, month: int, value: float) -> Any:
    """Make one observation."""
    from purposebook.domain.metrics import Observation

    return Observation(metric=metric, date=dt.date(2026, month, 1), value=value)
