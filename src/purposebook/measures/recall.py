"""How many members could say vision and intents without looking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from purposebook.domain.base import FEWEST
from purposebook.domain.strategy import Recall
from purposebook.measures.answer import Answer
from purposebook.measures.proportions import is_proportion, wilson


@dataclass(frozen=True)
class RecallShare:
    """Hold a share with its counts and Wilson's interval, as plain fractions."""

    count: int
    asked: int
    share: float
    interval: tuple[float, float]


@dataclass(frozen=True)
class RecallMeasures:
    """Hold both shares of one day."""

    date: dt.date
    vision: Answer[RecallShare]
    intents: Answer[RecallShare]


def measure_recall(rounds: Iterable[Recall], as_of: dt.date) -> tuple[RecallMeasures, ...]:
    """Return the share of those asked who could say the vision, and the intents, by day, oldest first.

    Definition: count / asked with Wilson's interval at 95 %. Refused for fewer than 5 asked, where somebody could be
    found, for counts above those asked, and for intents that nobody was asked for. Plain fractions. Errors: none.
    Source: interval see `wilson`; the threshold of 5 is our own.
    """
    known = sorted((one for one in rounds if one.date <= as_of), key=lambda one: one.date)
    return tuple(
        RecallMeasures(one.date, _share(one.vision, one.asked_, "vision"), _share(one.intents, one.asked_, "intents"))
        for one in known
    )


def _share(count: int | None, asked: int, what: str) -> Answer[RecallShare]:
    """Divide, or say why not."""
    if count is None:
        return Answer.refused(f"nobody was asked for the {what}")
    if asked < FEWEST:
        return Answer.refused(f"fewer than {FEWEST} members were asked: no share, because it would point at persons")
    if not is_proportion(count, asked):
        return Answer.refused(f"{count} of {asked} asked: no share of the {what}")
    return Answer(RecallShare(count, asked, count / asked, wilson(count, asked)))
