"""OKR scores."""

from __future__ import annotations

import pytest
from measured_samples import AS_OF, book, metric

from purposebook.domain.metrics import Observation
from purposebook.domain.objectives import Objective
from purposebook.measures import ObjectiveMeasures, measure
from purposebook.measures.objective import roll_ups

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


def test_progress_stands_beside_the_score_unclamped() -> None:
    """Two and a half times the way, and half of it in the wrong direction, are seen as they are."""
    found = score(["rate", "second"], rate=250, second=-50)
    assert (found.score, found.progress) == (pytest.approx(0.5), pytest.approx(1.0))


def test_pace_is_the_mean_of_the_same_key_results() -> None:
    """A key result without an observation counts neither in score nor in pace."""
    dated = [
        metric(id=id, baseline={"value": 0, "date": "2026-01-01"}, target={"value": 100, "by": by})
        for id, by in (("rate", "2026-10-31"), ("second", "2027-08-27"), ("third", "2026-12-31"))
    ]
    rows = [Observation.model_validate({"metric": id, "date": "2026-02-01", "value": 10}) for id in ("rate", "second")]
    objective = Objective.model_validate({"id": "o", "statement": "x", "key_results": ["rate", "second", "third"]})
    found = measure(book(dated, rows, [objective]), AS_OF).objectives[0]
    assert found.pace == pytest.approx((1 + 303 / 603) / 2)


def test_both_roll_ups_are_named() -> None:
    """One key result at 1.0, and three at 0.2, 0.2 and 0: 0.57 by objectives, 0.35 by key results."""
    names = ["rate", "second", "third", "fourth"]
    every = [metric(id=name, baseline={"value": 0}, target={"value": 100}) for name in names]
    values = zip(names, (100, 20, 20, -5), strict=True)
    rows = [Observation.model_validate({"metric": id, "date": "2026-02-01", "value": at}) for id, at in values]
    objectives = [
        Objective.model_validate({"id": id, "statement": "x", "key_results": wanted, "status": status})
        for id, wanted, status in (
            ("a", names[:1], "active"),
            ("b", names[1:], "done"),
            ("c", names[:1], "dropped"),
        )
    ]
    found = measure(book(every, rows, objectives), AS_OF)
    by_id = {one.id: one for one in found.metrics}
    by_objective, flat = roll_ups(objectives, found.objectives, by_id)
    assert (by_objective.rule, by_objective.of) == ("mean of objectives", 2)
    assert by_objective.score == pytest.approx((1 + 0.4 / 3) / 2)
    assert (flat.rule, flat.of) == ("flat mean over all", 4)
    assert flat.score == pytest.approx(1.4 / 4)


def test_nothing_rolls_up_to_nothing() -> None:
    """No objective is not a score of zero."""
    assert [one.score for one in roll_ups([], [], {})] == [None, None]
