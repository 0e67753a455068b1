"""A time line on a sheet of pixels, with the months that are written under it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from purposebook.charts.words import day

_SPARE: Final = 15
"""Days that are free at either end."""
_MONTHS: Final = (1, 3, 6, 12, 24, 60, 120, 600)
_TICKS: Final = 5


@dataclass(frozen=True)
class Axis:
    """Hold the first and the last day that are drawn, and where."""

    first: dt.date
    last: dt.date
    left: float
    right: float

    def x(self, date: dt.date) -> float:
        """Return where a day stands."""
        return self.left + (self.right - self.left) * (date - self.first).days / (self.last - self.first).days

    def ticks(self, most: int = _TICKS) -> Iterator[dt.date]:
        """Yield the first days of so many months that a few stand apart from each other."""
        start, end = (date.year * 12 + date.month for date in (self.first, self.last))
        step = next((one for one in _MONTHS if (end - start) / one <= most), end - start)
        for month in range(-(-start // step) * step, end, step):
            yield dt.date(month // 12, month % 12 + 1, 1)


def axis_over(dates: Sequence[dt.date], left: float, right: float) -> Axis:
    """Lay an axis over all days, with some room at both ends, as far as the calendar goes."""
    first, last = min(dates).toordinal(), max(dates).toordinal()
    spare = max(_SPARE, (last - first) // 20)
    begin = dt.date.fromordinal(max(first - spare, 1))
    end = dt.date.fromordinal(min(last + spare, dt.date.max.toordinal()))
    return Axis(begin, end, left, right)


def month_name(date: dt.date) -> str:
    """Write the month of a day as people read it: Mar 2026."""
    return day(date).partition(" ")[2]
