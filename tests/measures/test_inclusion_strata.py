"""Groups split by a second variable: orders that turn round, and strata that point at persons."""

from __future__ import annotations

import duckdb
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed.stratified import BERKELEY, ORDINARY, REVERSALS, Stratified
from pydantic import ValidationError
from statsmodels.stats.contingency_tables import StratifiedTable

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
from purposebook.measures.words.turning import reversal_words

Row = tuple[str, str, int, int]
STONES = (("open", "small", 81, 87), ("open", "large", 192, 263))
KEYHOLE = (("keyhole", "small", 234, 270), ("keyhole", "large", 55, 80))
"""Treatments of kidney stones by the size of the stone (Charig and others, 1986, BMJ 292)."""


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
    (turned,) = found.reversals
    assert (turned.ahead, turned.behind, turned.strata, turned.in_every_stratum) == ("open", "keyhole", 2, True)
    assert turned.whole == pytest.approx(273 / 350 - 289 / 350)
    rates = {one.group: one.share.value.rate for one in found.dimensions[0].groups if one.share.value}
    assert rates == pytest.approx({"open": 273 / 350, "keyhole": 289 / 350})
    split = found.dimensions[0].split
    assert split and split.value
    assert {name: share.rate for name, share in split.value.of("open").items()} == {
        "small": 81 / 87,
        "large": 192 / 263,
    }


def of_table(table: Stratified) -> tuple[Reversal, ...]:
    """Return what turns round in a published table."""
    rows = [
        (group, stratum, *counts)
        for stratum, both in table.strata.items()
        for group, counts in zip(table.groups, both, strict=True)
    ]
    return measured(*rows).reversals


@pytest.mark.parametrize("table", REVERSALS, ids=lambda table: table.source)
def test_published_reversals_are_named(table: Stratified) -> None:
    """The first group is ahead within the strata, pooled, and behind as a whole, whatever single strata say."""
    (turned,) = of_table(table)
    assert (turned.ahead, turned.behind) == table.groups


@pytest.mark.parametrize("table", ORDINARY, ids=lambda table: table.source)
def test_published_tables_without_a_reversal_are_quiet(table: Stratified) -> None:
    """Nothing is said where the order within the strata is that of the whole, though strata differ."""
    assert of_table(table) == ()


def test_berkeley_turns_round_in_four_departments_of_six() -> None:
    """Both sentences name how many strata turn; only where all do is it said to be so in each."""
    (turned,) = of_table(BERKELEY)
    assert (turned.strata_ahead, turned.strata, turned.in_every_stratum) == (4, 6, False)
    assert reversal_words(turned, "women", "men", "department") == (
        "the share of women is above that of men in 4 of 6 strata of department and in all of them pooled "
        "(1.8 points, Mantel-Haenszel), and below it as a whole (14 points)"
    )


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
    """Nothing turns round where one is equal within the strata, or equal as a whole."""
    assert measured(("a", "x", 10, 20), ("a", "y", 20, 100), ("b", "x", 50, 100), ("b", "y", 4, 20)).reversals == ()
    assert measured(("a", "x", 11, 20), ("a", "y", 29, 60), ("b", "x", 10, 20), ("b", "y", 30, 60)).reversals == ()


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
        "in treatment: success, the share of open is above that of keyhole in each of 2 strata of size (5.4 points, "
        "Mantel-Haenszel), and below it as a whole (4.6 points)"
    ) in " ".join(text.split())


CELLS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair)))
TABLES = st.integers(1, 3).flatmap(lambda strata: st.lists(st.tuples(*[CELLS] * strata), min_size=2, max_size=4))


def rows_of(table: list[tuple[tuple[int, int], ...]]) -> list[Row]:
    """Name groups and strata of a table by their places."""
    return [(f"g{g}", f"s{s}", *cell) for g, cells in enumerate(table) for s, cell in enumerate(cells)]


@given(TABLES)
def test_reversals_are_those_of_an_independent_count(table: list[tuple[tuple[int, int], ...]]) -> None:
    """Where all cells are empty or large enough, SQL by hand and statsmodels' pooled odds name just the same pairs."""
    large = [tuple((reached + 8, of + 10) if of else (0, 0) for reached, of in cells) for cells in table]
    found = measured(*rows_of(large)).reversals
    told = {(int(one.ahead[1:]), int(one.behind[1:])): (one.whole, one.within) for one in found}
    by_sql = _by_sql(large)
    assert set(told) == set(by_sql)
    for (first, second), differences in told.items():
        assert differences == pytest.approx(by_sql[first, second])
        both = [(x, n, y, m) for (x, n), (y, m) in zip(large[first], large[second], strict=True) if n and m]
        pooled = StratifiedTable([np.array([[x, n - x], [y, m - y]]) for x, n, y, m in both])
        assert pooled.logodds_pooled > 0  # its sign is that of the pooled difference


def _by_sql(table: list[tuple[tuple[int, int], ...]]) -> dict[tuple[int, int], tuple[float, float]]:
    """Return whole and pooled differences of the pairs that turn round, in whole numbers as far as they go."""
    cells = [(g, s, x, n) for g, row in enumerate(table) for s, (x, n) in enumerate(row) if n]
    if not cells:
        return {}
    values = ", ".join(f"({g}, {s}, {x}::hugeint, {n}::hugeint)" for g, s, x, n in cells)
    found = duckdb.sql(
        f"""
        with cells(g, s, x, n) as (values {values}),
        sums as (select g, sum(x) x, sum(n) n from cells group by g),
        pooled as (
            select a.g a, b.g b, sum((a.x * b.n - b.x * a.n) / (a.n + b.n)) over_, sum(a.n * b.n / (a.n + b.n)) under
            from cells a join cells b on a.s = b.s and a.g != b.g group by 1, 2 having count(*) > 1
        )
        select a, b, one.x / one.n - other.x / other.n, over_ / under
        from pooled join sums one on one.g = a join sums other on other.g = b
        where one.x * other.n < other.x * one.n and over_ > 1e-9
        """  # noqa: S608 - numbers of our own
    ).fetchall()
    return {(a, b): (whole, within) for a, b, whole, within in found}


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
