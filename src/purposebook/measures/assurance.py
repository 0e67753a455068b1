"""Whether a process, as it runs now, will meet its target: pass, fail or hit-or-miss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from purposebook.domain.metrics import Metric
from purposebook.measures.answer import Answer, tolerance
from purposebook.measures.series import Point
from purposebook.measures.variation import Limits, Variation

Verdict = Literal["pass", "fail", "hit-or-miss"]
UNSTABLE: Final = "the last phase has signals: its process is changing, so its assurance may not last"


def assurance(metric: Metric, variation: Variation) -> Answer[Verdict]:
    """Return what to expect of the process of the last phase, measured against the target.

    Definition for `increase` (for `decrease` mirrored): a value on or above the target meets it. *pass*: the target is
    on or below the lower limit and every point meets it; *fail*: the target is above the upper limit and no point
    meets it; *hit-or-miss*: everything else. So no point of the phase, one exactly on the target included, ever
    contradicts the word. For `maintain` the target is a level to be kept: *pass*, it lies within the limits and the
    phase has no signal; *fail*, it lies outside and no point is on it; *hit-or-miss*, everything else.
    A phase with signals carries a caveat: limits describe a process that stays as it is.
    Refused without target, direction or limits (of the last phase; why there are none is a reason of the variation).
    Source: our own rule, stricter than that of NHS England, Making Data Count, whose icons go by the limits alone.
    """
    reasons = [f"no {name}: no assurance" for name in ("target", "direction") if getattr(metric, name) is None]
    limits = variation.limits
    if reasons or limits is None or metric.target is None:
        return Answer.refused(*reasons)
    unstable = any(signal.date >= variation.phases[-1].start for signal in variation.signals)
    verdict = _verdict(metric, metric.target.value, limits, variation.current, unstable)
    return Answer(verdict, (UNSTABLE,) if unstable else ())


def _verdict(metric: Metric, target: float, limits: Limits, points: Sequence[Point], unstable: bool) -> Verdict:
    """Judge by direction."""
    values = [point.value for point in points]
    if metric.direction == "maintain":
        return _kept(values, limits, target, unstable)
    if metric.direction == "decrease":
        mirrored = Limits(-limits.mean, -limits.upper, -limits.lower)
        return _met([-value for value in values], mirrored, -target)
    return _met(values, limits, target)


def _met(values: Sequence[float], limits: Limits, target: float) -> Verdict:
    """Judge a target that values should reach from below."""
    slack = tolerance((*values, target))
    met = [value >= target - slack for value in values]
    if limits.lower >= target - slack and all(met):
        return "pass"
    return "fail" if limits.upper < target - slack and not any(met) else "hit-or-miss"


def _kept(values: Sequence[float], limits: Limits, target: float, unstable: bool) -> Verdict:
    """Judge a level that values should stay at."""
    slack = tolerance((*values, target))
    if limits.lower - slack <= target <= limits.upper + slack:
        return "hit-or-miss" if unstable else "pass"
    return "hit-or-miss" if any(abs(value - target) <= slack for value in values) else "fail"
