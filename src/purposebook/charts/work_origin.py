"""Where work came from, and how much of it says what it is for and was looked at afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import rest
from purposebook.charts.tallies import Tally, tallies, tally_list
from purposebook.charts.words import counted, verb
from purposebook.domain.work import Origin, WorkItem
from purposebook.domain.workbook import Workbook

ORIGINS: Final[tuple[str | None, ...]] = (*get_args(Origin), None)
_HEADS: Final = ("Items", "with an expected outcome", "in an experiment", "shipped", "measured after shipping")
_COLUMNS: Final = ("Origin", "Items", "Expected outcome", "Experiment", "Shipped", "Measured after")


def work_origin(book: Workbook) -> Figure | None:
    """Draw for each origin how far its items get; what nobody classified is a group of its own."""
    items = book.work.items
    if not items:
        return None
    rows = [Tally(_named(origin), _counts(items, origin)) for origin in ORIGINS]
    return Figure(
        "work-origin",
        _title(items),
        tallies("Origin", _HEADS, rows),
        _description(items),
        table(_COLUMNS, [(row.name, *row.counts) for row in rows]),
        "work.yml",
        listing=tally_list("Origin", _HEADS, [row for row in rows if row.counts[0]]),
    )


def is_measured(item: WorkItem) -> bool:
    """Say whether somebody looked at a metric after an item shipped."""
    return item.status == "done" and item.measured_by is not None


def _named(origin: str | None) -> str:
    """Write an origin as people read it."""
    return origin.replace("-", " ").capitalize() if origin else "Not classified"


def _counts(items: Sequence[WorkItem], origin: str | None) -> tuple[int, ...]:
    """Count the items of one origin, and those that get further."""
    found = [item for item in items if item.origin == origin]
    expected = sum(bool(item.expected.strip()) for item in found)
    tried = sum(item.experiment is not None for item in found)
    return len(found), expected, tried, sum(item.status == "done" for item in found), sum(map(is_measured, found))


def _title(items: Sequence[WorkItem]) -> str:
    """Say how much rests on evidence, and how much was measured."""
    rests, bare = (sum(item.origin == origin for item in items) for origin in ("evidence", None))
    done = sum(item.status == "done" for item in items)
    first = f"{rests or 'None'} of {counted(len(items), 'work item')} {verb(rests, 'comes', 'come')} from evidence"
    last = f"{bare} {verb(bare)} not classified; " if bare else ""
    return f"{first}; {last}{sum(map(is_measured, items))} of {done} shipped {verb(done, 'was', 'were')} measured"


def _description(items: Sequence[WorkItem]) -> str:
    """Read the origins aloud."""
    read = [f"{_named(origin).lower()} {_counts(items, origin)[0]}" for origin in ORIGINS]
    dropped = sum(item.status == "dropped" for item in items)
    return rest(
        (
            f"Work items by origin: {', '.join(read)}.",
            f"{counted(dropped, 'item')} {verb(dropped, 'was', 'were')} dropped and {verb(dropped)} counted here too."
            if dropped
            else "",
            "How much should come from where is nowhere laid down.",
        )
    )
