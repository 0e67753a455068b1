"""What is different between two states of a workbook, item by item and field by field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from purposebook.domain.base import Model
from purposebook.domain.outline import id_of, items_in, label_of, outline
from purposebook.domain.workbook import PARTS, Workbook
from purposebook.text.numbers import number

How = Literal["added", "removed", "changed"]


@dataclass(frozen=True)
class FieldChange:
    """Hold one field before and after, as texts; empty where nothing was written."""

    title: str
    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    """Hold what happened to one item, or to the fields that stand in the part itself."""

    part: str
    kind: str
    """What the item is called; empty for the part itself."""
    id: str
    label: str
    how: How
    fields: tuple[FieldChange, ...] = ()


def differences(before: Workbook, after: Workbook) -> tuple[Difference, ...]:
    """Compare two states, in the order of the parts: what came, what went, what changed."""
    return tuple(one for part in PARTS for one in _of_part(part, getattr(before, part), getattr(after, part)))


def _of_part(part: str, before: Model, after: Model) -> Iterator[Difference]:
    """Compare one part: its own fields, then its items."""
    own = _changed_fields(before, after)
    if own:
        yield Difference(part, "", "", part, "changed", own)
    old, new = _items(before), _items(after)
    for key, item in new.items():
        if key not in old:
            yield Difference(part, *key, label_of(item), "added")
        elif fields := _changed_fields(old[key], item):
            yield Difference(part, *key, label_of(item), "changed", fields)
    for key, item in old.items():
        if key not in new:
            yield Difference(part, *key, label_of(item), "removed")


def _items(value: Model) -> dict[tuple[str, str], Model]:
    """Return every item with an id by its kind and id."""
    return {(item.KIND, id_of(item)): item for item in items_in(value)}


def _changed_fields(before: Model, after: Model) -> tuple[FieldChange, ...]:
    """Compare the fields of one model, without the items that have an id of their own."""
    apart = {inner.name for inner in outline(type(after)).inner if inner.model.KIND}
    titles = {name: info.title or name for name, info in type(after).model_fields.items() if name not in apart}
    pairs = ((title, getattr(before, name), getattr(after, name)) for name, title in titles.items())
    return tuple(FieldChange(title, _said(old), _said(new)) for title, old, new in pairs if old != new)


def _said(value: Any) -> str:
    """Write a value as one line of text."""
    if value is None or value in ((), {}):
        return ""
    if isinstance(value, Model):
        told = ((name, _said(getattr(value, name))) for name in type(value).model_fields)
        return ", ".join(f"{name.rstrip('_')}: {text}" for name, text in told if text)
    if isinstance(value, (tuple, list)):
        return "; ".join(_said(item) for item in value)
    if isinstance(value, float):
        return number(value, 12)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, dt.date) else " ".join(str(value).split())
