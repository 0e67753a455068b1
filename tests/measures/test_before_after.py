"""Before and after: the same as a model fitted by hand, and a sentence where there is no answer."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import t as student

from purposebook.measures.before_after import UNTRENDED, StepMeasures, before_after
from purposebook.measures.series import Point
from purposebook.measures.step_model import EXACT, NO_BOUNDS, Response, Terms, fit_step
from purposebook.measures.timeline import timeline
from reproduced.smoking_ban import BAN, POINTS, as_printed

TREND = Terms(trend=True, season=None)
BEGIN = dt.date(2024, 1, 1)


def weeks(values: Sequence[float], n: Sequence[int] | None = None) -> list[Point]:
    """Make a point a week; with `n`, values are percentages of it."""
    if n is None:
        return [Point(week(at), float(value)) for at, value in enumerate(values)]
    counted = [(float(round(value * of / 100)), float(of)) for value, of in zip(values, n, strict=True)]
    return [Point(week(at), float(value), n[at], counted=counted[at]) for at, value in enumerate(values)]


def week(number: int) -> dt.date:
    """Return the day of a numbered week."""
    return BEGIN + dt.timedelta(weeks=number)


def columns(count: int, change: int, season: int | None = None) -> np.ndarray:
    """Return level, step, trend and two harmonics, written down once more by hand."""
    at = np.arange(count) - change
    made = [np.ones(count), (at >= 0).astype(float), at.astype(float)]
    for wave in (1, 2) if season else ():
        made += [np.sin(2 * np.pi * wave * at / season), np.cos(2 * np.pi * wave * at / season)]
    return np.column_stack(made)


def by_hand(design: np.ndarray, y: np.ndarray, exposure: np.ndarray) -> tuple[float, float, float]:
    """Return ratio and interval by iteratively reweighted least squares, in a dozen lines of numpy."""
    beta = np.zeros(design.shape[1])
    beta[0] = math.log(y.sum() / exposure.sum())
    for _ in range(60):
        mu = exposure * np.exp(design @ beta)
        working = design @ beta + (y - mu) / mu
        beta = np.linalg.solve(design.T @ (mu[:, None] * design), design.T @ (mu * working))
    mu = exposure * np.exp(design @ beta)
    freedom = len(y) - design.shape[1]
    dispersion = ((y - mu) ** 2 / mu).sum() / freedom
    error = math.sqrt(dispersion * np.linalg.inv(design.T @ (mu[:, None] * design))[1, 1])
    half = student.ppf(0.975, freedom) * error
    return math.exp(beta[1]), math.exp(beta[1] - half), math.exp(beta[1] + half)


@pytest.mark.parametrize("season", [None, 12])
@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_counts_as_by_hand(season: int | None, seed: int) -> None:
    """Fit counts with denominators as an independent implementation does."""
    drawn = np.random.default_rng(seed)
    n = drawn.integers(200, 900, 40).tolist()
    y = drawn.integers(20, 120, 40).tolist()
    found = before_after(weeks([100 * a / b for a, b in zip(y, n, strict=True)], n), "%", week(22), Terms(True, season))
    ratio, low, high = by_hand(columns(40, 22, season), np.array(y, float), np.array(n, float))
    assert found.ratio == pytest.approx(ratio, rel=1e-6)
    assert found.interval == pytest.approx((low, high), rel=1e-6)
    assert "offset log(denominator)" in str(found.method)


@pytest.mark.parametrize("season", [None, 12])
@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_counts_of_person_time_as_by_hand(season: int | None, seed: int) -> None:
    """Denominators need not be whole: person-time and standard populations are an offset too."""
    drawn = np.random.default_rng(seed)
    years, y = drawn.uniform(0.5, 900, 40), drawn.integers(1, 120, 40).astype(float)
    found = before_after(person_time(y, years), "per person-year", week(22), Terms(True, season))
    assert (found.ratio, *(found.interval or ())) == pytest.approx(by_hand(columns(40, 22, season), y, years), rel=1e-6)
    assert "offset log(denominator)" in str(found.method)


def person_time(counts: Iterable[float], times: Iterable[float]) -> list[Point]:
    """Make a point a week of counts and what they are divided by."""
    return [
        Point(week(at), count / time, counted=(count, time))
        for at, (count, time) in enumerate(zip(counts, times, strict=True))
    ]


@pytest.mark.parametrize(
    ("season", "terms", "printed", "ours"),
    [(None, 3, (0.894, 0.839, 0.953), (0.838, 0.955)), (12, 7, (0.885, 0.839, 0.933), (0.838, 0.934))],
)
def test_the_smoking_ban_as_published(
    season: int | None, terms: int, printed: tuple[float, ...], ours: tuple[float, float]
) -> None:
    """Give the published ratio; R's ends take the normal distribution, ours Student's, which is a little wider."""
    found = before_after(POINTS, "per person", BAN, Terms(True, season))
    assert found.ratio and found.interval
    assert tuple(round(one, 3) for one in as_printed(found, terms)) == printed
    assert tuple(round(one, 3) for one in found.interval) == ours


@pytest.mark.parametrize(
    ("points", "unit", "why"),
    [
        (person_time([1.5, 2.5] * 10, [3.5] * 20), "per year", "numerators are no counts: no offset"),
        (person_time([-1.0, 2.0] * 10, [3.5] * 20), "per year", "numerators are no counts: no offset"),
        (
            [*person_time([1.0, 2.0] * 9, [3.5] * 18), Point(week(18), 0.5), Point(week(19), 0.7)],
            "per year",
            "only 18 of 20 points have a denominator: no offset",
        ),
        ([Point(week(at), 20.0 + at % 3) for at in range(20)], "%", "shares without their counts"),
        ([Point(week(at), 20.5 + at % 3) for at in range(20)], "hours", "values are no counts"),
    ],
)
def test_the_method_says_why_counts_are_not_modelled(points: list[Point], unit: str, why: str) -> None:
    """Least squares stand there with the reason."""
    assert f"ordinary least squares ({why})" in str(before_after(points, unit, week(10), TREND).method)


def test_plain_counts_have_no_offset() -> None:
    """Take whole numbers without denominators for counts of equal exposure."""
    y = [12.0, 15, 9, 14, 17, 11, 13, 16, 22, 25, 19, 27, 24, 30, 21, 28]
    found = before_after(weeks(y), "calls", week(8), TREND)
    ratio, low, high = by_hand(columns(16, 8), np.array(y), np.ones(16))
    assert (found.ratio, *(found.interval or ())) == pytest.approx((ratio, low, high), rel=1e-6)
    assert "quasi-Poisson" in str(found.method) and "offset" not in str(found.method)


@given(st.lists(st.floats(5, 50).map(lambda value: value + 0.001), min_size=20, max_size=20))
@settings(max_examples=40, deadline=None)
def test_values_as_least_squares(values: list[float]) -> None:
    """Give fitted values and counterfactual of numpy's least squares, and the ratio at the change."""
    found = before_after(weeks(values), "hours", week(9), TREND)
    if found.method is None:
        assert found.reasons
        return
    design = columns(20, 9)
    beta = np.linalg.lstsq(design, np.array(values), rcond=None)[0]
    assert [one.fitted for one in found.points] == pytest.approx(list(design @ beta), rel=1e-7, abs=1e-7)
    assert found.points[12].without == pytest.approx(beta[0] + 3 * beta[2], rel=1e-7, abs=1e-7)
    assert found.points[3].without is None
    if found.ratio is not None:
        assert found.ratio == pytest.approx((beta[0] + beta[1]) / beta[0], rel=1e-6)


