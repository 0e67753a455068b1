"""OKR scores."""

from __future__ import annotations

import pytest
from measured_samples import AS_OF, book, metric

from purposebook.domain.metrics import Observation
from purposebook.domain.objectives import Objective
from purposebook.measures import ObjectiveMeasures, measure

METRICS = [metric(id=name, baseline={"value": 0}, target={"value": 100}) for name in ("rate", "second", "third")]


def score(key_results: list[str], kind: str = "committed", **values: float) -> ObjectiveMeasures:
    """Score an objective over metrics that stand at `values`."""
    rows = [Observation.model_validate({"metric": id, "date": "2026-02-01", "value": at}) for id, at in values.items()]
    objective = Objective.model_validate({"id": "o", "statement": "x", "kind": kind, "key_results": key_results})
    return measure(book(METRICS, rows, [objective]), AS_OF).objectives[0]


def test_mean_of_clipped_progress() -> None:
    """Clip each key result to 0..1 for the score only, and name the rule."""
    found = score(["rate", "second", "third"], rate=250, second=-50, third=60)
    assert found.score == pytest.approx((1 + 0 + 0.6) / 3)
    assert (found.rollup, found.reasons) == ("mean of key results", ())


def test_blanks_are_left_out() -> None:
    """Leave out key results without progress or without a metric, each with a reason."""
    found = score(["rate", "second", "nowhere", "rate"], rate=40)
    assert found.score == pytest.approx(0.4)
    assert found.reasons == (
        "second has no progress: left out of the score",
        "nowhere is not written: left out of the score",
    )


@pytest.mark.parametrize(
    ("key_results", "reason"), [([], "no key result: no score"), (["rate"], "no key result with progress: no score")]
)
def test_nothing_to_score(key_results: list[str], reason: str) -> None:
    """Refuse a score of nothing, which is not a score of 0."""
    found = score(key_results)
    assert found.score is None
    assert found.reasons[-1] == reason


@pytest.mark.parametrize(("kind", "expected"), [("committed", 1.0), ("aspirational", 0.7), ("learning", None)])
def test_what_a_kind_expects(kind: str, expected: float | None) -> None:
    """Say what a score should come to."""
    assert score(["rate"], kind, rate=1).expected == expected
