"""What moves together, told by rank; never what causes what."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from measured_samples import AS_OF
from pydantic import ValidationError
from scipy import stats

from purposebook.checks.example import book_of
from purposebook.domain.objectives import Outcome
from purposebook.domain.workbook import Workbook
from purposebook.measures.lead_lag import CLEAR, NOT_CAUSES, TREND, lead_lag, spearman
from purposebook.measures.lead_lag_result import lead_lag_lines
from purposebook.measures.product import measure
from purposebook.measures.series import Point


def monthly(values: list[float], start: int = 0) -> list[Point]:
    """Make one point a month."""
    return [
        Point(dt.date(2025 + (start + at) // 12, (start + at) % 12 + 1, 28), value) for at, value in enumerate(values)
    ]


@given(st.lists(st.tuples(st.integers(-5, 5), st.integers(-50, 50)), min_size=8, max_size=60))
def test_it_is_scipys_spearman(pairs: list[tuple[int, int]]) -> None:
    """Agree on every sample, ties included."""
    one, other = [float(a) for a, _ in pairs], [float(b) for _, b in pairs]
    assume(len(set(one)) > 1 and len(set(other)) > 1)
    assert spearman(one, other) == pytest.approx(stats.spearmanr(one, other).statistic, abs=1e-9)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(-9, 9), st.integers(-90, 90)), min_size=9, max_size=60),
    st.integers(0, 5),
)
def test_changes_are_scipys_spearman_of_differences(pairs: list[tuple[int, int]], months: int) -> None:
    """Agree with differences and ranks that others compute, whatever the lag."""
    one, other = [float(a) for a, _ in pairs], [float(b) for _, b in pairs]
    steps = np.diff(one), np.diff(other)
    assume(min(np.ptp(values) for values in (one, other, *steps)) > 0)
    found = lead_lag(("a", monthly(one)), ("b", monthly(other, start=months)), months)
    assert (found.pairs, found.steps) == (len(pairs), len(pairs) - 1)
    assert found.rho.value == pytest.approx(stats.spearmanr(one, other).statistic, abs=1e-9)
    assert found.changes.value == pytest.approx(stats.spearmanr(*steps).statistic, abs=1e-9)


def test_only_the_lag_that_was_named_is_told() -> None:
    """Follow a series that repeats the other one month later, at that lag and at another."""
    lead = [3.0, 9, 1, 7, 2, 8, 4, 6, 5, 11]
    series = ("users", monthly(lead)), ("money", monthly([10 * value for value in lead], start=1))
    now, later = lead_lag(*series, 0), lead_lag(*series, 1)
    assert (now.months, now.pairs) == (0, 9) and abs(now.rho.value or 0) < 0.9
    assert (later.months, later.pairs, later.rho.value) == (1, 10, pytest.approx(1))
    assert NOT_CAUSES in later.rho.reasons and later.reading == "together"


def test_two_rising_numbers_share_a_trend_only() -> None:
    """Two straight rises with wobbles of their own agree in their values and not in their changes."""
    one = [10.0 * at + wobble for at, wobble in enumerate([0, 4, 1, 3, 0, 4, 2, 0, 3, 1])]
    other = [7.0 * at + wobble for at, wobble in enumerate([0, 0, 3, 3, 0, 0, 3, 3, 0, 0])]
    found = lead_lag(("a", monthly(one)), ("b", monthly(other)), 0)
    assert found.rho.value == pytest.approx(1) and abs(found.changes.value or 1) < CLEAR
    assert found.reading == "trend" and TREND in found.rho.reasons


def test_changes_need_two_months_in_a_row() -> None:
    """A series of every other month has values to compare, and no changes."""
    every_other = [Point(dt.date(2024 + at // 6, 2 * (at % 6) + 1, 3), float(at % 5)) for at in range(12)]
    found = lead_lag(("a", every_other), ("b", every_other), 0)
    assert (found.pairs, found.rho.value, found.steps, found.changes.value) == (12, pytest.approx(1), 0, None)
    assert found.changes.reasons[0].startswith("0 changes from one month to the next")


def test_changes_that_differ_by_rounding_only_are_no_changes() -> None:
    """Steps of a tenth are equal, although floating point makes them differ."""
    tenths = [at / 10 for at in range(1, 12)]
    assert len({after - before for before, after in pairwise(tenths)}) > 1
    found = lead_lag(("a", monthly(tenths)), ("b", monthly([3.0, 9, 1, 7, 2, 8, 4, 6, 5, 11, 0])), 0)
    assert found.changes.value is None and "the same amount every month" in found.changes.reasons[0]


def test_the_last_value_of_a_month_counts() -> None:
    """Reduce a weekly series to months."""
    weekly = [
        Point(dt.date(2026, month, day), 100.0 if day == 7 else month) for month in range(1, 9) for day in (7, 28)
    ]
    found = lead_lag(("a", weekly), ("b", [Point(dt.date(2026, month, 15), -month) for month in range(1, 9)]), 0)
    assert (found.pairs, found.rho.value) == (8, pytest.approx(-1))


@pytest.mark.parametrize(
    ("lead", "lag", "reason"),
    [
        ([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7], "7 months with both numbers: fewer than 8"),
        ([1] * 8, [1, 2, 3, 4, 5, 6, 7, 8], "one of the two does not move"),
    ],
)
def test_too_little_says_nothing(lead: list[float], lag: list[float], reason: str) -> None:
    """Refuse in a sentence."""
    found = lead_lag(("a", monthly(lead)), ("b", monthly(lag)), 0)
    assert found.rho.value is None and found.rho.reasons[0].startswith(reason)
    assert (found.changes.value, found.reading) == (None, "unclear")


def declared(*objectives: dict[str, Any]) -> Workbook:
    """Make a workbook with three metrics and these objectives."""
    metrics = [{"id": id, "name": id} for id in ("users", "money", "other")]
    written = [{"id": f"o{at}", "statement": "O", **one} for at, one in enumerate(objectives)]
    return book_of({"metrics": {"metrics": metrics}, "objectives": {"objectives": written}})


def test_only_declared_pairs_are_compared() -> None:
    """Compare each key result with the metric to which its objective's outcome leads, once, and search no further."""
    results = ["users", "money", "gone"]
    whole = declared(
        {"outcome": {"leads_to": "money"}, "key_results": results},
        {"outcome": {"leads_to": "other", "after": 3}, "key_results": ["users"]},
        {"outcome": {"leads_to": "nowhere"}, "key_results": ["other"]},
        {"outcome": {"leads_to": "money"}, "key_results": ["other"], "status": "dropped"},
        {"key_results": ["other"]},
    )
    found = measure(whole, AS_OF).lead_lag
    assert [(one.lead, one.lag, one.months) for one in found] == [("users", "money", 1), ("users", "other", 3)]


