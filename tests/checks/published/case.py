"""One published text, and how texts become workbooks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from purposebook.checks.example import Example


@dataclass(frozen=True)
class Case:
    """Hold one text that stands in print or on a public page.

    A source that begins with `after` names what a text retells in our words, or what its structure was built upon:
    ids, days, roles and fields that nobody published are ours, and so is what `as if`, `without` or `had` turn around.
    """

    example: Example
    source: str


Cases = Mapping[str, tuple[Case, ...]]
"""Texts by the rule's id."""


def quotes(says: Callable[..., Example], *said: tuple[str, str], **more: Any) -> tuple[Case, ...]:
    """Make cases of texts with their sources, each told by `says`."""
    return tuple(Case(says(text, **more), source) for text, source in said)


def case(source: str, text: str, **parts: Any) -> Case:
    """Make one case of the parts of a workbook."""
    return Case(Example(text, parts), source)
