"""What the models say of themselves: which fields hold models, ids and names, and what an item is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, Final, get_args, get_origin

from pydantic.fields import FieldInfo

from purposebook.domain.base import NAMES, REFERS, Model

REFERENCE_KEYS: Final = (REFERS, NAMES)


@dataclass(frozen=True)
class Inner:
    """Name a field that holds one model or a list of them."""

    name: str
    key: str
    """As it is written in the file."""
    model: type[Model]
    many: bool


@dataclass(frozen=True)
class Pointer:
    """Name a field that holds ids of other items."""

    name: str
    key: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Outline:
    """Hold what a walk through a model's values needs to know."""

    pointers: tuple[Pointer, ...]
    inner: tuple[Inner, ...]


@cache
def outline(model: type[Model]) -> Outline:
    """Return the fields of `model` that point somewhere, and those that hold other models, in their order."""
    fields = model.model_fields.items()
    pointers = tuple(
        Pointer(name, info.alias or name, items_of(info, REFERS)) for name, info in fields if items_of(info, REFERS)
    )
    inner = tuple(found for name, info in fields if (found := _inner(name, info)))
    return Outline(pointers, inner)


def items_of(info: FieldInfo, *keys: str) -> tuple[str, ...]:
    """Return the kinds of item that a field may name, under any of `keys`."""
    extra: Any = info.json_schema_extra
    return tuple(kind for key in keys for kind in (extra.get(key, ()) if isinstance(extra, dict) else ()))


def without_none(hint: Any) -> Any:
    """Return the type that a value has when it is written."""
    return next(part for part in get_args(hint) if part is not NoneType) if NoneType in get_args(hint) else hint


def model_in(hint: Any) -> type[Model] | None:
    """Return the model of a group or of each item of a list."""
    inner = get_args(hint)[0] if get_origin(hint) is tuple else hint
    return inner if isinstance(inner, type) and issubclass(inner, Model) else None


def _inner(name: str, info: FieldInfo) -> Inner | None:
    """Describe a field that holds a model."""
    written = without_none(info.annotation)
    model = model_in(written)
    return Inner(name, info.alias or name, model, get_origin(written) is tuple) if model else None


@cache
def kinds_in(model: type[Model]) -> tuple[str, ...]:
    """Return the kinds of item that stand in a part, in the order of its fields."""
    found = (kind for inner in outline(model).inner for kind in (inner.model.KIND, *kinds_in(inner.model)))
    return tuple(dict.fromkeys(kind for kind in found if kind))


def values_in(value: Model, inner: Inner) -> Iterator[Model]:
    """Yield the models that stand in a field."""
    held = getattr(value, inner.name)
    if inner.many:
        yield from held
    elif held is not None:
        yield held


def items_in(value: Model, field: str = "") -> Iterator[Model]:
    """Yield every item with an id inside a model, or inside one of its fields, at whatever depth; outer ones first."""
    for inner in outline(type(value)).inner:
        if field in {"", inner.name}:
            for item in values_in(value, inner):
                if item.KIND:
                    yield item
                yield from items_in(item)


def label_of(item: Model) -> str:
    """Return the first text of an item with an id."""
    own = getattr(item, "label", None)
    if isinstance(own, str):
        return own
    required = (name for name, info in type(item).model_fields.items() if name != "id" and info.is_required())
    return next((text for name in required if isinstance(text := getattr(item, name), str)), "")


def id_of(item: Model) -> str:
    """Return the id of an item that has one."""
    return str(getattr(item, "id", ""))
