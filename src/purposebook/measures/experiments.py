"""Experiments -> what their numbers can support, each with its caveats."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from purposebook.domain.experiments import Comparison, Experiment
from purposebook.domain.workbook import Workbook
from purposebook.measures.before_after import before_after
from purposebook.measures.difference import METHOD, TEST, difference, holm
from purposebook.measures.experiment import ExperimentMeasures, Kind
from purposebook.measures.metric import MetricMeasures
from purposebook.measures.predictions import Prediction, Predictions, measure_prediction, measure_predictions
from purposebook.measures.sample_ratio import sample_ratio
from purposebook.measures.step_model import Terms

HORIZON: Final = "decide when to look before you look: stopping at the first good difference finds chance"
UNIT: Final = "count what was assigned: where people were drawn and visits are counted, the interval is too narrow"
INTERFERENCE: Final = "nobody in one group may feel what the other got (interference): only the team can tick that off"
PRIMARY: Final = "one primary metric decides; p-values of any others need Holm's correction"
FIXED: Final = (HORIZON, UNIT, INTERFERENCE, PRIMARY)
"""What holds for every difference of two groups."""


def measure_experiments(
    book: Workbook, metrics: Mapping[str, MetricMeasures], as_of: dt.date
) -> tuple[ExperimentMeasures, ...]:
    """Return the numbers of every experiment of `book` that has a comparison and had not started after `as_of`.

    Definition: see `difference` and `before_after`; several comparisons on one goal get p-values after Holm's
    correction beside their own. `threshold` and `met` compare the planned target condition with what happened.
    """
    written = {metric.id: metric for metric in book.metrics.metrics}
    every = [one for one in book.experiments.experiments if one.started is None or one.started <= as_of]
    found = []
    for one in every:
        if one.comparison is not None:
            told = _compared(one, one.comparison, metrics, as_of)
            found.append(_planned(told, measure_prediction(one, written, as_of)))
    goals = [one.goal for one in every if one.comparison is not None]
    return tuple(_corrected(found, goals))


def _planned(told: ExperimentMeasures, planned: Prediction) -> ExperimentMeasures:
    """Set the planned threshold beside the numbers, and say why nobody knows whether it was reached."""
    if planned.threshold is None:
        return told
    met = planned.met
    caveats, reasons = ((), met.reasons) if met.value is None else (met.reasons, ())
    return replace(
        told,
        threshold=planned.threshold,
        met=met.value,
        caveats=(*told.caveats, *caveats),
        reasons=(*told.reasons, *(f"whether the threshold was met: {reason}" for reason in reasons)),
    )


def predictions_of(book: Workbook, as_of: dt.date) -> Predictions:
    """Return how often what the team expected came true."""
    written = {metric.id: metric for metric in book.metrics.metrics}
    return measure_predictions(book.experiments.experiments, written, as_of)


def _compared(
    one: Experiment, comparison: Comparison, metrics: Mapping[str, MetricMeasures], as_of: dt.date
) -> ExperimentMeasures:
    """Measure one comparison."""
    if comparison.kind == "two-proportions":
        return _two_proportions(one, comparison, as_of)
    return _before_after(one, comparison, metrics)


def _two_proportions(one: Experiment, comparison: Comparison, as_of: dt.date) -> ExperimentMeasures:
    """Compare treatment and control."""
    control, treatment = comparison.control, comparison.treatment
    missing = [name for name, arm in (("control", control), ("treatment", treatment)) if arm is None]
    if control is None or treatment is None:
        return _refused(one, "two-proportions", *(f"no counts of the {name}: no difference" for name in missing))
    found = difference((treatment.successes, treatment.trials), (control.successes, control.trials))
    sizes = sample_ratio(control.trials, treatment.trials, comparison.planned_split)
    value = found.value
    no_p_value = found.reasons if value is None or value.p_value is None else ()
    return ExperimentMeasures(
        id=one.id,
        kind="two-proportions",
        difference=value.value if value else None,
        ratio=None,
        interval=value.interval if value else None,
        method=f"{METHOD}; {TEST}" if value else None,
        p_value=value.p_value if value else None,
        naive_ratio=None,
        sample_ratio=sizes.value,
        caveats=(*_of_value(found.reasons, no_p_value), *sizes.reasons, *_peeking(one, as_of), *FIXED),
        reasons=no_p_value,
    )


def _of_value(told: tuple[str, ...], reasons: tuple[str, ...]) -> tuple[str, ...]:
    """Return what was told about a value rather than about a missing one."""
    return tuple(one for one in told if one not in reasons)


def _peeking(one: Experiment, as_of: dt.date) -> Iterator[str]:
    """Say that the counts may be those of an experiment that still runs."""
    if one.ended is None:
        yield "no end is written: the counts may be those of a look on the way"
    elif one.ended > as_of:
        yield f"it ends on {one.ended}, after {as_of}: the counts are later than this day, or a look on the way"


def _before_after(one: Experiment, comparison: Comparison, metrics: Mapping[str, MetricMeasures]) -> ExperimentMeasures:
    """Ask the series of a metric."""
    missing = [f"no {name}: no ratio" for name in ("metric", "change") if getattr(comparison, name) is None]
    if comparison.metric is not None and comparison.metric not in metrics:
        missing.append(f"metric '{comparison.metric}' is not written: no ratio")
    if missing or comparison.metric is None or comparison.change is None:
        return _refused(one, "before-after", *missing)
    metric = metrics[comparison.metric]
    found = before_after(
        metric.series, metric.unit, comparison.change, Terms(comparison.trend, comparison.season or None)
    )
    return ExperimentMeasures(
        id=one.id,
        kind="before-after",
        difference=None,
        ratio=found.ratio,
        interval=found.interval,
        method=found.method,
        p_value=found.p_value,
        naive_ratio=found.naive_ratio,
        sample_ratio=None,
        points=found.points,
        autocorrelation=found.autocorrelation,
        caveats=found.caveats,
        reasons=found.reasons,
    )


def _refused(one: Experiment, kind: Kind, *reasons: str) -> ExperimentMeasures:
    """Return an experiment without numbers."""
    return ExperimentMeasures(one.id, kind, None, None, None, None, None, None, None, reasons=reasons)


def _corrected(every: Sequence[ExperimentMeasures], goals: Sequence[str | None]) -> Iterator[ExperimentMeasures]:
    """Yield each with its p-value after Holm's correction for all of its goal."""
    families: dict[str, list[int]] = defaultdict(list)
    for at, (one, goal) in enumerate(zip(every, goals, strict=True)):
        if goal is not None and one.p_value is not None:
            families[goal].append(at)
    adjusted: dict[int, tuple[float, str]] = {}
    for goal, places in families.items():
        values = [every[at].p_value or 0.0 for at in places]
        words = f"{len(places)} comparisons share the goal '{goal}': read p after Holm's correction"
        if len(places) > 1:
            adjusted |= {at: (p, words) for at, p in zip(places, holm(values), strict=True)}
    for at, one in enumerate(every):
        p, words = adjusted.get(at, (None, ""))
        yield replace(one, p_adjusted=p, caveats=(*one.caveats, words)) if words else one
