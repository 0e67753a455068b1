"""Experiments of a workbook: numbers, caveats, and sentences where there are none."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from measured_samples import AS_OF, book, metric, row

from purposebook.domain.experiments import Experiments
from purposebook.domain.metrics import Observation
from purposebook.measures.experiment import ExperimentMeasures
from purposebook.measures.experiments import FIXED, measure_experiments
from purposebook.measures.metric import measure_metric
from purposebook.measures.sample_ratio import UNPLANNED

BY_LOT = {
    "kind": "two-proportions",
    "control": {"successes": 48, "trials": 80},
    "treatment": {"successes": 56, "trials": 70},
    "planned_split": [0.5, 0.5],
}
SINCE = {"kind": "before-after", "metric": "rate", "change": "2026-06-08", "trend": True}


def measured(
    *comparisons: dict[str, Any] | None, rows: Sequence[Observation] = (), as_of: dt.date = AS_OF, **keys: Any
) -> tuple[ExperimentMeasures, ...]:
    """Measure experiments on one goal that differ in their comparison."""
    every = [
        {"id": f"e{at}", "step": "x", "goal": "finish", "ended": "2026-03-01", "comparison": one, **keys}
        for at, one in enumerate(comparisons)
    ]
    made = replace(book([metric()], rows), experiments=Experiments.model_validate({"experiments": every}))
    return measure_experiments(made, {"rate": measure_metric(metric(), rows, as_of)}, as_of)


def weekly(count: int = 40) -> list[Observation]:
    """Make a row a week, of which the 23rd is the first after the change."""
    return [
        row(7 * at, numerator=30 + at % 5 + (20 if at >= 23 else 0), denominator=100 + at % 3) for at in range(count)
    ]


def test_two_proportions() -> None:
    """Give difference, interval, test, sizes and the standing caveats."""
    (found,) = measured(BY_LOT)
    assert (found.kind, found.ratio, found.naive_ratio) == ("two-proportions", None, None)
    assert found.difference == pytest.approx(0.2)
    assert found.interval == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert found.method == "Newcombe's hybrid score 95% (method 10); pooled two-proportion z-test, two-sided"
    assert found.sample_ratio is not None and found.sample_ratio.chi2 == pytest.approx(100 / 150)
    assert found.caveats == FIXED


def test_sizes_without_a_plan_are_not_checked() -> None:
    """Say so among the caveats."""
    (found,) = measured({**BY_LOT, "planned_split": []})
    assert found.sample_ratio is None and UNPLANNED in found.caveats


@pytest.mark.parametrize(("ended", "begins"), [(None, "no end is written"), ("2026-12-01", "it ends on 2026-12-01")])
def test_a_look_on_the_way_is_a_caveat(ended: str | None, begins: str) -> None:
    """Peeking finds chance."""
    (found,) = measured(BY_LOT, ended=ended)
    assert any(one.startswith(begins) for one in found.caveats)


def test_before_and_after() -> None:
    """Give the ratio with the trend accounted for, and the naive one beside it."""
    (found,) = measured(SINCE, rows=weekly())
    assert found.difference is None and found.ratio and found.interval and found.naive_ratio
    assert found.interval[0] < found.ratio < found.interval[1]
    assert found.ratio == pytest.approx(1.63, abs=0.1)
    assert [one.date for one in found.points if one.without is None][-1] < dt.date(2026, 6, 8)
    assert len(found.points) == 40


def test_later_points_change_nothing() -> None:
    """See only the series as it was known on the day."""
    early = dt.date(2026, 9, 1)
    assert measured(SINCE, rows=weekly(), as_of=early) == measured(
        SINCE, rows=[one for one in weekly() if one.date <= early], as_of=early
    )


@pytest.mark.parametrize(
    ("comparison", "reasons"),
    [
        ({"kind": "two-proportions", "control": BY_LOT["control"]}, ["no counts of the treatment: no difference"]),
        (
            {**BY_LOT, "control": {"successes": 0, "trials": 0}},
            ["nobody was in one of the groups (zero trials): no difference"],
        ),
        ({"kind": "before-after"}, ["no metric: no ratio", "no change: no ratio"]),
        ({**SINCE, "metric": "nobody-wrote-it"}, ["metric 'nobody-wrote-it' is not written: no ratio"]),
        (SINCE, ["0 points before 2026-06-08 and 0 after: at least 8 each are needed"]),
    ],
)
def test_what_cannot_be_compared_says_why(comparison: dict[str, Any], reasons: list[str]) -> None:
    """Give no number, and the sentence."""
    (found,) = measured(comparison)
    assert (found.difference, found.ratio, found.interval, found.method) == (None, None, None, None)
    assert list(found.reasons) == reasons


def test_several_on_one_goal_are_corrected() -> None:
    """Two p-values become Holm's: the smaller doubled, the larger at least as large."""
    none = {**BY_LOT, "treatment": {"successes": 43, "trials": 70}}
    first, second = measured(BY_LOT, none)
    assert first.p_value and second.p_value
    assert first.p_adjusted == pytest.approx(2 * first.p_value)
    assert second.p_adjusted == pytest.approx(max(second.p_value, 2 * first.p_value))
    assert "2 comparisons share the goal 'finish': read p after Holm's correction" in first.caveats
    assert measured(BY_LOT)[0].p_adjusted is None


def test_planned_threshold_and_result() -> None:
    """Compare in the direction of the metric, and say why where nobody can."""
    planned = {"current": {"metric": "rate"}, "target_condition": {"value": 40}}
    (found,) = measured(BY_LOT, **planned, actual={"value": 41})
    assert (found.threshold, found.met) == (40, True)
    (open_,) = measured(BY_LOT, **planned)
    assert (open_.threshold, open_.met) == (40, None)
    assert open_.reasons == ("whether the threshold was met: no number for what happened",)


def test_only_comparisons_that_had_begun() -> None:
    """Leave out what starts later, and what compares nothing."""
    assert measured(BY_LOT, started="2026-11-01") == ()
    assert measured(None) == ()


def test_models_are_read_only_for_a_series(tmp_path: Path) -> None:
    """Load neither statsmodels nor numpy for two proportions."""
    code = (
        "import sys, purposebook.measures.experiments, purposebook.measures.difference as d;"
        "d.difference((56, 70), (48, 80)); print({'statsmodels', 'numpy', 'scipy'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
