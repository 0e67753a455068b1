"""The newest part of a very long series: what one picture can show, and one page can carry."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from purposebook.domain.metrics import Metric
from purposebook.measures.metric import MetricMeasures

MOST: Final = 1_000
"""So many points are drawn; a page with 20,000 would weigh 18 MB."""


def newest(metric: Metric, measured: MetricMeasures) -> tuple[Metric, MetricMeasures]:
    """Return the metric and its measures with the newest points and with what belongs to them; numbers stay."""
    if len(measured.series) <= MOST:
        return metric, measured
    series = measured.series[-MOST:]
    first = series[0].date
    phases = (replace(one, start=max(one.start, first)) for one in measured.phases if one.end >= first)
    signals = (one for one in measured.signals if one.date >= first)
    changes = tuple(one for one in metric.changes if one.date >= first)
    shortened = replace(measured, series=series, phases=tuple(phases), signals=tuple(signals))
    return metric.model_copy(update={"changes": changes}), shortened


def what_is_left_out(shown: MetricMeasures, measured: MetricMeasures) -> str:
    """Say how many points are not drawn, or nothing when all are."""
    if len(shown.series) == len(measured.series):
        return ""
    return f"Only the newest {len(shown.series)} of {len(measured.series)} points are drawn; every point counts."
