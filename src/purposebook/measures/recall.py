"""How many members could say vision and intents without looking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from purposebook.domain.base import FEWEST
from purposebook.domain.rounds import WHY_LEFT_OUT, shown_rounds
from purposebook.domain.strategy import Recall
from purposebook.measures.answer import Answer
from purposebook.measures.proportions import is_proportion, wilson

ASKED: Final = ("vision", "intents")


@dataclass(frozen=True)
class Recalled:
    """Hold how many of those asked could say one thing on one day."""

    date: dt.date
    what: str
    """vision or intents."""
    successes: int | None
    """None, as `asked`, where the counts would point at persons."""
    asked: int | None
    interval: Answer[tuple[float, float]]
    """Wilson's, 95 %, as plain fractions."""

    @property
    def rate(self) -> float | None:
        """Return the share, where the counts can be one."""
        if self.interval.value is None or self.successes is None or not self.asked:
            return None
        return self.successes / self.asked


def measure_recall(rounds: Iterable[Recall]) -> tuple[Recalled, ...]:
    """Return the share of members that could say each thing, round by round, with Wilson's interval.

    Definition: successes / asked, a plain fraction; the members asked stand for all. Refused where more could say it
    than were asked, fewer than 5 were, or another round would tell single answers. Source: as of `wilson`.
    """
    every = tuple(rounds)
    shown = shown_rounds(every)
    return tuple(found for one in every for found in _recalled(one, shown=one in shown))


def _recalled(one: Recall, *, shown: bool) -> Iterator[Recalled]:
    """Yield what was asked for in one round."""
    for what in ASKED:
        count = getattr(one, what)
        if count is None:
            continue
        interval = _interval(count, one.asked_) if shown else Answer.refused(f"left out: {WHY_LEFT_OUT}")
        told = shown and not one.withheld
        yield Recalled(one.date, what, count if told else None, one.asked_ if told else None, interval)


def _interval(count: int, asked: int) -> Answer[tuple[float, float]]:
    """Return the interval of a share, or why there is none."""
    if asked < FEWEST:
        return Answer.refused(f"fewer than {FEWEST} members were asked: no share, because it would point at persons")
    if not is_proportion(count, asked):
        return Answer.refused(f"{count} of {asked} is no proportion: no share")
    return Answer(wilson(count, asked))
