"""Days on a time line that all rows share, the report's day ruled through them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from purposebook.charts.drawing import SHEET, Box, Mark, Path, Shape, Tip, Words, draw
from purposebook.charts.labels import wrap
from purposebook.charts.looks import SMALL
from purposebook.charts.time_axis import axis_over, month_name
from purposebook.charts.words import day

if TYPE_CHECKING:
    import altair as alt

_LEFT: Final = 216
_RIGHT: Final = 566
_WORD: Final = 592
_ROW: Final = 38
_TOP: Final = 46
_NEAR: Final = 9.0
"""Marks closer than this stand above each other."""


@dataclass(frozen=True)
class TimeRow:
    """Hold one row: its name, its days in order, and what is said at its end."""

    name: str
    days: tuple[tuple[dt.date, str], ...]
    """Each day with a look of `MARKS`."""
    word: str
    state: str = ""
    """A word of `palette.STATES`, or nothing."""


Key = Sequence[tuple[str, str]]
"""Looks of marks, each with what it stands for."""


def time_rows(head: str, key: Key, rows: Sequence[TimeRow], as_of: dt.date) -> alt.TopLevelLayerSpec:
    """Draw rows below each other over one axis."""
    axis = axis_over([*(date for row in rows for date, _ in row.days), as_of], _LEFT, _RIGHT)
    bottom = _TOP + _ROW * len(rows)
    shapes: list[Shape] = [Words(8, _TOP - 14, head, "head"), *_key(key)]
    for at, row in enumerate(rows):
        if at % 2 == 0:
            shapes.append(Box(0, _TOP + at * _ROW, SHEET, _ROW, "stripe"))
        shapes += _row(row, [(axis.x(date), date, look) for date, look in row.days], _TOP + (at + 0.5) * _ROW)
    for date in axis.ticks():
        shapes.append(Path(((axis.x(date), _TOP), (axis.x(date), bottom + 4)), "rule"))
        shapes.append(Words(axis.x(date), bottom + 14, month_name(date), "note-middle"))
    shapes.append(Path(((axis.x(as_of), _TOP - 6), (axis.x(as_of), bottom)), "axis"))
    shapes.append(Words(axis.x(as_of), _TOP - 14, day(as_of), "head-middle"))
    return draw(shapes, bottom + 24)


def _key(key: Key) -> Iterator[Shape]:
    """Explain the marks."""
    for at, (look, words) in enumerate(key):
        yield Mark(_LEFT + 6 + 110 * at, 8, look)
        yield Words(_LEFT + 17 + 110 * at, 8, words, "note")


def _row(row: TimeRow, days: Sequence[tuple[float, dt.date, str]], middle: float) -> Iterator[Shape]:
    """Draw the days of one row, joined by a line."""
    tip = Tip(row.name, row.word)
    name, word = wrap(row.name, _LEFT - 24, 2, SMALL), wrap(row.word, SHEET - _WORD - 4, 2, SMALL)
    yield Words(8, middle - 6.5 * name.count("\n"), name, "small", tip)
    if len(days) > 1:
        yield Path(((min(x for x, _, _ in days), middle), (max(x for x, _, _ in days), middle)), "axis")
    last, y = -_NEAR, middle
    for x, date, look in sorted(days):
        y = y - _NEAR if x - last < _NEAR else middle
        yield Mark(x, y, look, Tip(row.name, day(date)))
        last = x
    if row.state in {"warn", "bad"}:
        yield Mark(_WORD - 10, middle, "loose" if row.state == "warn" else "bad", tip)
    yield Words(_WORD, middle - 6.5 * word.count("\n"), word, "note", tip)
