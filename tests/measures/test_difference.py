"""Two proportions: known answers, and the same as statsmodels says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purposebook.measures.difference import difference, holm

COUNTS = st.integers(1, 5_000).flatmap(lambda trials: st.tuples(st.integers(0, trials), st.just(trials)))


def test_newcombes_own_example() -> None:
    """Give 0.2 and [0.0524, 0.3339] for 56 of 70 against 48 of 80 (Newcombe 1998, table II, example a, method 10)."""
    found = difference((56, 70), (48, 80)).value
    assert found is not None
    assert found.value == pytest.approx(0.2)
    assert found.interval == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert found.interval != pytest.approx((0.0575, 0.3425), abs=1e-3), "that would be Wald's"


@given(COUNTS, COUNTS)
@settings(max_examples=150, deadline=None)
def test_same_interval_and_test_as_statsmodels(first: tuple[int, int], second: tuple[int, int]) -> None:
    """Agree with an implementation that is not ours, at the edges too."""
    from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

    found = difference(first, second).value
    assert found is not None
    theirs = confint_proportions_2indep(*first, *second, method="newcomb", compare="diff")
    assert found.interval == pytest.approx(theirs, abs=1e-9)
    if found.p_value is None:
        assert first[0] + second[0] in (0, first[1] + second[1])
    else:
        _, p_value = proportions_ztest([first[0], second[0]], [first[1], second[1]])
        assert found.p_value == pytest.approx(p_value, abs=1e-9)


@given(COUNTS, COUNTS)
def test_groups_that_swap_names_mirror_the_answer(first: tuple[int, int], second: tuple[int, int]) -> None:
    """Turn sign and ends round, and stay within -1 and 1."""
    here, there = difference(first, second).value, difference(second, first).value
    assert here and there
    assert here.interval == pytest.approx((-there.high, -there.low), abs=1e-12)
    assert -1 <= here.low <= here.value <= here.high <= 1


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ((0, 0), (1, 2), "nobody was in one of the groups (zero trials): no difference"),
        ((3, 2), (1, 2), "3 of 2 is no proportion: no difference"),
        ((1, 2), (1, 10**300), "the numbers are too large to compute with: no difference"),
    ],
)
def test_impossible_counts_are_a_sentence(first: tuple[int, int], second: tuple[int, int], reason: str) -> None:
    """Refuse instead of dividing by nothing."""
    assert difference(first, second).reasons == (reason,)


def test_a_rough_or_missing_p_value_is_said() -> None:
    """Say where the normal approximation is rough, and where there is no test at all."""
    rough, none = difference((9, 44), (1, 46)), difference((5, 5), (7, 7))
    assert rough.reasons == ("fewer than 5 successes or failures are expected in a group: the p-value is rough",)
    assert none.value is not None and none.value.p_value is None
    assert none.reasons == ("everybody or nobody succeeded in both groups: no p-value",)


@given(st.lists(st.floats(0, 1), max_size=12))
@settings(max_examples=100, deadline=None)
def test_holm_is_that_of_statsmodels(p_values: list[float]) -> None:
    """Correct as another implementation does."""
    from statsmodels.stats.multitest import multipletests

    theirs = multipletests(p_values, method="holm")[1] if p_values else []
    assert holm(p_values) == pytest.approx(tuple(theirs), abs=1e-12)
