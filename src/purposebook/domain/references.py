"""Every id that a product declares, and every place that refers to one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from purposebook.domain.base import Model
from purposebook.domain.outline import id_of, items_in, kinds_in, label_of, outline, values_in
from purposebook.domain.workbook import PARTS, Workbook

HOME: Final[Mapping[str, str]] = MappingProxyType(
    {kind: part for part, model in PARTS.items() for kind in kinds_in(model)}
)
"""The part in which each kind of item is written."""


@dataclass(frozen=True)
class Declared:
    """Name one item that others can refer to."""

    id: str
    kind: str
    """One of `HOME`."""
    label: str
    """The item's first text."""

    @property
    def where(self) -> str:
        """Return `part/id`."""
        return f"{HOME[self.kind]}/{self.id}"


@dataclass(frozen=True)
class Reference:
    """Name one place that points to an item."""

    where: str
    """`part/id/field` of the place; a key of the part itself stands where the id would."""
    target: str
    kinds: tuple[str, ...]
    """The kinds of item that this place may point to."""


def declared(book: Workbook) -> Iterator[Declared]:
    """Yield every item of `book` that has an id, in the order of the files."""
    for part in dict.fromkeys(HOME.values()):
        yield from declared_in(book, part)


def declared_in(book: Workbook, part: str) -> Iterator[Declared]:
    """Yield every item of one part that has an id, in the order of its file."""
    if part in HOME.values():
        items = items_in(getattr(book, part))
        yield from (Declared(id_of(item), item.KIND, label_of(item)) for item in items)


def ids_of(book: Workbook) -> frozenset[str]:
    """Return every id that the workbook uses already."""
    return frozenset(item.id for item in declared(book))


def references(book: Workbook, parts: Collection[str] | None = None) -> Iterator[Reference]:
    """Yield every place of `book`, or of some parts of it, that points to an id, in the order of the files."""
    for part in PARTS:
        if parts is None or part in parts:
            yield from _pointing(getattr(book, part), (part,), (part,))
    if parts is None or _OBSERVATIONS in parts:
        for target in dict.fromkeys(row.metric for row in book.observations):
            yield Reference(f"{_OBSERVATIONS}/{target}/metric", target, ("metric",))
    if parts is None or _ANSWERS in parts:
        for target in dict.fromkeys(row.survey for row in book.answers):
            yield Reference(f"{_ANSWERS}/{target}/survey", target, ("survey",))


def _pointing(value: Model, anchor: tuple[str, ...], path: tuple[str, ...]) -> Iterator[Reference]:
    """Yield what a model points to; `anchor` is the part or the nearest item, `path` the way from there.

    A place is the anchor and one field; where the part itself is the anchor, two.
    """
    most = 3
    for pointer in outline(type(value)).pointers:
        held = getattr(value, pointer.name)
        targets = held if isinstance(held, tuple) else (held,) if held else ()
        where = "/".join((*path, pointer.key)[:most])
        yield from (Reference(where, target, pointer.kinds) for target in targets)
    for inner in outline(type(value)).inner:
        for item in values_in(value, inner):
            own = (anchor[0], id_of(item)) if item.KIND else anchor
            yield from _pointing(item, own, own if item.KIND else (*path, inner.key))


_OBSERVATIONS: Final = "observations"
_ANSWERS: Final = "answers"
