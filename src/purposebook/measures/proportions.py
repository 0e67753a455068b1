"""Proportions of whole-number counts, with Wilson's interval."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import Final

LEVEL: Final = 0.95
METHOD: Final = "Wilson 95%"
"""The name that stands beside every interval."""

_EXACT: Final = 2.0**53
"""Above this a floating-point number no longer holds every whole number."""


def is_proportion(numerator: float, denominator: float) -> bool:
    """Say whether both are whole-number counts with 0 <= numerator <= denominator and denominator >= 1.

    Only then do the counts describe so many of so many; anything else (tickets per user, money per order) is a ratio,
    for which no binomial interval holds.
    """
    whole = float(numerator).is_integer() and float(denominator).is_integer()
    return whole and 0 <= numerator <= denominator and 1 <= denominator <= _EXACT


def wilson(successes: int, trials: int, level: float = LEVEL) -> tuple[float, float]:
    """Return Wilson's score interval of `successes` among `trials`, as plain fractions.

    Definition: every p with |p̂ - p| <= z sqrt(p(1-p)/n), z being the normal quantile of the two-sided `level`. Always
    within 0..1 and never empty, also at 0 and n, where the outer end is exactly 0 or 1. Its closed form needs no more
    than that quantile, which the standard library has to full precision; scipy would cost half a second of import.
    Errors: ValueError unless 0 <= successes <= trials and trials >= 1.
    Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22.
    """
    if not 0 <= successes <= trials or trials < 1:
        raise ValueError(f"{successes} of {trials} is no proportion")
    z = NormalDist().inv_cdf((1 + level) / 2)
    share = successes / trials
    centre = (share + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z * math.sqrt(share * (1 - share) / trials + (z / (2 * trials)) ** 2) / (1 + z * z / trials)
    lower = 0.0 if successes == 0 else min(centre - half, share)
    upper = 1.0 if successes == trials else max(centre + half, share)
    return max(lower, 0.0), min(upper, 1.0)
