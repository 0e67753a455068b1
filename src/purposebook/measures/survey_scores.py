"""The score of one group of answers: CSAT, NPS or SUS, with its interval."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

from purposebook.measures.proportions import LEVEL, METHOD, wilson

Scores = dict[float, int]
"""How many people gave each score."""
NORMAL: Final = "normal 95%"
STUDENT: Final = "t 95%"
FEWEST_FOR_NORMAL: Final = 30
"""Below this the normal interval of a difference of shares is too narrow."""
NO_PERCENTAGE: Final = "SUS is no percentage: 70 points are not 70 % of anything"
_PROMOTERS: Final = 9
_DETRACTORS: Final = 6


@dataclass(frozen=True)
class Score:
    """Hold one score with its precision."""

    n: int
    value: float
    interval: tuple[float, float] | None
    method: str | None
    reasons: tuple[str, ...] = ()


def csat(counts: Mapping[float, int], satisfied_from: int) -> Score:
    """Return the share of satisfied, in %, with Wilson's interval.

    Definition: answers with a score of at least `satisfied_from` / all answers. Errors: ZeroDivisionError without
    answers. Source: the usual "top box" count; interval see `wilson`.
    """
    n = sum(counts.values())
    satisfied = sum(count for score, count in counts.items() if score >= satisfied_from)
    lower, upper = wilson(satisfied, n)
    value = 100 * satisfied / n
    return Score(n, value, (min(100 * lower, value), max(100 * upper, value)), METHOD)


def nps(counts: Mapping[float, int], _: int = 0) -> Score:
    """Return the net promoter score in points, -100 to 100, with a normal interval.

    Definition: p₊ - p₋, the shares of scores 9 and 10 and of 0 to 6; variance (p₊ + p₋ - (p₊ - p₋)²) / n, because
    both shares are of the same answers. The interval ends at ±100. Refused for fewer than 30 answers and where all
    answers are of one kind: there the normal distribution promises too much. Errors: ZeroDivisionError without answers.
    Source: F. Reichheld (2003), The one number you need to grow; variance of a multinomial difference.
    """
    n = sum(counts.values())
    plus = sum(count for score, count in counts.items() if score >= _PROMOTERS) / n
    minus = sum(count for score, count in counts.items() if score <= _DETRACTORS) / n
    value, variance = 100 * (plus - minus), plus + minus - (plus - minus) ** 2
    if n < FEWEST_FOR_NORMAL:
        return Score(n, value, None, None, (f"fewer than {FEWEST_FOR_NORMAL} answers: no interval of a net score",))
    if variance <= 1e-12:
        return Score(n, value, None, None, ("all answers are of one kind: no interval of a net score",))
    half = 100 * NormalDist().inv_cdf((1 + LEVEL) / 2) * math.sqrt(variance / n)
    return Score(n, value, (max(value - half, -100.0), min(value + half, 100.0)), NORMAL)


def sus(counts: Mapping[float, int], _: int = 0) -> Score:
    """Return the mean of SUS scores in points, 0 to 100, with Student's t interval.

    Definition: mean ± t(n - 1) · s / √n, cut off at 0 and 100, which no mean can pass. Refused where all scores are
    the same: s says nothing then. Errors: ZeroDivisionError without answers.
    Source: J. Brooke (1996), SUS: a quick and dirty usability scale; J. Sauro and J. R. Lewis, Quantifying the User
    Experience (2012), on t intervals of SUS means.
    """
    n = sum(counts.values())
    mean = math.fsum(score * count for score, count in counts.items()) / n
    squares = math.fsum(count * (score - mean) ** 2 for score, count in counts.items())
    if n < 2 or squares <= 1e-9:
        return Score(n, mean, None, None, ("all scores are the same: no interval of the mean", NO_PERCENTAGE))
    half = _t_quantile(n - 1) * math.sqrt(squares / (n - 1) / n)
    return Score(n, mean, (max(mean - half, 0.0), min(mean + half, 100.0)), STUDENT, (NO_PERCENTAGE,))


def _t_quantile(freedom: int) -> float:
    """Return the two-sided quantile of Student's t; scipy is read only here, and only its special functions."""
    from scipy.special import stdtrit

    return float(stdtrit(freedom, (1 + LEVEL) / 2))
