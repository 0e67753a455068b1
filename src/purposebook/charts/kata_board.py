"""The board of the Product Kata: experiment by experiment, what is written and what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import Cell, Column, Row, grid, listing, missing, rest, stops
from purposebook.charts.words import counted, day, listed, number, quoted, verb
from purposebook.domain.experiments import CurrentState, Experiment, Recorded, TargetCondition
from purposebook.domain.workbook import Workbook

_HEADS: Final = ("Step", "Goal", "Where now", "Target condition", "Obstacle", "Expected", "Actual", "Learned")
_COLUMNS: Final = tuple(Column(head) for head in _HEADS)
_WAITING: Final = "not yet"
_LATE: Final = "written after the result"


def kata_board(book: Workbook) -> Figure | None:
    """Draw one row per experiment; an expectation that was written after the result is flagged."""
    every = book.experiments.experiments
    if not every:
        return None
    goals = {item.id: item.statement for item in book.objectives.objectives}
    rows = [_row(one, goals) for one in every]
    return Figure(
        "kata-board",
        _title(every),
        grid(_COLUMNS, rows),
        _description(every),
        table(_HEADS, [tuple(cell.whole for cell in row.cells) for row in rows]),
        "experiments.yml",
        team=_HEADS,
        listing=listing(_COLUMNS, rows),
    )


def _row(one: Experiment, goals: dict[str, str]) -> Row:
    """Return the row of one experiment."""
    late, goes_on = one.expected_after_result, one.ended is None
    goal = Cell(goals.get(one.goal, f"{one.goal} (not written yet)"), own=True) if one.goal else missing("missing")
    expected = _recorded(one.expected)
    cells = (
        Cell(one.step, own=True),
        goal,
        _current(one.current),
        _condition(one.target_condition),
        _cell(one.obstacle),
        replace(expected, mark="bad-small", over=f"{_LATE}; {expected.over}") if late else expected,
        _recorded(one.actual, waiting=goes_on),
        _cell(one.learned, waiting=goes_on),
    )
    gaps = any(cell.mark for cell in cells)
    return Row(cells, state="bad" if late else "warn" if gaps else "")


def _cell(text: str, value: float | None = None, date: dt.date | None = None, *, waiting: bool = False) -> Cell:
    """Return what is written, or that it is missing; what is still to come is not missing."""
    if text.strip() or value is not None:
        over = (number(value) if value is not None else "", day(date) if date else "")
        return Cell(text, own=True, over="; ".join(filter(None, over)))
    return Cell(_WAITING, "", "the experiment has not ended") if waiting else missing("missing")


def _current(state: CurrentState | None) -> Cell:
    """Return where things stood."""
    return _cell(state.text, state.value, state.date) if state else _cell("")


def _condition(condition: TargetCondition | None) -> Cell:
    """Return where things should stand."""
    return _cell(condition.text, condition.value, condition.by) if condition else _cell("")


def _recorded(found: Recorded | None, *, waiting: bool = False) -> Cell:
    """Return what was expected or seen."""
    return _cell(found.text, found.value, found.recorded, waiting=waiting) if found else _cell("", waiting=waiting)


def _title(every: Sequence[Experiment]) -> str:
    """Say how many cycles were closed with a learning, and how many expectations came late."""
    learned, late = sum(bool(one.learned.strip()) for one in every), sum(one.expected_after_result for one in every)
    first = (
        f"{learned or 'None'} of {counted(len(every), 'experiment')} {verb(learned, 'says', 'say')} what was learned"
    )
    return f"{first}; {late} expected what was already known" if late else first


def _description(every: Sequence[Experiment]) -> str:
    """Name what is flagged, and what runs without an expectation."""
    late = [quoted(one.step, 60) for one in every if one.expected_after_result]
    blind = [quoted(one.step, 60) for one in every if _recorded(one.expected).mark]
    return rest(
        (
            "Each row is one cycle of the Product Kata, from where the team is to what it learned.",
            f"The expectation was written after the result: {listed(late, 5)}." if late else "",
            f"Nothing is expected of {listed(blind, 5)}." if blind else "",
            stops(len(every), "experiments"),
        )
    )
