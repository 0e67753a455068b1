"""What status reports talk about, quarter by quarter: the problem of people, or delivery."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.tallies import Tally, tallies, tally_list
from purposebook.charts.words import counted, quarter, verb
from purposebook.domain.opportunities import StatusLine
from purposebook.domain.workbook import Workbook

_KINDS: Final = (("problem", "The problem"), ("delivery", "Delivery"), (None, "Not classified"))
_HEADS: Final = tuple(words for _, words in _KINDS)


def status_lines(book: Workbook) -> Figure | None:
    """Draw for each quarter how many lines are about what."""
    every = book.opportunities.status_lines
    if not every:
        return None
    rows = tuple(_rows(every))
    return Figure(
        "status-lines",
        _title(every),
        tallies("Written in", _HEADS, rows[-MOST:]),
        _description(every, len(rows)),
        table(["Date", "About", "Line"], [_facts(one) for one in every]),
        "opportunities.yml",
        team=("Line",),
        listing=tally_list("Written in", _HEADS, rows),
    )


def _rows(every: Sequence[StatusLine]) -> Iterator[Tally]:
    """Count the lines of each quarter; those without a day stand last."""
    periods: dict[str, list[StatusLine]] = {}
    for one in sorted(every, key=lambda line: line.date or dt.date.max):
        periods.setdefault(quarter(one.date) if one.date else "No day", []).append(one)
    for name, found in periods.items():
        yield Tally(name, _counts(found))


def _counts(found: Sequence[StatusLine]) -> tuple[int, ...]:
    """Count lines by what they are about."""
    return tuple(sum(one.about == kind for one in found) for kind, _ in _KINDS)


def _title(every: Sequence[StatusLine]) -> str:
    """Say what most lines are about."""
    problem, delivery, neither = _counts(every)
    first = f"Of {counted(len(every), 'status line')}, {problem or 'none'} {verb(problem)} about the problem"
    return f"{first}, {delivery or 'none'} about delivery" + (f"; {neither} not classified yet" if neither else "")


def _description(every: Sequence[StatusLine], quarters: int) -> str:
    """Say what the kinds are."""
    problem, delivery, neither = _counts(every)
    return rest(
        (
            f"Lines about the problem say what changed for people ({problem});",
            f"lines about delivery speak of dates, scope and budget ({delivery}); {neither} not classified.",
            "How many of each there should be is nowhere laid down.",
            stops(quarters, "quarters", "newest"),
        )
    )


def _facts(one: StatusLine) -> tuple[object, ...]:
    """Return a line's row."""
    return one.date.isoformat() if one.date else "", one.about or "not classified", one.text
