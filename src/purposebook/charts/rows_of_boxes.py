"""Rows of boxes that are read from left to right, joined by arrows; what is not written stays visible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from purposebook.charts.boxes import Fitted, Note, Worded, fit, look_of
from purposebook.charts.drawing import SHEET, Mark, Path, Shape, Tip, Words
from purposebook.charts.figure import Item
from purposebook.charts.labels import shorten

UNWRITTEN: Final = "not written yet"
_GAP: Final = 24
_TOP: Final = 24.0
_HEAD: Final = 30
_LEAST: Final = 42
_LINES: Final = 5
_BELOW: Final = 14


@dataclass(frozen=True)
class Cell:
    """Hold one box of a row; without a text it says that it is not written."""

    text: str = ""
    notes: tuple[str, ...] = ()
    loose: str = ""
    """Why the row breaks off here, such as `no value is named`."""
    missing: bool = False
    """True for an id that somebody refers to and nobody wrote."""
    together: bool = False
    """True where a dashed line without an arrow leads here: the two move together, and no more is known."""

    @property
    def said(self) -> tuple[str, ...]:
        """Return what stands in the box below its text."""
        unwritten = (UNWRITTEN,) if not (self.text.strip() or self.loose) else ()
        return (*unwritten, *self.notes, *((self.loose,) if self.loose else ()))


@dataclass(frozen=True)
class Row:
    """Hold the boxes of one row, which may end before the last column."""

    cells: tuple[Cell, ...]
    head: str = ""
    """What stands above the row, or nothing."""
    about: str = ""
    """What the head is."""

    @property
    def loose(self) -> tuple[str, ...]:
        """Return why the row breaks off."""
        return tuple(cell.loose for cell in self.cells if cell.loose)


def rows_of_boxes(heads: Sequence[str], rows: Sequence[Row]) -> tuple[list[Shape], float]:
    """Lay rows out below each other; return the shapes and their height."""
    width = (SHEET - (len(heads) - 1) * _GAP) / len(heads)
    lefts = [at * (width + _GAP) for at in range(len(heads))]
    shapes: list[Shape] = [Words(x, 8, head, "head") for x, head in zip(lefts, heads, strict=True)]
    y = _TOP
    for row in rows:
        if row.head:
            shapes.append(Path(((0, y), (SHEET, y)), "rule"))
            shapes.append(Words(0, y + 16, shorten(row.head, SHEET - 60), "strong", Tip(row.head, row.about)))
            y += _HEAD
        boxes = [fit(_worded(cell), width) for cell in row.cells]
        tall = max(_LEAST, *(box.height for box in boxes))
        shapes += _row(row, boxes, y, tall)
        y += tall + _BELOW
    return shapes, y


def items(heads: Sequence[str], row: Row) -> Iterator[Item]:
    """Say the boxes of a row as a list."""
    for head, cell in zip(heads, row.cells, strict=False):
        first, *rest = (cell.text, *cell.said) if cell.text.strip() else cell.said
        state = "bad" if cell.missing else ("" if cell.text.strip() and not cell.loose else "warn")
        yield Item(first, f"({head.lower()}) {'; '.join(rest)}".strip(), state)


def _worded(cell: Cell) -> Worded:
    """Word a box."""
    written = bool(cell.text.strip())
    marks = {cell.loose: "bad-small" if cell.missing else "loose-small"} if cell.loose else {}
    notes = tuple(Note(text, marks.get(text, "")) for text in cell.said)
    look = look_of(cell.loose, missing=cell.missing) if written or cell.loose else "empty"
    return Worded(cell.text, Tip(cell.text, "; ".join(cell.said)), notes, look, _LINES)


def _row(row: Row, boxes: Sequence[Fitted], y: float, tall: float) -> Iterator[Shape]:
    """Draw the boxes of a row and what joins them."""
    middle = y + tall / 2
    for at, (before, cell) in enumerate(pairwise(row.cells)):
        start = at * (boxes[0].width + _GAP) + boxes[0].width
        end = start + _GAP
        yield Path(((start + 2, middle), (end - (2 if cell.together else 7), middle)), _join(before, cell))
        if not cell.together:
            yield Mark(end - 6, middle, "arrow")
    for at, box in enumerate(boxes):
        yield from box.shapes(at * (box.width + _GAP), y, tall)


def _join(before: Cell, cell: Cell) -> str:
    """Return the look of the line between two boxes."""
    if cell.together:
        return "together"
    return "broken" if before.missing or cell.missing else "axis"
