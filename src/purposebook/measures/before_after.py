"""Before and after a change: an interrupted time series, and what it cannot show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import fmean
from typing import Final

from purposebook.measures.answer import TOO_LARGE
from purposebook.measures.experiment import Fitted
from purposebook.measures.series import Point
from purposebook.measures.step_model import COUNTS, HARMONICS, VALUES, Response, StepModel, Terms, fit_step, response_of
from purposebook.measures.timeline import Timeline, timeline
from purposebook.text import plurals
from purposebook.text.numbers import coefficient

FEWEST_EACH: Final = 8
"""Points on each side of the change."""
SHORTEST_SEASON: Final = 2 * HARMONICS + 1
"""In points: a shorter one cannot hold two harmonics."""
LARGEST: Final = 1e100
"""Values beyond leave what squares can be computed with."""
NAIVE: Final = "the naive ratio (mean after to mean before) does not account for the trend"
ALONE: Final = "there is no group without the change: whatever else happened then cannot be told apart from it"
UNTRENDED: Final = "no trend is in the model (trend: false): what was rising or falling already is part of the ratio"


@dataclass(frozen=True)
class StepMeasures:
    """Hold what a series tells about a change."""

    ratio: float | None = None
    interval: tuple[float, float] | None = None
    p_value: float | None = None
    method: str | None = None
    naive_ratio: float | None = None
    points: tuple[Fitted, ...] = ()
    autocorrelation: float | None = None
    caveats: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def before_after(points: Sequence[Point], unit: str, change: dt.date, terms: Terms) -> StepMeasures:
    """Return how far the level stepped at `change`, with trend and seasons accounted for as `terms` ask.

    Definition: see `fit_step`; a point on the day of the change is after it. Time is told by dates, so that gaps count.
    Counts (see `response_of`) are modelled as such, all other values by least squares, and the method says why. Ratios
    are plain fractions; fitted values are in the metric's own unit, `without` being what would have been without the
    step. The first autocorrelation of the residuals is reported, and is a caveat beyond 2 / sqrt(n).
    Refused: fewer than 8 points on a side, a series without variance, less than two seasons, values too large.
    Source: as of `fit_step`; the bound of 2 / sqrt(n) is the usual one of correlograms (Chatfield, The Analysis of
    Time Series).
    """
    every = sorted(points, key=lambda point: point.date)
    reasons = tuple(_refusals(every, change, terms))
    if reasons:
        return StepMeasures(reasons=reasons)
    response, when = response_of(every, unit), timeline([point.date for point in every], change)
    after = [point.date >= change for point in every]
    empty = _empty_side(response, after)
    found = fit_step(response, when.times, after, terms) if not empty else None
    if found is None or found.value is None:
        return StepMeasures(reasons=(empty,) if found is None else found.reasons)
    naive, why = _naive(every, after)
    model = found.value
    correlation = _autocorrelation(model.residuals)
    told = (*_caveats(terms, when, correlation, len(every)), *_compared(model, naive))
    no_ratio = ("the model's values are not above zero on both sides: no ratio",) if model.ratio is None else ()
    return StepMeasures(
        ratio=model.ratio,
        interval=model.interval,
        p_value=model.p_value,
        method=_method(response, when, terms),
        naive_ratio=naive,
        points=tuple(_fitted(every, after, model)),
        autocorrelation=correlation,
        caveats=told,
        reasons=(*found.reasons, *no_ratio, *why),
    )


def _refusals(points: Sequence[Point], change: dt.date, terms: Terms) -> Iterator[str]:
    """Say why a series cannot be asked."""
    before = sum(point.date < change for point in points)
    after, values = len(points) - before, [point.value for point in points]
    if min(before, after) < FEWEST_EACH:
        outside = " (the change lies outside the series)" if points and 0 in (before, after) else ""
        counted = f"{before} point{'' if before == 1 else 's'} before {change} and {after} after{outside}"
        yield f"{counted}: at least {FEWEST_EACH} each are needed"
    elif any(one.date == other.date for one, other in pairwise(points)):
        yield "a date stands there twice: no ratio"
    elif not all(abs(value) <= LARGEST for value in values):
        yield f"{TOO_LARGE}: no ratio"
    elif max(values) - min(values) <= 1e-12 * max(map(abs, values)):
        yield "every value is the same: there is no variance to tell a step from"
    elif terms.season is not None and terms.season < SHORTEST_SEASON:
        season = plurals.counted(terms.season, "point")
        yield f"a season of {season} is too short for {HARMONICS} harmonics ({SHORTEST_SEASON} are needed)"
    elif terms.season is not None and len(points) < 2 * terms.season:
        few = f"{plurals.counted(len(points), 'point')} {plurals.verb(len(points))}"
        yield f"{few} less than two seasons of {terms.season}: no ratio"


def _empty_side(response: Response, after: Sequence[bool]) -> str:
    """Say that all counts of one side are zero: their logarithm has no end."""
    for side, name in ((False, "before"), (True, "after")):
        if response.counts and not any(one for one, late in zip(response.values, after, strict=True) if late == side):
            return f"every count {name} the change is zero: no ratio"
    return ""


def _method(response: Response, when: Timeline, terms: Terms) -> str:
    """Name model, terms and time."""
    model = COUNTS if response.counts else f"{VALUES} ({response.no_counts})"
    offset = " with offset log(denominator)" if response.divided else ""
    parts = ["level step", *(["trend"] if terms.trend else [])]
    if terms.season:
        parts.append(f"{HARMONICS} harmonics of {terms.season} points")
    return f"interrupted time series: {' + '.join(parts)}, {model}{offset}, time in periods of {when.period}, t 95%"


def _naive(points: Sequence[Point], after: Sequence[bool]) -> tuple[float | None, tuple[str, ...]]:
    """Return the mean after to the mean before."""
    means = [
        fmean(one.value for one, late in zip(points, after, strict=True) if late == side) for side in (False, True)
    ]
    if min(means) <= 0:
        return None, ("the means before and after are not both above zero: no naive ratio",)
    return means[1] / means[0], ()


def _autocorrelation(residuals: Sequence[float]) -> float | None:
    """Return the correlation of neighbouring residuals."""
    squares = sum(one * one for one in residuals)
    return sum(one * other for one, other in pairwise(residuals)) / squares if squares > 0 else None


def _caveats(terms: Terms, when: Timeline, correlation: float | None, count: int) -> Iterator[str]:
    """Say what the ratio rests on."""
    yield NAIVE
    yield ALONE
    if not terms.trend:
        yield UNTRENDED
    if when.missing:
        yield f"periods without a point between the first and the last: {when.missing}; time is told by dates"
    if correlation is not None and abs(correlation) > 2 / sqrt(count):
        true = "wider" if correlation > 0 else "narrower"
        told = f"r1 = {coefficient(correlation)}"
        yield f"neighbouring residuals are not independent ({told}): the true interval is {true}"


def _compared(model: StepModel, naive: float | None) -> Iterator[str]:
    """Say that the trend turns the answer round."""
    if model.ratio is not None and naive is not None and (model.ratio - 1) * (naive - 1) < 0:
        plain, told = ("rise", "fall") if naive > 1 else ("fall", "rise")
        ratios = f"{plain} ({coefficient(naive)}), the model a {told} ({coefficient(model.ratio)})"
        yield f"the naive ratio and the model contradict each other: plain means show a {ratios}"


def _fitted(points: Sequence[Point], after: Sequence[bool], model: StepModel) -> Iterator[Fitted]:
    """Yield each point with what the model says."""
    for point, late, fitted, without in zip(points, after, model.fitted, model.without, strict=True):
        yield Fitted(point.date, point.value, fitted, without if late else None)
