"""What keeps a form from being saved: each problem with the question that it concerns; knows no widget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from purposebook.domain.base import Model
from purposebook.notebook.forms.drafts import Values, name_of
from purposebook.notebook.forms.fields import Field, fields_of

Keys = tuple[str | int, ...]
"""The keys and positions that lead to an answer."""


@dataclass(frozen=True)
class Problem:
    """Say what is wrong with one answer, and what to do."""

    path: Keys
    """From the form down."""
    message: str

    def below(self) -> Problem:
        """Return the problem as the next question down sees it."""
        return replace(self, path=self.path[1:])


def under(problems: Iterable[Problem], step: str | int) -> tuple[Problem, ...]:
    """Return the problems below one key or position."""
    return tuple(problem.below() for problem in problems if problem.path[:1] == (step,))


def place(model: type[Model], draft: Values, path: Keys) -> str:
    """Write the way to a question in the words of the form: `Personas, First-time author, Name`."""
    return ", ".join(part for part in _steps(model, draft, path) if part)


def _steps(model: type[Model], draft: Values, path: Keys) -> Iterator[str]:
    """Yield the words of each step."""
    found = next((field for field in fields_of(model) if path and field.key == path[0]), None)
    if found is None:
        return
    yield found.label
    value, rest = draft[found.name], path[1:]
    if found.kind == "items" and rest and isinstance(rest[0], int) and rest[0] < len(value):
        yield from _item_steps(found, value[rest[0]], rest[0], rest[1:])
    elif found.kind == "group" and found.model:
        yield from _steps(found.model, value, rest)


def _item_steps(field: Field, entry: Any, position: int, rest: Keys) -> Iterator[str]:
    """Yield the words of an item and of what lies below it."""
    yield name_of(field, entry) or f"number {position + 1}"
    if field.model:
        yield from _steps(field.model, entry.values, rest)
