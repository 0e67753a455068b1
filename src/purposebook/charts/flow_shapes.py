"""Lay a flow out in columns and draw it: boxes from left to right, links between and beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from purposebook.charts.boxes import Fitted, Note, Worded, fit, look_of
from purposebook.charts.drawing import SHEET, Box, Path, Shape, Tip, Words
from purposebook.charts.flow import Entry, Flow, Heading, Link, shortened
from purposebook.charts.labels import wrap
from purposebook.charts.layering import Layout, layout
from purposebook.charts.looks import SMALL

_TOP: Final = 44
_GAP: Final = 26
_EMPTY: Final = 62
_WIDEST: Final = 320
_APART: Final = 9.0


@dataclass(frozen=True)
class _Column:
    """Hold where a column stands and how wide it is."""

    x: float
    width: float

    @property
    def right(self) -> float:
        """Return where it ends."""
        return self.x + self.width


@dataclass(frozen=True)
class _Sheet:
    """Hold where everything of a flow stands."""

    columns: tuple[_Column, ...]
    column_of: Mapping[str, int]
    placed: Layout

    def middle(self, key: str) -> float:
        """Return the height at which an entry stands."""
        return _TOP + self.placed.middle[key]


def flow_shapes(flow: Flow, most: int) -> tuple[list[Shape], float]:
    """Lay out at most so many entries a column; return the shapes and their height."""
    shown = shortened(flow, most)
    columns = _columns(shown)
    fitted = {entry.key: fit(_worded(entry), columns[entry.column].width) for entry in shown.entries}
    sheet = _placed(shown, columns, fitted)
    shapes: list[Shape] = []
    for at, heading in enumerate(shown.headings):
        shapes += _head(heading, columns[at], empty=not shown.column(at))
    missing = {entry.key for entry in shown.entries if entry.missing}
    for link in shown.links:
        shapes.append(Path(_points(sheet, link), "broken" if missing & {link.source, link.target} else link.look))
    for entry in shown.entries:
        box = fitted[entry.key]
        shapes += box.shapes(columns[entry.column].x, sheet.middle(entry.key) - box.height / 2)
    return shapes, _TOP + max(sheet.placed.height, 60) + 4


def _columns(flow: Flow) -> tuple[_Column, ...]:
    """Share the sheet among the columns; an empty one is narrow."""
    filled = [bool(flow.column(at)) for at in range(len(flow.headings))]
    room = SHEET - _GAP * (len(filled) - 1) - _EMPTY * filled.count(False)
    width = min(room / filled.count(True), _WIDEST)
    made, x = [], 0.0
    for full in filled:
        made.append(_Column(round(x, 1), round(width if full else _EMPTY, 1)))
        x += made[-1].width + _GAP
    return tuple(made)


def _worded(entry: Entry) -> Worded:
    """Word an entry: its text, its notes, and the first reason why it breaks off."""
    tip = Tip(entry.text, "; ".join([*(note.text for note in entry.notes), *entry.loose]))
    notes = entry.notes
    if entry.loose:
        more = f" (+{len(entry.loose) - 1})" if len(entry.loose) > 1 else ""
        notes = (*notes, Note(entry.loose[0] + more, "bad-small" if entry.missing else "loose-small"))
    return Worded(entry.text, tip, notes, look_of(entry.loose, missing=entry.missing))


def _placed(flow: Flow, columns: tuple[_Column, ...], fitted: Mapping[str, Fitted]) -> _Sheet:
    """Place every entry; a link that runs backwards keeps its way, and one within a column has none of its own."""
    column_of = {entry.key: entry.column for entry in flow.entries}
    ends = (_forward(link, column_of) for link in flow.links)
    edges = dict.fromkeys(edge for edge in ends if column_of[edge[0]] != column_of[edge[1]])
    order = tuple(tuple(entry.key for entry in flow.column(at)) for at in range(len(columns)))
    heights = {key: box.height for key, box in fitted.items()}
    return _Sheet(columns, column_of, layout(order, edges, heights, _APART))


def _forward(link: Link, column_of: Mapping[str, int]) -> tuple[str, str]:
    """Return both ends of a link, the left one first."""
    if column_of[link.source] <= column_of[link.target]:
        return link.source, link.target
    return link.target, link.source


def _head(heading: Heading, column: _Column, *, empty: bool) -> Iterator[Shape]:
    """Head a column; an empty one says so."""
    yield Words(column.x, 8, wrap(heading.name, column.width + 8, 2, SMALL) if empty else heading.name, "head")
    if empty:
        yield Box(column.x, _TOP, column.width, 34, "empty")
        yield Words(column.x + column.width / 2, _TOP + 17, "none yet", "note-middle")
    elif heading.below:
        yield Words(column.x, 22, heading.below, "note")


def _points(sheet: _Sheet, link: Link) -> tuple[tuple[float, float], ...]:
    """Return the points of a link."""
    source, target = _forward(link, sheet.column_of)
    first = sheet.column_of[source]
    if first == sheet.column_of[target]:
        return _beside(sheet, first, sheet.middle(source), sheet.middle(target))
    route = sheet.placed.routes[source, target]
    return tuple(_level([(sheet.columns[first + at], sheet.middle(key)) for at, key in enumerate(route)]))


def _beside(sheet: _Sheet, at: int, start: float, end: float) -> tuple[tuple[float, float], ...]:
    """Lead a link within a column around its boxes: to their right, in the last column to their left."""
    last = at == len(sheet.columns) - 1
    edge = sheet.columns[at].x if last else sheet.columns[at].right
    bend = edge + (-_GAP if last else _GAP) * 0.7
    return ((edge, start), (bend, start), (bend, end), (edge, end))


def _level(stops: Sequence[tuple[_Column, float]]) -> Iterator[tuple[float, float]]:
    """Yield the points of a smooth line that leaves and enters level, and passes columns level."""
    half = _GAP / 2
    for at, (column, y) in enumerate(stops):
        if at:
            yield from ((column.x - half, y), (column.x, y))
        if at < len(stops) - 1:
            yield from ((column.right, y), (column.right + half, y))
