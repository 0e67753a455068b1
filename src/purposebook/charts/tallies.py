"""Counts as bars side by side: a row for each group, a column for each kind, every bar from zero on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from purposebook.charts.drawing import SHEET, Box, Path, Shape, Tip, Words, draw
from purposebook.charts.figure import Group, Item
from purposebook.charts.labels import width_of, wrap
from purposebook.charts.looks import SMALL
from purposebook.charts.words import number

if TYPE_CHECKING:
    import altair as alt

_NAME: Final = 150
_ROW: Final = 30
_BAR: Final = 14
_SPARE: Final = 20
_LINE: Final = 13
_BOLD: Final = 1.12
"""So much wider are bold letters."""


@dataclass(frozen=True)
class Tally:
    """Hold one row: its name, and a count for each column."""

    name: str
    counts: tuple[float, ...]
    labels: tuple[str, ...] = ()
    """What stands at the bars' ends, where it is more than the count."""

    def label(self, at: int) -> str:
        """Return what stands at the end of a bar."""
        return self.labels[at] if self.labels else number(self.counts[at], 15)


def tallies(head: str, columns: Sequence[str], rows: Sequence[Tally], *, shared: bool = True) -> alt.TopLevelLayerSpec:
    """Draw counts under their heads; unless `shared`, each column has a scale of its own."""
    pitch = (SHEET - _NAME) / len(columns)
    tops = [max((row.counts[at] for row in rows), default=0) for at in range(len(columns))]
    labels = (width_of(row.label(at), SMALL) for row in rows for at in range(len(columns)))
    room = min(max(labels, default=0) * 1.1 + _SPARE, 0.8 * pitch)
    most = [max(max(tops) if shared else top, 1) for top in tops]
    heads = [wrap(head, (_NAME - 16) / _BOLD, 3, SMALL)]
    heads += [wrap(column, (pitch - 12) / _BOLD, 3, SMALL) for column in columns]
    y = 12.0 + _LINE * max(text.count("\n") + 1 for text in heads)
    bottom = y + _ROW * len(rows)
    shapes: list[Shape] = []
    for at, text in enumerate(heads):
        x = _NAME + (at - 1) * pitch if at else 8
        shapes.append(Words(x, y - 14 - _LINE * text.count("\n"), text, "head"))
        if at:
            shapes.append(Path(((x, y), (x, bottom)), "axis"))
    for at, row in enumerate(rows):
        if at % 2 == 0:
            shapes.append(Box(0, y + at * _ROW, SHEET, _ROW, "stripe"))
        shapes += _row(row, columns, y + (at + 0.5) * _ROW, [(pitch - room) / one for one in most])
    return draw(shapes, bottom + 4)


def tally_list(head: str, columns: Sequence[str], rows: Sequence[Tally]) -> tuple[Group, ...]:
    """Say the same as a list: what is counted in each row, what is not there left out."""
    return (Group(head, tuple(Item(row.name, _said(columns, row)) for row in rows)),)


def _said(columns: Sequence[str], row: Tally) -> str:
    """Read one row aloud."""
    there = [at for at in range(len(columns)) if row.counts[at]]
    return "; ".join(f"{columns[at][:1].lower()}{columns[at][1:]} {row.label(at)}" for at in there) or "nothing"


def _row(row: Tally, columns: Sequence[str], middle: float, scales: Sequence[float]) -> Iterator[Shape]:
    """Draw the bars of one row, each with its count at its end."""
    pitch = (SHEET - _NAME) / len(columns)
    name = wrap(row.name, _NAME - 16, 2, SMALL)
    yield Words(8, middle - _LINE / 2 * name.count("\n"), name, "small", Tip(row.name))
    for at, count in enumerate(row.counts):
        x, tip = _NAME + at * pitch, Tip(columns[at], row.label(at))
        if count > 0:
            yield Box(x, middle - _BAR / 2, count * scales[at], _BAR, "bar", tip)
        look = "small" if count else "note"
        yield Words(x + count * scales[at] + 6, middle, row.label(at), look, tip)
