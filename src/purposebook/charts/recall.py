"""How many members could say vision and intents without looking, with the interval of each share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from purposebook.charts.dots import PERCENT, Dot, Scale, dot_list, dots
from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.words import day, span, with_unit
from purposebook.domain.strategy import Recall
from purposebook.domain.workbook import Workbook
from purposebook.measures.proportions import METHOD, is_proportion, wilson

_SCALE: Final = Scale(0, 1, PERCENT, "Could say it without looking", "Share and interval")
_WHAT: Final = (("vision", "Vision"), ("intents", "Intents"))
_COLUMNS: Final = ("Date", "What", "Could say it", "Asked", "Share", f"{METHOD}, low", f"{METHOD}, high")


def recall(book: Workbook) -> Figure | None:
    """Draw both shares for each day on which members were asked, the newest first."""
    every = sorted(book.strategy.recall, key=lambda one: one.date, reverse=True)
    if not every:
        return None
    rows = [dot for one in every for dot in _dots(one)]
    return Figure(
        "recall",
        _title(every[0]),
        dots(_SCALE, rows[:MOST]),
        _description(every, len(rows)),
        table(_COLUMNS, [row for one in every for row in _facts(one)]),
        "strategy.yml",
        listing=dot_list("Recall", rows),
    )


def _counts(one: Recall) -> Iterator[tuple[str, int]]:
    """Yield what was asked for, with how many could say it."""
    for name, words in _WHAT:
        count = getattr(one, name)
        if count is not None:
            yield words, count


def _dots(one: Recall) -> Iterator[Dot]:
    """Yield a row for each thing that was asked for."""
    for words, count in _counts(one):
        if not is_proportion(count, one.asked_):
            yield Dot(words, f"no share: {count} of {one.asked_}", group=day(one.date), state="bad")
            continue
        low, high = wilson(count, one.asked_)
        share = count / one.asked_
        label, interval = (
            f"{count} of {one.asked_}: {with_unit(100 * share, '%')}",
            span(round(100 * low, 1), round(100 * high, 1), "%"),
        )
        yield Dot(words, label, share, low, high, interval, day(one.date))


def _title(newest: Recall) -> str:
    """Say how many could on the newest day."""
    said = [f"{count} of {newest.asked_} could say the {words.lower()}" for words, count in _counts(newest)]
    return f"On {day(newest.date)}, {' and '.join(said)}"


def _description(every: Sequence[Recall], rows: int) -> str:
    """Say what the line is, and how little few answers tell."""
    fewest = min(one.asked_ for one in every)
    return rest(
        (
            "A dot is the share of those asked; its line is the interval within which the share of all members may lie",
            f"({METHOD}).",
            f"The smallest round asked {fewest}: so few answers leave wide intervals." if fewest < 30 else "",
            "Earlier rounds stand below the newest." if len(every) > 1 else "",
            stops(rows, "rows"),
        )
    )


def _facts(one: Recall) -> Iterator[tuple[object, ...]]:
    """Yield one row for each thing that was asked for."""
    for words, count in _counts(one):
        shares: tuple[object, ...] = ("", "", "")
        if is_proportion(count, one.asked_):
            shares = tuple(round(share, 4) for share in (count / one.asked_, *wilson(count, one.asked_)))
        yield one.date.isoformat(), words, count, one.asked_, *shares
