"""How many of a thing: the noun and the verb that go with a count."""

from __future__ import annotations

from typing import Final

from purposebook.text.numbers import number

_ALL: Final = 15
"""So many digits of a count are written; nothing is counted that has more."""


def counted(count: int, one: str, many: str = "") -> str:
    """Write a count with its noun: 1 clause, 3 clauses, 2 people."""
    return f"{integer(count)} {noun(count, one, many)}"


def noun(count: int, one: str, many: str = "") -> str:
    """Return the form of a noun that goes with a count; the plural takes an s unless it is given."""
    return one if count == 1 else many or f"{one}s"


def verb(count: int, one: str = "is", many: str = "are") -> str:
    """Return the form of a verb that goes with a count."""
    return one if count == 1 else many


def integer(count: int) -> str:
    """Write a count with all its digits, thousands apart."""
    return number(count, _ALL)
