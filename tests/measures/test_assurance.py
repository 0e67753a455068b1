"""Assurance: pass, fail or hit-or-miss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_samples import metric, points

from purposebook.measures.assurance import assurance
from purposebook.measures.variation import variation_of

CALM = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]
"""Limits 5.68 and 16.32."""


def verdict(values: list[float], **keys: object) -> str | None:
    """Judge `values` against a metric's target."""
    return assurance(metric(**keys), variation_of(points(values))).value


@pytest.mark.parametrize(
    ("direction", "target", "expected"),
    [
        ("increase", 5, "pass"),
        ("increase", 17, "fail"),
        ("increase", 11, "hit-or-miss"),
        ("decrease", 17, "pass"),
        ("decrease", 5, "fail"),
        ("decrease", 11, "hit-or-miss"),
        ("maintain", 11, "pass"),
        ("maintain", 17, "fail"),
    ],
)
def test_by_direction(direction: str, target: float, expected: str) -> None:
    """Judge limits against the target, by the side on which a value meets it."""
    assert verdict(CALM, direction=direction, target={"value": target}) == expected


@pytest.mark.parametrize("direction", ["increase", "decrease", "maintain"])
def test_always_exactly_on_the_target_is_a_pass(direction: str) -> None:
    """Call a process that stands on its target a pass, rounding or not."""
    assert verdict([0.1] * 14, direction=direction, target={"value": 0.1}) == "pass"


def test_a_point_on_the_target_is_no_consistent_fail() -> None:
    """Do not say *fail* above a point that met the target, exactly or better."""
    assert verdict([*CALM, 75, *CALM], target={"value": 75}) == "hit-or-miss"
    assert verdict([*CALM, 74, *CALM], target={"value": 75}) == "fail"


def test_a_miss_is_no_consistent_pass() -> None:
    """Do not say *pass* above a point that missed the target."""
    assert verdict([*CALM, -40, *CALM], target={"value": 0}) == "hit-or-miss"


def test_signals_are_a_caveat() -> None:
    """Say that limits of a changing process may not last, and do not call it maintained."""
    moving = variation_of(points(range(20)))
    assert "its process is changing" in assurance(metric(target={"value": 500}), moving).reasons[0]
    assert assurance(metric(direction="maintain", target={"value": 9}), moving).value == "hit-or-miss"


def test_refusals_have_reasons() -> None:
    """Name all that is missing."""
    found = assurance(metric(target=None, direction=None), variation_of(points([1, 2])))
    assert found.value is None
    assert found.reasons == ("no target: no assurance", "no direction: no assurance")


@given(st.lists(st.integers(0, 12), min_size=12, max_size=30), st.integers(-5, 17))
def test_no_point_contradicts_the_word(values: list[int], target: int) -> None:
    """Agree with every point of the phase."""
    word = verdict([float(value) for value in values], target={"value": target})
    assert word != "pass" or min(values) >= target
    assert word != "fail" or max(values) < target
