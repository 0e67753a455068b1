"""Footprint, inclusion and agreement, as `purposebook measures --format json` prints them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from purposebook.domain.result_base import Interval, Reasons, Result, Share

Grams = Annotated[float, Field(description="Grams of CO2 equivalents.")]


class ComponentResult(Result):
    """Hold both shares of one component."""

    name: str
    operational: Grams | None
    embodied: Grams | None
    reasons: Reasons


class SensitivityResult(Result):
    """Hold what the footprint would be on other grids, per unit."""

    half_intensity: Grams | None
    twice_intensity: Grams | None


class FootprintResult(Result):
    """Hold the Software Carbon Intensity and its parts."""

    sci: Grams | None = Field(description="Per unit: ((E x I) + M) / R.")
    unit: Literal["gCO2eq"]
    per: str = Field(description="The unit R that the total is divided by.")
    components: tuple[ComponentResult, ...]
    stated: Grams | None = Field(description="A total that somebody published.")
    total: Grams | None = Field(description="The sum of the parts.")
    contradicted: bool = Field(description="Whether the parts contradict the stated total by more than 1 %.")
    sensitivity: SensitivityResult
    change: float | None = Field(description="From a baseline of the same method, as a share of it.")
    reasons: Reasons


class StratumResult(Result):
    """Hold the share of those of a group who are in one stratum of a second variable."""

    stratum: str
    n: int
    reached: int
    rate: Share
    interval: Interval


class SplitResult(Result):
    """Hold a group's strata; all or none of an outcome are told."""

    by: str = Field(description="The second variable; empty where nobody named it, or where no strata are told.")
    strata: tuple[StratumResult, ...]
    reasons: Reasons


class GroupResult(Result):
    """Hold one group's share of an outcome; a suppressed group carries no number."""

    dimension: str
    metric: str | None
    group: str
    n: int | None
    reached: int | None
    rate: Share | None
    interval: Interval | None
    gap: float | None = Field(description="Its rate less that of all other groups shown, added up.")
    gap_interval: Interval | None
    suppressed: bool = Field(description="Too small to be shown, or hidden so that a smaller one cannot be derived.")
    split: SplitResult | None = Field(description="Its strata; null where nobody counted them.")
    reasons: Reasons


class ReversalResult(Result):
    """Name two groups whose order within the strata is not that of the whole (Simpson's paradox)."""

    dimension: str
    metric: str | None
    split_by: str = Field(description="The second variable; empty where nobody named it, or where no strata are told.")
    ahead: str = Field(description="The group that is ahead within the strata, and behind as a whole.")
    behind: str = Field(description="The group that is behind within the strata, and ahead as a whole.")
    strata: int = Field(description="In how many strata both have people.")
    strata_ahead: int = Field(description="In how many of them the first is ahead.")
    whole: float = Field(description="Share of the first less that of the second, as a whole; below zero.")
    within: float = Field(description="The same pooled within strata (Mantel-Haenszel); above zero.")


class AgreementResult(Result):
    """Hold Kendall's W of one round of rankings."""

    date: dt.date
    members: int
    needs: int
    w: Share | None
    reasons: Reasons


class RecallResult(Result):
    """Hold how many of those asked could say one thing without looking."""

    date: dt.date
    what: Literal["vision", "intents"]
    successes: int | None = Field(description="Null, as n, where fewer than 5 were asked.")
    n: int | None
    rate: Share | None
    interval: Interval | None
    reasons: Reasons
