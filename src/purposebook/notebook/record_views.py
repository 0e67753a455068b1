"""Cards that are made from the models alone: records with an id, tables of rows without one, fields of a part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from purposebook.domain.base import Model
from purposebook.notebook import wording
from purposebook.notebook.cards import render
from purposebook.notebook.mission_views import empty
from purposebook.notebook.not_used import not_used_reason
from purposebook.notebook.records import Told, fields_told
from purposebook.notebook.sections import FROM_MODELS, Section
from purposebook.notebook.snapshot import Snapshot
from purposebook.notebook.worked_out_views import heart_numbers, worked_out

OPEN: Final = 8
"""So many records stand open on a page; of more, each is folded."""
OPEN_IF_DRAWN: Final = 4
"""So many stand open where a picture below them says the same."""
DRAWN: Final = frozenset(
    {"delivers", "ripple", "problems", "impacts", "initiatives", "options"}
    | {"opportunities", "ideas", "exits", "iterations", "work", "experiments", "harms"}
)
NUMBERS: Final[Mapping[str, Callable[[Snapshot], str]]] = {"asked": worked_out, "heart": heart_numbers}
"""What is worked out from what a section declares."""
SHOWN: Final = 100
"""So many records stand on a page; the file holds all."""


def _card(name: str, section: Section) -> Callable[[Snapshot], str]:
    """Make the view of one section."""
    most = OPEN_IF_DRAWN if name in DRAWN else OPEN

    def view(snap: Snapshot) -> str:
        """Show what is written in this section, or what to do next, and the numbers that it comes to."""
        value: Model = getattr(snap.book, section.part)
        told = fields_told(snap, value, section.fields)
        numbers = NUMBERS[name](snap) if name in NUMBERS else ""
        if not told:
            return empty(snap, not_used_reason(snap.book, name) or section.empty) + numbers
        return "".join(_shown(snap, section, one, most, alone=len(told) == 1) for one in told) + numbers

    return view


def _shown(snap: Snapshot, section: Section, told: Told, most: int, *, alone: bool) -> str:
    """Show one field of a part; a field that stands alone needs no name above it."""
    few, more = told, 0
    if told.how == "records":
        few = Told(told.title, told.how, told.value[:SHOWN])
        more = len(told.value) - SHOWN
    folded = told.how == "records" and len(told.value) > most
    said = f"{wording.count(more, 'item')} more: {section.part}.yml holds them all." if more > 0 else ""
    return render("section.html", snap=snap, told=few, alone=alone, folded=folded, more=said)


CARDS: Final[Mapping[str, Callable[[Snapshot], str]]] = {
    name: _card(name, section) for name, section in FROM_MODELS.items()
}
