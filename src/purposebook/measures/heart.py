"""HEART: which metric, survey or answer of the event log measures each category, and what it says now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, get_args

from purposebook.domain.metrics import HeartCategory, HeartRow, HeartSource, Metric, Metrics
from purposebook.domain.workbook import Workbook
from purposebook.measures.heart_events import Told, told_by_events
from purposebook.measures.metric import MetricMeasures
from purposebook.measures.pirate.found import PirateMeasures
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
    source: HeartSource | None = None
    """What the value is taken from; nothing where nothing measures the category."""
    formula: str = ""
    """What the event log's number is; empty for other sources."""


def names_heart(written: Metrics) -> bool:
    """Tell whether the grid or a metric names a category."""
    return bool(written.heart) or any(metric.heart for metric in written.metrics)


def measure_heart(
    book: Workbook,
    metrics: Mapping[str, MetricMeasures],
    surveys: Mapping[str, SurveyMeasures] | None = None,
    pirate: PirateMeasures | None = None,
) -> tuple[HeartMeasures, ...]:
    """Return each category's metric with its latest value, in HEART's order; a category may have several, or none.

    Definition: the metrics that the grid names, and those that name the category themselves. *Happiness* is told by the
    survey that stands for the metric where there is one. *Engagement* is per user: a plain total gets a reason that
    says so. Adoption, retention and task success are told by observations. A category without a metric that is not left
    out is told by the event log where it can be: adoption by activation, engagement by rows per active actor in the
    last complete period, retention by the overall share at age 1, task success by the last step of the funnel;
    happiness never. Units: the metric's own, the survey's, % or rows per active actor.
    Errors: none. Source: K. Rodden, H. Hutchinson, X. Fu (2010), Measuring the user experience on a large scale, CHI.
    """
    known = _Known(book, metrics, surveys or {}, pirate)
    return tuple(one for category in CATEGORIES for one in _category(known, category))


@dataclass(frozen=True)
class _Known:
    """Hold the workbook with its numbers."""

    book: Workbook
    metrics: Mapping[str, MetricMeasures]
    surveys: Mapping[str, SurveyMeasures]
    pirate: PirateMeasures | None

    def survey_of(self, metric: str) -> SurveyMeasures | None:
        """Return the survey that stands for a metric."""
        declared = (survey.id for survey in self.book.metrics.surveys if survey.metric == metric)
        return next((self.surveys[id] for id in declared if id in self.surveys), None)

    def told(self, category: HeartCategory) -> Told | None:
        """Return what the event log tells of a category."""
        declared = self.book.metrics.pirate
        return told_by_events(category, declared, self.pirate) if declared and self.pirate else None


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
        yield _bare(known, category, rows)


def _bare(known: _Known, category: HeartCategory, rows: list[HeartRow]) -> HeartMeasures:
    """Tell a category without a metric by the event log, or say that nothing does, or why it is left out."""
    because = next((row.not_used_because for row in rows if row.not_used_because.strip()), "")
    if because:
        return HeartMeasures(category, "", "", None, "", because, ())
    told, missing = known.told(category), f"no metric for {category.replace('-', ' ')} yet"
    if told is None:
        return HeartMeasures(category, "", "", None, "", "", (missing,))
    reasons = told.reasons if told.latest else (missing, *told.reasons)
    return HeartMeasures(category, "", "", told.latest, told.unit, "", reasons, "events", told.formula)


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
    return HeartMeasures(category, metric.id, "", latest, metric.unit, "", tuple(reasons), "observations")


def _from_survey(id: str, survey: SurveyMeasures) -> HeartMeasures:
    """Tell happiness by the newest wave that may be shown."""
    wave = next((wave for wave in reversed(survey.waves) if wave.point), None)
    told = wave or survey.latest
    latest, reasons = (wave.point if wave else None), (told.reasons if told else survey.reasons)
    return HeartMeasures("happiness", id, survey.id, latest, survey.unit, "", reasons, "survey")


def _is_total(metric: Metric, latest: Point | None) -> bool:
    """Tell whether a metric is a plain total: no denominator in its rows, its formula or its unit."""
    counted = latest is not None and latest.n is not None
    divided = "/" in metric.formula or " per " in f" {metric.formula} {metric.unit} " or metric.unit.strip() == "%"
    return not counted and not divided
