"""Stakeholders by interest and influence, their class by shape, overdue contact marked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from purposebook.charts.drawing import SHEET, Box, Mark, Shape, Tip, Words, draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.labels import wrap
from purposebook.charts.looks import SMALL
from purposebook.charts.words import counted, day, listed, quoted, verb
from purposebook.domain.personas import Stakeholder
from purposebook.domain.workbook import Workbook

_SIDE: Final = 58
_CELL: Final = (SHEET - _SIDE) / 5
_ROW: Final = 13
_PAD: Final = 8
_TOP: Final = 28
_MOST: Final = 5
_CLASSES: Final[Mapping[str, str]] = MappingProxyType(
    {"user": "user", "governance": "governance", "influencer": "influencer", "provider": "provider", "": "no class yet"}
)
_LEVELS: Final = {1: "1 low", 2: "2", 3: "3", 4: "4", 5: "5 high"}

_Cells = Mapping[tuple[int, int], list[Stakeholder]]


def stakeholder_map(book: Workbook, as_of: dt.date) -> Figure | None:
    """Draw every stakeholder whose interest and influence are written."""
    every = book.personas.stakeholders
    placed = [one for one in every if one.interest and one.influence]
    if not placed:
        return None
    shapes, height = _shapes(placed, as_of)
    columns = ["Stakeholder", "Class", "Interest", "Influence", "Last contact", "Contact"]
    return Figure(
        "stakeholders",
        _title(every, as_of),
        draw(shapes, height),
        _description(every, as_of),
        table(columns, [_facts(one, as_of) for one in every]),
        "personas.yml",
        team=("Stakeholder",),
        listing=tuple(_listing(every, as_of)),
    )


def contact(one: Stakeholder, as_of: dt.date) -> str:
    """Say whether the agreed contact is overdue."""
    if one.last_contact is None:
        return "no contact noted"
    if one.contact_due is None:
        return f"last contact {day(one.last_contact)}"
    said = "contact overdue since" if one.is_overdue(as_of) else "next contact by"
    return f"{said} {day(one.contact_due)}"


def _title(every: Sequence[Stakeholder], as_of: dt.date) -> str:
    """Say how many weigh most, and how many wait for contact."""
    strong = sum((one.interest or 0) >= 4 and (one.influence or 0) >= 4 for one in every)
    overdue = sum(one.is_overdue(as_of) for one in every)
    of_all = f"{strong or 'None'} of {counted(len(every), 'stakeholder')}"
    first = f"{of_all} {verb(strong, 'has', 'have')} both high interest and high influence"
    return f"{first}; contact is overdue with {overdue}" if overdue else f"{first}; no contact is overdue"


def _description(every: Sequence[Stakeholder], as_of: dt.date) -> str:
    """Name those who wait, and those who cannot be placed."""
    said = ["Influence runs from left to right, interest from bottom to top, both from 1 (low) to 5 (high)."]
    overdue = [quoted(one.name, 60) for one in every if one.is_overdue(as_of)]
    unplaced = [quoted(one.name, 60) for one in every if not (one.interest and one.influence)]
    said.append(f"Contact is overdue with {listed(overdue)}." if overdue else "")
    said.append(f"Not placed, for want of interest or influence: {listed(unplaced)}." if unplaced else "")
    return " ".join(filter(None, said))


def _facts(one: Stakeholder, as_of: dt.date) -> tuple[object, ...]:
    """Return a stakeholder's row."""
    last = one.last_contact.isoformat() if one.last_contact else ""
    return one.name, _CLASSES[one.class_ or ""], one.interest, one.influence, last, contact(one, as_of)


def _listing(every: Sequence[Stakeholder], as_of: dt.date) -> Iterator[Group]:
    """Say the same as a list, by class."""
    for key, name in _CLASSES.items():
        items = []
        for one in (one for one in every if (one.class_ or "") == key):
            levels = f"interest {one.interest or 'not known'}, influence {one.influence or 'not known'}"
            state = "warn" if one.is_overdue(as_of) else ""
            items.append(Item(one.name, f"{levels}; {contact(one, as_of)}", state))
        if items:
            yield Group(name.capitalize(), tuple(items))


def _shapes(placed: Sequence[Stakeholder], as_of: dt.date) -> tuple[list[Shape], float]:
    """Lay out five by five cells as high as their fullest; return the shapes and their height."""
    cells: dict[tuple[int, int], list[Stakeholder]] = {}
    for one in placed:
        cells.setdefault((one.interest or 0, one.influence or 0), []).append(one)
    shapes: list[Shape] = list(_key(placed))
    y = float(_TOP)
    for interest in range(5, 0, -1):
        tall = max([46, *(_height(cells.get((interest, influence), ())) for influence in range(1, 6))])
        shapes.append(Words(_SIDE - 8, y + tall / 2, _LEVELS[interest], "note-right"))
        for influence in range(1, 6):
            x = _SIDE + (influence - 1) * _CELL
            shapes.append(Box(x, y, _CELL, tall, "key" if min(interest, influence) >= 4 else "cell"))
            shapes += _names(cells.get((interest, influence), []), x, y, as_of)
        y += tall
    shapes += [Words(_SIDE + (at - 0.5) * _CELL, y + 14, _LEVELS[at], "note-middle") for at in range(1, 6)]
    shapes += [Words(0, _TOP - 10, "Interest", "head"), Words(SHEET, y + 30, "Influence", "head-right")]
    return shapes, y + 40


def _key(placed: Sequence[Stakeholder]) -> Iterator[Shape]:
    """Explain the shapes that are used."""
    x = float(_SIDE + 12)
    used = {one.class_ or "" for one in placed}
    for key, name in _CLASSES.items():
        if key in used:
            yield Mark(x, _TOP - 14, key or "unclassed")
            yield Words(x + 10, _TOP - 14, name, "note")
            x += 100


def _text(one: Stakeholder) -> str:
    """Wrap a name into a cell."""
    return wrap(one.name, _CELL - 2 * _PAD - 16, 3, SMALL)


def _height(cell: Sequence[Stakeholder]) -> float:
    """Return the height that the names of a cell need."""
    lines = sum(_text(one).count("\n") + 2 for one in cell[:_MOST]) + (len(cell) > _MOST)
    return 2 * _PAD + _ROW * lines + 4 * min(len(cell), _MOST)


def _names(cell: Sequence[Stakeholder], x: float, y: float, as_of: dt.date) -> Iterator[Shape]:
    """Write the names of one cell below each other."""
    y += _PAD + _ROW / 2
    for one in cell[:_MOST]:
        tip = Tip(one.name, f"{_CLASSES[one.class_ or '']}; {contact(one, as_of)}")
        yield Mark(x + _PAD + 5, y, one.class_ or "unclassed", tip)
        text = _text(one)
        yield Words(x + _PAD + 16, y, text, "small", tip)
        y += _ROW * (text.count("\n") + 1)
        if one.is_overdue(as_of):
            yield Mark(x + _PAD + 20, y, "loose-small", tip)
            yield Words(x + _PAD + 27, y, "contact overdue", "note", tip)
        y += _ROW + 4
    if len(cell) > _MOST:
        yield Words(x + _PAD + 16, y, f"and {len(cell) - _MOST} more", "note")
