"""Groups split by a second variable: orders that turn round, and strata that point at persons."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from purposebook.domain.responsibility import GroupOutcome, Inclusion
from purposebook.measures.inclusion import (
    IMPOSSIBLE,
    NOT_ALL_SPLIT,
    SMALL_STRATUM,
    InclusionMeasures,
    Reversal,
    measure_inclusion,
)
from purposebook.measures.report_responsibility import inclusion_lines

Row = tuple[str, str, int, int]
STONES = (("open", "small", 81, 87), ("open", "large", 192, 263))
KEYHOLE = (("keyhole", "small", 234, 270), ("keyhole", "large", 55, 80))
"""Treatments of kidney stones by the size of the stone (Charig and others, 1986, BMJ 292)."""
BERKELEY = {
    "A": ((512, 825), (89, 108)),
    "B": ((353, 560), (17, 25)),
    "C": ((120, 325), (202, 593)),
    "D": ((138, 417), (131, 375)),
    "E": ((53, 191), (94, 393)),
    "F": ((22, 373), (24, 341)),
}
"""Admitted of applied, men and women, in the six largest departments (Bickel and others, 1975, Science 187)."""


def outcomes(*rows: Row, by: str = "size", metric: str | None = "success") -> list[GroupOutcome]:
    """Make the rows of one outcome."""
    keys = ("group", "stratum", "reached", "of")
    common = {"dimension": "treatment", "metric": metric, "split_by": by}
    return [GroupOutcome.model_validate(common | dict(zip(keys, row, strict=True))) for row in rows]


def measured(*rows: Row) -> InclusionMeasures:
    """Measure one outcome."""
    return measure_inclusion(outcomes(*rows))


def refusal(*rows: Row) -> tuple[str, ...]:
    """Return why no stratum is told."""
    split = measured(*rows).dimensions[0].split
    assert split and split.value is None
    return split.reasons


def test_kidney_stones_turn_round() -> None:
    """Open surgery is ahead for small and for large stones, and behind as a whole."""
    found = measured(*STONES, *KEYHOLE)
    assert found.reversals == (Reversal("treatment", "success", "size", "open", "keyhole", 2),)
    rates = {one.group: one.share.value.rate for one in found.dimensions[0].groups if one.share.value}
    assert rates == pytest.approx({"open": 273 / 350, "keyhole": 289 / 350})
    split = found.dimensions[0].split
    assert split and split.value
    assert {name: share.rate for name, share in split.value.of("open").items()} == {
        "small": 81 / 87,
        "large": 192 / 263,
    }


def test_berkeley_does_not_turn_round_in_every_department() -> None:
    """Women are behind as a whole and ahead in four departments of six: not in each, so nothing is said."""
    rows = [
        (sex, department, *counts)
        for department, both in BERKELEY.items()
        for sex, counts in zip(("men", "women"), both, strict=True)
    ]
    assert measured(*rows).reversals == ()
    four = [row for row in rows if row[1] in "ABDF"]
    assert measured(*four).reversals == (Reversal("treatment", "success", "size", "women", "men", 4),)


def test_single_outcomes_are_not_added_up() -> None:
    """Sums of two different outcomes mean nothing; the same numbers without strata turn nothing round."""
    rows = [*outcomes(*STONES, *KEYHOLE)]
    plain = [one.model_copy(update={"metric": one.stratum, "stratum": "", "split_by": ""}) for one in rows]
    assert measure_inclusion(plain).reversals == ()
    assert [one.split for one in measure_inclusion(plain).dimensions] == [None, None]


def test_one_stratum_in_common_is_no_paradox() -> None:
    """Nothing is said where the whole differs by strata that only one of them has."""
    assert measured(("a", "x", 50, 100), ("b", "x", 40, 100), ("b", "y", 90, 100)).reversals == ()


def test_a_stratum_that_only_one_has_is_not_compared() -> None:
    """Where both have people, in two strata, the order can turn round."""
    found = measured(*STONES, *KEYHOLE, ("keyhole", "unknown", 9, 10), ("open", "unknown", 0, 0))
    assert [one.strata for one in found.reversals] == [2]


def test_a_draw_is_no_lead() -> None:
    """Equal shares in one stratum are not ahead."""
    rows = (("a", "x", 9, 10), ("a", "y", 20, 100), ("b", "x", 90, 100), ("b", "y", 1, 10))
    assert measured(*rows).reversals == ()


@pytest.mark.parametrize("of", [1, 9])
def test_one_small_stratum_hides_all(of: int) -> None:
    """The small stratum is its group less the others; so none is told, and no order is compared."""
    found = measured(*STONES, ("keyhole", "small", 234, 270), ("keyhole", "large", 1, of))
    assert found.reversals == ()
    assert found.dimensions[0].split and found.dimensions[0].split.reasons == (SMALL_STRATUM,)
    assert [one.share.value and one.share.value.of for one in found.dimensions[0].groups] == [350, 270 + of]


def test_strata_of_hidden_groups_are_not_told() -> None:
    """Two groups that hide each other do so in each stratum; what is told is of others."""
    rows = (("c", "small", 2, 6), ("d", "small", 5, 10), ("c", "large", 1, 2), ("d", "large", 3, 11))
    found = measured(*STONES, *KEYHOLE, *rows).dimensions[0]
    assert [one.suppressed for one in found.groups] == [False, False, True, True]
    assert found.split and found.split.value
    assert {group for shares in found.split.value.strata.values() for group in shares} == {"open", "keyhole"}


@pytest.mark.parametrize("large", [(), (("d", "large", 3, 11),), (("c", "large", 1, 1), ("d", "large", 3, 8))])
def test_hidden_groups_must_hide_each_other_in_every_stratum(large: tuple[Row, ...]) -> None:
    """One of them alone in a stratum, or both together fewer than ten, could be worked out from its total."""
    rows = (("c", "small", 2, 6), ("d", "small", 5, 10), *large)
    told = len(large) == 0
    split = measured(*STONES, *KEYHOLE, *rows).dimensions[0].split
    assert split and (split.value is not None) == told


def test_all_groups_are_split_or_no_stratum_is_told() -> None:
    """A group of which no strata are known has what is left of a stratum's total."""
    plain = GroupOutcome(dimension="treatment", group="third", metric="success", reached=20, of=40)
    other = outcomes(("third", "small", 20, 40), by="another variable")
    for more in ([plain], other):
        split = measure_inclusion([*outcomes(*STONES, *KEYHOLE), *more]).dimensions[0].split
        assert split and split.reasons == (NOT_ALL_SPLIT,)


