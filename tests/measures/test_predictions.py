"""Expectations and planned thresholds against results."""

from __future__ import annotations

from typing import Any

import pytest
from measured_samples import AS_OF, metric

from purposebook.domain.experiments import Experiment
from purposebook.measures.predictions import Prediction, measure_prediction, measure_predictions
from purposebook.measures.proportions import wilson

WRITTEN = {
    "current": {"metric": "rate", "value": 25},
    "started": "2026-02-02",
    "expected": {"value": 40, "recorded": "2026-02-02"},
    "target_condition": {"value": 50},
    "actual": {"value": 45, "recorded": "2026-02-09"},
}
KNOWN = {"rate": metric()}


def experiment(**keys: Any) -> Experiment:
    """Make an experiment whose prediction can be told."""
    return Experiment.model_validate({"id": "try", "step": "x", **WRITTEN, **keys})


def told(direction: str | None = "increase", **keys: Any) -> Prediction:
    """Measure one experiment whose metric has a direction."""
    return measure_prediction(experiment(**keys), {"rate": metric(direction=direction)}, AS_OF)


def test_expected_and_planned_are_compared_apart() -> None:
    """45 reaches the 40 that were expected, and not the 50 that were planned."""
    found = told()
    assert (found.hit.value, found.met.value) == (True, False)
    assert (found.threshold, found.expected, found.actual) == (50, 40, 45)


def test_the_direction_of_the_metric_decides() -> None:
    """Where less is better, 45 has not come down to 40 but is below 50."""
    found = told("decrease")
    assert (found.hit.value, found.met.value) == (False, True)


def test_exactly_what_was_expected_is_a_hit() -> None:
    """Rounding makes no miss."""
    assert told(expected={"value": 0.3, "recorded": "2026-02-01"}, actual={"value": 0.1 + 0.2}).hit.value is True


@pytest.mark.parametrize(("expected", "hit"), [(40, True), (20, False)])
def test_without_a_metric_the_way_from_today_decides(expected: float, hit: bool) -> None:
    """From 25, 40 is upwards and 20 downwards; the guess is a caveat."""
    found = told(current={"value": 25}, expected={"value": expected, "recorded": "2026-02-01"})
    assert found.hit.value is hit and "is taken for better" in found.hit.reasons[0]


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        (
            {"expected": {"value": 40, "recorded": "2026-02-03"}},
            "expected on 2026-02-03, after the start on 2026-02-02: it does not count",
        ),
        ({"expected": {"value": 40}}, "no day of the expectation: nobody can tell which came first"),
        ({"started": None}, "no day of the start: nobody can tell which came first"),
        ({"expected": {"text": "more"}}, "no number for the expectation"),
        ({"actual": None}, "no number for what happened"),
        (
            {"actual": {"value": 45, "recorded": "2026-11-01"}},
            "what happened was written down on 2026-11-01, after 2026-10-31",
        ),
        (
            {"current": {"metric": "other", "value": 25}},
            "metric 'other' is not written: nobody can tell which way is better",
        ),
        ({"current": None}, "no metric with a direction, and no earlier number: nobody can tell which way is better"),
    ],
)
def test_what_does_not_count_says_why(keys: dict[str, Any], reason: str) -> None:
    """Count no prediction that was written down late, or that nobody can judge."""
    assert told(**keys).hit.reasons == (reason,)
    assert measure_predictions([experiment(**keys)], KNOWN, AS_OF).of == 0


def test_to_keep_a_level_is_nothing_to_reach() -> None:
    """Refuse where the direction is maintain."""
    assert told("maintain").hit.value is None


def test_the_share_of_hits_has_its_interval() -> None:
    """Two of three, with Wilson's interval; what starts later is left out."""
    low = {"value": 30, "recorded": "2026-02-09"}
    every = [experiment(), experiment(), experiment(actual=low), experiment(started="2026-11-01")]
    found = measure_predictions(every, KNOWN, AS_OF)
    assert (found.hits, found.of, found.interval, len(found.every)) == (2, 3, wilson(2, 3), 3)
    assert found.rate == pytest.approx(2 / 3)


def test_no_prediction_has_no_share() -> None:
    """Nothing is divided by nothing."""
    found = measure_predictions([], KNOWN, AS_OF)
    assert (found.rate, found.interval) == (None, None)
