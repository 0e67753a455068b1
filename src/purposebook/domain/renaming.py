"""Give an item another id, and change every place that refers to it."""

from __future__ import annotations

from typing import Any, Final

from purposebook.domain.base import NAMES, REFERS, Model
from purposebook.domain.outline import id_of, items_of, outline
from purposebook.domain.product import Product
from purposebook.domain.references import HOME

ROWS: Final = {"metric": "observations", "survey": "answers"}
"""What stands in place of a part in `part/id` for the rows of a table."""


def with_id(part: Model, kind: str, old: str, new: str) -> Model:
    """Return `part` with the item `old` of this kind, and every reference to it, called `new`."""
    changes = _changes(part, kind, old, new)
    if isinstance(part, Product):
        places = {HOME[kind], ROWS.get(kind, "")}
        moved = tuple(one.model_copy(update={"where": _where(one.where, places, old, new)}) for one in part.ignore)
        changes |= {"ignore": moved} if moved != part.ignore else {}
    return part.model_copy(update=changes) if changes else part


def _changes(value: Model, kind: str, old: str, new: str) -> dict[str, Any]:
    """Return the fields of a model that are different after the change, at whatever depth."""
    changes: dict[str, Any] = {"id": new} if (value.KIND, id_of(value)) == (kind, old) else {}
    for name, info in type(value).model_fields.items():
        if kind in items_of(info, REFERS, NAMES):
            changes[name] = _replaced(getattr(value, name), old, new)
    for inner in outline(type(value)).inner:
        held = getattr(value, inner.name)
        if inner.many:
            changes[inner.name] = tuple(with_id(one, kind, old, new) for one in held)
        elif held is not None:
            changes[inner.name] = with_id(held, kind, old, new)
    return {name: found for name, found in changes.items() if found != getattr(value, name)}


def _replaced(held: Any, old: str, new: str) -> Any:
    """Return what a field refers to; words among which the id does not stand alone stay as they are."""
    if isinstance(held, tuple):
        return tuple(new if one == old else one for one in held)
    return new if isinstance(held, str) and held.strip() == old else held


def _where(where: str, places: set[str], old: str, new: str) -> str:
    """Return the place of a silenced rule, `part/id[/field]`, with its id changed."""
    part, *rest = where.split("/")
    if part in places and rest and rest[0].strip() == old:
        return "/".join((part, new, *rest[1:]))
    return where
