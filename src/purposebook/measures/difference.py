"""Two proportions: how far the treatment is from the control, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from purposebook.measures.answer import TOO_LARGE, Answer
from purposebook.measures.proportions import is_proportion, wilson

METHOD: Final = "Newcombe's hybrid score 95% (method 10)"
TEST: Final = "pooled two-proportion z-test, two-sided"
_FEW: Final = 5
"""An expected count below this makes the normal approximation of the test rough."""


@dataclass(frozen=True)
class Difference:
    """Hold the difference of two proportions, as plain fractions."""

    value: float
    """Treatment less control, or a group less the rest."""
    low: float
    high: float
    p_value: float | None
    """None where everybody or nobody succeeded in both."""

    @property
    def interval(self) -> tuple[float, float]:
        """Return both ends."""
        return self.low, self.high


def difference(first: tuple[int, int], second: tuple[int, int]) -> Answer[Difference]:
    """Return `first` less `second`, each (successes, trials), with its interval and a p-value.

    Definition: d = p1 - p2; with Wilson's (l1, u1) and (l2, u2), from d - sqrt((p1 - l1)² + (u2 - p2)²) to
    d + sqrt((u1 - p1)² + (p2 - l2)²). The p-value is that of the two-sided z-test with the pooled share. Plain
    fractions. Refused without trials, with more successes than trials, and beyond 2^53. Both groups must be separate
    people, counted independently: for before and after of the same people it is the wrong interval.
    Source: R. G. Newcombe (1998), Interval estimation for the difference between independent proportions: comparison
    of eleven methods, Statistics in Medicine 17 (method 10).
    """
    reasons = tuple(_impossible(first, second))
    if reasons:
        return Answer.refused(*reasons)
    (p1, low1, high1), (p2, low2, high2) = _share(first), _share(second)
    gap = p1 - p2
    low, high = gap - math.hypot(p1 - low1, high2 - p2), gap + math.hypot(high1 - p1, p2 - low2)
    found = Difference(gap, max(low, -1.0), min(high, 1.0), _p_value(first, second))
    return Answer(found, tuple(_caveats(first, second, found)))


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Return each p-value after Holm's correction for all of them, in the order given.

    Definition: with m values in rising order, the k-th (from 0) times m - k, never below the one before it and never
    above 1. Whoever acts on values up to 0.05 then errs in at most 5 % of such families.
    Source: S. Holm (1979), A simple sequentially rejective multiple test procedure, Scand. J. of Statistics 6.
    """
    order = sorted(range(len(p_values)), key=lambda at: p_values[at])
    corrected, highest = [0.0] * len(p_values), 0.0
    for rank, at in enumerate(order):
        highest = max(highest, min(1.0, (len(order) - rank) * p_values[at]))
        corrected[at] = highest
    return tuple(corrected)


def _share(counts: tuple[int, int]) -> tuple[float, float, float]:
    """Return a proportion with both ends of Wilson's interval."""
    return counts[0] / counts[1], *wilson(*counts)


def _impossible(*groups: tuple[int, int]) -> Iterator[str]:
    """Say why two pairs of counts are no proportions."""
    for successes, trials in groups:
        if trials == 0:
            yield "nobody was in one of the groups (zero trials): no difference"
        elif trials > 2**53:
            yield f"{TOO_LARGE}: no difference"
        elif not is_proportion(successes, trials):
            yield f"{successes} of {trials} is no proportion: no difference"


def _p_value(first: tuple[int, int], second: tuple[int, int]) -> float | None:
    """Return the p-value of the pooled z-test."""
    pooled = (first[0] + second[0]) / (first[1] + second[1])
    error = math.sqrt(pooled * (1 - pooled) * (1 / first[1] + 1 / second[1]))
    if error == 0:
        return None
    return math.erfc(abs(first[0] / first[1] - second[0] / second[1]) / error / math.sqrt(2))


def _caveats(first: tuple[int, int], second: tuple[int, int], found: Difference) -> Iterator[str]:
    """Say where the test has no answer, or a rough one."""
    if found.p_value is None:
        yield "everybody or nobody succeeded in both groups: no p-value"
        return
    pooled = (first[0] + second[0]) / (first[1] + second[1])
    if min(first[1], second[1]) * min(pooled, 1 - pooled) < _FEW:
        yield f"fewer than {_FEW} successes or failures are expected in a group: the p-value is rough"
