"""What event logs and experiments may tell, made up: full, sparse and hostile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from chart_samples import HOSTILE

from purposebook.charts.acquisition import acquisition
from purposebook.charts.cohorts import cohorts
from purposebook.charts.counterfactual import counterfactual
from purposebook.charts.estimates import differences, ratios
from purposebook.charts.figure import Figure
from purposebook.charts.funnel import funnel
from purposebook.charts.lead_lag import lead_lag
from purposebook.charts.retention import retention
from purposebook.domain.experiments import Experiment
from purposebook.domain.metrics import Metric
from purposebook.domain.pirate import Funnel
from purposebook.measures.answer import Answer
from purposebook.measures.experiment import ExperimentMeasures, Fitted
from purposebook.measures.lead_lag import Together
from purposebook.measures.lead_lag import lead_lag as correlate
from purposebook.measures.pirate.found import Age, Channel, Cohort, PirateMeasures, Rate, Retained, Step
from purposebook.measures.proportions import wilson
from purposebook.measures.series import Point

UNTIL = dt.date(2026, 9, 30)
DEFINITION = Funnel(steps=("signed_up", "lesson_added", "course_published"), within=30)


def rate(actors: int, of: int) -> Rate:
    """Return so many of so many."""
    return Rate(actors, of, *wilson(actors, of))


def retained(months: int, size: int = 40) -> Retained:
    """Return a cohort a month, each as old as it can be."""
    starts = [dt.date(2024 + (at // 12), at % 12 + 1, 1) for at in range(months)]

    def ages(open_ages: int) -> tuple[Age, ...]:
        """Return ages of which the last one is not over."""
        over = [Age(age, rate(size // (age + 1), size)) for age in range(open_ages)]
        return (*over, Age(open_ages, None))

    every = tuple(Cohort(start, size, ages(months - at)) for at, start in enumerate(starts))
    overall = tuple(
        Age(age, rate(size // (age + 1) * (months - age), size * (months - age)) if age < months else None)
        for age in range(months + 1)
    )
    return Retained("classic", "month", "calendar", None, every, overall)


def log(texts: tuple[str, ...] = ("signed_up", "lesson_added", "course_published"), months: int = 8) -> PirateMeasures:
    """Return what a log tells whose steps and channels are called `texts`."""
    steps = tuple(Step(text, rate(max(0, 60 - 17 * at), 60)) for at, text in enumerate(texts))
    channels = tuple(Channel(text, 90 - at) for at, text in enumerate((*texts, "")))
    no = Answer.refused("no such event")
    kept = Answer(retained(months))
    return PirateMeasures(UNTIL, 900, 320, Answer(channels), Answer(rate(18, 24)), kept, no, no, Answer(steps), no)


def silent() -> PirateMeasures:
    """Return what an empty log tells."""
    no: Answer = Answer.refused("no event yet")
    return PirateMeasures(None, 0, 0, no, no, no, no, no, no, no)


def experiment(id: str, step: str = "Offer a first look", rule: str = "Ten points or more: keep it") -> Experiment:
    """Return an experiment with a change."""
    comparison = {"kind": "before-after", "metric": "m", "change": "2026-03-01"}
    return Experiment.model_validate({"id": id, "step": step, "decision_rule": rule, "comparison": comparison})


def two_groups(id: str, difference: float | None = 0.2) -> ExperimentMeasures:
    """Return a difference of shares."""
    ends = None if difference is None else (difference - 0.15, difference + 0.14)
    reasons = ("no trials in one group",) if difference is None else ()
    return ExperimentMeasures(
        id, "two-proportions", difference, None, ends, "Newcombe 95%", 0.01, None, None, reasons=reasons
    )


def around(id: str, count: int = 24, ratio: float | None = 1.3) -> ExperimentMeasures:
    """Return a series around a change."""
    start = dt.date(2026, 1, 1)
    days = [start + dt.timedelta(days=5 * at) for at in range(count)]
    points = tuple(
        Fitted(day, 20 + at + at % 3, 20.5 + at, None if day < dt.date(2026, 3, 1) else 14.0 + at)
        for at, day in enumerate(days)
    )
    ends = None if ratio is None else (ratio * 0.8, ratio * 1.2)
    caveats = ("The plain before/after ratio does not account for the trend.",)
    method = "quasi-Poisson"
    return ExperimentMeasures(
        id, "before-after", None, ratio, ends, method, 0.03, 1.9, None, points if ratio else (), caveats=caveats
    )


def monthly(values: list[float]) -> list[Point]:
    """Return a point in each month from January 2025 on."""
    return [Point(dt.date(2025 + at // 12, at % 12 + 1, 28), value) for at, value in enumerate(values)]


def together(lead: str, lag: str, count: int = 12, months: int = 1, *, way: int = 1, gap: int = -1) -> Together:
    """Return a pair of so many months; the second repeats the first `months` later, or turns it round."""
    values = [float(3 * at + (at * at) % 7) for at in range(count)]
    follows = [0.0] * months + [10.0 * way * value for value in values]
    first = [point for at, point in enumerate(monthly(values)) if at != gap]
    return correlate((lead, first), (lag, monthly(follows)), months)


def metrics(names: tuple[str, ...]) -> dict[str, Metric]:
    """Return metrics with these names, the id of each its place."""
    named = [{"id": f"m{at}", "name": name[:120], "unit": name[:60]} for at, name in enumerate(names)]
    return {metric.id: metric for metric in map(Metric.model_validate, named)}


def impact_pictures(name: str) -> Iterator[Figure | None]:
    """Draw everything of one kind of sample."""
    texts = HOSTILE if name == "hostile" else ("signed_up", "lesson_added", "course_published")
    found = silent() if name == "empty" else log(texts, 40 if name == "hostile" else 8)
    yield from (acquisition(found), funnel(found, DEFINITION), cohorts(found), retention(found))
    steps = {f"e{at}": text for at, text in enumerate(texts)}
    by_id = {id: experiment(id, step, step) for id, step in steps.items()}
    some = [] if name == "empty" else list(enumerate(by_id))
    groups = [two_groups(id, None if at == 1 else 0.2 - 0.1 * at) for at, id in some]
    changes = [around(id, ratio=None if at == 1 else 1.3) for at, id in some]
    pairs = [together(f"m{at}", "m0", 40 if at == 1 else 12, at % 3) for at, _ in some]
    yield lead_lag(metrics(texts), pairs)
    metric = Metric.model_validate({"id": "m", "name": texts[0][:120], "unit": texts[-1][:60]})
    yield from (differences(by_id, groups), ratios(by_id, changes))
    yield from (counterfactual(by_id[one.id], metric, one) for one in changes)
