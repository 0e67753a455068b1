"""Surveys, service, money and HEART, as `purposebook measures --format json` prints them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from purposebook.domain.metrics import HeartCategory, HeartSource
from purposebook.domain.result_base import Interval, Reasons, Result, Share
from purposebook.domain.result_metrics import LatestPoint
from purposebook.domain.surveys import SurveyKind

Score = Annotated[float, Field(description="In the survey's unit: % for csat, points for nps and sus.")]


class ScoreResult(Result):
    """Hold the score of one group of answers."""

    value: Score | None
    n: int | None = Field(description="How many answered.")
    interval: Interval | None
    method: str | None


class AnsweredSegment(ScoreResult):
    """Hold the score of one part of the whole; a suppressed one carries no number."""

    segment: str
    suppressed: bool = Field(description="Too small to be shown, or hidden so that a smaller one cannot be derived.")
    reasons: Reasons


class WaveResult(ScoreResult):
    """Hold the score of one day; a wave of fewer than 5 answers carries no number."""

    date: dt.date
    asked: int | None = Field(description="How many people were asked.")
    response_rate: Share | None
    segments: tuple[AnsweredSegment, ...]
    reasons: Reasons


class SurveyResult(Result):
    """Hold every wave of one survey, oldest first."""

    id: str
    kind: SurveyKind
    question: str | None
    unit: Literal["%", "points"]
    waves: tuple[WaveResult, ...]
    reasons: Reasons


class FigureResult(Result):
    """Hold one number that is worked out from several metrics."""

    id: Literal["completion", "take-up", "cost-per-transaction", "mrr", "cac", "margin"]
    name: str
    formula: str = Field(description="The ids of the metrics, in the places where their values stand.")
    unit: str
    latest: LatestPoint | None
    beside: tuple[str, ...] = Field(description="Ids of the metrics that show what users get for it.")
    reasons: Reasons


class MoneyResult(Result):
    """Hold the figures of money."""

    mrr_change: float | None = Field(description="Of recurring revenue, from month to month, as a share of the former.")
    figures: tuple[FigureResult, ...]
    reasons: Reasons


class HeartResult(Result):
    """Hold what measures one category of HEART; a category may have several, or none."""

    category: HeartCategory
    metric: str | None
    survey: str | None = Field(description="The survey from which the value is; null where it is from elsewhere.")
    source: HeartSource | None = Field(description="What tells the category; null where nothing does.")
    formula: str | None = Field(description="What the event log's number is; null where another source tells it.")
    unit: str
    latest: LatestPoint | None
    not_used_because: str | None
    reasons: Reasons
