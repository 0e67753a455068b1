"""Rounds of answers: when two of them, laid side by side, would tell what single people answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

from purposebook.domain.base import FEWEST

HALF_YEAR: Final = dt.timedelta(days=180)
"""After so long nobody can assume that all others still answer what they answered then."""


class Counted(Protocol):
    """A round whose sums are over some people."""

    @property
    def date(self) -> dt.date:
        """The day on which they answered."""

    @property
    def people(self) -> int:
        """How many they were."""

    @property
    def is_told(self) -> bool:
        """Whether anything is said of so many."""


R = TypeVar("R", bound=Counted)


@dataclass(frozen=True)
class CountedPeople:
    """Hold who was counted in one sum."""

    date: dt.date
    count: int
    people: frozenset[str] | None = None
    """Names of files in `private/`, or None where it is not known who it was."""


def are_near(one: dt.date, other: dt.date) -> bool:
    """Tell whether answers of two days may be assumed to be the same."""
    return abs(one - other) < HALF_YEAR


def shown_rounds(rounds: Iterable[R]) -> tuple[R, ...]:
    """Return the rounds that may stand side by side, in their order.

    Of two near rounds whose numbers of people differ by one to four, the later is left out: the difference of their
    sums would tell what those few answered. A round whose sums are withheld hides no other.
    """
    every = tuple(rounds)
    kept: list[R] = []
    for one in sorted(every, key=lambda one: one.date):
        if not one.is_told or not any(_tell_few(one, other) for other in kept if other.is_told):
            kept.append(one)
    return tuple(one for one in every if one in kept)


def _tell_few(one: Counted, other: Counted) -> bool:
    """Tell whether the difference of two sums would be over few people."""
    return are_near(one.date, other.date) and 0 < abs(one.people - other.people) < FEWEST


def left_out(rounds: Sequence[Counted]) -> str:
    """Say how many rounds are left out, and why; nothing where all are shown."""
    missing = len(rounds) - len(shown_rounds(rounds))
    what = "One round is" if missing == 1 else f"{missing} rounds are"
    return f"{what} left out: {WHY_LEFT_OUT}." if missing else ""


WHY_LEFT_OUT: Final = (
    f"an earlier round of the same half-year counts one to {FEWEST - 1} people more or fewer, "
    "and the difference would tell what they answered"
)
