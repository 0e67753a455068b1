"""Find the field of a model that a path through a file leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pydantic.fields import FieldInfo

from purposebook.domain.base import Model
from purposebook.storage.yaml_nodes import Path


def known_keys(model: type[Model]) -> tuple[str, ...]:
    """Return the keys that a model reads, as they are written in the file."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def model_at(model: type[Model], path: Path) -> type[Model] | None:
    """Return the model that reads the mapping at `path`, or None where no model does."""
    reading: type[Model] | None = model
    for step in path:
        if isinstance(step, int):
            continue
        field = field_of(reading, step) if reading else None
        reading = next(_models(field.annotation), None) if field else None
    return reading


def field_at(model: type[Model], path: Path) -> FieldInfo | None:
    """Return the field in which `path` ends; a list's item or a free key counts as the field that holds it."""
    found: FieldInfo | None = None
    for index, step in enumerate(path):
        owner = model_at(model, path[:index]) if isinstance(step, str) else None
        found = (field_of(owner, str(step)) if owner else None) or found
    return found


def field_of(model: type[Model], key: str) -> FieldInfo | None:
    """Return the field that is written as `key`."""
    return next((field for name, field in model.model_fields.items() if (field.alias or name) == key), None)


def dotted(path: Path) -> str:
    """Return `objectives[0].serves` for its path."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _models(annotation: object) -> Iterator[type[Model]]:
    """Yield the models inside an annotation such as `tuple[Clause, ...]` or `Vision | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
