"""When the report was looked at, and when it is due again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.time_rows import TimeRow, time_rows
from purposebook.charts.words import counted, day, listed, quoted
from purposebook.domain.reviews import Review
from purposebook.domain.workbook import Workbook

_KEY: Final = (("joined", "review"), ("planned", "due again"))
_COLUMNS: Final = ("Review", "Date", "Due again", "Audience", "Decisions", "Note")


@dataclass(frozen=True)
class _Line:
    """Hold a review, the day on which the next is due, and how that went."""

    review: Review
    due: dt.date
    note: str
    late: bool


def reviews(book: Workbook, as_of: dt.date) -> Figure | None:
    """Draw each review with the day on which the next is due; one that is overdue is flagged."""
    every = sorted(book.reviews.reviews, key=lambda one: one.date)
    if not every:
        return None
    lines = _lines(every, book.product.review_every, as_of)
    return Figure(
        "reviews",
        _title(lines, as_of),
        time_rows("Review", _KEY, [_row(line) for line in lines[-MOST:]], as_of),
        _description(lines, book.product.review_every),
        table(_COLUMNS, [_facts(line) for line in lines]),
        "reviews.yml and product.yml",
        team=("Review", "Audience"),
        listing=(Group("Reviews", tuple(_item(line) for line in lines)),),
    )


def due_after(date: dt.date, every: int) -> dt.date:
    """Return the day on which a review is due again, or the last of the calendar."""
    return dt.date.fromordinal(min(date.toordinal() + every, dt.date.max.toordinal()))


def _lines(every: Sequence[Review], days: int, as_of: dt.date) -> list[_Line]:
    """Say of each review when the next was due, and whether it came in time."""
    return [_line(one, following, days, as_of) for one, following in zip_longest(every, every[1:])]


def _line(one: Review, following: Review | None, days: int, as_of: dt.date) -> _Line:
    """Say how one review was followed by the next."""
    due = due_after(one.date, days)
    late = ((following.date if following else as_of) - due).days
    if following:
        note = f"the next came {counted(late, 'day')} late" if late > 0 else "the next came in time"
    else:
        note = f"the next is overdue by {counted(late, 'day')}" if late > 0 else f"the next is due by {day(due)}"
    return _Line(one, due, note, late > 0)


def _row(line: _Line) -> TimeRow:
    """Lay out one review."""
    days = ((line.review.date, "joined"), (line.due, "planned"))
    return TimeRow(line.review.title, days, f"{day(line.review.date)}; {line.note}", "warn" if line.late else "")


def _title(lines: Sequence[_Line], as_of: dt.date) -> str:
    """Say when the last review was, and when the next is due."""
    newest = lines[-1]
    held = sum(line.review.date <= as_of for line in lines)
    if newest.review.date > as_of:
        past = counted(held, "review") if held else "No review"
        return f"{past} so far; the next is planned for {day(newest.review.date)}"
    first = f"{counted(held, 'review')}, the last on {day(newest.review.date)}"
    return f"{first}; the next has been due since {day(newest.due)}" if newest.late else f"{first}; {newest.note}"


def _description(lines: Sequence[_Line], days: int) -> str:
    """Say how often reviews are wanted, and which came late."""
    late = [quoted(line.review.title, 60) for line in lines[:-1] if line.late]
    return rest(
        (
            f"Each row runs from a review to the day on which the next is due, {counted(days, 'day')} later.",
            f"The next one came late after {listed(late, 5)}." if late else "",
            stops(len(lines), "reviews", "newest"),
        )
    )


def _facts(line: _Line) -> tuple[object, ...]:
    """Return a review's row."""
    one = line.review
    return one.title, one.date.isoformat(), line.due.isoformat(), one.audience, len(one.decisions), line.note


def _item(line: _Line) -> Item:
    """Say one review."""
    decided = counted(len(line.review.decisions), "decision")
    return Item(line.review.title, f"{day(line.review.date)}; {decided}; {line.note}", "warn" if line.late else "")