def test_two_lags_for_one_pair_are_refused() -> None:
    """Whoever names two could keep the better; the same lag twice is one."""
    named = [{"outcome": {"leads_to": "money", "after": after}, "key_results": ["users"]} for after in (3, 0, 3)]
    (found,) = measure(declared(*named), AS_OF).lead_lag
    assert (found.months, found.pairs, found.rho.value, found.changes.value) == (None, 0, None, None)
    assert found.rho.reasons == ("objectives name different months for this pair (0, 3): agree on one",)
    assert [one.months for one in measure(declared(named[0], named[2]), AS_OF).lead_lag] == [3]


@pytest.mark.parametrize("after", [-1, 25, "1.5", "a month"])
def test_a_lag_is_a_number_of_months_up_to_two_years(after: object) -> None:
    """Refuse what nobody could have foreseen."""
    with pytest.raises(ValidationError):
        Outcome.model_validate({"leads_to": "money", "after": after})


def test_the_report_says_both_correlations_or_why_not() -> None:
    """Each pair has a line; what to know stands once below them."""
    lead = monthly([3.0, 9, 1, 7, 2, 8, 4, 6, 5, 11])
    found = [lead_lag(("a", lead), ("b", lead), 0), lead_lag(("a", lead), ("b", []), 2)]
    said = " ".join(" ".join(lead_lag_lines(found)).split())
    assert "pair: a, and b in the same month: 1 (n=10), 1 of monthly changes (n=9): the two move together" in said
    assert "pair: a, and b 2 months later: 0 months with both numbers: fewer than 8" in said
    assert said.count(NOT_CAUSES) == 1 and not list(lead_lag_lines(()))
