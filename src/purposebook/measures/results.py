"""Measures -> the plain structure of `purposebook measures --format json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from purposebook.measures.metric import MetricMeasures
from purposebook.measures.objective import ObjectiveMeasures
from purposebook.measures.series import Point

if TYPE_CHECKING:
    from purposebook.measures.product import ProductMeasures


def product_json(measures: ProductMeasures) -> dict[str, Any]:
    """Return everything as text, numbers, lists and dictionaries; what has no number is null, with its reason."""
    return {
        "product": str(measures.product),
        "as_of": measures.as_of.isoformat(),
        "metrics": [_metric(metric) for metric in measures.metrics],
        "objectives": [_objective(objective) for objective in measures.objectives],
        "pirate": None,
        "experiments": [],
        "footprint": None,
        "inclusion": [],
        "reasons": list(measures.reasons),
    }


def _metric(metric: MetricMeasures) -> dict[str, Any]:
    """Return one metric."""
    limits = metric.limits
    return {
        "id": metric.id,
        "unit": metric.unit,
        "latest": _latest(metric.latest) if metric.latest else None,
        "baseline": metric.baseline,
        "target": metric.target,
        "progress": metric.progress,
        "pace": metric.pace,
        "series": [_point(point) for point in metric.series],
        "limits": {"mean": limits.mean, "lower": limits.lower, "upper": limits.upper} if limits else None,
        "signals": [{"date": signal.date.isoformat(), "kind": signal.kind} for signal in metric.signals],
        "assurance": metric.assurance,
        "segments": [{"segment": part.segment, "latest": _latest(part.latest)} for part in metric.segments],
        "reasons": list(metric.reasons),
    }


def _point(point: Point) -> dict[str, Any]:
    """Return one point of a series."""
    interval = list(point.interval) if point.interval else None
    return {"date": point.date.isoformat(), "value": point.value, "n": point.n, "interval": interval}


def _latest(point: Point) -> dict[str, Any]:
    """Return a newest point, with its method."""
    return {**_point(point), "method": point.method}


def _objective(objective: ObjectiveMeasures) -> dict[str, Any]:
    """Return one objective."""
    return {
        "id": objective.id,
        "score": objective.score,
        "rollup": objective.rollup,
        "reasons": list(objective.reasons),
    }
