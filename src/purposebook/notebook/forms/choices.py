"""What a form can refer to: the items of a workbook with their labels, and ids for new ones; knows no widget."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from purposebook.domain.references import declared, references
from purposebook.domain.workbook import Workbook
from purposebook.notebook.wording import shortened

LONGEST: Final = 40
"""Characters of a proposed id; longer ones are hard to read in a list."""


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


def taken(book: Workbook) -> frozenset[str]:
    """Return every id that the workbook uses already."""
    return frozenset(item.id for item in declared(book))


def proposed(name: str, used: Container[str], fallback: str) -> str:
    """Propose a free id for a new item: `First-time author` -> `first-time-author`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    stem = (words if len(words) <= LONGEST else words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]) or fallback
    return next(id for id in (stem, *(f"{stem}-{number}" for number in range(2, 10_000))) if id not in used)


def referrers(book: Workbook, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the places, outside of the items themselves, that point to any of `ids`."""
    places = [place.where for place in references(book) if place.target in ids]
    inside = {f"{item.where}/" for item in declared(book) if item.id in ids}
    return tuple(dict.fromkeys(where for where in places if not where.startswith(tuple(inside))))
