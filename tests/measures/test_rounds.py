"""What single people answered is added up over five or more, and never shown of fewer."""

from __future__ import annotations

import datetime as dt

import pytest

from purposebook.domain.private import PrivateAnswers
from purposebook.measures.agreement import kendalls_w
from purposebook.measures.rounds import need_ranking, rating_round, recall_count

DAY = dt.date(2026, 9, 3)
NEEDS = ("weekend", "captions", "price")


def answers(**of: list[object]) -> dict[str, PrivateAnswers]:
    """Make the answers of several people, one value of each list a person."""
    rows = zip(*of.values(), strict=True)
    made = (PrivateAnswers.model_validate({"date": DAY, **dict(zip(of, row, strict=True))}) for row in rows)
    return {f"p{at}": one for at, one in enumerate(made)}


def rating(people: int, culture: int | None = 3) -> dict[str, int | None]:
    """Rate people and culture; strategy and process get a 2."""
    return {"people": people, "strategy": 2, "process": 2, "culture": culture}


def test_a_round_has_medians_and_of_many_quartiles() -> None:
    """Tell the middle of each area; the spread only where a quarter is five people or more."""
    found = rating_round(answers(ratings=[rating(value) for value in (1, 5, 2, 4, 4)]))
    assert found.value is not None and found.reasons == ()
    assert found.value.people == {"p0", "p1", "p2", "p3", "p4"}
    few = found.value.value
    assert (few.date, few.members) == (DAY, 5)
    assert [spread.area for spread in few.spreads] == ["people", "strategy", "process", "culture"]
    assert (few.spreads[0].lower, few.spreads[0].median, few.spreads[0].upper) == (None, 4, None)
    for count, ends in ((19, (None, None)), (20, (2, 4))):
        many = rating_round(answers(ratings=[rating(at % 5 + 1) for at in range(count)]))
        assert many.value is not None
        assert (many.value.value.spreads[0].lower, many.value.value.spreads[0].upper) == ends


def test_fewer_than_five_are_not_shown() -> None:
    """Say how many are missing; who left an area open is counted out, and that is said."""
    four = rating_round(answers(ratings=[rating(3)] * 4))
    assert (four.value, four.reasons) == (None, ("4 rated all four areas, 1 more is needed",))
    torn = rating_round(answers(ratings=[*[rating(3)] * 4, rating(3, culture=None)]))
    assert torn.value is None
    assert torn.reasons[1] == "1 left an area open and is not counted"
    assert rating_round(answers(ratings=[None])).reasons == ("0 rated all four areas, 5 more are needed",)


def test_ranks_are_added_up() -> None:
    """Give the most urgent need the smallest sum, and every ranking the same weight."""
    found = need_ranking(
        answers(ranking=[["weekend", "price", "captions"]] * 4 + [["price", "captions", "weekend"]]), NEEDS
    )
    assert found.value is not None
    ranking = found.value.value
    assert [(place.need, place.ranks) for place in ranking.places] == [
        ("weekend", 7),
        ("price", 9),
        ("captions", 14),
    ]
    members, count = ranking.members, len(ranking.places)
    assert sum(place.ranks for place in ranking.places) == members * count * (count + 1) / 2


def test_needs_on_one_place_have_its_mean() -> None:
    """Half ranks are added up, and how many needs shared each place is kept, so that W can allow for it."""
    shared = [["weekend", ["price", "captions"]]] * 2 + [[["weekend", "price", "captions"]]]
    found = need_ranking(answers(ranking=[*shared, *[["price", "captions", "weekend"]] * 2]), NEEDS).value
    assert found is not None
    assert [(place.need, place.ranks) for place in found.value.places] == [
        ("price", 9),
        ("weekend", 10),
        ("captions", 11),
    ]
    assert found.value.ties == (2, 2, 3)
    assert kendalls_w(found.value).value == pytest.approx(12 * 2 / (25 * 24 - 5 * (6 + 6 + 24)))


def test_rankings_of_other_needs_are_counted_out() -> None:
    """Add up only rankings that can be compared, and say how many could not."""
    found = need_ranking(answers(ranking=[["weekend", "price"]] * 5 + [["price"]]), NEEDS)
    assert found.value is not None and found.value.people == {"p0", "p1", "p2", "p3", "p4"}
    assert found.reasons == ("1 ranked other needs and is not counted",)
    split = need_ranking(answers(ranking=[["weekend", "price"]] * 4 + [["price"]]), NEEDS)
    assert split.reasons == ("4 ranked the same needs, 1 more is needed",)
    even = need_ranking(answers(ranking=[["weekend"]] * 5 + [["price"]] * 5), NEEDS)
    assert even.value is None and "two groups" in even.reasons[0]


def test_a_need_that_nobody_wrote_is_named() -> None:
    """Write no sum that points nowhere."""
    found = need_ranking(answers(ranking=[["weekend", "pricee"]] * 5), NEEDS)
    assert found.value is None
    assert found.reasons == ("'pricee' is ranked and is no need in personas.yml: correct its id",)


def test_recall_is_counted() -> None:
    """Count who could say the vision, and the intents only where everybody was asked."""
    all_asked = [{"vision": True, "intents": at < 2} for at in range(5)]
    found = recall_count(answers(recall=all_asked)).value
    assert found is not None
    assert (found.value.asked_, found.value.vision, found.value.intents) == (5, 5, 2)
    some = recall_count(answers(recall=[*all_asked, {"vision": False}]))
    assert some.value is not None
    assert (some.value.value.asked_, some.value.value.vision, some.value.value.intents) == (6, 5, None)
    assert some.reasons
    assert recall_count(answers(recall=all_asked[:4])).value is None
