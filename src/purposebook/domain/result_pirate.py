"""Pirate metrics, as `purposebook measures --format json` prints them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from purposebook.domain.result_base import Interval, Reasons, Result, Share


class ChannelResult(Result):
    """Hold how many actors came by one channel."""

    channel: str = Field(description="Empty where the first event names none.")
    actors: int


class RateResult(Result):
    """Hold so many actors with their share."""

    actors: int
    rate: Share
    interval: Interval


class ActivationResult(RateResult):
    """Hold how many of those whose time is over were activated."""

    eligible: int


class AgeResult(Result):
    """Hold how many of a cohort were active at one age; blank while its period has not fully elapsed."""

    age: int = Field(description="Periods since the cohort's own, which is 0.")
    actors: int | None
    rate: Share | None
    interval: Interval | None
    complete: bool


class CohortResult(Result):
    """Hold everybody whose first event lies in one period."""

    cohort: dt.date = Field(description="The first day of the period.")
    size: int
    ages: tuple[AgeResult, ...]


class RetentionResult(Result):
    """Hold who came back."""

    kind: Literal["classic", "rolling", "bracket"]
    period: Literal["day", "week", "month"]
    clock: Literal["calendar", "24h"]
    bracket: tuple[int, int] | None
    cohorts: tuple[CohortResult, ...]
    overall: tuple[AgeResult, ...] = Field(description="Over the cohorts for which an age has fully elapsed.")


class ReferralResult(Result):
    """Hold what invitations bring, over one cycle."""

    invitations_per_actor: float
    acceptance: Share | None
    acceptance_interval: Interval | None
    k: float | None
    cycle_days: int
    active: int
    invitations: int
    accepted: int


class RevenueResult(Result):
    """Hold what is paid, in the unit of the log's values."""

    paying: int
    active: int
    rate: Share
    interval: Interval
    total: float | None
    per_active: float | None
    per_paying: float | None


class StepResult(RateResult):
    """Hold how many got as far as one step of the funnel."""

    step: str


class ActivityResult(Result):
    """Hold how much those who were active did in one period."""

    start: dt.date = Field(description="The first day of the period.")
    end: dt.date = Field(description="The last day of the period.")
    active: int
    per_active: float | None = Field(description="Rows of the event for each active actor; a ratio, without interval.")
    days_per_active: float | None = Field(description="Days with such a row for each active actor.")


class EngagementResult(ActivityResult):
    """Hold how much those who were active did in the last complete period, and in up to eleven before it."""

    event: str = Field(description="The event of retention; `any` where each counts.")
    period: Literal["day", "week", "month"]
    series: tuple[ActivityResult, ...] = Field(description="Oldest first; the last one is told above.")


class PirateResult(Result):
    """Hold what the event log tells; what is not declared is null or empty, and says why."""

    complete_until: dt.date | None
    events: int
    actors: int
    acquisition: tuple[ChannelResult, ...]
    activation: ActivationResult | None
    retention: RetentionResult | None
    referral: ReferralResult | None
    revenue: RevenueResult | None
    funnel: tuple[StepResult, ...]
    engagement: EngagementResult | None
    reasons: Reasons
