"""One metric and its observations -> all that can be said about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from purposebook.domain.metrics import Metric, Observation
from purposebook.measures.assurance import Verdict, assurance
from purposebook.measures.progress import pace, progress
from purposebook.measures.series import Point, SegmentLatest, series_of
from purposebook.measures.variation import Limits, Phase, Signal, variation_of


@dataclass(frozen=True)
class MetricMeasures:
    """Hold every number of one metric; values, limits and intervals in its own unit, progress and pace as fractions."""

    id: str
    unit: str
    latest: Point | None
    """The newest day at or before `as_of` of rows without a segment."""
    baseline: float | None
    target: float | None
    progress: float | None
    pace: float | None
    series: tuple[Point, ...]
    """Oldest first."""
    limits: Limits | None
    """Those of the last phase."""
    phases: tuple[Phase, ...]
    signals: tuple[Signal, ...]
    assurance: Verdict | None
    segments: tuple[SegmentLatest, ...]
    reasons: tuple[str, ...]
    """Why a number is missing, and what to know about one that is there."""


def measure_metric(metric: Metric, rows: Iterable[Observation], as_of: dt.date) -> MetricMeasures:
    """Return the measures of `metric` from its own `rows`; rows after `as_of` change nothing."""
    series = series_of(rows, metric.unit, as_of)
    variation = variation_of(series.points, [change.date for change in metric.changes])
    gone, line = progress(metric, series.latest), pace(metric, as_of)
    verdict = assurance(metric, variation)
    reasons = (*series.reasons, *gone.reasons, *line.reasons, *variation.reasons, *verdict.reasons)
    return MetricMeasures(
        id=metric.id,
        unit=metric.unit,
        latest=series.latest,
        baseline=metric.baseline.value if metric.baseline else None,
        target=metric.target.value if metric.target else None,
        progress=gone.value,
        pace=line.value,
        series=series.points,
        limits=variation.limits,
        phases=variation.phases,
        signals=variation.signals,
        assurance=verdict.value,
        segments=series.segments,
        reasons=tuple(dict.fromkeys(reasons)),
    )
