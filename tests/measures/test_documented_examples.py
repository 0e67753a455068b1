"""The examples of docs/measures.md that no other test computes, to the digits that are printed there."""

from __future__ import annotations

import datetime as dt

import pytest

from purposebook.domain.surveys import Survey, SurveyAnswer
from purposebook.measures.difference import difference, holm
from purposebook.measures.proportions import wilson
from purposebook.measures.sample_ratio import sample_ratio
from purposebook.measures.survey import measure_survey


def test_holm_of_three() -> None:
    """Three p-values 0.01, 0.04 and 0.03 become 0.03, 0.06 and 0.06."""
    assert holm([0.01, 0.04, 0.03]) == pytest.approx((0.03, 0.06, 0.06))


@pytest.mark.parametrize(("sizes", "p"), [((70, 80), "0.41"), ((500, 590), "0.0064")])
def test_planned_halves(sizes: tuple[int, int], p: str) -> None:
    """Look at how 500 and 590 came about, and not at 70 and 80."""
    found = sample_ratio(*sizes, (0.5, 0.5)).value
    assert found is not None and f"{found.p:.{len(p) - 2}f}" == p


def test_the_p_value_beside_newcombes_interval() -> None:
    """56 of 70 against 48 of 80 gives p = 0.0080."""
    found = difference((56, 70), (48, 80)).value
    assert found is not None and f"{found.p_value:.4f}" == "0.0080"


def test_two_predictions_say_nearly_nothing() -> None:
    """1 of 2 is [0.0945, 0.9055]."""
    assert wilson(1, 2) == pytest.approx((0.0945, 0.9055), abs=5e-5)


def test_sus_of_five_people() -> None:
    """70 three times and 75 twice: 72 [68.6, 75.4]."""
    asked = Survey.model_validate({"id": "use", "name": "Use", "kind": "sus"})
    cells = {"survey": "use", "date": "2026-09-30"}
    rows = [SurveyAnswer.model_validate({**cells, "score": score}) for score in (70, 70, 70, 75, 75)]
    wave = measure_survey(asked, rows, dt.date(2026, 10, 31)).latest
    assert wave is not None and wave.value == 72 and wave.interval == pytest.approx((68.6, 75.4), abs=0.05)
