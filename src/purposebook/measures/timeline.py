"""Real dates -> time in periods since a change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from purposebook.text.numbers import number

_CALENDAR: Final = ((1, "a month"), (3, "a quarter"), (12, "a year"))
"""Periods of so many months."""


@dataclass(frozen=True)
class Timeline:
    """Hold when each point was, in periods, 0 being the change."""

    period: str
    times: tuple[float, ...]

    @property
    def missing(self) -> int:
        """Return how many periods between the points have none."""
        return sum(max(round(after - before) - 1, 0) for before, after in pairwise(self.times))


def timeline(dates: Sequence[dt.date], change: dt.date) -> Timeline:
    """Return the time of each of `dates`, rising and each there once, since `change`.

    Definition: points that are a month, a quarter or a year apart, give or take what the calendar does, are counted in
    these; all others in periods of the median distance in days. So a gap in the dates is a gap in time.
    """
    apart = median((after - before).days for before, after in pairwise(dates))
    for months, name in _CALENDAR:
        if 28 * months <= apart <= 31 * months and all(_regular(dates, months)):
            return Timeline(name, tuple((_month(one) - _month(change)) / months for one in dates))
    period = "a day" if apart == 1 else f"{number(apart)} days"
    return Timeline(period, tuple((one - change).days / apart for one in dates))


def _month(day: dt.date) -> int:
    """Return the number of a day's month."""
    return 12 * day.year + day.month


def _regular(dates: Sequence[dt.date], months: int) -> Iterator[bool]:
    """Say of each step whether it is a whole number of periods, and at least one."""
    for before, after in pairwise(dates):
        steps = _month(after) - _month(before)
        yield steps > 0 and steps % months == 0
