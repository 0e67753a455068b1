"""Where a metric stands that must not get worse while another one improves."""

from __future__ import annotations

from typing import Literal

from purposebook.domain.metrics import Metric
from purposebook.measures.answer import Answer, tolerance
from purposebook.measures.metric import MetricMeasures

GuardState = Literal["worse", "better", "same", "moved"]


def guard_state(metric: Metric, measured: MetricMeasures) -> Answer[GuardState]:
    """Return how the latest value of a guard compares with its baseline, along its own direction.

    Definition: *worse*, on the wrong side of the baseline; *better*, on the right side; *same*, on it (but for floating
    point); *moved*, away from the baseline of a metric that should stay where it is. Whether the difference is more
    than chance is not judged here: see signals and interval. Refused without baseline, direction or value, and where
    the newest value is older than the baseline. Source: plain comparison; our own rule.
    """
    latest, start = measured.latest, metric.baseline
    missing = [name for name in ("baseline", "direction") if getattr(metric, name) is None]
    if latest is None:
        missing.append("value")
    if missing or latest is None or start is None:
        return Answer.refused(*(f"no {name}: worse or better cannot be said" for name in missing))
    if start.date is not None and latest.date < start.date:
        return Answer.refused(f"no value since the baseline of {start.date}")
    difference = latest.value - start.value
    if abs(difference) <= tolerance((latest.value, start.value)):
        return Answer("same")
    if metric.direction == "maintain":
        return Answer("moved")
    return Answer("better" if (difference > 0) == (metric.direction == "increase") else "worse")
