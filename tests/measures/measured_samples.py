"""Small metrics, rows and workbooks for the tests of measures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from purposebook.domain.metrics import Metric, Metrics, Observation
from purposebook.domain.objectives import Objective, Objectives
from purposebook.domain.product import Product
from purposebook.domain.slug import Slug
from purposebook.domain.workbook import Workbook
from purposebook.measures.series import Point

AS_OF = dt.date(2026, 10, 31)
BEGIN = dt.date(2026, 1, 1)


def metric(**keys: object) -> Metric:
    """Make a metric that has all that its numbers need; a key that is None is left out."""
    complete: dict[str, object] = {
        "id": "rate",
        "name": "Rate",
        "unit": "%",
        "direction": "increase",
        "baseline": {"value": 25, "date": "2026-01-01"},
        "target": {"value": 75, "by": "2026-12-31"},
    }
    return Metric.model_validate({**complete, **keys})


def day(number: int) -> dt.date:
    """Return the day that many days after the beginning of the samples."""
    return BEGIN + dt.timedelta(days=number)


def row(number: int, value: float | None = None, **keys: object) -> Observation:
    """Make an observation on a numbered day."""
    return Observation.model_validate({"metric": "rate", "date": day(number), "value": value, **keys})


def points(values: Iterable[float]) -> tuple[Point, ...]:
    """Make one point per day."""
    return tuple(Point(day(number), value) for number, value in enumerate(values))


def book(metrics: Sequence[Metric], rows: Sequence[Observation] = (), objectives: Sequence[Objective] = ()) -> Workbook:
    """Make a workbook of metrics, observations and objectives."""
    return Workbook(
        Slug("sample"),
        Product(name="Sample"),
        metrics=Metrics(metrics=tuple(metrics)),
        observations=tuple(rows),
        objectives=Objectives(objectives=tuple(objectives)),
    )
