"""One number over another, on the days on which both were noted."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from purposebook.measures.answer import TOO_LARGE
from purposebook.measures.metric import MetricMeasures
from purposebook.measures.proportions import METHOD, is_proportion, wilson
from purposebook.measures.series import Point

ByMetric = Mapping[str, MetricMeasures]


@dataclass(frozen=True)
class Figure:
    """Hold one computed number with its formula, day by day."""

    id: str
    name: str
    formula: str
    """The ids of the metrics, in the places where their values stand."""
    unit: str
    points: tuple[Point, ...]
    """Oldest first."""
    reasons: tuple[str, ...]
    """Why a number is missing, and what to know about those that are there."""
    beside: tuple[str, ...] = ()
    """The ids of the metrics that show what users get for it."""

    @property
    def latest(self) -> Point | None:
        """Return the newest point."""
        return self.points[-1] if self.points else None


@dataclass(frozen=True)
class Ratio:
    """Say what is divided by what."""

    id: str
    name: str
    above: str
    below: str
    unit: str
    is_share: bool


def series_named(id: str, metrics: ByMetric) -> tuple[tuple[Point, ...], tuple[str, ...]]:
    """Return the points of a metric that counts something, or why it has none."""
    found = metrics.get(id)
    if found is None:
        return (), (f"{id} is not written: nothing to compute with",)
    if found.unit.strip() == "%":
        return (), (f"{id} is a share in %: a count or an amount is needed here",)
    return found.series, () if found.series else (f"{id} has no value yet: nothing to compute with",)


def ratio_of(ratio: Ratio, metrics: ByMetric) -> Figure:
    """Return `above` / `below` on each day on which both have a value.

    Definition: a share is in % and has Wilson's interval on each day where both are whole numbers with
    0 <= above <= below; any other ratio has none, and a reason says so. A day on which `below` is zero or less, or the
    result too large to compute with, is left out with a reason. Units: `unit`. Errors: none.
    Source: see `service` and `money`, which say what is divided.
    """
    top, missing_top = series_named(ratio.above, metrics)
    bottom, missing_bottom = series_named(ratio.below, metrics)
    formula = f"{ratio.above} / {ratio.below}"
    missing = tuple(dict.fromkeys((*missing_top, *missing_bottom)))
    if missing:
        return Figure(ratio.id, ratio.name, formula, ratio.unit, (), missing)
    below = {point.date: point.value for point in bottom}
    both = [(point.date, point.value, below[point.date]) for point in top if point.date in below]
    points, too_large = finite_points([_point(ratio, *one) for one in both if one[2] > 0])
    reasons = (*_reasons(ratio, both), *too_large)
    return Figure(ratio.id, ratio.name, formula, ratio.unit, points, reasons)


def finite_points(points: Sequence[Point]) -> tuple[tuple[Point, ...], tuple[str, ...]]:
    """Return the points that have a number, and say on which days floating point has run out of range."""
    lost = [str(point.date) for point in points if not math.isfinite(point.value)]
    reasons = (f"{TOO_LARGE} on {_days(lost)}: no number there",) if lost else ()
    return tuple(point for point in points if math.isfinite(point.value)), reasons


def _point(ratio: Ratio, day: dt.date, above: float, below: float) -> Point:
    """Divide on one day."""
    scale = 100 if ratio.is_share else 1
    value = scale * above / below
    if not ratio.is_share or not is_proportion(above, below):
        return Point(day, value)
    low, high = wilson(int(above), int(below))
    return Point(day, value, int(below), (min(scale * low, value), max(scale * high, value)), METHOD)


def _reasons(ratio: Ratio, both: list[tuple[dt.date, float, float]]) -> Iterator[str]:
    """Say which days have no number or no interval, and why."""
    if not both:
        yield f"no day on which both {ratio.above} and {ratio.below} were noted"
    zero = [str(day) for day, _, below in both if below <= 0]
    if zero:
        yield f"{ratio.below} is zero or less on {_days(zero)}: nothing to divide by"
    divided = [(above, below) for _, above, below in both if below > 0]
    if not ratio.is_share and divided:
        yield "a ratio and no share of counted cases: no interval"
    elif any(above > below for above, below in divided):
        yield f"{ratio.above} is above {ratio.below} on some days: these are no shares, so they have no interval"
    elif any(not is_proportion(*pair) for pair in divided):
        yield "not whole-number counts on some days: no interval there"


def _days(days: Sequence[str]) -> str:
    """Name one day, or the first and the last of several."""
    return days[0] if len(days) == 1 else f"{len(days)} days from {days[0]} to {days[-1]}"
