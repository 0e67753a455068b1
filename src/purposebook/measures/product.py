"""A workbook -> every number of its report."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from purposebook.domain.metrics import Observation
from purposebook.domain.workbook import Workbook
from purposebook.measures.metric import MetricMeasures, measure_metric
from purposebook.measures.objective import ObjectiveMeasures, measure_objective
from purposebook.measures.series import Point


@dataclass(frozen=True)
class ProductMeasures:
    """Hold the measures of one product on one day."""

    product: str
    as_of: dt.date
    metrics: tuple[MetricMeasures, ...]
    """In the order of metrics.yml."""
    objectives: tuple[ObjectiveMeasures, ...]
    """In the order of objectives.yml."""
    left_out: int
    """How many observation rows are later than `as_of`."""
    reasons: tuple[str, ...] = ()
    """What is declared and has no number here."""

    def metric(self, id: str) -> MetricMeasures | None:
        """Return the measures of one metric, or nothing when it is not written."""
        return next((metric for metric in self.metrics if metric.id == id), None)

    def as_json(self) -> dict[str, Any]:
        """Return the result of `purposebook measures --format json`; what has no number is null, with its reason."""
        return {
            "product": str(self.product),
            "as_of": self.as_of.isoformat(),
            "metrics": [_metric_json(metric) for metric in self.metrics],
            "objectives": [_objective_json(objective) for objective in self.objectives],
            "pirate": None,
            "experiments": [],
            "footprint": None,
            "inclusion": [],
            "reasons": list(self.reasons),
        }


def measure(book: Workbook, as_of: dt.date) -> ProductMeasures:
    """Return all measures of `book` as they stood on `as_of`; later observations are left out and counted."""
    rows: dict[str, list[Observation]] = defaultdict(list)
    for row in book.observations:
        rows[row.metric].append(row)
    metrics = tuple(measure_metric(metric, rows[metric.id], as_of) for metric in book.metrics.metrics)
    by_id = {metric.id: metric for metric in metrics}
    objectives = tuple(measure_objective(item, by_id) for item in book.objectives.objectives)
    left_out = sum(row.date > as_of for row in book.observations)
    return ProductMeasures(book.slug, as_of, metrics, objectives, left_out, tuple(_reasons(book, as_of, left_out)))


def _reasons(book: Workbook, as_of: dt.date, left_out: int) -> Iterator[str]:
    """Say what the product declares without getting a number for it."""
    if left_out:
        yield f"{left_out} observation {'row is' if left_out == 1 else 'rows are'} later than {as_of} and left out"
    if book.metrics.pirate:
        yield "pirate metrics are declared, but this version does not compute them"


def _metric_json(metric: MetricMeasures) -> dict[str, Any]:
    """Return one metric."""
    limits = metric.limits
    return {
        "id": metric.id,
        "unit": metric.unit,
        "latest": _latest_json(metric.latest) if metric.latest else None,
        "baseline": metric.baseline,
        "target": metric.target,
        "progress": metric.progress,
        "pace": metric.pace,
        "series": [_point_json(point) for point in metric.series],
        "limits": {"mean": limits.mean, "lower": limits.lower, "upper": limits.upper} if limits else None,
        "signals": [{"date": signal.date.isoformat(), "kind": signal.kind} for signal in metric.signals],
        "assurance": metric.assurance,
        "segments": [{"segment": part.segment, "latest": _latest_json(part.latest)} for part in metric.segments],
        "reasons": list(metric.reasons),
    }


def _point_json(point: Point) -> dict[str, Any]:
    """Return one point of a series."""
    interval = list(point.interval) if point.interval else None
    return {"date": point.date.isoformat(), "value": point.value, "n": point.n, "interval": interval}


def _latest_json(point: Point) -> dict[str, Any]:
    """Return a newest point, with its method."""
    return {**_point_json(point), "method": point.method}


def _objective_json(objective: ObjectiveMeasures) -> dict[str, Any]:
    """Return one objective."""
    return {
        "id": objective.id,
        "score": objective.score,
        "rollup": objective.rollup,
        "reasons": list(objective.reasons),
    }
