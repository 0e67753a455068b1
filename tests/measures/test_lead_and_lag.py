"""What moves together, told by rank; never what causes what."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from measured_samples import AS_OF
from scipy import stats

from purposebook.checks.example import book_of
from purposebook.measures.lead_lag import NOT_CAUSES, lead_lag, measure_lead_lag, spearman
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


def test_a_lag_of_one_month_is_found() -> None:
    """Follow a series that repeats the other one month later."""
    lead = [3.0, 9, 1, 7, 2, 8, 4, 6, 5, 11]
    now, later = lead_lag(("users", monthly(lead)), ("money", monthly([10 * value for value in lead], start=1)))
    assert (now.months, now.pairs) == (0, 9) and abs(now.rho.value or 0) < 0.9
    assert (later.months, later.pairs, later.rho.value) == (1, 10, pytest.approx(1))
    assert NOT_CAUSES in later.rho.reasons


def test_the_last_value_of_a_month_counts() -> None:
    """Reduce a weekly series to months."""
    weekly = [
        Point(dt.date(2026, month, day), 100.0 if day == 7 else month) for month in range(1, 9) for day in (7, 28)
    ]
    (found,) = lead_lag(("a", weekly), ("b", [Point(dt.date(2026, month, 15), -month) for month in range(1, 9)]), (0,))
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
    (found,) = lead_lag(("a", monthly(lead)), ("b", monthly(lag)), (0,))
    assert found.rho.value is None and found.rho.reasons[0].startswith(reason)


def test_only_declared_pairs_are_compared() -> None:
    """Compare each key result with the metric to which its objective's outcome leads, and search no further."""
    metrics = [{"id": id, "name": id} for id in ("users", "money", "other")]
    objective = {
        "id": "o",
        "statement": "O",
        "outcome": {"leads_to": "money"},
        "key_results": ["users", "money", "gone"],
    }
    whole = book_of({"metrics": {"metrics": metrics}, "objectives": {"objectives": [objective]}})
    found = measure_lead_lag(whole, {one.id: one for one in measure(whole, AS_OF).metrics})
    assert [(one.lead, one.lag, one.months) for one in found] == [("users", "money", 0), ("users", "money", 1)]
