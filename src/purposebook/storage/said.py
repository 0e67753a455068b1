"""What a model says, as the values that its file would hold."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from purposebook.domain.base import Model
from purposebook.domain.claims import Claim

Value = str | int | float | bool | dt.date | list["Value"] | dict[str, "Value"]
"""A text, number, truth, day, list or group of keys; empty ones are left out of groups."""
Group = dict[str, Value]

_SUPPORT = frozenset({"evidence", "assumption"})
"""Keys that stand behind what they support."""


def said(model: Model) -> Group:
    """Return every value of `model` that says something, by the keys of its file."""
    as_values = model.model_dump(by_alias=True)
    as_written = model.model_dump(by_alias=True, mode="json")
    return cast(Group, _filled(_with_days(as_values, as_written)))


def said_briefly(model: Model) -> Group:
    """Return the same without what a reader would assume anyway."""
    thin = _thinned(said(model), model.model_dump(by_alias=True, exclude_defaults=True))
    return cast(Group, _bare(thin, model))


def _with_days(value: Any, written: Any) -> Any:
    """Keep dates as dates, so that they are written without quotes; take all else as it is written."""
    if isinstance(value, dict):
        return {key: _with_days(value[key], written[key]) for key in value}
    if isinstance(value, (list, tuple)):
        return [_with_days(item, other) for item, other in zip(value, written, strict=True)]
    return value if isinstance(value, dt.date) else written


def _filled(value: Any) -> Any:
    """Leave out keys whose value says nothing; a list keeps all its items."""
    if isinstance(value, dict):
        order = sorted(value, key=_SUPPORT.__contains__)
        inner = {key: _filled(value[key]) for key in order}
        return {key: item for key, item in inner.items() if item is not None and item not in ("", [], {})}
    return [_filled(item) for item in value] if isinstance(value, list) else value


def _thinned(value: Any, kept: Any) -> Any:
    """Leave out keys that `kept` does not have."""
    if isinstance(value, dict):
        return {key: _thinned(item, kept[key]) for key, item in value.items() if key in kept}
    if isinstance(value, list):
        return [_thinned(item, other) for item, other in zip(value, kept, strict=True)]
    return value


def _bare(value: Any, written: Any) -> Any:
    """Write a claim without evidence as the text that it is; no other group may be read from a text."""
    if isinstance(value, dict) and isinstance(written, Model):
        if isinstance(written, Claim) and list(value) == ["text"]:
            return value["text"]
        fields = {info.alias or name: name for name, info in type(written).model_fields.items()}
        return {key: _bare(item, getattr(written, fields[key])) for key, item in value.items()}
    if isinstance(value, list):
        return [_bare(item, other) for item, other in zip(value, written, strict=True)]
    return value
