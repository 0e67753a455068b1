"""A grid of rows and columns: in each cell words, a mark, or both; a row is as high as its longest text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from purposebook.charts.drawing import SHEET, Box, Mark, Path, Shape, Tip, Words, draw
from purposebook.charts.figure import Group, Item
from purposebook.charts.labels import shorten, wrap
from purposebook.charts.looks import SMALL
from purposebook.charts.words import apart, integer, quoted

if TYPE_CHECKING:
    import altair as alt

MOST: Final = 30
"""So many rows are drawn; the table has all."""
_LINE: Final = 13
_LINES: Final = 4
_PAD: Final = 9
_MARK: Final = 16
_BAND: Final = 30


@dataclass(frozen=True)
class Cell:
    """Hold what stands in one cell."""

    text: str = ""
    mark: str = ""
    """A look of `MARKS`, or nothing."""
    note: str = ""
    """What we say about it, for a pointer."""
    own: bool = False
    """True for the team's own words, which a list sets apart from ours."""
    over: str = ""
    """Our own words above those of the team: two directions of writing do not share a line."""

    @property
    def whole(self) -> str:
        """Return all that the cell says."""
        return f"{self.over}: {apart(self.text, len(self.text))}" if self.over and self.text else self.over or self.text


@dataclass(frozen=True)
class Column:
    """Head one column, and say which share of the width it takes."""

    head: str
    share: float = 1


@dataclass(frozen=True)
class Row:
    """Hold the cells of one row."""

    cells: tuple[Cell, ...]
    group: str = ""
    """What stands above the first of the rows that belong together."""
    state: str = ""
    """A word of `palette.STATES`, or nothing."""


def missing(words: str = "not written yet") -> Cell:
    """Return a cell that says that something is missing."""
    return Cell(words, "loose-small", words)


def team(text: str, mark: str = "", note: str = "") -> Cell:
    """Return a cell of the team's own words, or one that says that there are none."""
    return Cell(text, mark, note, own=True) if text.strip() else missing()


def stops(count: int, rows: str, which: str = "first") -> str:
    """Say that a picture does not show all `rows`, or nothing when it does."""
    return (
        f"The picture shows the {which} {MOST} of {integer(count)} {rows}; the table has all." if count > MOST else ""
    )


def grid(columns: Sequence[Column], rows: Sequence[Row]) -> alt.TopLevelLayerSpec:
    """Draw heads and rows, texts cut to a few lines."""
    widths = [column.share * SHEET / sum(one.share for one in columns) for column in columns]
    lefts = [sum(widths[:at]) for at in range(len(widths))]
    heads = [wrap(column.head, width - _PAD, 2, SMALL) for column, width in zip(columns, widths, strict=True)]
    top = 12.0 + _LINE * max(head.count("\n") + 1 for head in heads)
    shapes: list[Shape] = [
        Words(left + _PAD, top - 14 - _LINE * head.count("\n"), head, "head")
        for left, head in zip(lefts, heads, strict=True)
    ]
    y, group = top, ""
    for at, row in enumerate(rows[:MOST]):
        if row.group != group:
            shapes += _band(row.group, y)
            y, group = y + _BAND, row.group
        texts = [_wrapped(cell, width) for cell, width in zip(row.cells, widths, strict=True)]
        tall = 2 * _PAD + _LINE * max((over + text).count("\n") + bool(over) + 1 for over, text in texts)
        if at % 2 == 0:
            shapes.append(Box(0, y, SHEET, tall, "stripe"))
        for cell, both, left in zip(row.cells, texts, lefts, strict=True):
            shapes += _cell(cell, *both, left + _PAD, y + tall / 2)
        y += tall
    return draw(shapes, y + 4)


def listing(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Group, ...]:
    """Say the same as a list: each row by its first cell, the others behind it."""
    groups: dict[str, list[Item]] = {}
    for row in rows:
        first, *others = row.cells
        said = (_said(column.head, cell) for column, cell in zip(columns[1:], others, strict=True))
        groups.setdefault(row.group, []).append(Item(first.text, "; ".join(filter(None, said)), row.state))
    return tuple(Group(group or columns[0].head, tuple(items)) for group, items in groups.items())


def rest(parts: Iterable[str]) -> str:
    """Join the sentences that are there."""
    return " ".join(filter(None, parts))


def _said(head: str, cell: Cell) -> str:
    """Say one cell in a list."""
    text = quoted(cell.text, 80) if cell.own and cell.text else cell.text or cell.note
    said = ", ".join(filter(None, (cell.over, text)))
    return f"{head[:1].lower()}{head[1:]}: {said}" if said else ""


def _wrapped(cell: Cell, width: float) -> tuple[str, str]:
    """Break our words above, and what the cell says, into lines."""
    room = width - 1.5 * _PAD - (_MARK if cell.mark else 0)
    return wrap(cell.over, room, _LINES, SMALL), wrap(cell.text, room, _LINES, SMALL)


def _band(group: str, y: float) -> Iterator[Shape]:
    """Head the rows that belong together."""
    yield Path(((0, y + 2), (SHEET, y + 2)), "axis")
    yield Words(0, y + 17, shorten(group, SHEET - 60), "strong", Tip(group))


def _cell(cell: Cell, over: str, text: str, x: float, middle: float) -> Iterator[Shape]:
    """Draw a cell's mark and its words."""
    tip = Tip(cell.text, "; ".join(filter(None, (cell.over, cell.note))))
    if cell.mark:
        yield Mark(x + 4, middle, cell.mark, tip)
    left, above = x + (_MARK if cell.mark else 0), over.count("\n") + 1 if over else 0
    top = middle - _LINE / 2 * (above + text.count("\n") + bool(text) - 1)
    if over:
        yield Words(left, top, over, "note", tip)
    if text:
        yield Words(left, top + _LINE * above, text, "small" if cell.own else "note", tip)
