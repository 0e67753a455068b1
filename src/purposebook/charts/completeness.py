"""How much of each part is written, field by field; parts are never added up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, get_args

from pydantic_core import PydanticUndefined

from purposebook.charts.bars import Bar, bars
from purposebook.charts.figure import Figure, table
from purposebook.charts.words import counted, listed, verb
from purposebook.domain.base import Model
from purposebook.domain.workbook import PARTS, Workbook

_NAMED: Final = 3
_NOT_ASKED: Final = frozenset(
    {
        *("id", "assumption", "ignore", "not_used", "visibility", "language", "review_every", "observations", "pirate"),
        *("surveys", "service"),
        *("not_measured", "not_used_because", "nobody_because", "not_considered", "offsets", "stated", "closed"),
        *("comparison", "money", "pairs_with", "refers_to", "revisit", "key", "link"),
    }
)
"""Fields that have a value anyhow, or that a good workbook may leave empty."""


@dataclass(frozen=True)
class _Part:
    """Hold how many fields of a part there are, how many are written, and the titles of the others."""

    name: str
    fields: int
    written: int
    empty: tuple[str, ...]
    is_left_out: bool
    """Whether the team says that it does not use this part."""

    @property
    def label(self) -> str:
        """Say how much is written."""
        return "left out on purpose" if self.is_left_out else f"{self.written} of {self.fields}"


def completeness(book: Workbook) -> Figure | None:
    """Draw the share of fields that are written, part by part."""
    parts = tuple(_part(name, book) for name in PARTS)
    drawn = [Bar(part.name.capitalize(), part.written / part.fields, part.label, part.fields) for part in parts]
    columns = ["Part", "Fields written", "Fields", "Still empty"]
    return Figure(
        "completeness",
        _title(parts),
        bars(drawn, "fields written", most=1.0),
        _description(parts),
        table(columns, [(part.name.capitalize(), part.written, part.fields, "; ".join(part.empty)) for part in parts]),
        "the product's folder",
    )


def _title(parts: tuple[_Part, ...]) -> str:
    """Say which parts are not begun."""
    asked = [part for part in parts if not part.is_left_out]
    untouched = [part.name for part in asked if not part.written]
    if len(untouched) > _NAMED:
        begun = len(asked) - len(untouched)
        return f"{begun} of {counted(len(asked), 'part')} {verb(begun)} begun; {listed(untouched, _NAMED)} are not"
    if untouched:
        return f"Nothing is written yet in {listed(untouched)}"
    least = min(asked, key=lambda part: part.written / part.fields)
    return f"Every part is begun; {least.name} has the most left to write"


def _description(parts: tuple[_Part, ...]) -> str:
    """Read the bars aloud."""
    read = [f"{part.name} {part.label}" for part in parts]
    gone = sum(part.written == part.fields for part in parts)
    ends = f"{counted(gone, 'part')} {verb(gone)} complete." if gone else "No part is complete."
    return f"Fields written, of those asked for: {', '.join(read)}. {ends} Quality is not measured here."


def _part(name: str, book: Workbook) -> _Part:
    """Count the fields of one part; what says that it is not used, and is empty, is left out on purpose."""
    model, written = getattr(book, name), name in book.written
    found = list(_fields(model) if written else _blanks(type(model)))
    empty = tuple(dict.fromkeys(title for title, said in found if not said))
    skipped = {one.framework.strip().casefold() for one in book.product.not_used}
    return _Part(name, len(found), sum(said for _, said in found), empty, not written and name in skipped)


def _fields(model: Model) -> Iterator[tuple[str, bool]]:
    """Yield title and whether it is written for each field that a team is asked, down to the items of lists."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if name in _NOT_ASKED or _is_preset(field.default):
            continue
        inner = value if isinstance(value, tuple) else (value,)
        within = [one for one in inner if isinstance(one, Model)]
        if within:
            yield from (found for one in within for found in _fields(one))
        elif _model_in(field.annotation):
            yield from _blanks(_model_in(field.annotation))
        else:
            yield field.title or name, _is_written(value)


def _blanks(kind: type[Model] | None) -> Iterator[tuple[str, bool]]:
    """Yield every field that a model of this kind would ask for, not written."""
    for name, field in kind.model_fields.items() if kind else ():
        if name in _NOT_ASKED or _is_preset(field.default):
            continue
        inner = _model_in(field.annotation)
        if inner:
            yield from _blanks(inner)
        else:
            yield field.title or name, False


def _model_in(annotation: Any) -> type[Model] | None:
    """Return the model within `Model`, `Model | None` or `tuple[Model, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_in(inner))), None)


def _is_preset(default: Any) -> bool:
    """Say whether a field has an answer before anybody writes one."""
    return bool(default) and default is not PydanticUndefined


def _is_written(value: Any) -> bool:
    """Say whether a value says anything."""
    return bool(value.strip()) if isinstance(value, str) else value not in (None, (), {})
