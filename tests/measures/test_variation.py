"""XmR limits, phases and signals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_samples import day, points

from purposebook.measures.variation import Limits, Variation, limits_of, signals_of, variation_of

CALM = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]
"""Mean 11 and moving ranges of 2 throughout: limits 11 ± 5.32."""


def kinds(variation: Variation) -> set[tuple[int, str]]:
    """Return each signal as day number and kind."""
    return {((signal.date - day(0)).days, signal.kind) for signal in variation.signals}


def test_limits_by_hand() -> None:
    """Compute mean ± 2.66 × mean moving range."""
    found = limits_of(CALM)
    assert found is not None
    assert (found.mean, found.lower, found.upper) == pytest.approx((11, 11 - 5.32, 11 + 5.32))


def test_wide_moving_ranges_are_left_out() -> None:
    """Keep one outlier from widening the limits: its two ranges of 39 exceed 3.267 × mean, the others are 1."""
    values = [1, 2, 1, 2, 1, 2, 40, 1, 2, 1, 2, 1, 2]
    found = limits_of(values)
    assert found is not None
    assert found.mean == pytest.approx(sum(values) / 13)
    assert found.upper - found.mean == pytest.approx(2.66)


def test_eleven_points_have_no_limits() -> None:
    """Refuse limits of fewer than 12 points, with the reason."""
    variation = variation_of(points(CALM[:11]))
    assert variation.limits is None
    assert variation.reasons == ("fewer than 12 points: no limits, no assurance (11 so far)",)


def test_limits_start_anew_at_a_change() -> None:
    """Begin a phase with the first point on the day of the change, each with its own limits."""
    variation = variation_of(points([*CALM, *(value + 50 for value in CALM)]), [day(12)])
    assert [(phase.start, phase.end) for phase in variation.phases] == [(day(0), day(11)), (day(12), day(23))]
    assert [phase.limits.mean for phase in variation.phases if phase.limits] == pytest.approx([11, 61])
    assert variation.signals == ()


def test_a_young_phase_has_no_limits_yet() -> None:
    """Do not lend the limits of the phase before a change."""
    variation = variation_of(points([*CALM, 60, 61]), [day(12), day(12), day(900)])
    assert variation.limits is None
    assert variation.phases[0].limits is not None
    assert variation.reasons == ("fewer than 12 points: no limits, no assurance (2 since the last change)",)


def test_a_point_beyond_a_limit() -> None:
    """Mark the point outside the limits, and it alone."""
    assert kinds(variation_of(points([*CALM, 30, *CALM]))) == {(12, "beyond-limit")}


def test_seven_on_one_side() -> None:
    """Mark all points of a run of seven, none of a run of six."""
    limits = Limits(10, 0, 20)
    seven = signals_of(points([9, *[11, 12] * 3, 11, 9]), limits)
    assert {(signal.date, signal.kind) for signal in seven} == {(day(number), "one-side") for number in range(1, 8)}
    assert signals_of(points([9, *[11, 12] * 3, 9, 9]), limits) == ()


def test_a_point_on_the_mean_breaks_a_run() -> None:
    """Count a point on the mean to neither side."""
    assert signals_of(points([11, 12, 11, 10, 12, 11, 12, 11]), Limits(10, 0, 20)) == ()


@pytest.mark.parametrize(("step", "kind"), [(1, "rising"), (-1, "falling")])
def test_seven_rising_or_falling(step: int, kind: str) -> None:
    """Mark seven points in a row that rise or fall; a pause ends the row."""
    limits = Limits(0, -20, 20)
    climb = signals_of(points([step * at for at in range(-3, 4)]), limits)
    assert {(signal.date, signal.kind) for signal in climb} == {(day(number), kind) for number in range(7)}
    assert signals_of(points([step * at for at in (-3, -2, -1, -1, 0, 1, 2)]), limits) == ()


def test_two_of_three_near_a_limit() -> None:
    """Mark two of three points in the outer third of one side, and not the one between them."""
    limits = Limits(0, -9, 9)
    assert [signal.date for signal in signals_of(points([7, 1, 8, -1]), limits)] == [day(0), day(2)]
    assert signals_of(points([7, -1, 8]), limits) == ()
    assert signals_of(points([7, 1, -8]), limits) == ()


def test_a_constant_series_has_no_signal() -> None:
    """Let rounding in the mean of equal values signal nothing."""
    variation = variation_of(points([0.1] * 30))
    assert variation.signals == ()
    assert variation.limits is not None
    assert variation.limits.upper == pytest.approx(0.1)


def test_numbers_beyond_floating_point_have_no_limits() -> None:
    """Refuse limits that would be infinite."""
    variation = variation_of(points([1.7e308, -1.7e308] * 6))
    assert variation.limits is None
    assert variation.reasons == ("the numbers are too large to compute with: no limits, no assurance",)


@given(st.lists(st.integers(-1000, 1000), min_size=12, max_size=40), st.sampled_from([0.01, 0.3, 7.0, 100.0]))
def test_another_unit_changes_the_numbers_only(values: list[int], factor: float) -> None:
    """Scale limits with the unit."""
    plain, scaled = limits_of(values), limits_of([value * factor for value in values])
    assert plain is not None
    assert scaled is not None
    wide = max(abs(plain.lower), abs(plain.upper), 1) * factor * 1e-9
    assert scaled.mean == pytest.approx(plain.mean * factor, abs=wide)
    assert scaled.upper == pytest.approx(plain.upper * factor, abs=wide)


@given(st.lists(st.integers(-1000, 1000), min_size=12, max_size=40))
def test_twice_the_unit_changes_no_signal(values: list[int]) -> None:
    """Give the same signals in a unit of half the size."""
    assert kinds(variation_of(points(values))) == kinds(variation_of(points([value * 2 for value in values])))
