"""What a sentence about one metric has to agree with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from purposebook.domain.metrics import Metric
from purposebook.measures.answer import tolerance
from purposebook.measures.metric import MetricMeasures
from purposebook.measures.series import Point
from purposebook.measures.variation import Signal
from purposebook.measures.words.rounding import Digits, digits_for

_PERIODS = {1: "days", 7: "weeks", 14: "fortnights", 365: "years", 366: "years"}


@dataclass(frozen=True)
class Facts:
    """Hold a metric's latest point with all that a sentence compares it with."""

    metric: Metric
    measured: MetricMeasures
    latest: Point

    @cached_property
    def digits(self) -> Digits:
        """Return the digits that keep apart what the sentence compares."""
        return digits_for(self.latest.value, self.measured.unit, tuple(self._apart()))

    def _apart(self) -> Iterator[tuple[float, float]]:
        """Yield the pairs of numbers that must not look the same where they differ."""
        value, target, start = self.latest.value, self.measured.target, self.measured.baseline
        limits, interval = self.measured.limits, self.latest.interval
        ends = (limits.lower, limits.upper) if limits else ()
        yield from combinations([one for one in (value, target, start) if one is not None], 2)
        yield from ((value, end) for end in ends)
        if target is not None:
            yield from ((target, end) for end in (*ends, *(interval or ())))
        yield from (pair for pair in (interval, ends) if pair)
        yield value, 0.0
        if self.measured.unit.strip() == "%":
            yield value, 100.0

    def compared(self, one: float, other: float) -> int:
        """Return 1 where `one` is above `other`, -1 where it is below, 0 where they differ by rounding only."""
        if abs(one - other) <= tolerance((one, other)):
            return 0
        return 1 if one > other else -1

    @property
    def wanted(self) -> int:
        """Return 1 where the metric should rise, -1 where it should fall, 0 where neither is said."""
        return {"increase": 1, "decrease": -1}.get(self.metric.direction or "", 0)

    @property
    def against(self) -> bool:
        """Tell whether the target lies on the wrong side of the baseline."""
        target, start = self.measured.target, self.measured.baseline
        return target is not None and start is not None and self.compared(target, start) * self.wanted < 0

    @property
    def met(self) -> bool | None:
        """Tell whether the latest value meets the target; nothing where that cannot be judged."""
        target = self.measured.target
        if target is None or not self.wanted or self.against:
            return None
        return self.compared(self.latest.value, target) * self.wanted >= 0

    @property
    def periods(self) -> str:
        """Name the periods of which each has a value: months for a metric that is measured every 30 days."""
        every = self.metric.every or 0
        if 28 <= every <= 31:
            return "months"
        return "quarters" if 89 <= every <= 92 else _PERIODS.get(every, "values")

    @property
    def signals(self) -> tuple[Signal, ...]:
        """Return the signals of the last phase."""
        since = self.measured.phases[-1].start if self.measured.phases else dt.date.max
        return tuple(signal for signal in self.measured.signals if signal.date >= since)
