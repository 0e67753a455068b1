"""A workbook -> every number of its report."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from purposebook.domain.metrics import Observation
from purposebook.domain.workbook import Workbook
from purposebook.measures.experiment import ExperimentMeasures
from purposebook.measures.metric import MetricMeasures, measure_metric
from purposebook.measures.objective import ObjectiveMeasures, RollUp, measure_objective, roll_ups

if TYPE_CHECKING:
    from purposebook.measures.footprint import FootprintMeasures
    from purposebook.measures.heart import HeartMeasures
    from purposebook.measures.inclusion import InclusionMeasures
    from purposebook.measures.lead_lag import Together
    from purposebook.measures.money import MoneyMeasures
    from purposebook.measures.pirate.found import PirateMeasures
    from purposebook.measures.predictions import Predictions
    from purposebook.measures.ratios import Figure
    from purposebook.measures.survey import SurveyMeasures

NO_EVENTS: Final = "pirate metrics are declared, but there is no event log to compute them from"


@dataclass(frozen=True)
class ProductMeasures:
    """Hold the measures of one product on one day; what rests on further parts is worked out when it is asked for."""

    product: str
    as_of: dt.date
    metrics: tuple[MetricMeasures, ...]
    """In the order of metrics.yml."""
    objectives: tuple[ObjectiveMeasures, ...]
    """In the order of objectives.yml."""
    left_out: int
    """How many observation rows are later than `as_of`."""
    reasons: tuple[str, ...] = ()
    """What is declared in the metrics and has no number here."""
    book: Workbook | None = field(default=None, repr=False, compare=False)
    """Where everything else is read from."""

    def metric(self, id: str) -> MetricMeasures | None:
        """Return the measures of one metric, or nothing when it is not written."""
        return next((metric for metric in self.metrics if metric.id == id), None)

    @cached_property
    def by_id(self) -> dict[str, MetricMeasures]:
        """Return the measures of every metric by its id."""
        return {metric.id: metric for metric in self.metrics}

    @cached_property
    def roll_ups(self) -> tuple[RollUp, ...]:
        """Return the score of the whole product, by each rule in use."""
        return roll_ups(self.book.objectives.objectives, self.objectives, self.by_id) if self.book else ()

    @cached_property
    def experiments(self) -> tuple[ExperimentMeasures, ...]:
        """Return the numbers of every experiment with a comparison that had started."""
        from purposebook.measures.experiments import measure_experiments

        return measure_experiments(self.book, self.by_id, self.as_of) if self.book else ()

    @cached_property
    def predictions(self) -> Predictions | None:
        """Return how often what the team expected came true."""
        from purposebook.measures.experiments import predictions_of

        return predictions_of(self.book, self.as_of) if self.book else None

    @cached_property
    def pirate(self) -> PirateMeasures | None:
        """Return what the event log tells, where one is declared and there."""
        if self.book is None or self.book.metrics.pirate is None or self.book.events is None:
            return None
        from purposebook.measures.pirate.measure import measure_pirate

        return measure_pirate(self.book.metrics.pirate, self.book.events, self.as_of)

    @cached_property
    def surveys(self) -> tuple[SurveyMeasures, ...]:
        """Return every wave of each survey that is declared; no answer is read where none is."""
        if self.book is None or not self.book.metrics.surveys:
            return ()
        from purposebook.measures.survey import measure_surveys

        return measure_surveys(self.book, self.as_of)

    @cached_property
    def service(self) -> tuple[Figure, ...]:
        """Return how well the service works, where its metrics are named."""
        from purposebook.measures.service import measure_service

        return measure_service(self.book.metrics.service, self.by_id) if self.book else ()

    @cached_property
    def money(self) -> MoneyMeasures | None:
        """Return what the organisation gets, where its metrics are named."""
        if self.book is None or self.book.metrics.money is None:
            return None
        from purposebook.measures.money import measure_money

        return measure_money(self.book, self.by_id)

    @cached_property
    def heart(self) -> tuple[HeartMeasures, ...]:
        """Return what measures each category of HEART, where the grid or a metric names one."""
        from purposebook.measures.heart import measure_heart, names_heart

        if self.book is None or not names_heart(self.book.metrics):
            return ()
        return measure_heart(self.book, self.by_id, {one.id: one for one in self.surveys}, self.pirate)

    @cached_property
    def footprint(self) -> FootprintMeasures | None:
        """Return the Software Carbon Intensity, where a footprint is written."""
        from purposebook.measures.footprint import measure_footprint

        written = self.book.responsibility.footprint if self.book else None
        return measure_footprint(written) if written else None

    @cached_property
    def inclusion(self) -> InclusionMeasures | None:
        """Return outcomes by group, where some are written."""
        from purposebook.measures.inclusion import measure_inclusion

        written = self.book.responsibility.inclusion if self.book else None
        return measure_inclusion(written.outcomes) if written and written.outcomes else None

    @cached_property
    def lead_lag(self) -> tuple[Together, ...]:
        """Return how key results move with the business metrics to which their objectives lead."""
        from purposebook.measures.lead_lag import measure_lead_lag

        return measure_lead_lag(self.book, {metric.id: metric for metric in self.metrics}) if self.book else ()

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what is declared anywhere and has no number here."""
        declared = self.book is not None and self.book.metrics.pirate is not None
        return (*self.reasons, NO_EVENTS) if declared and self.pirate is None else self.reasons

    def as_json(self) -> dict[str, Any]:
        """Return the result of `purposebook measures --format json`; what has no number is null, with its reason."""
        from purposebook.measures.result import as_json
        from purposebook.measures.result_parts import without_noise

        found: dict[str, Any] = without_noise(as_json(self))
        return found


def measure(book: Workbook, as_of: dt.date) -> ProductMeasures:
    """Return all measures of `book` as they stood on `as_of`; later observations are left out and counted."""
    rows: dict[str, list[Observation]] = defaultdict(list)
    for row in book.observations:
        rows[row.metric].append(row)
    metrics = tuple(measure_metric(metric, rows[metric.id], as_of) for metric in book.metrics.metrics)
    by_id = {metric.id: metric for metric in metrics}
    objectives = tuple(measure_objective(item, by_id) for item in book.objectives.objectives)
    left_out = sum(row.date > as_of for row in book.observations)
    unknown = {id: len(found) for id, found in rows.items() if id not in by_id}
    reasons = tuple(_reasons(as_of, left_out, unknown))
    return ProductMeasures(book.slug, as_of, metrics, objectives, left_out, reasons, book)


def _reasons(as_of: dt.date, left_out: int, unknown: dict[str, int]) -> Iterator[str]:
    """Say which observations give no number."""
    if left_out:
        yield f"{left_out} observation {'row is' if left_out == 1 else 'rows are'} later than {as_of} and left out"
    for id, count in unknown.items():
        yield f"metric '{id}' is not written: {count} observation {'row' if count == 1 else 'rows'} left out"
