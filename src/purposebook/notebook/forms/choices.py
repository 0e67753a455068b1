"""What a form can refer to: the items of a workbook with their labels, and ids for new ones; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass

from purposebook.domain.references import declared, references
from purposebook.domain.workbook import Workbook
from purposebook.notebook.wording import shortened


@dataclass(frozen=True)
class Choice:
    """Offer one item by its label."""

    id: str
    label: str


def choices_of(book: Workbook, kinds: tuple[str, ...]) -> tuple[Choice, ...]:
    """Return the items of these kinds, in the order of the files."""
    owners = {need.id: persona.name for persona, need in book.personas.needs()}
    found = [item for item in declared(book) if item.kind in kinds]
    return tuple(Choice(item.id, _label(item.id, item.label, item.kind, owners)) for item in found)


def _label(id: str, label: str, kind: str, owners: dict[str, str]) -> str:
    """Write a label that tells one item from another."""
    if kind == "need":
        return shortened(f"{owners.get(id, '')}: {label}")
    return shortened(f"{id}: {label}") if kind == "evidence" else shortened(label)


def label_of(id: str, known: tuple[Choice, ...]) -> str:
    """Return the label of an id, which says so when nobody wrote the item."""
    return next((choice.label for choice in known if choice.id == id), f"{id} (not written yet)")


def referrers(book: Workbook, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the places, outside of the items themselves, that point to any of `ids`."""
    places = [place.where for place in references(book) if place.target in ids]
    inside = {f"{item.where}/" for item in declared(book) if item.id in ids}
    return tuple(dict.fromkeys(where for where in places if not where.startswith(tuple(inside))))
