"""Rounds of which the difference would tell what few people answered."""

from __future__ import annotations

import pytest

from purposebook.domain.culture import Round
from purposebook.domain.personas import Ranking
from purposebook.domain.rounds import left_out, shown_rounds
from purposebook.domain.strategy import Recall


def recall(day: str, asked: int) -> Recall:
    """Make a round."""
    return Recall.model_validate({"date": day, "asked": asked, "vision": min(asked, 5)})


@pytest.mark.parametrize(
    ("rounds", "shown"),
    [
        ([("2026-03-01", 5), ("2026-06-01", 6)], [5]),
        ([("2026-06-01", 6), ("2026-03-01", 5)], [5]),  # later by its day, wherever it stands
        ([("2026-03-01", 6), ("2026-06-01", 5)], [6]),
        ([("2026-03-01", 5), ("2026-06-01", 9)], [5]),
        ([("2026-03-01", 5), ("2026-06-01", 10)], [5, 10]),
        ([("2026-03-01", 6), ("2026-06-01", 6), ("2026-09-01", 6)], [6, 6, 6]),
        ([("2026-03-01", 5), ("2026-08-27", 6)], [5]),
        ([("2026-03-01", 5), ("2026-08-28", 6)], [5, 6]),  # 180 days later
        ([("2026-03-01", 5), ("2026-06-01", 6), ("2026-08-28", 6)], [5, 6]),  # what is left out hides nothing
        ([("2026-03-01", 4), ("2026-06-01", 6)], [4, 6]),  # told nowhere, so nothing follows
    ],
)
def test_near_rounds_of_nearly_as_many_are_left_out(rounds: list[tuple[str, int]], shown: list[int]) -> None:
    """Of two rounds of a half-year that differ by one to four people, only the earlier is shown."""
    made = [recall(*one) for one in rounds]
    assert [one.asked_ for one in shown_rounds(made)] == shown
    assert left_out(made).startswith("One round is left out: ") == (len(shown) < len(rounds))


@pytest.mark.parametrize(("members", "shown"), [((3, 4), (3,)), ((4, 6), (4,)), ((3, 3), (3, 3)), ((3, 8), (3, 8))])
def test_rankings_of_three_are_told_and_hide_others(members: tuple[int, int], shown: tuple[int, ...]) -> None:
    """How far three agree is said, and beside that of four it would tell what the fourth ranked."""
    days = ("2026-03-01", "2026-06-01")
    made = [Ranking.model_validate({"date": day, "members": count}) for day, count in zip(days, members, strict=True)]
    assert tuple(one.members for one in shown_rounds(made)) == shown


@pytest.mark.parametrize(("members", "lower"), [(5, None), (19, None), (20, 2)])
def test_quartiles_of_few_are_not_read(members: int, lower: float | None) -> None:
    """A file may hold them; nothing that reads it shows them."""
    spread = {"area": "people", "median": 3, "lower": 2, "upper": 4}
    found = Round.model_validate({"date": "2026-09-03", "members": members, "spreads": [spread]})
    assert (found.spreads[0].lower, found.spreads[0].median) == (lower, 3)
