"""What a metric is to a product: key result, business metric, user-value metric."""

from __future__ import annotations

from typing import Final

from purposebook.checks.objective_findings import going_on
from purposebook.domain.metrics import Metric
from purposebook.domain.objectives import Objective
from purposebook.domain.workbook import Workbook

_PEOPLE_LEVELS: Final = frozenset({"user", "community", "society", "environment"})


def objectives_of(book: Workbook) -> dict[str, tuple[Objective, ...]]:
    """Return, per metric id, the objectives that go on and name it as a key result."""
    named: dict[str, tuple[Objective, ...]] = {}
    for item in going_on(book):
        for id in dict.fromkeys(item.key_results):
            named[id] = (*named.get(id, ()), item)
    return named


def key_results(book: Workbook) -> tuple[Metric, ...]:
    """Return the metrics that are key results of objectives that go on."""
    named = objectives_of(book)
    return tuple(metric for metric in book.metrics.metrics if metric.id in named)


def worded(book: Workbook) -> tuple[Metric, ...]:
    """Return the metrics whose words are read: key results, and whatever is not declared as something else."""
    named = objectives_of(book)
    declared = {"input", "output", "milestone", "guardrail"}
    return tuple(metric for metric in book.metrics.metrics if metric.id in named or metric.kind not in declared)


def counted_metrics(book: Workbook) -> frozenset[str]:
    """Return the ids of the metrics whose observations say of how many."""
    return frozenset(row.metric for row in book.observations if row.denominator is not None)


def may_be_user_value(metric: Metric) -> bool:
    """Tell whether a metric says what people get; a metric of no declared kind and level may."""
    if metric.is_business or metric.kind in {"guardrail", "output", "input", "milestone"}:
        return metric.level in _PEOPLE_LEVELS and not metric.is_business
    return metric.level != "market"
