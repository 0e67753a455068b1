"""Metrics and objectives, as `purposebook measures --format json` prints them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from purposebook.domain.result_base import Interval, OwnUnit, Reasons, Result, Share


class SeriesPoint(Result):
    """Hold one dated value."""

    date: dt.date
    value: OwnUnit
    n: int | None = Field(description="The denominator where it is a whole number.")
    interval: Interval | None


class LatestPoint(SeriesPoint):
    """Hold the newest value and how its interval was computed."""

    method: str | None


class LimitsFound(Result):
    """Hold the limits of normal variation of the last phase."""

    mean: OwnUnit
    lower: OwnUnit
    upper: OwnUnit


class SignalFound(Result):
    """Mark one point that is part of a signal."""

    date: dt.date
    kind: Literal["beyond-limit", "one-side", "rising", "falling", "near-limit"]


class SegmentFound(Result):
    """Hold the newest value of one part of the whole."""

    segment: str
    latest: LatestPoint | None


class MetricResult(Result):
    """Hold every number of one metric."""

    id: str
    unit: str
    latest: LatestPoint | None
    baseline: OwnUnit | None
    target: OwnUnit | None
    progress: Share | None
    pace: Share | None
    series: tuple[SeriesPoint, ...]
    limits: LimitsFound | None
    signals: tuple[SignalFound, ...]
    assurance: Literal["pass", "fail", "hit-or-miss"] | None
    segments: tuple[SegmentFound, ...]
    reasons: tuple[str, ...]


class ObjectiveResult(Result):
    """Hold the score of one objective."""

    id: str
    score: Share | None
    rollup: str = Field(description="The rule that makes one number of several.")
    expected: Share | None = Field(description="What its kind expects at the end; learning objectives expect nothing.")
    progress: float | None = Field(description="Mean progress of the same key results, not clipped to 0..1.")
    pace: Share | None = Field(description="Mean pace of the same key results.")
    reasons: Reasons


class RollUpResult(Result):
    """Hold one number for the whole product."""

    rule: str = Field(description="mean of objectives, or flat mean over all key results.")
    score: Share | None
    of: int = Field(ge=0, description="So many scores or key results.")
