"""What experiments found: each difference or ratio with its interval, against no effect, beside the decision rule."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from purposebook.charts.dots import Dot, Scale, dot_list, dots
from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.words import apart, coefficient, counted, number, points, quoted, sentences, span
from purposebook.domain.experiments import Experiment
from purposebook.measures.experiment import ExperimentMeasures

_COLUMNS: Final = (
    *("Experiment", "Estimate", "Low", "High", "Method", "p-value", "Naive ratio"),
    *("Decision rule", "Notes"),
)
_STEPS: Final = (0.05, 0.1, 0.2, 0.25, 0.5, 1.0)
_FOLDS: Final = (1.25, 1.5, 2.0, 4.0, 10.0, 100.0, 1e4, 1e8)

_CAVEATS: Final = 6
_PLAIN: Final = "The plain ratio is that of the two means."

By = Mapping[str, Experiment]


def differences(by_id: By, found: Iterable[ExperimentMeasures]) -> Figure | None:
    """Draw the difference of two shares for each experiment that compares two groups; nothing where none does."""
    every = [one for one in found if one.kind == "two-proportions"]
    reach = _reach((one.interval or (0.0, 0.0) for one in every), _STEPS)
    ticks = tuple((at * reach / 2, _signed(at * reach / 2) if at else "0") for at in range(-2, 3))
    scale = Scale(-reach, reach, ticks, "Experiment", "Treatment less control, in points")
    return _figure("differences", by_id, every, scale, _difference)


def ratios(by_id: By, found: Iterable[ExperimentMeasures]) -> Figure | None:
    """Draw the ratio of after to before, as the model tells it; nothing where no experiment has a change."""
    every = [one for one in found if one.kind == "before-after"]
    logs = [[math.log(end) for end in one.interval] for one in every if one.interval and min(one.interval) > 0]
    fold = math.exp(_reach(logs, tuple(math.log(one) for one in _FOLDS)))
    ends = (1 / fold, math.sqrt(1 / fold), 1.0, math.sqrt(fold), fold)
    ticks = tuple((math.log(end), f"×{number(end, 2)}") for end in ends)
    scale = Scale(-math.log(fold), math.log(fold), ticks, "Experiment", "After to before, as the model says")
    return _figure("ratios", by_id, every, scale, _ratio)


def _figure(
    name: str,
    by_id: By,
    every: Sequence[ExperimentMeasures],
    scale: Scale,
    drawn: Callable[[ExperimentMeasures, Experiment], Dot],
) -> Figure | None:
    """Draw one row for each experiment."""
    if not every:
        return None
    rows = [drawn(one, by_id[one.id]) for one in every]
    return Figure(
        name,
        _title(every, none=0.0 if name == "differences" else 1.0),
        dots(scale, rows[:MOST]),
        _description(every, len(rows), _PLAIN if name == "ratios" else ""),
        table(_COLUMNS, [_fact(one, by_id[one.id]) for one in every]),
        "experiments.yml",
        team=("Experiment", "Decision rule"),
        listing=dot_list("Experiments", rows),
    )


def _difference(one: ExperimentMeasures, experiment: Experiment) -> Dot:
    """Return the row of a difference."""
    if one.difference is None or one.interval is None:
        return _refused(one, experiment)
    low, high = one.interval
    label = f"{_signed(one.difference)} points, {span(round(100 * low, 1), round(100 * high, 1), '')}"
    return Dot(experiment.step, label, one.difference, low, high, _rule(experiment))


def _ratio(one: ExperimentMeasures, experiment: Experiment) -> Dot:
    """Return the row of a ratio."""
    if one.ratio is None:
        return _refused(one, experiment)
    naive = "" if one.naive_ratio is None else f"; plain ×{coefficient(one.naive_ratio)}"
    if one.interval is None or min(one.ratio, *one.interval) <= 0:
        return Dot(experiment.step, f"×{coefficient(one.ratio)}, without an interval{naive}", more=_rule(experiment))
    low, high = one.interval
    label = f"×{coefficient(one.ratio)}, ×{coefficient(low)} to ×{coefficient(high)}{naive}"
    return Dot(experiment.step, label, math.log(one.ratio), math.log(low), math.log(high), _rule(experiment))


def _refused(one: ExperimentMeasures, experiment: Experiment) -> Dot:
    """Return the row of an experiment without an estimate."""
    why = one.reasons[0] if one.reasons else "no interval"
    return Dot(experiment.step, f"no estimate: {why}", more=_rule(experiment), state="absent")


def _estimate(one: ExperimentMeasures) -> float | None:
    """Return the difference or the ratio, as its kind asks."""
    return one.difference if one.kind == "two-proportions" else one.ratio


def _rule(experiment: Experiment) -> str:
    """Say what was decided beforehand."""
    rule = experiment.decision_rule.strip()
    return f"decision rule: {apart(rule, 90)}" if rule else "no decision rule was written beforehand"


def _signed(difference: float) -> str:
    """Write a difference of shares in points, with its sign."""
    return points(difference)


def _reach(intervals: Iterable[Sequence[float]], steps: Sequence[float]) -> float:
    """Return the smallest step that holds every interval, the largest where none does."""
    far = max((abs(end) for ends in intervals for end in ends), default=0.0)
    return next((step for step in steps if far <= step), steps[-1])


def _title(every: Sequence[ExperimentMeasures], none: float) -> str:
    """Say how many intervals leave out "no effect"."""
    estimates = sum(_estimate(one) is not None for one in every)
    intervals = [one.interval for one in every if one.interval]
    if not intervals:
        missing = "interval" if estimates else "estimate"
        return f"{counted(len(every), 'experiment')} with a comparison, and no {missing} yet"
    clear = sum(not low <= none <= high for low, high in intervals)
    return f"{clear} of {counted(estimates, 'estimate')} {'are' if clear != 1 else 'is'} clear of no effect"


def _description(every: Sequence[ExperimentMeasures], rows: int, plain: str) -> str:
    """Say what a dot is, and what to know about each estimate."""
    notes = dict.fromkeys(caveat for one in every for caveat in one.caveats)
    bare = any(_estimate(one) is not None and one.interval is None for one in every)
    return rest(
        (
            "A dot is the estimate, its line the 95 % interval; the middle of the scale is no effect.",
            "An estimate without an interval is written, not drawn." if bare else "",
            plain,
            sentences(list(notes)[:_CAVEATS]),
            stops(rows, "experiments"),
        )
    )


def _fact(one: ExperimentMeasures, experiment: Experiment) -> tuple[object, ...]:
    """Return an experiment's row of the table."""
    numbers = (_estimate(one), *(one.interval or (None, None)))
    shown = ("" if value is None else round(value, 4) for value in numbers)
    p_value, naive = ("" if value is None else round(value, 4) for value in (one.p_value, one.naive_ratio))
    notes = " ".join((*one.caveats, *one.reasons))
    return experiment.step, *shown, one.method or "", p_value, naive, experiment.decision_rule, notes


def said_step(experiment: Experiment) -> str:
    """Quote an experiment's step."""
    return quoted(experiment.step, 60)
