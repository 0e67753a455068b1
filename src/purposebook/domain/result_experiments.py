"""Experiments and predictions, as `purposebook measures --format json` prints them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from purposebook.domain.result_base import Interval, OwnUnit, Reasons, Result, Share


class SampleRatioFound(Result):
    """Hold the check whether groups have the sizes that were planned."""

    chi2: float = Field(ge=0, description="Pearson's, with 1 degree of freedom.")
    p: Share


class FittedPoint(Result):
    """Hold one point of a series with what the model says about it."""

    date: dt.date
    value: OwnUnit
    fitted: OwnUnit
    without: OwnUnit | None = Field(description="From the change on: what the model says would have been without it.")


class ExperimentResult(Result):
    """Hold the numbers of one experiment."""

    id: str
    kind: Literal["two-proportions", "before-after"]
    difference: float | None = Field(description="Treatment less control, a plain fraction; for two proportions.")
    ratio: float | None = Field(description="After to before with the model's terms accounted for; for before-after.")
    interval: Interval | None
    method: str | None
    p_value: Share | None
    p_adjusted: Share | None = Field(description="After Holm's correction, where several experiments share a goal.")
    naive_ratio: float | None = Field(description="Mean after to mean before; does not account for the trend.")
    sample_ratio: SampleRatioFound | None
    autocorrelation: float | None = Field(description="Of neighbouring residuals.")
    points: tuple[FittedPoint, ...]
    threshold: float | None = Field(description="The planned target condition, in the unit of its metric.")
    met: bool | None = Field(description="Whether what happened reached the threshold.")
    caveats: tuple[str, ...] = Field(description="What a reader of the numbers has to know.")
    reasons: Reasons


class PredictionResult(Result):
    """Hold what was planned, expected and seen in one experiment, in the unit in which it was written down."""

    experiment: str
    threshold: float | None
    expected: float | None
    actual: float | None
    met: bool | None
    hit: bool | None = Field(description="Whether the result reached what was expected by the day of the start.")
    reasons: Reasons


class PredictionsResult(Result):
    """Hold how often what was expected came true."""

    hits: int = Field(ge=0)
    n: int = Field(ge=0, description="Expectations with a number, written down by the start, and with a result.")
    rate: Share | None
    interval: Interval | None
    every: tuple[PredictionResult, ...]