def test_counts_that_cannot_be_are_refused() -> None:
    """A stratum in which more reached it than there are makes all of them doubtful."""
    assert refusal(("a", "x", 13, 12), ("a", "y", 5, 12), ("b", "x", 6, 12), ("b", "y", 6, 12)) == (IMPOSSIBLE,)


def test_nobody_is_counted_twice() -> None:
    """Rows of a group add up, so the whole may not stand beside its strata, nor two splits beside each other."""
    split = [one.model_dump() for one in outcomes(*STONES)]
    assert Inclusion.model_validate({"outcomes": split}).outcomes
    whole = {**split[0], "split_by": "", "stratum": ""}
    for second in (whole, {**split[0], "split_by": "age"}):
        with pytest.raises(ValidationError, match="counts the people of 'open' twice"):
            Inclusion.model_validate({"outcomes": [*split, second]})
        assert Inclusion.model_validate({"outcomes": [*split, {**second, "metric": "another"}]}).outcomes


def test_the_report_says_it() -> None:
    """Strata stand under their group, and the paradox has a sentence."""
    text = "\n".join(inclusion_lines(measured(*STONES, *KEYHOLE)))
    assert "size: small" in text
    assert (
        "in treatment: success, open is ahead of keyhole in each of 2 strata of size, and behind as a whole"
    ) in " ".join(text.split())


CELLS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair)))
TABLES = st.integers(1, 3).flatmap(lambda strata: st.lists(st.tuples(*[CELLS] * strata), min_size=2, max_size=4))


def rows_of(table: list[tuple[tuple[int, int], ...]]) -> list[Row]:
    """Name groups and strata of a table by their places."""
    return [(f"g{g}", f"s{s}", *cell) for g, cells in enumerate(table) for s, cell in enumerate(cells)]


def _turns(one: tuple[tuple[int, int], ...], other: tuple[tuple[int, int], ...]) -> bool:
    """Tell with fractions whether one is ahead of the other in every stratum, and behind as a whole."""
    both = [(a, b) for a, b in zip(one, other, strict=True) if a[1] and b[1]]
    leads = len(both) > 1 and all(Fraction(*a) > Fraction(*b) for a, b in both)
    whole = [Fraction(sum(x for x, _ in cells), sum(n for _, n in cells)) for cells in (one, other) if leads]
    return leads and whole[0] < whole[1]


@given(TABLES)
def test_reversals_are_those_of_an_independent_count(table: list[tuple[tuple[int, int], ...]]) -> None:
    """Where all cells are empty or large enough, each reversal and no other is named."""
    large = [tuple((reached + 8, of + 10) if of else (0, 0) for reached, of in cells) for cells in table]
    expected = {(a, b) for a, b in permutations(range(len(large)), 2) if _turns(large[a], large[b])}
    found = measured(*rows_of(large)).reversals
    assert {(int(one.ahead[1:]), int(one.behind[1:])) for one in found} == expected


@given(TABLES)
def test_nobody_can_work_out_a_small_stratum(table: list[tuple[tuple[int, int], ...]]) -> None:
    """What is told, taken from any total of a group or a stratum, leaves nobody, or several groups of ten people."""
    (one,) = measured(*rows_of(table)).dimensions
    if one.split is None or one.split.value is None:
        return
    told = {(g, s) for s, shares in one.split.value.strata.items() for g in shares}
    left = {(f"g{g}", f"s{s}"): of for g, row in enumerate(table) for s, (_, of) in enumerate(row) if of}
    assert all(left.pop(cell) >= 10 for cell in told)
    assert {group for group, _ in left} <= {group.group for group in one.groups if group.suppressed}
    for stratum in {name for _, name in left}:
        behind = [of for (_, name), of in left.items() if name == stratum]
        assert len(behind) >= 2 and sum(behind) >= 10


@given(TABLES)
def test_what_is_said_does_not_depend_on_what_is_hidden(table: list[tuple[tuple[int, int], ...]]) -> None:
    """Hidden groups may have reached anything: strata and reversals stay the same."""
    hidden = {int(one.group[1:]) for one in measured(*rows_of(table)).dimensions[0].groups if one.suppressed}
    turned = [tuple((n - x, n) for x, n in row) if at in hidden else row for at, row in enumerate(table)]
    first, second = measured(*rows_of(table)), measured(*rows_of(turned))
    assert first.reversals == second.reversals
    assert first.dimensions[0].split == second.dimensions[0].split
