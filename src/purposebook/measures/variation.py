"""Normal variation: XmR limits, phases between changes, and signals."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from types import MappingProxyType
from typing import Final, Literal

from purposebook.measures.answer import TOO_LARGE, tolerance
from purposebook.measures.series import Point

FEWEST_POINTS: Final = 12
RUN: Final = 7
"""So many points on one side, rising or falling, are a signal."""
LIMIT_FACTOR: Final = 2.66
"""3 / 1.128: three sigma, told from moving ranges of two."""
RANGE_FACTOR: Final = 3.267
"""The upper limit of a moving range, in mean moving ranges."""

SignalKind = Literal["beyond-limit", "one-side", "rising", "falling", "near-limit"]
SIGNAL_WORDS: Final[Mapping[SignalKind, str]] = MappingProxyType(
    {
        "beyond-limit": "beyond a limit",
        "one-side": f"{RUN} or more on one side of the mean",
        "rising": f"{RUN} or more rising",
        "falling": f"{RUN} or more falling",
        "near-limit": "2 of 3 near a limit",
    }
)
"""Each kind of signal in words, in the order in which kinds of one day are listed."""


@dataclass(frozen=True)
class Limits:
    """Hold a process' mean and its limits of normal variation, in the metric's own unit."""

    mean: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Phase:
    """Hold the time between two changes, from its first point to its last."""

    start: dt.date
    end: dt.date
    limits: Limits | None
    """Nothing where the phase has fewer than 12 points."""


@dataclass(frozen=True)
class Signal:
    """Mark one point that is part of a signal."""

    date: dt.date
    kind: SignalKind


@dataclass(frozen=True)
class Variation:
    """Hold all that a series tells about its normal variation."""

    phases: tuple[Phase, ...]
    signals: tuple[Signal, ...]
    current: tuple[Point, ...]
    """The points of the last phase."""
    reasons: tuple[str, ...]
    """Why the last phase has no limits."""

    @property
    def limits(self) -> Limits | None:
        """Return the limits of the last phase."""
        return self.phases[-1].limits if self.phases else None


def variation_of(points: Sequence[Point], changes: Sequence[dt.date] = ()) -> Variation:
    """Return phases, their limits and signals of `points`, which are in the order of their dates.

    Definition: a phase begins with the first point on or after the date of a change, so limits and signals never reach
    across one. A phase of fewer than 12 points has neither. Units: the metric's own. Errors: none, see `reasons`.
    Source: NHS England, Making Data Count; D. J. Wheeler, Understanding Variation (1993).
    """
    split = _split(points, changes)
    phases = tuple(Phase(part[0].date, part[-1].date, limits_of(_values(part))) for part in split)
    found = (signals_of(part, phase.limits) for part, phase in zip(split, phases, strict=True) if phase.limits)
    signals = tuple(signal for part in found for signal in part)
    current = split[-1] if split else ()
    reasons = (_why_no_limits(phases, current),) if phases and phases[-1].limits is None else ()
    return Variation(phases, signals, current, reasons)


def limits_of(values: Sequence[float]) -> Limits | None:
    """Return the XmR limits of `values`, or nothing for fewer than 12 of them.

    Definition: mean ± 2.66 × mean moving range, moving ranges above 3.267 × their mean left out (once). Not cut off at
    0 or 100. Units: those of `values`. Errors: nothing where floating point runs out of range.
    Source: NHS England, Making Data Count; as in the NHS-R community's Plot the Dots.
    """
    if len(values) < FEWEST_POINTS:
        return None
    try:
        mean = fmean(values)
        ranges = [abs(after - before) for before, after in pairwise(values)]
        cut = RANGE_FACTOR * fmean(ranges)
        spread = LIMIT_FACTOR * fmean(gap for gap in ranges if gap <= cut)
    except OverflowError:
        return None
    limits = Limits(mean + 0.0, mean - spread + 0.0, mean + spread + 0.0)
    return limits if all(map(math.isfinite, (limits.mean, limits.lower, limits.upper))) else None


def signals_of(points: Sequence[Point], limits: Limits) -> tuple[Signal, ...]:
    """Return every point of one phase that is part of a signal, by date.

    Definition: *beyond-limit*, outside the limits; *one-side*, 7 or more in a row on one side of the mean; *rising* and
    *falling*, 7 or more points, each above (below) the one before; *near-limit*, at least 2 of 3 successive points on
    one side of the mean in the outer third of the way from mean to limit, but not beyond it. Two values that differ by
    rounding only count as equal, and a point on the mean is on neither side.
    Source: NHS England, Making Data Count; `near` as in the NHS-R community's Plot the Dots (2/3 of the way).
    """
    values = _values(points)
    slack = tolerance(values)
    sides = [_sign(value - limits.mean, slack) for value in values]
    steps = [_sign(after - before, slack) for before, after in pairwise(values)]
    distance = [abs(value - limits.mean) for value in values]
    reach = limits.upper - limits.mean
    beyond = {at for at, far in enumerate(distance) if far > reach + slack}
    near = {at for at, far in enumerate(distance) if far > reach * 2 / 3 + slack and at not in beyond}
    found: dict[SignalKind, set[int]] = {
        "beyond-limit": beyond,
        "one-side": _windows(len(values), RUN, lambda at: abs(sum(sides[at : at + RUN])) == RUN),
        "rising": _windows(len(values), RUN, lambda at: sum(steps[at : at + RUN - 1]) == RUN - 1),
        "falling": _windows(len(values), RUN, lambda at: sum(steps[at : at + RUN - 1]) == 1 - RUN),
        "near-limit": near & _windows(len(values), 3, lambda at: _two_of_three(at, sides, near)),
    }
    return tuple(_in_order(points, found))


def _split(points: Sequence[Point], changes: Sequence[dt.date]) -> tuple[tuple[Point, ...], ...]:
    """Cut `points` before the first one on or after each change; parts without a point vanish."""
    edges = [dt.date.min, *sorted(set(changes)), dt.date.max]
    parts = (
        tuple(point for point in points if start <= point.date and (point.date < end or end == dt.date.max))
        for start, end in pairwise(edges)
    )
    return tuple(part for part in parts if part)


def _why_no_limits(phases: Sequence[Phase], current: Sequence[Point]) -> str:
    """Say why the last phase has no limits."""
    if len(current) >= FEWEST_POINTS:
        return f"{TOO_LARGE}: no limits, no assurance"
    since = "since the last change" if len(phases) > 1 else "so far"
    return f"fewer than {FEWEST_POINTS} points: no limits, no assurance ({len(current)} {since})"


def _values(points: Sequence[Point]) -> tuple[float, ...]:
    """Return the points' values."""
    return tuple(point.value for point in points)


def _sign(difference: float, slack: float) -> int:
    """Return 1, -1, or 0 for a difference that is rounding only."""
    return 0 if abs(difference) <= slack else int(math.copysign(1, difference))


def _windows(count: int, size: int, holds: Callable[[int], bool]) -> set[int]:
    """Return all positions of those windows of `size` that hold, told by where they start."""
    starts = (start for start in range(count - size + 1) if holds(start))
    return {at for start in starts for at in range(start, start + size)}


def _two_of_three(start: int, sides: Sequence[int], near: set[int]) -> bool:
    """Say whether three points are on one side and at least two of them near its limit."""
    window = range(start, start + 3)
    return abs(sum(sides[at] for at in window)) == 3 and sum(at in near for at in window) >= 2


def _in_order(points: Sequence[Point], found: Mapping[SignalKind, set[int]]) -> Iterator[Signal]:
    """Yield the signals by date, then by kind."""
    for at, point in enumerate(points):
        yield from (Signal(point.date, kind) for kind, positions in found.items() if at in positions)
