"""Wilson's interval: known answers, edges and properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purposebook.measures.proportions import is_proportion, wilson


@pytest.mark.parametrize(
    ("successes", "trials", "interval"),
    [(81, 263, (0.2553, 0.3662)), (0, 20, (0.0, 0.1611)), (1, 29, (0.0061, 0.1718)), (20, 20, (0.8389, 1.0))],
)
def test_known_answers(successes: int, trials: int, interval: tuple[float, float]) -> None:
    """Give the published intervals, to the digits that were published."""
    assert wilson(successes, trials) == pytest.approx(interval, abs=5e-5)


def test_outer_ends_are_exact() -> None:
    """Leave no rounding at 0 and 1."""
    assert wilson(0, 7)[0] == 0.0
    assert wilson(7, 7)[1] == 1.0


@pytest.mark.parametrize("trials", [1, 2, 3, 10, 97, 1000, 123_456])
@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99, 1.0])
def test_same_as_scipy(trials: int, share: float) -> None:
    """Agree with an implementation that is not ours."""
    from scipy.stats import binomtest

    successes = int(share * trials)
    theirs = binomtest(successes, trials).proportion_ci(method="wilson")
    assert wilson(successes, trials) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@given(st.integers(1, 2**53).flatmap(lambda trials: st.tuples(st.integers(0, trials), st.just(trials))))
def test_contains_the_estimate(counts: tuple[int, int]) -> None:
    """Stay within 0..1 and around the observed share, for any counts."""
    successes, trials = counts
    lower, upper = wilson(successes, trials)
    assert 0 <= lower <= successes / trials <= upper <= 1


@given(st.integers(1, 10_000).flatmap(lambda trials: st.tuples(st.integers(0, trials), st.just(trials))))
def test_failures_mirror_successes(counts: tuple[int, int]) -> None:
    """Give the mirrored interval when successes and failures swap names."""
    successes, trials = counts
    lower, upper = wilson(successes, trials)
    assert wilson(trials - successes, trials) == pytest.approx((1 - upper, 1 - lower), abs=1e-12)


@pytest.mark.parametrize("counts", [(-1, 3), (4, 3), (0, 0)])
def test_impossible_counts_are_refused(counts: tuple[int, int]) -> None:
    """Refuse counts that are no proportion."""
    with pytest.raises(ValueError, match="is no proportion"):
        wilson(*counts)


@pytest.mark.parametrize("counts", [(0.5, 2), (1, 2.5), (3, 2), (-1, 2), (1, 2.0**60)])
def test_ratios_are_no_proportions(counts: tuple[float, float]) -> None:
    """Tell ratios from so many of so many."""
    assert not is_proportion(*counts)
