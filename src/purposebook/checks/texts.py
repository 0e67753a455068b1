"""Every text of a workbook, with the place where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Final

from purposebook.domain.base import Model
from purposebook.domain.workbook import PARTS, Workbook

_NOT_PROSE: Final = frozenset({"id", "language", "file", "database", "query", "rule", "where", "time_zone"})
"""Fields whose text is a name for machines."""


def texts(book: Workbook, parts: Collection[str] = PARTS) -> Iterator[tuple[str, str]]:
    """Yield `(where, text)` for every text that a team wrote in one of `parts`, in the order of the files."""
    for part in (part for part in PARTS if part in parts):
        yield from _of_model(getattr(book, part), part, part)


def _of_model(model: Model, part: str, where: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of one model; an item with an id is a place of its own."""
    own = getattr(model, "id", None)
    base = f"{part}/{own}" if own else where
    for name, field in type(model).model_fields.items():
        if name not in _NOT_PROSE:
            yield from _of_value(getattr(model, name), part, _deeper(base, field.alias or name))


def _of_value(value: Any, part: str, where: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of one field."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Model):
        yield from _of_model(value, part, where)
    elif isinstance(value, tuple):
        for item in value:
            yield from _of_value(item, part, where)


def _deeper(where: str, name: str) -> str:
    """Return `where` with one step more, never deeper than part, id and field."""
    return where if where.count("/") >= 2 else f"{where}/{name}"
