"""Whom a workbook knows by name, and whether a text speaks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from purposebook.checks.reading import stems
from purposebook.domain.workbook import Workbook

_JOINTS = re.compile(r"[,;:()/]|\s[-–—]\s")


def people_of(book: Workbook) -> tuple[tuple[str, str], ...]:
    """Return id and name of each declared persona and segment."""
    personas = tuple((persona.id, persona.name) for persona in book.personas.personas)
    return personas + tuple((segment.id, segment.name) for segment in book.personas.segments)


def known_people(book: Workbook) -> tuple[str, ...]:
    """Return names and ids of declared personas and segments, ready to be found in `stems`."""
    return tuple(dict.fromkeys(name for name in map(stems, _names(book)) if len(name) > 4))


def _names(book: Workbook) -> Iterator[str]:
    """Yield each name, each part of a name such as `Maria, first-time author`, and each id in words."""
    for id, name in people_of(book):
        yield name
        yield from _JOINTS.split(name)
        yield id


def names_people(book: Workbook, text: str) -> bool:
    """Tell whether `text` names a declared persona or segment, in singular or plural."""
    read = stems(text)
    return any(name in read for name in known_people(book))


def is_known(book: Workbook, who: str) -> bool:
    """Tell whether `who` as a whole is a declared persona or segment."""
    asked = who.strip()
    return asked in dict(people_of(book)) or names_people(book, asked)
