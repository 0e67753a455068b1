"""What a rule is: catalogue data, and one pure function that finds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from purposebook.checks.example import Example
from purposebook.domain.results import Severity
from purposebook.domain.workbook import Workbook


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


Finder = Callable[[Workbook, dt.date], Iterable[Hit]]


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
    languages: frozenset[str] | None = None
    """The languages that its word lists read; None when it reads no words."""
