"""Read a model's fields as the questions of a form; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from purposebook.domain import base
from purposebook.domain.base import Model
from purposebook.domain.outline import REFERENCE_KEYS, items_of, model_in, without_none
from purposebook.domain.pirate import Bracket, TimeZone
from purposebook.domain.responsibility import CriterionNumber
from purposebook.domain.sources import EnvironmentName

Kind = Literal[
    "id", "line", "text", "lines", "choice", "level", "number", "count", "days", "date", "flag", "reference",
    "references", "group", "items",
]  # fmt: skip
"""What a field asks for; each kind has one widget."""

_KINDS: Final[tuple[tuple[Any, Kind], ...]] = (
    (base.Name, "line"), (base.Line, "line"), (base.RequiredName, "line"), (base.RequiredLine, "line"),
    (base.Horizon, "line"), (base.FileName, "line"), (base.Text, "text"), (base.RequiredText, "text"),
    (base.Id, "reference"), (base.Number, "number"), (base.Count, "count"), (base.Level, "level"), (base.Date, "date"),
    (base.Days, "days"), (base.Flag, "flag"), (CriterionNumber, "line"),
    (base.Ranks, "number"), (base.MeasuredName, "line"),
    (TimeZone, "line"), (EnvironmentName, "line"), (Bracket, "lines"),
)  # fmt: skip
"""Pairs, because not every annotated type can be a key."""


@dataclass(frozen=True)
class Field:
    """Ask for one field of a model."""

    name: str
    """The model's attribute."""
    key: str
    """The key in the file, by which faults name the field."""
    kind: Kind
    label: str
    hint: str
    example: str
    default: object
    """What the model holds when nobody wrote anything; None where it must be written."""
    required: bool
    most: int | None = None
    """The largest number of items."""
    choices: tuple[str, ...] = ()
    """The words to choose from; an empty one is offered beside them unless the model has a default of its own."""
    kinds: tuple[str, ...] = ()
    """The kinds of item that it may refer to."""
    model: type[Model] | None = None
    """The model of a group, or of each item."""


@cache
def fields_of(model: type[Model]) -> tuple[Field, ...]:
    """Return the questions of `model`, in the order of its fields."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(_field(name, hints[name], info) for name, info in model.model_fields.items())


def field_of(model: type[Model], name: str) -> Field:
    """Return one question of `model`."""
    return next(field for field in fields_of(model) if field.name == name)


def _field(name: str, hint: Any, info: FieldInfo) -> Field:
    """Read one field."""
    inner = without_none(hint)
    kind = "id" if name == "id" else _kind(inner)
    required = info.is_required()
    return Field(
        name=name,
        key=info.alias or name,
        kind=kind,
        label=info.title or name,
        hint=info.description or "",
        example=_example(info),
        default=None if info.default is PydanticUndefined else info.default,
        required=required,
        most=next((limit.max_length for limit in info.metadata if hasattr(limit, "max_length")), None),
        choices=_choices(inner, kind),
        kinds=items_of(info, *REFERENCE_KEYS),
        model=model_in(inner),
    )


def _kind(hint: Any) -> Kind:
    """Return what a type asks for."""
    for known, kind in _KINDS:
        if _is(hint, known):
            return kind
    if get_origin(hint) is Literal:
        return "choice"
    if get_origin(hint) is tuple:
        return _kind_of_many(get_args(hint)[0])
    if model_in(hint):
        return "group"
    raise TypeError(f"no form asks for {hint!r} yet; give the type a kind in this module")


def _is(hint: Any, known: Any) -> bool:
    """Tell whether a type is a known one, perhaps with further limits."""
    own = get_args(known)
    return bool(hint == known or (own and get_args(hint)[: len(own)] == own))


def _kind_of_many(hint: Any) -> Kind:
    """Return what a list of a type asks for."""
    if model_in(hint):
        return "items"
    return "references" if hint == base.Id else "lines"


def _choices(hint: Any, kind: Kind) -> tuple[str, ...]:
    """Return the words to choose from."""
    if kind == "level":
        return ("1", "2", "3", "4", "5")
    return get_args(hint) if kind == "choice" else ()


def _example(info: FieldInfo) -> str:
    """Return the example as somebody would type it."""
    first = (info.examples or [""])[0]
    shown = first[0] if isinstance(first, list) and first else first
    return str(shown) if isinstance(shown, (str, int, float)) and shown is not True else ""
