"""Sums are held back from which, beside others, single answers follow."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable

import numpy as np
import pytest

from purposebook.domain.rounds import CountedPeople
from purposebook.measures.differencing import single_out, why_held_back

DAY = dt.date(2026, 3, 3)


def group(people: Iterable[int], days: int = 0) -> CountedPeople:
    """Make a group of numbered people."""
    names = frozenset(map(str, people))
    return CountedPeople(DAY + dt.timedelta(days=days), len(names), names)


@pytest.mark.parametrize(
    ("old", "new", "held"),
    [
        (range(5), range(6), "1 person differs"),
        (range(6), range(5), "1 person differs"),
        (range(6), range(1, 7), "2 people differ"),  # one left, one joined
        (range(5), range(9), "4 people differ"),
        (range(4), range(5), "1 person differs"),  # four whose sum was written by hand
        (range(5), range(10), ""),
        (range(6), range(6), ""),
        (range(6), range(10, 15), ""),
    ],
)
def test_groups_that_differ_by_few(old: range, new: range, held: str) -> None:
    """Hold a sum back where one to four people are in one of two groups, in either order of days."""
    for days in (90, -90):
        assert why_held_back(group(new, days), [group(old)], same_people=False)[: len(held) or None] == held
    assert why_held_back(group(new, 180), [group(old)], same_people=False) == ""


@pytest.mark.parametrize(
    ("count", "same_people", "held"),
    [(6, False, "who was counted"), (6, True, ""), (7, True, "1 person"), (10, False, "4 people"), (11, False, "")],
)
def test_groups_of_unknown_people(count: int, same_people: bool, held: str) -> None:
    """Only somebody who was there can say that two groups of the same size are the same people."""
    said = why_held_back(group(range(count), 90), [CountedPeople(DAY, 6)], same_people=same_people)
    assert said[: len(held) or None] == held


def test_three_sums_that_tell_on_one_person_together() -> None:
    """Two halves of a team and the whole of it: what remains is one person, though all differ by five and more."""
    halves = [group(range(5)), group(range(5, 10), 1)]
    assert not why_held_back(halves[1], halves[:1], same_people=False)
    assert "what one person answered" in why_held_back(group(range(11), 2), halves, same_people=False)
    assert not why_held_back(group(range(15), 2), halves, same_people=False)


def test_no_answer_follows_from_any_sums_that_were_shown() -> None:
    """Play 150 teams: whatever is shown, everybody's answer could be another one with all sums the same."""
    chance, shown_in_all, held_in_all = random.Random(11), 0, 0  # noqa: S311
    for _ in range(150):
        team, shown = range(chance.randint(6, 16)), list[CountedPeople]()
        for day in range(8):
            new = group(chance.sample(team, chance.randint(5, len(team))), day)
            if why_held_back(new, shown, same_people=False):
                held_in_all += 1
            else:
                shown.append(new)
        matrix = np.array([[str(who) in one.people for who in team] for one in shown if one.people], dtype=float)
        *_, size, directions = np.linalg.svd(matrix)
        free = directions[(size > 1e-9).sum() :]  # ways to change answers that leave every sum as it is
        counted = matrix.any(axis=0)
        assert (np.abs(free).max(axis=0)[counted] > 1e-9).all()
        shown_in_all += len(shown)
    assert shown_in_all > 150 and held_in_all > 150


def test_sums_over_no_or_one_group() -> None:
    """One group tells on one person only where it is one person."""
    assert single_out([frozenset("a")]) and not single_out([frozenset("ab")])
