"""Who decides today, and who should."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import Cell, Column, Row, grid, listing, rest, stops, team
from purposebook.charts.words import counted, listed, quoted, verb
from purposebook.domain.culture import DecisionRight
from purposebook.domain.workbook import Workbook

_COLUMNS: Final = (
    Column("Decision", 1.3),
    Column("Decides today", 1.1),
    Column("Should decide", 1.1),
    Column("Reading", 1),
)
_SAME: Final = "as it should be"
_OTHER: Final = "not as it should be"
_OPEN: Final = "one side is not written"


def decision_rights(book: Workbook) -> Figure | None:
    """Draw each kind of decision with both sides; the same words on both are as it should be."""
    every = book.culture.decision_rights
    if not every:
        return None
    rows = [_row(one) for one in every]
    columns = ["Decision", "Decides today", "Should decide", "Reading", "Next step"]
    return Figure(
        "decision-rights",
        _title(every),
        grid(_COLUMNS, rows),
        _description(every),
        table(columns, [(one.decision, one.today, one.should, reading(one), one.step) for one in every]),
        "culture.yml",
        team=("Decision", "Decides today", "Should decide", "Next step"),
        listing=listing(_COLUMNS, rows),
    )


def reading(one: DecisionRight) -> str:
    """Compare both sides by their words, whatever their case and spaces."""
    today, should = (" ".join(text.casefold().rstrip(". ").split()) for text in (one.today, one.should))
    if not (today and should):
        return _OPEN
    return _SAME if today == should else _OTHER


def _row(one: DecisionRight) -> Row:
    """Return the row of one kind of decision."""
    words = reading(one)
    mark, state = {_SAME: ("good", ""), _OTHER: ("loose", "warn"), _OPEN: ("absent", "warn")}[words]
    note = f"next step: {quoted(one.step, 80)}" if one.step.strip() else words
    cells = Cell(one.decision, own=True), team(one.today), team(one.should), Cell(words, mark, note)
    return Row(cells, state=state)


def _title(every: Sequence[DecisionRight]) -> str:
    """Say how many are decided by those who should."""
    same = sum(reading(one) == _SAME for one in every)
    half = sum(reading(one) == _OPEN for one in every)
    of_all = counted(len(every), "kind of decision", "kinds of decision")
    first = f"{same or 'None'} of {of_all} {verb(same)} taken today by those who should take {verb(same, 'it', 'them')}"
    return f"{first}; {half} {verb(half, 'has', 'have')} only one side written" if half else first


def _description(every: Sequence[DecisionRight]) -> str:
    """Name what should change, and what has no next step."""
    other = [one for one in every if reading(one) == _OTHER]
    stuck = [quoted(one.decision, 60) for one in other if not one.step.strip()]
    return rest(
        (
            "One row for each kind of decision: who takes it today, and who should.",
            f"Not as it should be: {listed((quoted(one.decision, 60) for one in other), 5)}." if other else "",
            f"With no next step: {listed(stuck, 5)}." if stuck else "",
            stops(len(every), "decisions"),
        )
    )
