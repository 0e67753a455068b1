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

__all__ = ["MetricMeasures", "ObjectiveMeasures", "ProductMeasures", "measure"]


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
        """Return the result of `purposebook measures --format json`."""
        from purposebook.measures.results import product_json

        return product_json(self)


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
