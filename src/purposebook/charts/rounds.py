"""How members see the way they work: the middle, and of many the quartiles, by area and round; never a total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from purposebook.charts.dots import Dot, Scale, dot_list, dots
from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.words import counted, day, listed, number
from purposebook.domain.base import MANY
from purposebook.domain.culture import AREAS, Round, Spread
from purposebook.domain.rounds import left_out, shown_rounds
from purposebook.domain.workbook import Workbook

_TICKS: Final = ((1.0, "1 low"), (2.0, "2"), (3.0, "3"), (4.0, "4"), (5.0, "5 high"))
_SCALE: Final = Scale(1, 5, _TICKS, "Round", "Median")
_SPREAD: Final = "Median and quartiles"
_COLUMNS: Final = ("Area", "Round", "Members", "Lower quartile", "Median", "Upper quartile")


def rounds(book: Workbook) -> Figure | None:
    """Draw a row per area and round, the rounds of an area in their order."""
    written = [one for one in book.culture.rounds if one.spreads]
    every = sorted(shown_rounds(written), key=lambda one: one.date)
    if not every:
        return None
    found = list(_pairs(every))
    rows = [_dot(*pair) for pair in found]
    return Figure(
        "rounds",
        _title(every[-1]),
        dots(replace(_SCALE, label=_SPREAD) if any(row.more for row in rows) else _SCALE, rows[:MOST]),
        _description(every, len(rows), left_out(written)),
        table(_COLUMNS, [_facts(*pair) for pair in found]),
        "culture.yml",
        listing=dot_list("Rounds", rows),
    )


def _pairs(every: Sequence[Round]) -> Iterator[tuple[Round, Spread]]:
    """Yield area by area what each round says about it."""
    for area in AREAS:
        for one in every:
            yield from ((one, spread) for spread in one.spreads if spread.area == area)


def _dot(one: Round, spread: Spread) -> Dot:
    """Return the row of one area and round."""
    area, members = spread.area.capitalize(), counted(one.members, "answer")
    label = f"{number(spread.median)}, of {members}"
    if spread.lower is None or spread.upper is None:
        return Dot(day(one.date), label, spread.median, spread.median, spread.median, group=area)
    if not spread.lower <= spread.median <= spread.upper:
        return Dot(day(one.date), "median and quartiles are not in order", group=area, state="bad")
    half = f"{number(spread.lower)} to {number(spread.upper)}"
    return Dot(day(one.date), label, spread.median, spread.lower, spread.upper, half, area)


def _title(newest: Round) -> str:
    """Read the medians of the newest round."""
    said = [
        f"{spread.area} {number(spread.median)}" for area in AREAS for spread in newest.spreads if spread.area == area
    ]
    return f"On {day(newest.date)} the middle answer was {listed(said)}, of 5"


def _description(every: Sequence[Round], rows: int, missing: str) -> str:
    """Say what dots and lines are, and what is left out."""
    fewest = min(one.members for one in every)
    return rest(
        (
            "A dot is the middle answer of those who answered alone.",
            f"Of {MANY} answers or more, a line holds the middle half; of fewer its ends would be single answers.",
            f"The smallest round has {counted(fewest, 'answer')}; single answers are kept nowhere here.",
            "Areas are not added up.",
            missing,
            stops(rows, "rows"),
        )
    )


def _facts(one: Round, spread: Spread) -> tuple[object, ...]:
    """Return the row of one area and round."""
    lower, upper = ("" if end is None else end for end in (spread.lower, spread.upper))
    return spread.area, one.date.isoformat(), one.members, lower, spread.median, upper
