"""Whether a process, as it runs now, will meet its target: pass, fail or hit-or-miss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from purposebook.domain.metrics import Metric
from purposebook.measures.answer import Answer, tolerance
from purposebook.measures.variation import Limits, Variation

Verdict = Literal["pass", "fail", "hit-or-miss"]


def assurance(metric: Metric, variation: Variation) -> Answer[Verdict]:
    """Return what to expect of the process of the last phase, measured against the target.

    Definition for `increase` (for `decrease` mirrored): a value on or above the target meets it. *pass*: the target is
    on or below the lower limit and every point meets it; *fail*: the target is above the upper limit and no point
    meets it; *hit-or-miss*: everything else. So no point of the phase, one exactly on the target included, ever
    contradicts the word. For `maintain` the target is a level to be kept: *pass*, it lies within the limits and the
    phase has no signal; *fail*, it lies outside and no point is on it; *hit-or-miss*, everything else.
    Refused without target, direction or limits (of the last phase).
    Source: NHS England, Making Data Count (assurance icons); the rule about points is our own and stricter.
    """
    reasons = [f"no {name}: no assurance" for name in ("target", "direction") if getattr(metric, name) is None]
    limits = variation.limits
    if limits is None:
        reasons.append("no limits: no assurance")
    if reasons or limits is None or metric.target is None:
        return Answer.refused(*reasons)
    values = tuple(point.value for point in variation.current)
    if metric.direction == "maintain":
        signals = any(signal.date >= variation.phases[-1].start for signal in variation.signals)
        return Answer(_kept(values, limits, metric.target.value, signals))
    if metric.direction == "decrease":
        mirrored = Limits(-limits.mean, -limits.upper, -limits.lower)
        return Answer(_met([-value for value in values], mirrored, -metric.target.value))
    return Answer(_met(values, limits, metric.target.value))


def _met(values: Sequence[float], limits: Limits, target: float) -> Verdict:
    """Judge a target that values should reach from below."""
    slack = tolerance((*values, target))
    met = [value >= target - slack for value in values]
    if limits.lower >= target - slack and all(met):
        return "pass"
    return "fail" if limits.upper < target - slack and not any(met) else "hit-or-miss"


def _kept(values: Sequence[float], limits: Limits, target: float, signals: bool) -> Verdict:
    """Judge a level that values should stay at."""
    slack = tolerance((*values, target))
    if limits.lower - slack <= target <= limits.upper + slack:
        return "hit-or-miss" if signals else "pass"
    return "hit-or-miss" if any(abs(value - target) <= slack for value in values) else "fail"
