"""Where a run chart's axes begin and end, and where its labels find room."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from purposebook.charts.labels import shorten, width_of
from purposebook.charts.layering import spread
from purposebook.domain.metrics import Metric
from purposebook.measures.metric import MetricMeasures

HEIGHT: Final = 230
_PLOT: Final = 210
"""Pixels of a plot on a telephone: labels that find room there find it everywhere."""
_LABEL: Final = 150
_ROOM: Final = 15


@dataclass(frozen=True)
class Scale:
    """Hold the ends of the value axis and its ticks."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def pixel(self, value: float) -> float:
        """Return how far below the top a value is drawn."""
        return HEIGHT * (self.high - value) / (self.high - self.low)

    def value(self, pixel: float) -> float:
        """Return the value that is drawn there."""
        return self.high - pixel / HEIGHT * (self.high - self.low)


@dataclass(frozen=True)
class Note:
    """Hold one change with the lane of its label above the plot."""

    date: dt.date
    text: str
    what: str
    lane: int
    align: str


def value_scale(metric: Metric, measured: MetricMeasures) -> Scale:
    """Return a scale that shows everything that is drawn; it begins at zero where that is near."""
    values = sorted(_drawn(metric, measured))
    low, high = values[0], values[-1]
    if 0 < low < 0.4 * high:
        low = 0.0
    if low == high:
        low, high = low - (abs(low) * 0.1 or 1), high + (abs(high) * 0.1 or 1)
    step = _step((high - low) / 5)
    first, last = math.floor(low / step), math.ceil(high / step)
    ticks = tuple(at * step for at in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks)


def _drawn(metric: Metric, measured: MetricMeasures) -> Iterator[float]:
    """Yield every value that has a mark in the chart."""
    for point in measured.series:
        yield from (point.value, *(point.interval or ()))
    for phase in measured.phases:
        if phase.limits:
            yield from (phase.limits.lower, phase.limits.upper)
    yield from (one.value for one in (metric.baseline, metric.target) if one)


def _step(rough: float) -> float:
    """Return the next step of 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(times * power for times in (1, 2, 5, 10) if times * power >= rough * 0.999)


def apart_from_each_other(values: Sequence[float], scale: Scale) -> list[float]:
    """Return for each value the nearest place at which its label stands free of the others."""
    order = sorted(range(len(values)), key=lambda at: (-values[at], at))
    names = [str(at) for at in order]
    wanted = {str(at): scale.pixel(values[at]) for at in order}
    free = spread(names, wanted, dict.fromkeys(names, float(_ROOM)), 0)
    return [round(scale.value(free[str(at)]), 6) for at in range(len(values))]


def notes(metric: Metric, first: dt.date, last: dt.date) -> tuple[Note, ...]:
    """Give each change within the chart a lane in which its label stands free."""
    span = max((last - first).days, 1)
    ends: list[float] = []
    made = []
    for change in sorted(metric.changes, key=lambda change: change.date):
        if not first <= change.date <= last:
            continue
        at = (change.date - first).days / span * _PLOT
        text = shorten(change.what, _LABEL, 11)
        align = "right" if at > _PLOT / 2 else "left"
        start = at - width_of(text, 11) if align == "right" else at
        lane = next((number for number, end in enumerate(ends) if end < start), len(ends))
        ends[lane : lane + 1] = [start + width_of(text, 11) + 10]
        made.append(Note(change.date, text, change.what, lane, align))
    return tuple(made)
