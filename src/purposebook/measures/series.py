"""Observations of one metric -> a series of dated points, and the reasons for what is missing in it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from purposebook.domain.metrics import Observation
from purposebook.measures.proportions import METHOD, is_proportion, wilson


@dataclass(frozen=True)
class Point:
    """Hold one dated value with what is known about its precision."""

    date: dt.date
    value: float
    """In the metric's own unit: 75 where the unit is `%`."""
    n: int | None = None
    """The denominator where it is a whole number."""
    interval: tuple[float, float] | None = None
    """In the metric's own unit."""
    method: str | None = None
    """How the interval was computed; nothing without one."""
    counted: tuple[float, float] | None = None
    """Numerator and denominator where the value was counted, whole or not."""


@dataclass(frozen=True)
class SegmentLatest:
    """Hold the newest point of one part of the whole."""

    segment: str
    latest: Point


@dataclass(frozen=True)
class Series:
    """Hold a metric's points by date, its segments by name, and why anything is missing."""

    points: tuple[Point, ...]
    segments: tuple[SegmentLatest, ...]
    reasons: tuple[str, ...]

    @property
    def latest(self) -> Point | None:
        """Return the newest point of the whole."""
        return self.points[-1] if self.points else None


def series_of(rows: Iterable[Observation], unit: str, as_of: dt.date) -> Series:
    """Return the series of one metric's `rows` up to and including `as_of`.

    Definition: a row's value is its `value`, or numerator / denominator, times 100 where `unit` is `%`. Whole-number
    counts with numerator <= denominator are a proportion with Wilson's interval; any other ratio has none. Rows without
    a segment are the whole; the others break it down. The order of the rows does not matter.
    Contradictions: rows of one day (and segment) that say the same count once; a day whose rows disagree is left out
    with a reason, because nobody can know which of them is right. Values outside 0..100 % are shown as they are.
    Units: values and intervals in the metric's own unit. Errors: none; what cannot be computed becomes a reason.
    """
    parts: dict[str, list[Observation]] = defaultdict(list)
    for row in rows:
        if row.date <= as_of:
            parts[row.segment.strip()].append(row)
    whole = parts.pop("", [])
    points, reasons = _points(whole, unit)
    if not points:
        kind = "usable observation" if whole else "observation"
        only = ", only of segments" if parts and not whole else ""
        reasons += (f"no {kind} of the whole by {as_of}{only}: no latest value, progress, limits or assurance",)
    found = {name: _points(rows, unit) for name, rows in sorted(parts.items())}
    segments = tuple(SegmentLatest(name, dated[-1]) for name, (dated, _) in found.items() if dated)
    of_segments = tuple(f"segment {name}: {reason}" for name, (_, told) in found.items() for reason in told)
    return Series(points, segments, reasons + of_segments + _why_no_intervals(whole))


def _points(rows: Iterable[Observation], unit: str) -> tuple[tuple[Point, ...], tuple[str, ...]]:
    """Return one point per day, oldest first, and the reasons for the days that are left out."""
    days: dict[dt.date, dict[tuple[float | None, ...], Observation]] = defaultdict(dict)
    repeated = set()
    for row in rows:
        cells = (row.value, row.numerator, row.denominator)
        if cells in days[row.date]:
            repeated.add(row.date)
        days[row.date][cells] = row
    disagreeing = sorted(day for day, said in days.items() if len(said) > 1)
    agreeing = sorted(repeated.difference(disagreeing))
    points = tuple(_point(row, unit) for _, said in sorted(days.items()) if len(said) == 1 for row in said.values())
    return points, (*_left_out(disagreeing, "rows that disagree"), *_counted_once(agreeing))


def _left_out(days: list[dt.date], why: str) -> Iterator[str]:
    """Say which days are left out, if any."""
    if len(days) == 1:
        yield f"{days[0]} has {why}: the day is left out"
    elif days:
        yield f"{len(days)} days from {days[0]} to {days[-1]} have {why}: they are left out"


def _counted_once(days: list[dt.date]) -> Iterator[str]:
    """Say which days have the same row more than once, if any."""
    if len(days) == 1:
        yield f"{days[0]} has the same row more than once: it counts once"
    elif days:
        yield f"{len(days)} days from {days[0]} to {days[-1]} have the same row more than once: each counts once"


def _point(row: Observation, unit: str) -> Point:
    """Return the point of one row."""
    value = row.value_in(unit)
    if row.numerator is None or row.denominator is None:
        return Point(row.date, value)
    counted = row.numerator, row.denominator
    whole = row.denominator.is_integer() and row.denominator <= 2**53
    n = int(row.denominator) if whole else None
    if n is None or not is_proportion(*counted):
        return Point(row.date, value, n, counted=counted)
    lower, upper = wilson(int(row.numerator), n)
    scale = 100 if unit.strip() == "%" else 1
    return Point(row.date, value, n, (min(scale * lower, value), max(scale * upper, value)), METHOD, counted)


def _why_no_intervals(rows: Iterable[Observation]) -> tuple[str, ...]:
    """Say why some rows of the whole have no interval."""
    counted = [(row.numerator, row.denominator) for row in rows if row.numerator is not None and row.denominator]
    ratios = [pair for pair in counted if not is_proportion(*pair)]
    above = [top for top, bottom in ratios if top.is_integer() and bottom.is_integer() and top > bottom]
    reasons = []
    if any(row.value is not None for row in rows):
        reasons.append("a value without counts has no interval")
    if len(ratios) > len(above):
        reasons.append("not whole-number counts: a ratio has no interval")
    elif above:
        reasons.append("numerator above the denominator: a ratio has no interval")
    if above and len(counted) > len(ratios):
        reasons.append("other rows look like proportions of the same ratio: read their intervals with care")
    return tuple(reasons)
