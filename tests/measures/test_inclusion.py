"""Outcomes by group: shares, gaps, what is suppressed, and orders that turn round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purposebook.domain.responsibility import GroupOutcome
from purposebook.measures.inclusion import InclusionMeasures, measure_inclusion
from purposebook.measures.proportions import wilson
from purposebook.measures.suppression import COMPLEMENT, SMALL


def measured(*rows: tuple[str, int, int], metric: str = "rate") -> InclusionMeasures:
    """Measure groups of one dimension."""
    return measure_inclusion(outcomes(*rows, metric=metric))


def outcomes(*rows: tuple[str, int, int], metric: str = "rate") -> list[GroupOutcome]:
    """Make outcomes of groups of one dimension."""
    made = [{"dimension": "age", "group": group, "metric": metric, "reached": x, "of": n} for group, x, n in rows]
    return [GroupOutcome.model_validate(row) for row in made]


def reasons(found: InclusionMeasures) -> list[str]:
    """Return why each group has no share, or nothing."""
    return ["".join(one.share.reasons) for one in found.dimensions[0].groups]


def test_shares_intervals_and_gaps_of_two_groups() -> None:
    """The rest of one group of two is the other."""
    one = measured(("55+", 21, 40), ("under 55", 60, 80)).dimensions[0]
    older, younger = one.groups
    assert older.share.value and younger.share.value and older.gap and younger.gap
    assert (older.share.value.low, older.share.value.high) == wilson(21, 40)
    assert older.gap.value == pytest.approx(21 / 40 - 60 / 80) == -younger.gap.value
    assert older.gap.interval == pytest.approx((-younger.gap.high, -younger.gap.low))


def test_the_rest_is_everybody_else_who_is_shown() -> None:
    """Add the others up, without those that are hidden; the interval is Newcombe's."""
    groups = measured(("a", 56, 70), ("b", 18, 30), ("c", 30, 50), ("d", 3, 9), ("e", 2, 8)).dimensions[0].groups
    assert groups[0].gap is not None
    assert groups[0].gap.value == pytest.approx(56 / 70 - 48 / 80)
    assert groups[0].gap.interval == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert [one.gap is None for one in groups] == [False, False, False, True, True]
    assert [one.suppressed for one in groups] == [False, False, False, True, True]


def test_one_group_alone_has_no_rest() -> None:
    """There is nobody to compare it with; an empty group is not suppressed."""
    alone, empty = measured(("a", 5, 30), ("b", 0, 0)).dimensions[0].groups
    assert alone.gap is None and empty.gap is None and not empty.suppressed


def test_small_groups_are_suppressed_with_a_second_one() -> None:
    """One hidden group alone could be worked out from the total."""
    found = measured(("a", 3, 9), ("b", 6, 12), ("c", 30, 60))
    assert reasons(found) == [SMALL, COMPLEMENT, ""]
    assert found.dimensions[0].groups[0].share.value is None


def test_ten_are_enough() -> None:
    """The smallest group that is shown has ten people."""
    assert reasons(measured(("a", 3, 10), ("b", 6, 12))) == ["", ""]


def test_two_tiny_groups_need_a_third() -> None:
    """Three and four people together are still fewer than ten."""
    assert reasons(measured(("a", 3, 3), ("b", 1, 4), ("c", 6, 12), ("d", 6, 60))) == [SMALL, SMALL, COMPLEMENT, ""]


def test_two_small_groups_hide_each_other() -> None:
    """Nine and eight people are enough to hide either."""
    assert reasons(measured(("a", 3, 9), ("b", 1, 8), ("c", 6, 12))) == [SMALL, SMALL, ""]


def test_an_empty_group_hides_nothing() -> None:
    """Nobody is pointed at where nobody is."""
    assert reasons(measured(("a", 0, 0), ("b", 6, 12))) == ["nobody in this group", ""]


def test_more_than_there_are_is_refused() -> None:
    """Counts that cannot be have no share."""
    assert reasons(measured(("a", 13, 12), ("b", 6, 12)))[0] == "more reached it than there are"


def test_rows_of_one_group_are_added_up() -> None:
    """Two rows of six make a group of twelve."""
    share = measured(("a", 3, 6), ("a", 4, 6)).dimensions[0].groups[0].share.value
    assert share and (share.reached, share.of) == (7, 12)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_nobody_can_work_out_a_small_group(sizes: list[int]) -> None:
    """Either nothing is hidden, or two groups of ten people together, or everybody."""
    found = measured(*((f"g{at}", of // 2, of) for at, of in enumerate(sizes))).dimensions[0]
    hidden = [of for of, one in zip(sizes, found.groups, strict=True) if of and one.share.value is None]
    shown = [of for of, one in zip(sizes, found.groups, strict=True) if one.share.value]
    assert all(of >= 10 for of in shown)
    assert not hidden or not shown or (len(hidden) >= 2 and sum(hidden) >= 10)