def test_the_interval_of_a_ratio_of_levels() -> None:
    """Without a trend it is that of two means by the delta method, worked out from the two sides alone."""
    before, after = [10.5, 11.5, 9.5, 10.5, 12.5, 8.5, 10.5, 10.5], [14.5, 15.5, 13.5, 16.5, 14.5, 15.5, 13.5, 16.5]
    found = before_after(weeks(before + after), "hours", week(8), Terms(False, None))
    one, two = np.array(before), np.array(after)
    variance = (((one - one.mean()) ** 2).sum() + ((two - two.mean()) ** 2).sum()) / 14
    error = math.sqrt(variance / 8 * (1 / one.mean() ** 2 + 1 / two.mean() ** 2))
    half = student.ppf(0.975, 14) * error
    ratio = two.mean() / one.mean()
    assert found.ratio == pytest.approx(ratio) == found.naive_ratio
    assert found.interval == pytest.approx((ratio * math.exp(-half), ratio * math.exp(half)))
    assert UNTRENDED in found.caveats


def test_a_trend_can_turn_the_answer_round() -> None:
    """Say so where means rise, but less than they had risen before."""
    values = [100 * 1.06**at * (0.8 if at >= 12 else 1) + (3 if at % 2 else -3) for at in range(24)]
    found = before_after(weeks([float(round(one)) for one in values]), "calls", week(12), TREND)
    assert found.naive_ratio and found.naive_ratio > 1.4
    assert found.ratio == pytest.approx(0.8, abs=0.05)
    assert any("contradict each other" in one for one in found.caveats)


