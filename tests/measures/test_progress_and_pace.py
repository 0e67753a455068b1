"""Progress and pace: definitions, signs and refusals."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from measured_samples import AS_OF, day, metric

from purposebook.measures.progress import pace, progress
from purposebook.measures.series import Point

SMALL = st.floats(-1e6, 1e6)


def latest(value: float) -> Point:
    """Make the newest point."""
    return Point(day(100), value)


@pytest.mark.parametrize(("value", "expected"), [(25, 0), (50, 0.5), (75, 1), (100, 1.5), (15, -0.2)])
def test_progress_is_never_clamped(value: float, expected: float) -> None:
    """Show standing below the baseline and beyond the target as they are."""
    assert progress(metric(), latest(value)).value == pytest.approx(expected)


def test_progress_downwards() -> None:
    """Count falling values as progress where the target lies below the baseline."""
    falling = metric(direction="decrease", baseline={"value": 10}, target={"value": 2})
    assert progress(falling, latest(4)).value == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("keys", "reasons"),
    [
        ({"baseline": None}, ("no baseline: no progress and no pace",)),
        ({"target": None}, ("no target: no progress and no pace",)),
        ({"baseline": {"value": 75}}, ("target equals baseline: no progress and no pace",)),
        (
            {"direction": "maintain"},
            ("direction is maintain: there is no way to go, so no progress and no pace",),
        ),
        (
            {"baseline": {"value": 25, "date": "2026-09-01"}},
            ("no observation since the baseline of 2026-09-01: no progress",),
        ),
        (
            {"baseline": {"value": 0}, "target": {"value": 1e-300}, "unit": ""},
            ("the numbers are too large to compute with: no progress",),
        ),
    ],
)
def test_progress_is_refused_with_a_reason(keys: dict[str, object], reasons: tuple[str, ...]) -> None:
    """Refuse what cannot be computed."""
    found = progress(metric(**keys), latest(1.7e308))
    assert (found.value, found.reasons) == (None, reasons)


def test_a_target_against_the_direction_is_told() -> None:
    """Compute progress towards the target and warn that it lies the other way."""
    found = progress(metric(direction="decrease"), latest(50))
    assert found.value == 0.5
    assert found.reasons == ("target lies above the baseline, against direction decrease: progress is told towards it",)


def test_no_minus_zero() -> None:
    """Show standing on the baseline as 0, not as -0."""
    assert str(progress(metric(baseline={"value": 10}, target={"value": 5}), latest(10)).value) == "0.0"


@given(SMALL, SMALL, SMALL)
def test_progress_has_the_sign_of_the_direction(start: float, end: float, current: float) -> None:
    """Be positive exactly when the value has moved from the baseline towards the target."""
    assume(abs(end - start) > 1e-3)
    moved = progress(metric(baseline={"value": start}, target={"value": end}), latest(current)).value
    assert moved is not None
    assert (moved > 0) == ((current - start) * (end - start) > 0) or abs(current - start) < 1e-300


@given(SMALL, SMALL, SMALL, st.sampled_from([0.01, 100.0]))
def test_progress_is_free_of_the_unit(start: float, end: float, current: float, factor: float) -> None:
    """Give the same fraction in percent and as a share."""
    assume(abs(end - start) > 1e-3)
    plain = progress(metric(baseline={"value": start}, target={"value": end}), latest(current)).value
    scaled = metric(baseline={"value": start * factor}, target={"value": end * factor})
    assert progress(scaled, latest(current * factor)).value == pytest.approx(plain, rel=1e-6, abs=1e-6)


def test_pace_is_a_straight_line() -> None:
    """Be the share of days that have gone from the baseline's date to the target's."""
    line = metric(baseline={"value": 0, "date": "2026-01-01"}, target={"value": 1, "by": "2026-01-11"})
    assert pace(line, dt.date(2026, 1, 1)).value == 0
    assert pace(line, dt.date(2026, 1, 5)).value == pytest.approx(0.4)
    assert pace(line, dt.date(2026, 1, 11)).value == 1


def test_pace_ends_at_the_target() -> None:
    """Stay at 1 once the target's date has passed, and say so."""
    found = pace(metric(), dt.date(2027, 6, 1))
    assert (found.value, found.reasons) == (1.0, ("target date 2026-12-31 has passed: pace is 1",))


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({"baseline": {"value": 25}}, "no baseline date: no pace"),
        ({"target": {"value": 75}}, "no target date: no pace"),
        ({"target": None}, "no target: no progress and no pace"),
        (
            {"target": {"value": 75, "by": "2026-01-01"}},
            "target date 2026-01-01 is not after the baseline date 2026-01-01: no pace",
        ),
        (
            {"baseline": {"value": 25, "date": "2026-11-01"}},
            "2026-10-31 is before the baseline date 2026-11-01: no pace",
        ),
        ({"direction": "maintain"}, "direction is maintain: there is no way to go, so no progress and no pace"),
    ],
)
def test_pace_is_refused_with_a_reason(keys: dict[str, object], reason: str) -> None:
    """Refuse a line that has no beginning, no end or no length."""
    found = pace(metric(**keys), AS_OF)
    assert (found.value, found.reasons) == (None, (reason,))
