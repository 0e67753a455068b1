"""Kendall's W: answers worked out by hand, the relation to Friedman's test, and why there is none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed.rankings import RANKINGS, Rankings
from scipy.stats import friedmanchisquare, rankdata

from purposebook.domain.personas import Ranking
from purposebook.measures.agreement import kendalls_w


def ranking(members: int, *sums: float, ties: Sequence[int] = ()) -> Ranking:
    """Make a ranking of needs."""
    places = [{"need": f"n{at}", "ranks": ranks} for at, ranks in enumerate(sums)]
    return Ranking.model_validate({"date": "2026-09-03", "members": members, "places": places, "ties": [*ties]})


@pytest.mark.parametrize("published", RANKINGS, ids=lambda one: one.source)
def test_published_examples(published: Rankings) -> None:
    """Give the printed digits for three and four members, and with shared places."""
    value = kendalls_w(ranking(len(published.rows), *published.sums, ties=published.ties)).value
    assert value is not None and round(value, published.digits) == published.printed


@pytest.mark.parametrize(
    ("members", "sums", "w"),
    [
        (5, (5, 10, 15), 1.0),  # all five alike: S = 50, and 12·50 / (25·24)
        (6, (12, 12, 12), 0.0),  # S = 0
        (5, (7, 10, 13), 0.36),  # S = 18, and 12·18 / (25·24)
        (5, (6, 9), 0.36),  # S = 4.5, and 12·4.5 / (25·6)
    ],
)
def test_known_answers(members: int, sums: tuple[int, ...], w: float) -> None:
    """Give what the formula gives by hand."""
    assert kendalls_w(ranking(members, *sums)).value == pytest.approx(w)


@given(st.integers(2, 6).flatmap(lambda m: st.lists(st.permutations(range(1, m + 1)), min_size=5, max_size=9)))
def test_whatever_members_rank_has_an_agreement(rows: list[list[int]]) -> None:
    """Real rankings are never refused, and stay between nothing and everything."""
    value = kendalls_w(ranking(len(rows), *map(sum, zip(*rows, strict=True)))).value
    assert value is not None and -1e-12 <= value <= 1 + 1e-12


SCORES = st.integers(2, 6).flatmap(
    lambda m: st.lists(st.lists(st.integers(1, 4), min_size=m, max_size=m), min_size=3, max_size=9)
)


@given(SCORES)
def test_it_is_friedmans_statistic_in_other_words(scores: list[list[int]]) -> None:
    """Agree with scipy, ties included: chi² = n(m − 1)·W; rankings with ties are made by scipy's mean ranks."""
    rows = [tuple(rankdata(one)) for one in scores]
    made = Rankings("", tuple(rows), 0, 0)
    n, m = len(rows), len(rows[0])
    found = kendalls_w(ranking(n, *made.sums, ties=made.ties))
    if all(len(set(row)) == 1 for row in rows):
        assert found.reasons == ("every member gave all needs one place: no agreement",)
        return
    assert found.value is not None
    if m > 2:  # scipy wants three columns
        assert friedmanchisquare(*zip(*rows, strict=True)).statistic == pytest.approx(n * (m - 1) * found.value)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (ranking(5, 5), "fewer than two needs"),
        (ranking(5), "fewer than two needs"),
        (ranking(5, 7, 10, 12), "add up to 29, but 5 rankings of 3 needs add up to 30"),
        (ranking(5, 4, 11, 15), "sums as small"),
        (ranking(5, 7, 7, 16), "sums as small"),
        (ranking(5, 7.5, 10, 12.5), "write under 'ties' how many needs shared each"),
        (ranking(5, 7.5, 10, 12.5, ties=[3]), "write under 'ties' how many needs shared each"),
        (ranking(3, 3, 6, 9, ties=[2, 2]), "no rankings with these shared places"),
        (ranking(3, 6, 6, 6, ties=[4]), "cannot share so many places"),
        (ranking(3, 6, 6, 6, ties=[2, 2, 2, 2, 2]), "cannot share so many places"),
    ],
)
def test_sums_that_no_ranking_gives_are_refused(made: Ranking, reason: str) -> None:
    """A number is never computed from sums that cannot be."""
    found = kendalls_w(made)
    assert found.value is None and reason in found.reasons[0]


def test_a_need_that_stands_there_twice_is_refused() -> None:
    """Nobody can rank one need twice."""
    places = [{"need": "a", "ranks": 7}, {"need": "a", "ranks": 8}]
    found = kendalls_w(Ranking.model_validate({"date": "2026-09-03", "members": 5, "places": places}))
    assert found.reasons == ("a need stands there twice: no agreement",)


@pytest.mark.parametrize(("members", "refused"), [(0, True), (2, True), (3, False)])
def test_two_members_are_no_team(members: int, refused: bool) -> None:
    """Refuse fewer than three, whatever they ranked."""
    places = ranking(5, 5, 10, 15).model_copy(update={"members": members}).places
    alike = tuple(place.model_copy(update={"ranks": members * at}) for at, place in enumerate(places, 1))
    found = kendalls_w(ranking(5, 5, 10, 15).model_copy(update={"members": members, "places": alike}))
    assert (found.value is None) == refused
    assert not refused or found.reasons == ("fewer than 3 members ranked: no agreement",)
