"""What a rule is: catalogue data, and one pure function that finds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Self

from purposebook.checks.example import Example
from purposebook.domain.result_base import Severity
from purposebook.domain.workbook import PARTS, Workbook

EVERYWHERE: Final = frozenset({*PARTS, "observations", "answers"})
"""Every part, the observations, and the answers of surveys: the first step of every `where`."""


@dataclass(frozen=True)
class Hit:
    """Name one place and what was seen there."""

    where: str
    """`part/id[/field]`."""
    message: str
    advice: str = ""
    """Stands in for the rule's own advice where that would not fit."""
    severity: Severity | None = None
    """Stands in for the rule's own severity where the rule has several."""

    @property
    def part(self) -> str:
        """Return the part in which it stands."""
        return self.where.partition("/")[0]


@dataclass(frozen=True)
class Question:
    """Say what the rules are asked: as of which day, and about which parts."""

    day: Callable[[], dt.date]
    """Called by the rules of age alone, and only when there is something to date: who notes it knows what is used."""
    parts: frozenset[str] = EVERYWHERE

    @classmethod
    def on(cls, day: dt.date, parts: Iterable[str] | None = None) -> Self:
        """Ask on a day that is known, about these parts or about all."""
        return cls(lambda: day, EVERYWHERE if parts is None else frozenset(parts))

    @property
    def as_of(self) -> dt.date:
        """Return the day on which the workbook is looked at."""
        return self.day()


Finder = Callable[[Workbook, Question], Iterable[Hit]]
"""May find more than it is asked about, but reads no file for that which the parts in question do not need."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Hold everything about one rule: its page, its examples and how it finds."""

    id: str
    severity: Severity
    title: str
    looks_for: str
    source: str
    """Where the idea was published, in our own words."""
    false_alarms: str
    """When it speaks without cause, or stays silent."""
    advice: str
    """What to do next, in one sentence."""
    strong: Example
    weak: Example
    find: Finder
    parts: frozenset[str]
    """Where its hits may stand."""
    languages: frozenset[str] | None = None
    """The languages that its word lists read; None when it reads no words."""
