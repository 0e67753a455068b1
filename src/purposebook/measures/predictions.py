"""How often what a team expected came true, and whether planned thresholds were reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from purposebook.domain.experiments import Experiment
from purposebook.domain.metrics import Metric
from purposebook.measures.answer import Answer, tolerance
from purposebook.measures.proportions import wilson


@dataclass(frozen=True)
class Prediction:
    """Hold what was planned, expected and seen in one experiment, in the unit in which it was written down."""

    experiment: str
    threshold: float | None
    """The target condition."""
    expected: float | None
    actual: float | None
    met: Answer[bool]
    """Whether the threshold was reached."""
    hit: Answer[bool]
    """Whether what was expected, and written down by the start, was reached."""


@dataclass(frozen=True)
class Predictions:
    """Hold every experiment's prediction, and the share that came true, as plain fractions."""

    every: tuple[Prediction, ...]
    hits: int
    of: int
    """Predictions that count: with a number, written down by the start, and with a result."""
    interval: tuple[float, float] | None
    """Wilson's, 95 %."""

    @property
    def rate(self) -> float | None:
        """Return the share of hits."""
        return self.hits / self.of if self.of else None


def measure_predictions(
    experiments: Sequence[Experiment], metrics: Mapping[str, Metric], as_of: dt.date
) -> Predictions:
    """Return how often what was expected was reached, over all experiments that had started by `as_of`.

    Definition: a hit is a result at or beyond what was expected, in the direction of the metric; without a metric, in
    the direction from where the team stood to what it expected. An expectation counts only when it was written down
    by the day of the start. The interval takes experiments for independent, which cycles on one goal are not quite.
    Refused, one by one, where a number, a day or the direction is missing. Source: the Product Kata (M. Rother, Toyota
    Kata, 2009) asks to write down first what is expected; Wilson's interval as for every proportion.
    """
    begun = [one for one in experiments if one.started is None or one.started <= as_of]
    every = tuple(measure_prediction(one, metrics, as_of) for one in begun)
    counted = [one.hit.value for one in every if one.hit.value is not None]
    interval = wilson(sum(counted), len(counted)) if counted else None
    return Predictions(every, sum(counted), len(counted), interval)


def measure_prediction(one: Experiment, metrics: Mapping[str, Metric], as_of: dt.date) -> Prediction:
    """Compare one experiment's result with its threshold and with what was expected."""
    threshold = one.target_condition.value if one.target_condition else None
    expected = one.expected.value if one.expected else None
    seen = _seen(one, as_of)
    early = _written_early(one)
    hit = _reached(one, metrics, expected, "expectation", seen)
    return Prediction(
        one.id,
        threshold,
        expected,
        seen.value,
        _reached(one, metrics, threshold, "threshold", seen),
        Answer.refused(early) if early and expected is not None else hit,
    )


def _seen(one: Experiment, as_of: dt.date) -> Answer[float]:
    """Return the result, if it was known by then."""
    if one.actual is None or one.actual.value is None:
        return Answer.refused("no number for what happened")
    day = one.known_on
    if day is not None and day > as_of:
        return Answer.refused(f"what happened was written down on {day}, after {as_of}")
    return Answer(one.actual.value)


def _written_early(one: Experiment) -> str:
    """Say why an expectation does not count as written down before the start."""
    day = one.expected_on
    if one.started is None or day is None:
        return f"no day of the {'start' if one.started is None else 'expectation'}: nobody can tell which came first"
    return f"expected on {day}, after the start on {one.started}: it does not count" if one.expected_after_start else ""


def _reached(
    one: Experiment, metrics: Mapping[str, Metric], wanted: float | None, name: str, seen: Answer[float]
) -> Answer[bool]:
    """Say whether the result is at or beyond what was wanted."""
    if wanted is None:
        return Answer.refused(f"no number for the {name}")
    if seen.value is None:
        return Answer.refused(*seen.reasons)
    direction = _direction(one, metrics, wanted)
    if direction.value is None:
        return Answer.refused(*direction.reasons)
    return Answer(direction.value * (seen.value - wanted) >= -tolerance((seen.value, wanted)), direction.reasons)


def _direction(one: Experiment, metrics: Mapping[str, Metric], wanted: float) -> Answer[int]:
    """Return 1 where more is better, -1 where less is."""
    named = one.current.metric if one.current else None
    if named is not None and named not in metrics:
        return Answer.refused(f"metric '{named}' is not written: nobody can tell which way is better")
    if named is not None and metrics[named].direction is not None:
        signs = {"increase": 1, "decrease": -1}
        if metrics[named].direction not in signs:
            return Answer.refused("the metric is to be kept where it is: there is no way to go, so nothing to reach")
        return Answer(signs[str(metrics[named].direction)])
    stood = one.current.value if one.current else None
    if stood is None or stood == wanted:
        return Answer.refused("no metric with a direction, and no earlier number: nobody can tell which way is better")
    way = 1 if wanted > stood else -1
    return Answer(way, (f"no metric with a direction: {'more' if way > 0 else 'less'} is taken for better",))
