"""Groups' sizes against the plan."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purposebook.measures.sample_ratio import UNPLANNED, sample_ratio


@given(st.integers(0, 10_000), st.integers(1, 10_000), st.floats(0.01, 0.99))
@settings(max_examples=100, deadline=None)
def test_same_as_scipy(control: int, treatment: int, share: float) -> None:
    """Give the chi-square and p of an implementation that is not ours."""
    from scipy.stats import chisquare

    found = sample_ratio(control, treatment, (share, 1 - share)).value
    total = control + treatment
    theirs = chisquare([control, treatment], [total * share, total - total * share])
    assert found is not None
    assert found.chi2 == pytest.approx(theirs.statistic, rel=1e-9, abs=1e-9)
    assert found.p == pytest.approx(theirs.pvalue, abs=1e-9)


@pytest.mark.parametrize(
    ("sizes", "begins"),
    [((500, 500), ""), ((500, 580), ""), ((500, 590), "sample ratio (p < 0.01)"), ((500, 650), "sample ratio alarm")],
)
def test_look_and_alarm(sizes: tuple[int, int], begins: str) -> None:
    """Stay silent, ask to look below 0.01, warn below 0.001."""
    told = sample_ratio(*sizes, (0.5, 0.5)).reasons
    assert bool(told) == bool(begins)
    assert all(one.startswith(begins) for one in told)


def test_weights_need_not_add_up_to_one() -> None:
    """Take 1 to 3 for a quarter and three quarters."""
    assert sample_ratio(10, 30, (1, 3)) == sample_ratio(10, 30, (0.25, 0.75))


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((1, 1, ()), UNPLANNED),
        ((1, 1, (0, 1)), "the planned split is not two shares above zero: the groups' sizes are not checked"),
        ((0, 0, (0.5, 0.5)), "nobody was in either group: their sizes are not checked"),
        ((10**300, 1, (0.5, 0.5)), "the numbers are too large to compute with: the groups' sizes are not checked"),
    ],
)
def test_what_cannot_be_checked_is_said(arguments: tuple[int, int, tuple[float, ...]], reason: str) -> None:
    """Refuse with a sentence."""
    assert sample_ratio(*arguments).reasons == (reason,)
