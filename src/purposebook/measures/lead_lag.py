"""Whether a number about users and a number about money move together; never whether one causes the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from types import MappingProxyType
from typing import Final, Literal

from purposebook.domain.workbook import Workbook
from purposebook.measures.answer import Answer, tolerance
from purposebook.measures.ratios import ByMetric
from purposebook.measures.series import Point

Reading = Literal["together", "opposite", "trend", "unknown", "unclear"]

FEWEST_PAIRS: Final = 8
CLEAR: Final = 0.5
"""From here on, up or down, a correlation is called one; a convention (Cohen 1988), and no test."""
NOT_CAUSES: Final = "“moves together” is not “causes”: both may follow a third thing"
TREND: Final = "two numbers that both rise or fall over time move together whatever the reason"
SEASON: Final = "changes leave a steady trend out, but neither a season nor a third thing that moves both"
READINGS: Final[Mapping[Reading, str]] = MappingProxyType(
    {
        "together": "move together from month to month",
        "opposite": "move in opposite ways from month to month",
        "trend": "go along over the whole time only, as any two trends do",
        "unknown": "go along over the whole time; whether also from month to month is not known",
        "unclear": "show no clear association",
    }
)


@dataclass(frozen=True)
class Pair:
    """Hold one month of the first series with the month of the second that follows it."""

    month: int
    """Months since the year 0; that of the first."""
    lead: float
    lag: float


@dataclass(frozen=True)
class Together:
    """Hold how one pair of metrics moves together at the lag that the team named."""

    lead: str
    lag: str
    months: int | None
    """By how many months the second follows the first; nothing where objectives disagree about it."""
    values: tuple[Pair, ...]
    """Oldest first."""
    rho: Answer[float]
    """Spearman's rank correlation, -1 to 1, with what a reader of it has to know."""
    steps: int
    """How many changes from one month to the next both series have."""
    changes: Answer[float]
    """The same of those changes, which leaves out a steady trend that both share."""

    @property
    def pairs(self) -> int:
        """Count the months that are compared."""
        return len(self.values)

    @property
    def reading(self) -> Reading:
        """Say what the two correlations come to; what shows in values and not in their changes is a trend."""
        of_changes, of_values = self.changes.value or 0.0, self.rho.value or 0.0
        if abs(of_changes) >= CLEAR:
            return "together" if of_changes > 0 else "opposite"
        if abs(of_values) < CLEAR:
            return "unclear"
        return "unknown" if self.changes.value is None else "trend"


def declared_pairs(book: Workbook) -> dict[tuple[str, str], tuple[int, ...]]:
    """Return each key result with the metric to which its objective's outcome leads, and the lags that are named.

    Only metrics that are written count, and no dropped objective does.
    """
    known = {metric.id for metric in book.metrics.metrics}
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for objective in book.objectives.objectives:
        outcome = objective.outcome
        if outcome is None or outcome.leads_to not in known or objective.status == "dropped":
            continue
        for id in objective.key_results:
            if id in known and id != outcome.leads_to:
                pair = id, outcome.leads_to
                found[pair] = tuple(dict.fromkeys((*found.get(pair, ()), outcome.after)))
    return found


def measure_lead_lag(book: Workbook, metrics: ByMetric) -> tuple[Together, ...]:
    """Return how each key result moves with the business metric to which its objective's outcome leads."""
    return tuple(
        lead_lag((lead, metrics[lead].series), (lag, metrics[lag].series), lags[0])
        if len(lags) == 1
        else _disagreeing(lead, lag, lags)
        for (lead, lag), lags in declared_pairs(book).items()
    )


