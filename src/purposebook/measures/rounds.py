"""Add up what single people answered: counts, sums and spreads over five or more, and nothing of fewer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from purposebook.domain.base import FEWEST
from purposebook.domain.culture import AREAS, Round, Spread
from purposebook.domain.personas import Place, Ranking
from purposebook.domain.private import PrivateAnswers
from purposebook.domain.strategy import Recall
from purposebook.measures.answer import Answer
from purposebook.measures.spread import quartiles

Answers = Sequence[PrivateAnswers]
"""Of one day."""


def rating_round(answers: Answers) -> Answer[Round]:
    """Return median and quartiles of each area, over those who rated all four.

    One number of members stands for all areas; somebody who left one open would make it wrong, and is counted out.
    """
    rated = [tuple(getattr(one.ratings, area) for area in AREAS) for one in answers if one.ratings]
    whole = [ratings for ratings in rated if None not in ratings]
    notes = _some(
        len(rated) - len(whole), "left an area open and is not counted", "left an area open and are not counted"
    )
    if len(whole) < FEWEST:
        return Answer.refused(_too_few(len(whole), "rated all four areas"), *notes)
    spreads = []
    for area, values in zip(AREAS, zip(*whole, strict=True), strict=True):
        lower, median, upper = quartiles(values)
        spreads.append(Spread(area=area, median=median, lower=lower, upper=upper))
    return Answer(Round(date=answers[0].date, members=len(whole), spreads=tuple(spreads)), notes)


def need_ranking(answers: Answers, needs: Iterable[str]) -> Answer[Ranking]:
    """Return the sum of ranks of each need, 1 being the most urgent, over those who ranked the same needs.

    Sums of rankings of different needs cannot be compared: the largest group that ranked the same ones counts.
    """
    ranked = [one.ranking for one in answers if one.ranking]
    groups = Counter(frozenset(ranking) for ranking in ranked).most_common(2)
    if not groups or groups[0][1] < FEWEST:
        return Answer.refused(_too_few(groups[0][1] if groups else 0, "ranked the same needs"))
    chosen, count = groups[0]
    if len(groups) > 1 and groups[1][1] == count:
        return Answer.refused("two groups of the same size ranked different needs: agree on the needs first")
    unknown = sorted(chosen - set(needs))
    if unknown:
        return Answer.refused(f"'{unknown[0]}' is ranked and is no need in personas.yml: correct its id")
    counted = [ranking for ranking in ranked if frozenset(ranking) == chosen]
    sums = {need: sum(ranking.index(need) + 1 for ranking in counted) for need in chosen}
    places = tuple(Place(need=need, ranks=sums[need]) for need in sorted(chosen, key=lambda need: (sums[need], need)))
    notes = _some(
        len(ranked) - count, "ranked other needs and is not counted", "ranked other needs and are not counted"
    )
    return Answer(Ranking(date=answers[0].date, members=count, places=places), notes)


def recall_count(answers: Answers) -> Answer[Recall]:
    """Return how many could say the vision, and the intents where everybody was asked for them."""
    recalls = [one.recall for one in answers if one.recall]
    if len(recalls) < FEWEST:
        return Answer.refused(_too_few(len(recalls), "said whether they could name the vision"))
    intents = [recall.intents for recall in recalls if recall.intents is not None]
    whole = len(intents) == len(recalls)
    vision = sum(recall.vision for recall in recalls)
    counts = {"asked": len(recalls), "vision": vision, "intents": sum(intents) if whole else None}
    found = Recall.model_validate({"date": answers[0].date, **counts})
    return Answer(found, () if whole else ("not everybody answered about the intents: they are left out",))


def _too_few(count: int, did: str) -> str:
    """Say how many are missing until there is something to show."""
    missing = FEWEST - count
    return f"{count} {did}, {missing} more {'is' if missing == 1 else 'are'} needed"


def _some(count: int, one: str, many: str) -> tuple[str, ...]:
    """Say what some people did, if any did."""
    return (f"{count} {one if count == 1 else many}",) if count else ()
