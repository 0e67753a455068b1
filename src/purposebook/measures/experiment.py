"""What an experiment's numbers can support, and what not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Kind = Literal["two-proportions", "before-after"]


@dataclass(frozen=True)
class SampleRatio:
    """Hold the check whether groups have the sizes that were planned."""

    chi2: float
    p: float


@dataclass(frozen=True)
class Fitted:
    """Hold one point of a series with what the model says about it, in the metric's own unit."""

    date: dt.date
    value: float
    fitted: float
    without: float | None
    """After the change: what the trend of before would have led to."""


@dataclass(frozen=True)
class ExperimentMeasures:
    """Hold the numbers of one experiment."""

    id: str
    kind: Kind
    difference: float | None
    """Treatment less control, as a fraction; for two proportions."""
    ratio: float | None
    """After to before, with the trend accounted for; for before and after."""
    interval: tuple[float, float] | None
    method: str | None
    p_value: float | None
    naive_ratio: float | None
    """Mean after to mean before, which does not account for the trend."""
    sample_ratio: SampleRatio | None
    points: tuple[Fitted, ...] = ()
    """For before and after."""
    autocorrelation: float | None = None
    """Of neighbouring residuals."""
    threshold: float | None = None
    """The planned target condition, in the metric's own unit."""
    met: bool | None = None
    """Whether what happened reached the planned threshold."""
    p_adjusted: float | None = None
    """After Holm's correction, where several experiments share a goal."""
    caveats: tuple[str, ...] = ()
    """What a reader of the numbers has to know, each a sentence."""
    reasons: tuple[str, ...] = ()
    """Why a number is missing."""
