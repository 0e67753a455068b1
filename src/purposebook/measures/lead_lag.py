"""Whether a number about users and a number about money move together; never whether one causes the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from purposebook.domain.workbook import Workbook
from purposebook.measures.answer import Answer
from purposebook.measures.ratios import ByMetric
from purposebook.measures.series import Point

FEWEST_PAIRS: Final = 8
PERIODS: Final = (0, 1)
"""Compared in the same month, and one month later; no other lag is tried, so that none is picked for its result."""
NOT_CAUSES: Final = "“moves together” is not “causes”: both may follow a third thing"
TREND: Final = "two numbers that both rise or fall over time move together whatever the reason"


@dataclass(frozen=True)
class Together:
    """Hold how one pair moves together at one lag."""

    lead: str
    lag: str
    months: int
    """By how many months the second follows the first."""
    pairs: int
    rho: Answer[float]
    """Spearman's rank correlation, -1 to 1, with what a reader of it has to know."""


def measure_lead_lag(book: Workbook, metrics: ByMetric) -> tuple[Together, ...]:
    """Return how each key result moves with the business metric to which its objective's outcome leads."""
    pairs = dict.fromkeys(
        (id, objective.outcome.leads_to)
        for objective in book.objectives.objectives
        if objective.outcome and objective.outcome.leads_to
        for id in objective.key_results
    )
    return tuple(
        together
        for lead, lag in pairs
        if lead != lag and lead in metrics and lag in metrics
        for together in lead_lag((lead, metrics[lead].series), (lag, metrics[lag].series))
    )


def lead_lag(
    lead: tuple[str, Sequence[Point]], lag: tuple[str, Sequence[Point]], months: Sequence[int] = PERIODS
) -> tuple[Together, ...]:
    """Return the rank correlation of two series for each of the lags in `months`.

    Definition: each series is reduced to its last value in every calendar month; a pair is a month of the first series
    with the month so many later of the second; Spearman's rho is Pearson's correlation of their ranks, equal values
    sharing the mean of their ranks. No p value and no interval: neighbouring months are not independent, and neither
    would hold. Refused for fewer than 8 pairs, and where one series does not move. Errors: none.
    Source: C. Spearman (1904), The proof and measurement of association between two things, American Journal of
    Psychology 15.
    """
    first, second = _monthly(lead[1]), _monthly(lag[1])
    found = []
    for step in months:
        shared = sorted(month for month in first if month + step in second)
        values = [first[month] for month in shared], [second[month + step] for month in shared]
        found.append(Together(lead[0], lag[0], step, len(shared), _rho(*values)))
    return tuple(found)


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Return Spearman's rank correlation of two sequences of one length, both of which move."""
    left, right = _ranks(one), _ranks(other)
    middle = fmean(left)
    above = sum((a - middle) * (b - middle) for a, b in zip(left, right, strict=True))
    spread = [sum((rank - middle) ** 2 for rank in ranks) for ranks in (left, right)]
    return float(min(max(above / (spread[0] * spread[1]) ** 0.5, -1.0), 1.0))


def _rho(one: list[float], other: list[float]) -> Answer[float]:
    """Correlate, or say why not."""
    reasons = tuple(_refusals(one, other))
    return Answer.refused(*reasons) if reasons else Answer(spearman(one, other), (NOT_CAUSES, TREND))


def _refusals(one: list[float], other: list[float]) -> Iterator[str]:
    """Yield why two series are not compared."""
    if len(one) < FEWEST_PAIRS:
        yield f"{len(one)} months with both numbers: fewer than {FEWEST_PAIRS} say nothing about moving together"
    elif len(set(one)) == 1 or len(set(other)) == 1:
        yield "one of the two does not move: nothing to compare"


def _monthly(points: Sequence[Point]) -> dict[int, float]:
    """Return the last value in each calendar month; points are in the order of their dates."""
    return {12 * point.date.year + point.date.month: point.value for point in points}


def _ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value from 1; equal values share the mean of theirs."""
    ordered = sorted(values)
    below = {value: at for at, value in reversed(list(enumerate(ordered)))}
    upto = {value: at + 1 for at, value in enumerate(ordered)}
    return [(below[value] + 1 + upto[value]) / 2 for value in values]
