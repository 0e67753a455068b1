"""What stands in a form while somebody types: plain texts, turned into models and back; knows no widget."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from purposebook.domain.base import Model
from purposebook.domain.evidence import Evidence
from purposebook.domain.metrics import Observation
from purposebook.notebook.forms.days import as_written
from purposebook.notebook.forms.fields import Field, fields_of

Values = Mapping[str, Any]
"""Field name -> what stands in its widget: a text, a flag, ids, the values of a group, or a tuple of entries."""


@dataclass(frozen=True)
class Entry:
    """Hold one item of a list while somebody works on it."""

    values: Values
    origin: Model | None = None
    """The item as it was read; None for a new one."""

    def with_values(self, values: Values) -> Entry:
        """Return this entry with other values."""
        return replace(self, values=values)


def values_of(model: type[Model], value: Model | None = None) -> dict[str, Any]:
    """Return what a form shows of `value`, or of nothing written yet."""
    return {field.name: shown(field, getattr(value, field.name, None)) for field in fields_of(model)}


def shown(field: Field, value: Any) -> Any:
    """Return what a field's widget shows of `value`."""
    if value is None:
        value = field.default
    match field.kind:
        case "group":
            return values_of(_model(field), value)
        case "items":
            return tuple(Entry(values_of(_model(field), item), item) for item in value or ())
        case "references":
            return tuple(value or ())
        case "lines":
            return "\n".join(map(_typed, value or ()))
        case "flag":
            return bool(value)
        case _:
            return "" if value is None else _text(field, value)


def _text(field: Field, value: Any) -> str:
    """Write a value as somebody would type it."""
    if field.kind == "days":
        return f"{value}d"
    return _typed(value)


def _typed(value: Any) -> str:
    """Write a number, a day or a text as somebody would type it."""
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def written(field: Field, draft: Any, base: Any) -> Any:
    """Return what the model reads for `field`: `base` itself where nothing was changed, None for nothing written."""
    if draft == shown(field, base):
        return base
    if field.kind == "group":
        return None if draft == values_of(_model(field)) else data_of(_model(field), draft, base)
    if field.kind == "items":
        return tuple(_item(field, entry) for entry in draft)
    return _plain(field, draft)


def _plain(field: Field, draft: Any) -> Any:
    """Return what the model reads for an answer without parts."""
    match field.kind:
        case "lines":
            return tuple(line.strip() for line in draft.splitlines() if line.strip())
        case "days":
            return f"{draft.strip()}d" if draft.strip().isdigit() else draft.strip() or None
        case "date":
            return as_written(draft) or None
        case "number" | "count" | "level" | "choice" | "reference":
            return draft.strip() or None
        case _:
            return draft


def data_of(model: type[Model], draft: Values, base: Model | None) -> dict[str, Any]:
    """Return what `model` reads for a whole draft, by the keys of the file."""
    return {field.key: written(field, draft[field.name], getattr(base, field.name, None)) for field in fields_of(model)}


def _item(field: Field, entry: Entry) -> Any:
    """Return what the model reads for one item."""
    model = _model(field)
    if entry.origin is not None and entry.values == values_of(model, entry.origin):
        return entry.origin
    return data_of(model, entry.values, entry.origin)


def blank(model: type[Model]) -> Entry:
    """Return a new item in which nobody wrote anything."""
    return Entry(values_of(model))


def without_blank(field: Field, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Leave out new items in which nobody wrote anything."""
    return tuple(entry for entry in entries if entry != blank(_model(field)))


def tidy(field: Field, draft: Any) -> Any:
    """Leave out blank new items, at every depth."""
    if field.kind == "group":
        return tidy_values(_model(field), draft)
    if field.kind != "items":
        return draft
    kept = without_blank(field, draft)
    return tuple(entry.with_values(tidy_values(_model(field), entry.values)) for entry in kept)


def tidy_values(model: type[Model], draft: Values) -> dict[str, Any]:
    """Leave out blank new items in each field of a draft."""
    return {field.name: tidy(field, draft[field.name]) for field in fields_of(model)}


def changes(field: Field, before: Any, after: Any) -> Iterator[tuple[str, ...]]:
    """Yield the path of labels to each field that differs; an item that came or went counts once."""
    if before == after:
        return
    if field.kind == "group":
        for path in changes_of(_model(field), before, after):
            yield (field.label, *path)
    elif field.kind == "items":
        yield from _item_changes(field, before, after)
    else:
        yield (field.label,)


def changes_of(model: type[Model], before: Values, after: Values) -> Iterator[tuple[str, ...]]:
    """Yield the path to each field of a model that differs."""
    for field in fields_of(model):
        yield from changes(field, before[field.name], after[field.name])


def _item_changes(field: Field, before: tuple[Entry, ...], after: tuple[Entry, ...]) -> Iterator[tuple[str, ...]]:
    """Yield what differs between two lists of items."""
    model = _model(field)
    for entry in after:
        name = name_of(field, entry)
        if entry.origin is None:
            yield (field.label, name)
        else:
            for path in changes_of(model, values_of(model, entry.origin), entry.values):
                yield (field.label, name, *path)
    kept = [entry.origin for entry in after]
    for entry in before:
        if not any(entry.origin is origin for origin in kept):
            yield (field.label, name_of(field, entry))


_NAMED_BY: Final[Mapping[type[Model], tuple[str, ...]]] = {
    Evidence: ("id", "note"),
    Observation: ("metric", "date", "segment"),
}


def name_of(field: Field, entry: Entry) -> str:
    """Name an item by what it must say, or by its id; empty for a new one."""
    model = _model(field)
    asked = [part.name for part in fields_of(model) if part.required and part.kind != "id"]
    names = _NAMED_BY.get(model, tuple(asked[:2]))
    words = [" ".join(str(entry.values[name]).split()) for name in names]
    return ", ".join(word for word in words if word) or str(entry.values.get("id", ""))


def ids_in(field: Field, entries: Iterable[Entry]) -> frozenset[str]:
    """Return the ids of items, and of the items inside them."""
    found: set[str] = set()
    for entry in entries:
        for part in fields_of(_model(field)):
            value = entry.values[part.name]
            found |= ids_in(part, value) if part.kind == "items" else {value} if part.kind == "id" and value else set()
    return frozenset(found)


def _model(field: Field) -> type[Model]:
    """Return the model of a group or of an item."""
    if field.model is None:
        raise TypeError(f"the field {field.name!r} holds no model")
    return field.model