def test_the_example_of_the_documentation() -> None:
    """Give the digits that are printed there."""
    before = [97, 109, 109, 122, 123, 137, 139, 153, 156, 172, 176, 193]
    after = [158, 174, 178, 195, 200, 218, 225, 245, 254, 275, 285, 309]
    found = before_after(weeks([*before, *after]), "calls", week(12), TREND)
    assert found.interval is not None
    told = [f"{number:.2f}" for number in (found.naive_ratio or 0, found.ratio or 0, *found.interval)]
    assert told == ["1.61", "0.79", "0.77", "0.82"]


def test_neighbours_that_go_together_are_a_caveat() -> None:
    """Report r1 of the residuals, and warn beyond 2 / sqrt(n)."""
    values = [20.5 + 4 * math.sin(at / 3) + (5 if at >= 20 else 0) for at in range(40)]
    found = before_after(weeks(values), "hours", week(20), TREND)
    residuals = np.array([one.value - one.fitted for one in found.points])
    assert found.autocorrelation == pytest.approx((residuals[1:] * residuals[:-1]).sum() / (residuals**2).sum())
    assert any(one.startswith("neighbouring residuals are not independent") for one in found.caveats)


def test_gaps_are_gaps_in_time() -> None:
    """Leaving points out of a straight line leaves the step as it was; an index would not."""
    whole = weeks([10.25 + at + (7 if at >= 15 else 0) + (0.25 if at % 2 else -0.25) for at in range(30)])
    some = [one for at, one in enumerate(whole) if at not in (3, 4, 7, 8, 20, 21)]
    full, gapped = (before_after(points, "hours", week(15), TREND) for points in (whole, some))
    assert full.ratio is not None and gapped.ratio == pytest.approx(full.ratio, rel=0.01)
    assert "periods without a point between the first and the last: 6; time is told by dates" in gapped.caveats


def test_months_count_as_months() -> None:
    """28 and 31 days are one month each; a change within a month lies before that month's last day."""
    ends = [dt.date(2026, 1, 31), dt.date(2026, 2, 28), dt.date(2026, 3, 31), dt.date(2026, 5, 31)]
    found = timeline(ends, dt.date(2026, 3, 2))
    assert (found.period, found.times, found.missing) == ("a month", (-2.0, -1.0, 0.0, 2.0), 1)


