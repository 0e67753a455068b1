"""A count and its noun agree, wherever they are written."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from purposebook.checks.engine import check
from purposebook.domain.slug import Slug
from purposebook.domain.workbook import PARTS, Workbook
from purposebook.measures.product import measure
from purposebook.measures.report import as_text
from purposebook.notebook.snapshot import Snapshot
from purposebook.notebook.views import VIEWS
from purposebook.storage.reading import read_workbook
from purposebook.text.plurals import counted, verb

DATA = Path(__file__).resolve().parents[2] / "data"
AS_OF = dt.date(2026, 10, 31)
ONE_OF_MANY = re.compile(r"(?<![\w.,:/×−-])(?<!\d\s)1[ \u00a0]([a-z]+s)\b")
"""`1 cells`, which is not the end of a longer number or of a date."""
SINGULAR = {
    *("is", "was", "has", "less", "this", "its", "across", "status", "stands", "rests", "serves", "names", "leads"),
    *("waits", "asks", "fails", "beats", "tells", "says"),
}
WHOLE = {"steps", "bracket", "planned_split"}
"""Lists that need more than one item."""
VIEWED = [(kind, name) for kind, views in VIEWS.items() for name in views]


@given(st.integers(0, 10**12), st.sampled_from([("cell", ""), ("person", "people"), ("piece", "pieces")]))
def test_one_takes_the_singular(count: int, words: tuple[str, str]) -> None:
    """One is one thing, and every other count is several."""
    one, many = words
    assert counted(count, one, many).split(" ")[-1] == (one if count == 1 else many or f"{one}s")
    assert verb(count) == ("is" if count == 1 else "are")


@cache
def single() -> Workbook:
    """Return the worked example with one item in every list of every part, reviewed every day."""
    book = read_workbook(DATA / "coursecraft")
    said = {part: getattr(book, part).model_dump(by_alias=True, mode="json", exclude_none=True) for part in PARTS}
    dumped = {part: _first(value) for part, value in said.items()}
    dumped["product"]["review_every"] = 1
    models = {part: kind.model_validate(dumped[part]) for part, kind in PARTS.items()}
    rows = tuple(row for row in book.observations if row.metric == book.metrics.metrics[0].id)[-1:]
    return Workbook(Slug("coursecraft"), observations=rows, events=book.events, written=frozenset(PARTS), **models)


def _first(value: Any) -> Any:
    """Keep the first item of every list, and as many steps as a funnel needs."""
    if isinstance(value, dict):
        return {key: inner if key in WHOLE else _first(inner) for key, inner in value.items()}
    return [_first(inner) for inner in value[:1]] if isinstance(value, list) else value


def wrong(text: str) -> list[str]:
    """Return every place where one stands beside several."""
    return [found[0] for found in ONE_OF_MANY.finditer(text) if found[1] not in SINGULAR]


@pytest.mark.parametrize(("kind", "name"), VIEWED)
def test_no_view_counts_one_as_several(kind: str, name: str) -> None:
    """Where there is one of everything, no sentence, caption or label has a plural beside the 1."""
    html = VIEWS[kind][name](Snapshot(single(), AS_OF)) or "<p></p>"  # type: ignore[index]
    page = lxml.html.document_fromstring(f"<html><body>{html}</body></html>")
    assert [place for text in page.itertext() for place in wrong(text)] == []


def test_no_finding_and_no_report_counts_one_as_several() -> None:
    """Findings and the plain report have no plural beside a 1."""
    findings = [f"{one.message} {one.advice}" for one in check(single(), AS_OF).findings]
    assert [place for text in (*findings, as_text(measure(single(), AS_OF))) for place in wrong(text)] == []
