"""HEART: which metric or survey measures each category, and what it says now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, get_args

from purposebook.domain.metrics import HeartCategory, HeartRow, Metric, Metrics
from purposebook.domain.workbook import Workbook
from purposebook.measures.metric import MetricMeasures
from purposebook.measures.series import Point
from purposebook.measures.survey import SurveyMeasures

CATEGORIES: Final[tuple[HeartCategory, ...]] = get_args(HeartCategory)
TOTAL: Final = "a total grows with the number of users: divide it by them to see engagement"


@dataclass(frozen=True)
class HeartMeasures:
    """Hold what measures one category of HEART."""

    category: HeartCategory
    metric: str
    """Id of the metric; empty where none is named."""
    survey: str
    """Id of the survey from which the value is; empty where it is from observations."""
    latest: Point | None
    unit: str
    not_used_because: str
    reasons: tuple[str, ...]


def names_heart(written: Metrics) -> bool:
    """Tell whether the grid or a metric names a category."""
    return bool(written.heart) or any(metric.heart for metric in written.metrics)


def measure_heart(
    book: Workbook, metrics: Mapping[str, MetricMeasures], surveys: Mapping[str, SurveyMeasures] | None = None
) -> tuple[HeartMeasures, ...]:
    """Return each category's metric with its latest value, in HEART's order; a category may have several, or none.

    Definition: the metrics that the grid names, and those that name the category themselves. *Happiness* is told by the
    survey that stands for the metric where there is one. *Engagement* is per user: a plain total gets a reason that
    says so. Adoption, retention and task success are told by observations. Units: the metric's own, or the survey's.
    Errors: none. Source: K. Rodden, H. Hutchinson, X. Fu (2010), Measuring the user experience on a large scale, CHI.
    """
    known = _Known(book, metrics, surveys or {})
    return tuple(one for category in CATEGORIES for one in _category(known, category))


@dataclass(frozen=True)
class _Known:
    """Hold the workbook with its numbers."""

    book: Workbook
    metrics: Mapping[str, MetricMeasures]
    surveys: Mapping[str, SurveyMeasures]

    def survey_of(self, metric: str) -> SurveyMeasures | None:
        """Return the survey that stands for a metric."""
        declared = (survey.id for survey in self.book.metrics.surveys if survey.metric == metric)
        return next((self.surveys[id] for id in declared if id in self.surveys), None)


def _category(known: _Known, category: HeartCategory) -> Iterator[HeartMeasures]:
    """Yield what measures one category."""
    rows = [row for row in known.book.metrics.heart if row.category == category]
    named = [row.metric for row in rows if row.metric]
    tagged = [metric.id for metric in known.book.metrics.metrics if metric.heart == category]
    by_id = {metric.id: metric for metric in known.book.metrics.metrics}
    wanted = tuple(dict.fromkeys((*named, *tagged)))
    for id in wanted:
        yield _measured(known, category, by_id[id]) if id in by_id else _unwritten(category, id)
    if not wanted:
        yield _bare(category, rows)


def _bare(category: HeartCategory, rows: list[HeartRow]) -> HeartMeasures:
    """Say that nothing measures a category, or why it is left out."""
    because = next((row.not_used_because for row in rows if row.not_used_because.strip()), "")
    reasons = () if because else (f"no metric for {category.replace('-', ' ')} yet",)
    return HeartMeasures(category, "", "", None, "", because, reasons)


def _unwritten(category: HeartCategory, id: str) -> HeartMeasures:
    """Say that nobody wrote a metric that is named."""
    return HeartMeasures(category, id, "", None, "", "", (f"{id} is not written yet",))


def _measured(known: _Known, category: HeartCategory, metric: Metric) -> HeartMeasures:
    """Return one metric of a category, told by its survey where happiness is asked for."""
    survey, found = known.survey_of(metric.id), known.metrics.get(metric.id)
    if category == "happiness" and survey:
        return _from_survey(metric.id, survey)
    latest = found.latest if found else None
    reasons = [] if latest else [f"{metric.id} has no value yet"]
    if category == "engagement" and _is_total(metric, latest):
        reasons.append(TOTAL)
    return HeartMeasures(category, metric.id, "", latest, metric.unit, "", tuple(reasons))


def _from_survey(id: str, survey: SurveyMeasures) -> HeartMeasures:
    """Tell happiness by the newest wave that may be shown."""
    wave = next((wave for wave in reversed(survey.waves) if wave.point), None)
    if wave is None:
        newest = survey.latest
        return HeartMeasures(
            "happiness", id, survey.id, None, survey.unit, "", newest.reasons if newest else survey.reasons
        )
    return HeartMeasures("happiness", id, survey.id, wave.point, survey.unit, "", wave.reasons)


def _is_total(metric: Metric, latest: Point | None) -> bool:
    """Tell whether a metric is a plain total: no denominator in its rows, its formula or its unit."""
    counted = latest is not None and latest.n is not None
    divided = "/" in metric.formula or " per " in f" {metric.formula} {metric.unit} " or metric.unit.strip() == "%"
    return not counted and not divided