def test_a_day_before_the_change_in_its_month_is_before() -> None:
    """Sides are told by dates, also where time is told by months."""
    days = [dt.date(2024 + at // 12, at % 12 + 1, 1) for at in range(24)]
    values = [10.5 + (at % 3) for at in range(24)]
    values[12] = 90.5
    found = before_after([Point(*one) for one in zip(days, values, strict=True)], "hours", dt.date(2025, 1, 20), TREND)
    assert found.points[12].without is None and found.points[13].without is not None


def test_points_in_any_order_are_the_same() -> None:
    """Dates out of order change nothing."""
    points = weeks([10.5, 12.5, 11.5, 9.5] * 5)
    assert before_after(points[::-1], "hours", week(9), TREND) == before_after(points, "hours", week(9), TREND)


ZERO_BEFORE, ZERO_AFTER = [0.0] * 8 + [3.0] * 8, [3.0, 4.0] * 4 + [0.0] * 8


@pytest.mark.parametrize(
    ("points", "change", "terms", "reason"),
    [
        (weeks([1.5] * 15), 8, TREND, "8 points before 2024-02-26 and 7 after: at least 8 each are needed"),
        (weeks([1.5] * 9), 99, TREND, "9 points before 2025-11-24 and 0 after (the change lies outside the series)"),
        ([], 0, TREND, "0 points before 2024-01-01 and 0 after: at least 8 each are needed"),
        (weeks([1.5] * 20), 10, TREND, "every value is the same: there is no variance to tell a step from"),
        (weeks([0.0] * 20), 10, TREND, "every value is the same: there is no variance to tell a step from"),
        (weeks([1.5, 1e308] * 10), 10, TREND, "the numbers are too large to compute with: no ratio"),
        (weeks([1.5, 2.5] * 10) * 2, 10, TREND, "a date stands there twice: no ratio"),
        (weeks(ZERO_BEFORE), 8, TREND, "every count before the change is zero: no ratio"),
        (weeks(ZERO_AFTER), 8, TREND, "every count after the change is zero: no ratio"),
        (weeks([1.5, 2.5] * 8), 8, Terms(True, 12), "16 points are less than two seasons of 12: no ratio"),
        (weeks([1.5, 2.5] * 8), 8, Terms(True, 4), "a season of 4 points is too short for 2 harmonics"),
    ],
)
def test_what_cannot_be_asked_is_a_sentence(points: list[Point], change: int, terms: Terms, reason: str) -> None:
    """Give no number at all, and the reason."""
    found = before_after(points, "calls", week(change), terms)
    assert found == StepMeasures(reasons=found.reasons)
    assert len(found.reasons) == 1 and found.reasons[0].startswith(reason)


def test_terms_that_cannot_be_told_apart() -> None:
    """Refuse a season whose waves are the same at all points: singular is no answer."""
    response = Response(tuple(5.5 + at % 4 for at in range(20)), (1.0,) * 20, counts=False, divided=False)
    times = [6.0 * (at - 10) for at in range(20)]
    found = fit_step(response, times, [time >= 0 for time in times], Terms(True, 6))
    assert found.reasons == ("step, trend and season cannot be told apart in these points: no ratio",)


def test_a_model_that_fits_exactly_has_no_interval() -> None:
    """Give the ratio of two constant sides, and say why nothing else is known."""
    found = before_after(weeks([4.5] * 9 + [9.0] * 9), "hours", week(9), Terms(False, None))
    assert found.ratio == pytest.approx(2) and found.interval is None and found.p_value is None
    assert found.autocorrelation is None and EXACT in found.reasons


def test_levels_that_are_not_above_zero_have_no_ratio() -> None:
    """Keep the fitted points, and say why there is no ratio."""
    found = before_after(weeks([-3.5, -2.5] * 5 + [4.5, 5.5] * 5), "degrees", week(10), TREND)
    assert (found.ratio, found.interval, found.naive_ratio) == (None, None, None)
    assert len(found.points) == 20 and len(found.reasons) == 2


def test_a_level_that_may_be_zero_has_a_ratio_without_an_interval() -> None:
    """Give no bounds where one point carries everything: what is divided by may as well be nothing."""
    for values in ([0.0] * 7 + [1.0] + [0.0] * 7 + [464.0], [0.5, 0.0] * 4 + [99.5, -80.0] * 4):
        found = before_after(weeks(values), "%", week(8), Terms(False, None))
        assert found.ratio is not None and found.p_value is not None
        assert found.interval is None and NO_BOUNDS in found.reasons
    gone = [0.9, -0.7, 1.1, -1.2, 0.3, -0.4, 0.8, -0.6, 0.5, -0.65]
    after = before_after(weeks([99.5, 100.5] * 5 + gone), "%", week(10), Terms(False, None))
    assert after.ratio is not None and after.interval is None and NO_BOUNDS in after.reasons
    counted = before_after(weeks([0.0] * 7 + [1.0] + [0.0] * 7 + [1e12]), "calls", week(8), Terms(False, None))
    assert counted.ratio == pytest.approx(1e12) and counted.interval is None and NO_BOUNDS in counted.reasons


@given(
    st.lists(
        st.one_of(st.floats(-1e15, 1e15), st.integers(0, 5).map(float), st.sampled_from([0.0, 464.0, 1e12])),
        min_size=16,
        max_size=30,
    ),
    st.sampled_from([TREND, Terms(False, None), Terms(True, 7)]),
    st.sampled_from(["%", "calls"]),
)
@settings(max_examples=60, deadline=None)
def test_every_number_is_finite(values: list[float], terms: Terms, unit: str) -> None:
    """Give finite numbers or sentences for any series."""
    found = before_after(weeks(values), unit, week(8), terms)
    told = [found.ratio, found.p_value, found.naive_ratio, found.autocorrelation, *(found.interval or ())]
    told += [number for one in found.points for number in (one.fitted, one.without)]
    assert all(math.isfinite(number) for number in told if number is not None)
    assert found.reasons or (found.ratio is not None and found.interval is not None)
    if terms == Terms(False, None) and found.ratio is not None:
        assert found.ratio == pytest.approx(found.naive_ratio, rel=1e-6), "without other terms it is that of the means"