def lead_lag(lead: tuple[str, Sequence[Point]], lag: tuple[str, Sequence[Point]], months: int = 1) -> Together:
    """Return the rank correlations of two series, the second `months` later.

    Definition: each series is reduced to its last value in every calendar month; a pair is a month of the first series
    with the month so many later of the second; Spearman's rho is Pearson's correlation of their ranks, equal values
    sharing the mean of their ranks. The same is told of the changes from one month to the next, where both series have
    two months in a row: first differences take a steady trend out. One lag only, so that none is picked for its result.
    No p value and no interval: neighbouring months are not independent, and neither would hold. Each is refused for
    fewer than 8 pairs, and where one series does not move. Errors: none.
    Sources: C. Spearman (1904), The proof and measurement of association between two things, American Journal of
    Psychology 15. R. H. Hooker (1905), On the correlation of successive observations, Journal of the Royal Statistical
    Society 68. G. U. Yule (1926), Why do we sometimes get nonsense-correlations between time-series?, ibid. 89.
    """
    first, second = _monthly(lead[1]), _monthly(lag[1])
    shared = sorted(month for month in first if month + months in second)
    values = tuple(Pair(month, first[month], second[month + months]) for month in shared)
    steps = _changes(values)
    rho = _rho([pair.lead for pair in values], [pair.lag for pair in values], _LEVELS)
    return Together(lead[0], lag[0], months, values, rho, len(steps[0]), _rho(*steps, _CHANGES))


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Return Spearman's rank correlation of two sequences of one length, both of which move."""
    left, right = _ranks(one), _ranks(other)
    middle = fmean(left)
    above = sum((a - middle) * (b - middle) for a, b in zip(left, right, strict=True))
    spread = [sum((rank - middle) ** 2 for rank in ranks) for ranks in (left, right)]
    return float(min(max(above / (spread[0] * spread[1]) ** 0.5, -1.0), 1.0))


def later(months: int) -> str:
    """Say in words how much later something is."""
    return {0: "in the same month", 1: "one month later"}.get(months, f"{months} months later")


def first_of(month: int) -> dt.date:
    """Return the first day of a month that is counted from the year 0."""
    return dt.date(month // 12, month % 12 + 1, 1)


@dataclass(frozen=True)
class _Wording:
    """Say what is compared, for the reasons."""

    few: str
    still: str
    caveats: tuple[str, ...]


_LEVELS: Final = _Wording(
    "months with both numbers", "one of the two does not move: nothing to compare", (NOT_CAUSES, TREND)
)
_CHANGES: Final = _Wording(
    "changes from one month to the next in both numbers",
    "one of the two changes by the same amount every month: no changes to compare",
    (SEASON,),
)


def _disagreeing(lead: str, lag: str, lags: Sequence[int]) -> Together:
    """Refuse a pair for which objectives name different lags: whoever tries two may keep the better."""
    said = ", ".join(map(str, sorted(lags)))
    no: Answer[float] = Answer.refused(f"objectives name different months for this pair ({said}): agree on one")
    return Together(lead, lag, None, (), no, 0, no)


def _rho(one: list[float], other: list[float], said: _Wording) -> Answer[float]:
    """Correlate, or say why not."""
    reasons = tuple(_refusals(one, other, said))
    return Answer.refused(*reasons) if reasons else Answer(spearman(one, other), said.caveats)


def _refusals(one: list[float], other: list[float], said: _Wording) -> Iterator[str]:
    """Yield why two series are not compared."""
    if len(one) < FEWEST_PAIRS:
        yield f"{len(one)} {said.few}: fewer than {FEWEST_PAIRS} say nothing about moving together"
    elif len(set(one)) == 1 or len(set(other)) == 1:
        yield said.still


def _changes(values: Sequence[Pair]) -> tuple[list[float], list[float]]:
    """Return by how much either number changes where two months follow each other."""
    next_to = [(before, after) for before, after in pairwise(values) if after.month == before.month + 1]
    lead = [after.lead - before.lead for before, after in next_to]
    lag = [after.lag - before.lag for before, after in next_to]
    edges = tolerance(tuple(pair.lead for pair in values)), tolerance(tuple(pair.lag for pair in values))
    return _settled(lead, edges[0]), _settled(lag, edges[1])


def _settled(values: list[float], edge: float) -> list[float]:
    """Return values in which those that differ by rounding only are equal, so that their ranks are."""
    kept: dict[float, float] = {}
    last = -float("inf")
    for value in sorted(set(values)):
        kept[value] = kept[last] if value - last <= edge else value
        last = value
    return [kept[value] for value in values]


def _monthly(points: Sequence[Point]) -> dict[int, float]:
    """Return the last value in each calendar month; points are in the order of their dates."""
    return {12 * point.date.year + point.date.month - 1: point.value for point in points}


def _ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value from 1; equal values share the mean of theirs."""
    ordered = sorted(values)
    below = {value: at for at, value in reversed(list(enumerate(ordered)))}
    upto = {value: at + 1 for at, value in enumerate(ordered)}
    return [(below[value] + 1 + upto[value]) / 2 for value in values]
