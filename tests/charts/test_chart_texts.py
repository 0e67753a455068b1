"""Whatever a team writes, a chart carries it as data, under names of ours, and stays small."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from chart_samples import HOSTILE, book, hostile, pictures

from purposebook.charts.figure import Figure


def strings(part: Any, *skipped: str) -> Iterator[str]:
    """Yield every text within a specification, but for some of its keys."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield from () if key in skipped else strings(value, *skipped)
    elif isinstance(part, list):
        for value in part:
            yield from strings(value, *skipped)
    elif isinstance(part, str):
        yield part


def keys(part: Any) -> Iterator[str]:
    """Yield every key within a specification."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield key
            yield from keys(value)
    elif isinstance(part, list):
        for value in part:
            yield from keys(value)


@pytest.fixture(scope="module")
def figures() -> dict[str, Figure]:
    """Draw every picture of the hostile workbook."""
    return {figure.name: figure for figure in pictures(hostile()) if figure}


def test_everything_is_drawn(figures: dict[str, Figure]) -> None:
    """The hostile workbook has every picture there is."""
    assert len(figures) == 2 * len(HOSTILE) + 20


def test_team_text_is_data_only(figures: dict[str, Figure]) -> None:
    """Outside of data there is no text of the team: not in titles, field names or expressions."""
    ours = {text for figure in figures.values() for text in strings(figure.chart.to_dict(), "datasets")}
    assert not [text for text in ours for hostile in HOSTILE if hostile[:12] in text]


def test_nothing_is_computed_loaded_or_linked(figures: dict[str, Figure]) -> None:
    """No expression, address, image, link or option of the embedder stands in a specification."""
    names = {name for figure in figures.values() for name in keys(figure.chart.to_dict())}
    assert not names & {"url", "href", "image", "usermeta", "expr", "transform", "labelExpr", "signal", "params"}


@pytest.mark.parametrize(
    ("name", "column"), [("needs", "Need"), ("alignment", "Clause"), ("thread", "Item"), ("freshness", "Evidence")]
)
def test_whole_texts_are_in_table_and_tips(figures: dict[str, Figure], name: str, column: str) -> None:
    """A text is cut in the drawing only: the table and what a pointer reveals hold all of it."""
    assert set(HOSTILE) <= set(figures[name].table.column(column))
    if name != "thread":  # whose long columns are drawn in part
        assert set(HOSTILE) <= set(strings(figures[name].chart.to_dict()["datasets"]))


def test_drawn_labels_are_short(figures: dict[str, Figure]) -> None:
    """10,000 characters do not widen a picture."""
    for figure in figures.values():
        spec = figure.chart.to_dict()
        rows = [row for rows in spec["datasets"].values() for row in rows]
        assert max(len(row.get("text", "")) for row in rows) < 400
        assert spec["height"] < 3_000


def test_titles_and_headers_are_ours(figures: dict[str, Figure]) -> None:
    """Every figure says what is seen, describes it, and heads every column of its table."""
    for figure in figures.values():
        assert 10 < len(figure.title) < 400 and len(figure.description) > 20
        assert all(name.strip() and name.isascii() for name in figure.table.columns)
        assert set(figure.team) <= set(figure.table.columns)
        assert {len(row) for row in figure.table.rows} == {len(figure.table.columns)}


def test_long_texts_come_back_whole() -> None:
    """Ten thousand characters of a clause are in the table to the last one."""
    long = "x" * 9_999 + "y"
    sample = book(mission={"clauses": [{"id": "c", "text": long}]})
    tables = [figure.table for figure in pictures(sample) if figure and "Clause" in figure.table.columns]
    assert [table.column("Clause")[0] for table in tables] == [long]
