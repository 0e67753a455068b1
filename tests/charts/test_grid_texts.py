"""Whatever a team writes, grids, bars and dots carry it as data, stay small, and follow the schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from chart_samples import HOSTILE, LINES, NAMES, book
from grid_samples import DATED, WHOLE, grid_pictures, hostile_grids, written
from test_chart_texts import keys, strings

from purposebook.charts.figure import Figure
from purposebook.charts.quick_altair import alt
from purposebook.charts.theme import theme
from purposebook.domain.workbook import Workbook

BOOKS: dict[str, Callable[[], Workbook]] = {"written": written, "hostile": hostile_grids}


@pytest.fixture(scope="module")
def figures() -> dict[str, Figure]:
    """Draw every picture of the hostile workbook."""
    return {figure.name: figure for figure in grid_pictures(hostile_grids()) if figure}


def drawn(figure: Figure) -> Iterator[dict[str, Any]]:
    """Yield every row of a picture's data."""
    for rows in figure.chart.to_dict()["datasets"].values():
        yield from rows


def test_nothing_is_drawn_of_nothing() -> None:
    """An empty workbook has none of these pictures, and neither has one with empty frames only."""
    assert not any(grid_pictures(book()))
    frames = {"footprint": {"unit": "lesson"}, "accessibility": {"scope": "All"}, "inclusion": {}}
    metrics = {"metrics": [{"id": "m", "name": "M", "kind": "outcome"}]}
    assert not any(grid_pictures(book(responsibility=frames, metrics=metrics)))


@pytest.mark.parametrize("name", BOOKS)
def test_everything_is_drawn_and_follows_the_schema(name: str) -> None:
    """Every picture has a name of its own, and is what Vega-Lite describes."""
    look = {key: value for key, value in theme().items() if value is not None}
    found = [figure for figure in grid_pictures(BOOKS[name]()) if figure]
    assert len({figure.name for figure in found}) == len(WHOLE) + len(DATED)
    for figure in found:
        alt.TopLevelLayerSpec.validate({**figure.chart.to_dict(validate=False), "config": look})


def test_team_text_is_data_only(figures: dict[str, Figure]) -> None:
    """Outside of data there is no text of the team, and nothing is computed, loaded or linked."""
    ours = {text for figure in figures.values() for text in strings(figure.chart.to_dict(), "datasets")}
    assert not [text for text in ours for hostile in HOSTILE if hostile[:12] in text]
    names = {name for figure in figures.values() for name in keys(figure.chart.to_dict())}
    assert not names & {"url", "href", "image", "usermeta", "expr", "transform", "labelExpr", "signal", "params"}


@pytest.mark.parametrize(
    ("name", "column", "texts"),
    [
        ("comparison", "Alternative", NAMES),
        ("compass", "Impacts", HOSTILE),
        ("heart", "Goal", HOSTILE),
        ("pairs", "Business metric", NAMES),
        ("owners", "Owner", LINES),
        ("exits", "About", HOSTILE),
        ("status-lines", "Line", HOSTILE),
        ("kata-board", "Step", HOSTILE),
        ("footprint", "What", NAMES),
        ("inclusion", "Group", tuple(name.strip() for name in NAMES)),
        ("agreement", "Need", HOSTILE),
        ("decision-rights", "Decides today", LINES),
        ("reviews", "Review", NAMES),
    ],
)
def test_whole_texts_are_in_tables(figures: dict[str, Figure], name: str, column: str, texts: tuple[str, ...]) -> None:
    """A text is cut in the drawing only."""
    said = " ".join(map(str, figures[name].table.column(column)))
    assert all(text in said for text in texts)
    assert column in figures[name].team


def test_no_column_of_the_team_is_passed_off_as_ours(figures: dict[str, Figure]) -> None:
    """Where a hostile text stands in a table, its header is among the team's."""
    for figure in figures.values():
        for column in set(figure.table.columns) - set(figure.team):
            cells = " ".join(map(str, figure.table.column(column)))
            assert not [text for text in HOSTILE if text[:12] in cells], (figure.name, column)


def test_titles_are_ours_and_short(figures: dict[str, Figure]) -> None:
    """No title carries a text of the team; every figure describes itself and says the same as a list."""
    for figure in figures.values():
        assert 10 < len(figure.title) < 400 and len(figure.description) > 20
        assert not [text for text in HOSTILE if text[:12] in figure.title]
        assert all(name.strip() and name.isascii() for name in figure.table.columns)
        assert set(figure.team) <= set(figure.table.columns)
        assert {len(row) for row in figure.table.rows} == {len(figure.table.columns)}
        assert figure.listing and all(group.items for group in figure.listing)


def test_drawings_stay_on_their_sheet(figures: dict[str, Figure]) -> None:
    """10,000 characters neither widen a picture nor make it endless."""
    for figure in figures.values():
        spec, rows = figure.chart.to_dict(), list(drawn(figure))
        assert max(len(row.get("text", "")) for row in rows) < 400
        assert all(0 <= row[side] <= 760 for row in rows for side in ("x", "x2") if side in row)
        assert all(0 <= row["y"] <= spec["height"] for row in rows)
        assert spec["height"] < 3_000


@pytest.mark.parametrize(
    ("name", "rows"),
    [("comparison", "alternatives"), ("exits", "criteria"), ("status-lines", "quarters"), ("reviews", "reviews")],
)
def test_very_many_rows_are_drawn_in_part(name: str, rows: str) -> None:
    """Forty rows are thirty in the picture, and forty in the table."""
    days = [f"2026-{1 + at // 28:02}-{1 + at % 28:02}" for at in range(40)]
    many = book(
        mission={"alternatives": [{"id": f"a{at}", "name": "A", "strengths": ["b"]} for at in range(40)]},
        opportunities={
            "exits": [{"id": f"x{at}", "about": "A", "check_on": day} for at, day in enumerate(days)],
            "status_lines": [{"text": "A", "date": f"{1990 + at}-01-01"} for at in range(40)],
        },
        reviews={"reviews": [{"id": f"r{at}", "title": "A", "date": day} for at, day in enumerate(days)]},
    )
    figure = next(one for one in grid_pictures(many) if one and one.name == name)
    assert f"30 of 40 {rows}; the table has all." in figure.description
    assert len(figure.table.rows) == 40
    assert figure.chart.to_dict()["height"] < 40 * 34
