"""Add up what single people answered: counts, sums and spreads over five or more, and nothing of fewer."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from purposebook.domain.base import FEWEST
from purposebook.domain.culture import AREAS, Round, Spread
from purposebook.domain.personas import Place, Ranking
from purposebook.domain.private import PrivateAnswers
from purposebook.domain.strategy import Recall
from purposebook.measures.answer import Answer
from purposebook.measures.spread import quartiles

Answers = Mapping[str, PrivateAnswers]
"""Of one day: what each person answered, by the name of the file."""
R = TypeVar("R", Round, Ranking, Recall)


@dataclass(frozen=True)
class Sum(Generic[R]):
    """Hold what people answered together, and who they were, which stays in `private/`."""

    value: R
    people: frozenset[str]


def rating_round(answers: Answers) -> Answer[Sum[Round]]:
    """Return the median of each area, of many people the quartiles too, over those who rated all four.

    One number of members stands for all areas; somebody who left one open would make it wrong, and is counted out.
    """
    rated = {who: tuple(getattr(one.ratings, area) for area in AREAS) for who, one in answers.items() if one.ratings}
    whole = {who: ratings for who, ratings in rated.items() if None not in ratings}
    notes = _some(
        len(rated) - len(whole), "left an area open and is not counted", "left an area open and are not counted"
    )
    if len(whole) < FEWEST:
        return Answer.refused(_too_few(len(whole), "rated all four areas"), *notes)
    spreads = []
    for area, values in zip(AREAS, zip(*whole.values(), strict=True), strict=True):
        lower, median, upper = quartiles(values)
        spreads.append(Spread(area=area, median=median, lower=lower, upper=upper))
    found = Round(date=_day(answers), members=len(whole), spreads=tuple(spreads))
    return Answer(Sum(found, frozenset(whole)), notes)


def need_ranking(answers: Answers, needs: Iterable[str]) -> Answer[Sum[Ranking]]:
    """Return the sum of ranks of each need, 1 being the most urgent, over those who ranked the same needs.

    Needs that share a place have the mean of their places. Sums of rankings of different needs cannot be compared: the
    largest group that ranked the same ones counts.
    """
    ranked = {who: _ranks(one.ranking) for who, one in answers.items() if one.ranking}
    groups = Counter(frozenset(ranking) for ranking in ranked.values()).most_common(2)
    if not groups or groups[0][1] < FEWEST:
        return Answer.refused(_too_few(groups[0][1] if groups else 0, "ranked the same needs"))
    chosen, count = groups[0]
    if len(groups) > 1 and groups[1][1] == count:
        return Answer.refused("two groups of the same size ranked different needs: agree on the needs first")
    unknown = sorted(chosen - set(needs))
    if unknown:
        return Answer.refused(f"'{unknown[0]}' is ranked and is no need in personas.yml: correct its id")
    counted = {who: ranking for who, ranking in ranked.items() if frozenset(ranking) == chosen}
    sums = {need: sum(ranking[need] for ranking in counted.values()) for need in chosen}
    ties = sorted(len(place) for who in counted for place in answers[who].ranking if len(place) > 1)
    places = tuple(Place(need=need, ranks=sums[need]) for need in sorted(chosen, key=lambda need: (sums[need], need)))
    notes = _some(
        len(ranked) - count, "ranked other needs and is not counted", "ranked other needs and are not counted"
    )
    found = Ranking(date=_day(answers), members=count, places=places, ties=tuple(ties))
    return Answer(Sum(found, frozenset(counted)), notes)


def _ranks(places: Iterable[tuple[str, ...]]) -> dict[str, float]:
    """Return the rank of each need; those that share a place have the mean of the places that they take."""
    found: dict[str, float] = {}
    for shared in places:
        found |= dict.fromkeys(shared, len(found) + (len(shared) + 1) / 2)
    return found


def recall_count(answers: Answers) -> Answer[Sum[Recall]]:
    """Return how many could say the vision, and the intents where everybody was asked for them."""
    recalled = {who: one.recall for who, one in answers.items() if one.recall}
    recalls = tuple(recalled.values())
    if len(recalls) < FEWEST:
        return Answer.refused(_too_few(len(recalls), "said whether they could name the vision"))
    intents = [recall.intents for recall in recalls if recall.intents is not None]
    whole = len(intents) == len(recalls)
    vision = sum(recall.vision for recall in recalls)
    counts = {"asked": len(recalls), "vision": vision, "intents": sum(intents) if whole else None}
    found = Sum(Recall.model_validate({"date": _day(answers), **counts}), frozenset(recalled))
    return Answer(found, () if whole else ("not everybody answered about the intents: they are left out",))


def _day(answers: Answers) -> dt.date:
    """Return the day of the answers."""
    return next(iter(answers.values())).date


def _too_few(count: int, did: str) -> str:
    """Say how many are missing until there is something to show."""
    missing = FEWEST - count
    return f"{count} {did}, {missing} more {'is' if missing == 1 else 'are'} needed"


def _some(count: int, one: str, many: str) -> tuple[str, ...]:
    """Say what some people did, if any did."""
    return (f"{count} {one if count == 1 else many}",) if count else ()
