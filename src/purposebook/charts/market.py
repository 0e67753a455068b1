"""Market segments against personas, with the gaps on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from purposebook.charts.drawing import SHEET, Box, Mark, Path, Shape, Tip, Words, draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.labels import shorten, width_of, wrap
from purposebook.charts.words import apart, counted, large, listed, quoted, verb
from purposebook.domain.personas import Persona
from purposebook.domain.workbook import Workbook

_NAME: Final = 230
_BAR: Final = 130
_CHIPS: Final = _NAME + _BAR + 74
_CHIP: Final = 28
_MOST: Final = 40


@dataclass(frozen=True)
class _Row:
    """Hold a segment, or what stands for personas without one, and its personas."""

    name: str
    size: int | None
    personas: tuple[Persona, ...]
    kind: str = "segment"

    @property
    def note(self) -> str:
        """Say what is wrong with this row, if anything."""
        if self.kind == "none":
            return "these personas belong to no segment"
        if self.kind == "missing":
            return "this segment is not written"
        return "" if self.personas else "no persona speaks for it"


def market(book: Workbook) -> Figure | None:
    """Draw each segment with its size and the personas who speak for it."""
    rows = tuple(_rows(book))
    if not rows:
        return None
    shapes, height = _shapes(rows[:_MOST])
    return Figure(
        "market",
        _title(rows),
        draw(shapes, height),
        _description(rows),
        table(["Segment", "People", "Personas", "Gap"], list(_facts(rows))),
        "personas.yml",
        team=("Segment", "Personas"),
        listing=tuple(_listing(rows)),
    )


def _rows(book: Workbook) -> Iterator[_Row]:
    """Yield the segments, then segments that only personas name, then personas without any."""
    people = book.personas.personas
    known = {segment.id for segment in book.personas.segments}
    for segment in book.personas.segments:
        yield _Row(segment.name, segment.size, tuple(one for one in people if one.segment == segment.id))
    for id in dict.fromkeys(one.segment for one in people if one.segment and one.segment not in known):
        yield _Row(id, None, tuple(one for one in people if one.segment == id), "missing")
    alone = tuple(one for one in people if not one.segment)
    if alone:
        yield _Row("No segment named", None, alone, "none")


def _title(rows: tuple[_Row, ...]) -> str:
    """Say how many segments have a persona."""
    segments = [row for row in rows if row.kind == "segment"]
    alone = sum(len(row.personas) for row in rows if row.kind == "none")
    also = f"; {counted(alone, 'persona')} {verb(alone, 'belongs', 'belong')} to none" if alone else ""
    if not segments:
        return "No market segment is written yet" + also
    spoken = sum(bool(row.personas) for row in segments)
    if spoken == len(segments):
        return f"A persona speaks for every segment: {counted(spoken, 'segment')}{also}"
    return f"A persona speaks for {spoken or 'none'} of {counted(len(segments), 'segment')}{also}"


def _description(rows: tuple[_Row, ...]) -> str:
    """Name the gaps on both sides."""
    said = ["One row per market segment with the number of people in it and the personas who stand for them."]
    empty = [quoted(row.name, 60) for row in rows if row.kind == "segment" and not row.personas]
    alone = [quoted(one.name, 60) for row in rows if row.kind == "none" for one in row.personas]
    missing = [row.name for row in rows if row.kind == "missing"]
    unsized = sum(row.kind == "segment" and row.size is None for row in rows)
    said.append(f"Segments without a persona: {listed(empty)}." if empty else "")
    said.append(f"Personas without a segment: {listed(alone)}." if alone else "")
    said.append(f"Named by personas, but not written: {listed(missing)}." if missing else "")
    said.append(f"{counted(unsized, 'segment')} {verb(unsized)} without a size." if unsized else "")
    return " ".join(filter(None, said))


def _facts(rows: tuple[_Row, ...]) -> Iterator[tuple[object, ...]]:
    """Yield one row per segment."""
    for row in rows:
        yield row.name, row.size, "; ".join(one.name for one in row.personas), row.note


def _listing(rows: tuple[_Row, ...]) -> Iterator[Group]:
    """Say the same as a list."""
    for row in rows:
        size = "" if row.size is None else f" ({counted(row.size, 'person', 'people')})"
        heading = f"{apart(row.name)}{size}" if size else row.name
        items = tuple(Item(one.name, row.note, "warn" if row.note else "") for one in row.personas)
        yield Group(heading, items or (Item("no persona speaks for it", "", "warn"),))


def _shapes(rows: tuple[_Row, ...]) -> tuple[list[Shape], float]:
    """Lay the rows out; return the shapes and their height."""
    heads = ((0, "Segment"), (_NAME, "People"), (_CHIPS, "Personas"))
    shapes: list[Shape] = [Words(x, 10, text, "head") for x, text in heads]
    largest = max((row.size or 0 for row in rows), default=0)
    y = 24.0
    for row in rows:
        chips, tall = _chips(row, y + 8)
        shapes.append(Path(((0, y), (SHEET, y)), "rule"))
        shapes += _segment(row, y + tall / 2 + 8, largest)
        shapes += chips
        y += tall + 16
    return shapes, y + 2


def _segment(row: _Row, middle: float, largest: int) -> Iterator[Shape]:
    """Write a segment's name and draw its size from zero."""
    text = wrap(row.name, _NAME - 36, 2)
    tip = Tip(row.name, row.note)
    if row.note:
        yield Mark(8, middle, "bad" if row.kind == "missing" else "loose", tip)
    yield Words(22, middle - (7.5 if "\n" in text else 0), text, "text" if row.kind == "segment" else "note", tip)
    if row.size is None:
        yield Words(_NAME, middle, "not known" if row.kind == "segment" else "", "note")
        return
    width = _BAR * row.size / largest if largest else 0
    yield Box(_NAME, middle - 7, max(width, 1), 14, "bar", Tip(row.name, counted(row.size, "person", "people")))
    yield Words(_NAME + max(width, 1) + 6, middle, large(row.size), "note")


def _chips(row: _Row, top: float) -> tuple[list[Shape], float]:
    """Set the personas side by side, as many to a line as fit; return their height too."""
    if not row.personas:
        words = "no persona yet"
        box = Box(_CHIPS, top, width_of(words) + 20, _CHIP - 4, "loose")
        return [box, Words(_CHIPS + 10, top + _CHIP / 2 - 2, words, "note")], _CHIP
    shapes: list[Shape] = []
    x, y = float(_CHIPS), top
    for one in row.personas[:_MOST]:
        text = shorten(one.name, 200)
        width = width_of(text) * 1.04 + 20
        if x > _CHIPS and x + width > SHEET:
            x, y = float(_CHIPS), y + _CHIP
        look = "node" if row.kind == "segment" else "loose"
        shapes += [Box(x, y, width, _CHIP - 4, look, Tip(one.name, row.note or "persona"))]
        shapes += [Words(x + 10, y + _CHIP / 2 - 2, text, "text", Tip(one.name, row.note or "persona"))]
        x += width + 8
    return shapes, y - top + _CHIP
