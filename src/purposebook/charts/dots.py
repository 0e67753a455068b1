"""Dots on a scale, each with the line of its interval and its numbers beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from purposebook.charts.drawing import SHEET, Box, Mark, Path, Shape, Tip, Words, draw
from purposebook.charts.figure import Group, Item
from purposebook.charts.labels import shorten, wrap
from purposebook.charts.looks import SMALL

if TYPE_CHECKING:
    import altair as alt

_LEFT: Final = 220
_RIGHT: Final = 520
_LABEL: Final = 540
_ROW: Final = 30
_BAND: Final = 30
_TOP: Final = 26


@dataclass(frozen=True)
class Dot:
    """Hold one row; without a value only its words are drawn."""

    name: str
    label: str
    """What stands beside it, in one line where there is `more`, else in up to two."""
    value: float | None = None
    low: float = 0
    high: float = 0
    more: str = ""
    """A second line of its own."""
    group: str = ""
    """What stands above the first of the rows that belong together."""
    state: str = ""
    """A word of `palette.STATES`, or nothing."""


@dataclass(frozen=True)
class Scale:
    """Name both ends of the scale, what is written where, and what heads the columns."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    name: str
    label: str

    def x(self, value: float) -> float:
        """Return where a value stands."""
        return _LEFT + (_RIGHT - _LEFT) * (value - self.low) / (self.high - self.low)


PERCENT: Final = ((0.0, "0"), (0.25, "25"), (0.5, "50"), (0.75, "75"), (1.0, "100\u00a0%"))
"""The ticks of a share."""


def dots(scale: Scale, rows: Sequence[Dot]) -> alt.TopLevelLayerSpec:
    """Draw rows below each other, grouped as they come."""
    shapes: list[Shape] = [Words(8, 10, scale.name, "head"), Words(_LABEL, 10, scale.label, "head")]
    y, group = float(_TOP), ""
    for at, row in enumerate(rows):
        if row.group != group:
            shapes.append(Words(0, y + 18, shorten(row.group, SHEET - 60), "strong", Tip(row.group)))
            y, group = y + _BAND, row.group
        if at % 2 == 0:
            shapes.append(Box(0, y, SHEET, _ROW, "stripe"))
        shapes += [Path(((scale.x(value), y), (scale.x(value), y + _ROW)), "rule") for value, _ in scale.ticks]
        shapes += _row(scale, row, y + _ROW / 2)
        y += _ROW
    shapes += [Words(scale.x(value), y + 12, text, "note-middle") for value, text in scale.ticks]
    return draw(shapes, y + 24)


def dot_list(head: str, rows: Sequence[Dot]) -> tuple[Group, ...]:
    """Say the same as a list."""
    groups: dict[str, list[Item]] = {}
    for row in rows:
        groups.setdefault(row.group or head, []).append(Item(row.name, _said(row), row.state))
    return tuple(Group(name, tuple(items)) for name, items in groups.items())


def _said(row: Dot) -> str:
    """Join what stands beside a row."""
    return f"{row.label}; {row.more}" if row.more else row.label


def _row(scale: Scale, row: Dot, middle: float) -> Iterator[Shape]:
    """Draw one row."""
    tip = Tip(row.name, _said(row))
    yield Words(8, middle, shorten(row.name, _LEFT - 24, SMALL), "small", tip)
    width = SHEET - _LABEL - 4
    both = (shorten(row.label, width, SMALL), shorten(row.more, width, SMALL))
    label = "\n".join(both) if row.more else wrap(row.label, width, 2, SMALL)
    yield Words(_LABEL, middle - 6.5 * label.count("\n"), label, "note", tip)
    if row.value is not None:
        yield Path(((scale.x(row.low), middle), (scale.x(row.high), middle)), "interval")
        yield Mark(scale.x(row.value), middle, "joined", tip)
