"""The pirate metrics' definitions, put into rows of name and value."""

from __future__ import annotations

from collections.abc import Iterator

from purposebook.domain.base import Model
from purposebook.domain.pirate import Pirate
from purposebook.notebook.cards import title_of
from purposebook.notebook.wording import day


def pirate_rows(pirate: Pirate | None) -> tuple[tuple[str, str], ...]:
    """Return every definition that is written, as (name, value)."""
    return tuple(_rows(pirate)) if pirate else ()


def _rows(model: Model, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield the fields of a model and of the models within it."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        title = f"{before}{title_of(model, name)}"
        if isinstance(value, Model):
            yield from _rows(value, f"{title} · ")
        elif isinstance(value, tuple):
            yield from ((title, str(item)) for item in value)
        elif value not in (None, ""):
            yield title, day(value) if hasattr(value, "isoformat") else str(value)
