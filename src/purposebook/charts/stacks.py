"""Bars of two shares, one filled and one hollow, that run to the right of a line, or to both of its sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from purposebook.charts.drawing import SHEET, Box, Path, Shape, Tip, Words
from purposebook.charts.labels import shorten, wrap
from purposebook.charts.looks import SMALL

LOOKS: Final = ("bar", "bar-hollow")
_NAME: Final = 200
_ROW: Final = 34
_BAR: Final = 14
_LABEL: Final = 120

Shares = tuple[float, ...]


@dataclass(frozen=True)
class Stack:
    """Hold one row: what lies to the right of the line, what to the left, and what stands at either end."""

    name: str
    right: Shares
    label: str
    left: Shares = ()
    left_label: str = ""
    note: str = ""


@dataclass(frozen=True)
class Heads:
    """Name the columns, and the shares that a filled and a hollow bar stand for."""

    name: str
    right: str
    left: str = ""
    key: tuple[str, ...] = ()


def stacks(heads: Heads, rows: Sequence[Stack], top: float = 0) -> tuple[list[Shape], float]:
    """Lay bars out from `top` on, all on one scale; return the shapes and where they end."""
    both = any(row.left_label for row in rows)
    room = SHEET - _NAME - _LABEL * (2 if both else 1)
    line = _NAME + _LABEL + room / 2 if both else float(_NAME)
    most = max((sum(side) for row in rows for side in (row.right, row.left)), default=0)
    scale = (room / 2 if both else room) / (most or 1)
    shapes: list[Shape] = list(_heads(heads, line, top, both=both))
    y = top + (44 if heads.key else 24)
    bottom = y + _ROW * len(rows)
    shapes.append(Path(((line, y), (line, bottom)), "axis"))
    for at, row in enumerate(rows):
        if at % 2 == 0:
            shapes.append(Box(0, y + at * _ROW, SHEET, _ROW, "stripe"))
        shapes += _row(row, y + (at + 0.5) * _ROW, line, scale)
    return shapes, bottom + 4


def _heads(heads: Heads, line: float, top: float, *, both: bool) -> Iterator[Shape]:
    """Write the heads, and what filled and hollow stand for above them."""
    y = top + (30 if heads.key else 10)
    x = line
    for look, words in zip(LOOKS, heads.key, strict=False):
        yield Box(x, top + 4, 18, 10, look)
        yield Words(x + 24, top + 9, words, "note")
        x += 130
    yield Words(8, y, heads.name, "head")
    yield Words(line + 6, y, heads.right, "head")
    if both:
        yield Words(line - 6, y, heads.left, "head-right")


def _row(row: Stack, middle: float, line: float, scale: float) -> Iterator[Shape]:
    """Draw one row."""
    tip = Tip(row.name, row.note or row.label)
    text = wrap(row.name, _NAME - 16, 2, SMALL)
    yield Words(8, middle - 6.5 * text.count("\n"), text, "small", tip)
    for shares, way in ((row.right, 1), (row.left, -1)):
        x = line
        for look, share in zip(LOOKS, shares, strict=False):
            wide = share * scale
            if wide > 0:
                yield Box(min(x, x + way * wide), middle - _BAR / 2, wide, _BAR, look, tip)
            x += way * wide
        label = row.label if way > 0 else row.left_label
        if label:
            written = shorten(label, _LABEL - 12, SMALL)
            yield Words(x + way * 7, middle, written, "note" if way > 0 else "note-right", tip)
