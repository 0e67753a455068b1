"""The stages of the life cycle: which were looked at, what may harm whom, and what waits for somebody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import Cell, Column, Row, grid, listing, rest
from purposebook.charts.words import counted, day, listed, quoted, verb
from purposebook.domain.responsibility import STAGES, Harm, Responsibility, Visit
from purposebook.domain.workbook import Workbook

_RESPONSES: Final = (("act", "Act"), ("influence", "Influence"), ("monitor", "Monitor"), (None, "Undecided"))
_COLUMNS: Final = (
    Column("Stage", 0.9),
    Column("Looked at", 2.1),
    *(Column(words, 0.9) for _, words in _RESPONSES),
    Column("Overdue", 0.9),
    Column("Closed", 0.8),
)


def stage_grid(book: Workbook, as_of: dt.date) -> Figure | None:
    """Draw stages against the state of their harms; closed harms count apart."""
    found = book.responsibility
    if not (found.visits or found.harms):
        return None
    rows = [_row(stage, found, as_of) for stage in STAGES]
    return Figure(
        "stage-grid",
        _title(found, as_of),
        grid(_COLUMNS, rows),
        _description(found, as_of),
        table([column.head for column in _COLUMNS], [tuple(cell.whole for cell in row.cells) for row in rows]),
        "responsibility.yml",
        team=("Looked at",),
        listing=listing(_COLUMNS, rows),
    )


def is_overdue(harm: Harm, as_of: dt.date) -> bool:
    """Say whether an open harm should have been looked at again."""
    return harm.closed is None and harm.review is not None and harm.review < as_of


def _visits(found: Responsibility, stage: str, as_of: dt.date) -> list[Visit]:
    """Return the visits of a stage that have a day up to now, or say why nobody can be harmed."""
    known = (one for one in found.visits if one.stage == stage)
    return [one for one in known if (one.visited and one.visited <= as_of) or one.nobody_because.strip()]


def _row(stage: str, found: Responsibility, as_of: dt.date) -> Row:
    """Return the row of one stage."""
    harms = [one for one in found.harms if one.stage == stage]
    going_on = [one for one in harms if one.closed is None]
    counts = [sum(one.response == response for one in going_on) for response, _ in _RESPONSES]
    overdue = sum(is_overdue(one, as_of) for one in harms)
    visits = _visits(found, stage, as_of)
    cells = (
        Cell(stage.capitalize()),
        _visited(visits, going_on),
        *(Cell(str(count), "joined" if count else "") for count in counts[:3]),
        Cell(str(counts[3]), "loose-small" if counts[3] else ""),
        Cell(str(overdue), "bad-small" if overdue else ""),
        Cell(str(len(harms) - len(going_on))),
    )
    return Row(cells, state="bad" if overdue else "" if visits and not counts[3] else "warn")


def _visited(visits: Sequence[Visit], going_on: Sequence[Harm]) -> Cell:
    """Say when a stage was looked at, and why nobody can be harmed there if that is so."""
    if not visits:
        return Cell("not looked at yet", "absent")
    last = max((one.visited for one in visits if one.visited), default=None)
    date = day(last) if last else "day not written"
    because = next((one.nobody_because for one in visits if one.nobody_because.strip()), "")
    if because and not going_on:
        return Cell(because, "good", "looked at", own=True, over=f"{date}; nobody, because")
    return Cell(date, "good", "looked at")


def _title(found: Responsibility, as_of: dt.date) -> str:
    """Say how many stages were looked at, and how many harms wait."""
    seen = sum(bool(_visits(found, stage, as_of)) for stage in STAGES)
    going_on = [one for one in found.harms if one.closed is None]
    overdue = sum(is_overdue(one, as_of) for one in going_on)
    first = f"{seen or 'None'} of {len(STAGES)} stages {verb(seen, 'was', 'were')} looked at"
    if not going_on:
        return f"{first}; no harm is open"
    return f"{first}; {overdue or 'none'} of {counted(len(going_on), 'open harm')} {verb(overdue)} overdue"


def _description(found: Responsibility, as_of: dt.date) -> str:
    """Name what was not looked at, and what is overdue."""
    bare = [stage for stage in STAGES if not _visits(found, stage, as_of)]
    overdue = [quoted(one.who, 60) for one in found.harms if is_overdue(one, as_of)]
    return rest(
        (
            "One row per stage; harms that are open are counted by what is done about them.",
            f"Not looked at: {listed(bare)}." if bare else "Every stage was looked at.",
            f"Overdue on {day(as_of)}, by who may be harmed: {listed(overdue, 5)}." if overdue else "",
        )
    )
