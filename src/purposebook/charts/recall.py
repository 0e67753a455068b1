"""How many members could say vision and intents without looking, with the interval of each share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from purposebook.charts.dots import PERCENT, Dot, Scale, dot_list, dots
from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.words import day, percent, percents
from purposebook.domain.base import FEWEST
from purposebook.domain.workbook import Workbook
from purposebook.measures.proportions import METHOD
from purposebook.measures.recall import Recalled, measure_recall

_SCALE: Final = Scale(0, 1, PERCENT, "Could say it without looking", "Share and interval")
_COLUMNS: Final = ("Date", "What", "Could say it", "Asked", "Share", f"{METHOD}, low", f"{METHOD}, high", "Note")


def recall(book: Workbook) -> Figure | None:
    """Draw both shares for each day on which members were asked, the newest first."""
    every = sorted(measure_recall(book.strategy.recall), key=lambda one: one.date, reverse=True)
    if not every:
        return None
    rows = [_dot(one) for one in every]
    return Figure(
        "recall",
        _title([one for one in every if one.date == every[0].date]),
        dots(_SCALE, rows[:MOST]),
        _description(every, len(rows)),
        table(_COLUMNS, [_facts(one) for one in every]),
        "strategy.yml",
        listing=dot_list("Recall", rows),
    )


def _dot(one: Recalled) -> Dot:
    """Return the row of one thing that was asked for; without a share it says why."""
    interval = one.interval.value
    if interval is None or one.rate is None:
        state = "absent" if one.asked is None else "bad"
        return Dot(one.what.capitalize(), one.interval.reasons[0], group=day(one.date), state=state)
    label = f"{one.successes} of {one.asked}: {percent(one.rate)}"
    low, high = interval
    more = percents(low, high)
    return Dot(one.what.capitalize(), label, one.rate, low, high, more, day(one.date))


def _title(newest: Sequence[Recalled]) -> str:
    """Say how many could on the newest day."""
    said = [f"{one.successes} of {one.asked} could say the {one.what}" for one in newest if one.interval.value]
    on = day(newest[0].date)
    return f"On {on}, {' and '.join(said)}" if said else f"On {on}, no share of members can be told"


def _description(every: Sequence[Recalled], rows: int) -> str:
    """Say what the line is, and how little few answers tell."""
    fewest = min((one.asked for one in every if one.asked and one.interval.value), default=0)
    return rest(
        (
            "A dot is the share of those asked; its line is the interval within which the share of all members may lie",
            f"({METHOD}).",
            f"The smallest round asked {fewest}: so few answers leave wide intervals." if 0 < fewest < 30 else "",
            f"Of fewer than {FEWEST} members no share is told, because it would point at persons.",
            "Earlier rounds stand below the newest." if len({one.date for one in every}) > 1 else "",
            stops(rows, "rows"),
        )
    )


def _facts(one: Recalled) -> tuple[object, ...]:
    """Return the row of one thing that was asked for; counts of so few that they point at persons are left out."""
    counts: tuple[object, ...] = ("", "") if one.asked is None else (one.successes, one.asked)
    shares: tuple[object, ...] = ("",) * 3
    if one.interval.value and one.rate is not None:
        shares = tuple(round(share, 4) for share in (one.rate, *one.interval.value))
    return one.date.isoformat(), one.what.capitalize(), *counts, *shares, "; ".join(one.interval.reasons)
