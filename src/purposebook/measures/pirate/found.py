"""What an event log tells: values only, as plain counts and fractions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from purposebook.measures.answer import Answer

Period = Literal["day", "week", "month"]
Kind = Literal["classic", "rolling", "bracket"]


@dataclass(frozen=True)
class Rate:
    """Hold so many of so many actors, with Wilson's interval, as plain fractions."""

    actors: int
    of: int
    low: float
    high: float

    @property
    def rate(self) -> float:
        """Return the share."""
        return self.actors / self.of


@dataclass(frozen=True)
class Channel:
    """Hold how many actors came by one channel."""

    channel: str
    """Empty for actors whose first event names none."""
    actors: int


@dataclass(frozen=True)
class Age:
    """Hold how many of a cohort were active at one age."""

    age: int
    """Periods since the cohort's own, which is 0."""
    share: Rate | None
    """None while the period has not fully elapsed."""


@dataclass(frozen=True)
class Cohort:
    """Hold everybody whose first event lies in one period."""

    start: dt.date
    """The first day of the period."""
    size: int
    ages: tuple[Age, ...]


@dataclass(frozen=True)
class Retained:
    """Hold retention cohort by cohort, and over all that could have come back."""

    kind: Kind
    period: Period
    clock: Literal["calendar", "24h"]
    bracket: tuple[int, int] | None
    cohorts: tuple[Cohort, ...]
    overall: tuple[Age, ...]
    """Each age over the cohorts for which it has fully elapsed, weighted by their size."""


@dataclass(frozen=True)
class Referred:
    """Hold what invitations bring, over one cycle."""

    cycle_days: int
    active: int
    invitations: int
    accepted: int
    per_actor: float
    """Invitations per active actor."""
    acceptance: Rate | None
    """None when nobody was invited, or when more accepted than were invited."""
    k: float | None
    """Invitations per active actor times acceptance."""


@dataclass(frozen=True)
class Earned:
    """Hold what is paid; money in the unit of the log's `value`."""

    paying: Rate
    """Paying of active actors."""
    total: float | None
    """None where the log has no values."""
    per_active: float | None
    per_paying: float | None


@dataclass(frozen=True)
class Step:
    """Hold how many got as far as one step of the funnel."""

    step: str
    share: Rate
    """Of those who took the first step and whose time is over."""


@dataclass(frozen=True)
class Activity:
    """Hold how much those who were active did in one period."""

    start: dt.date
    end: dt.date
    """The last day of the period."""
    active: int
    rows: int
    days: int
    """Different days of an actor with a row."""

    @property
    def per_active(self) -> float | None:
        """Return the rows of each active actor, or nothing where nobody was active."""
        return self.rows / self.active if self.active else None

    @property
    def days_per_active(self) -> float | None:
        """Return the days of each active actor, or nothing where nobody was active."""
        return self.days / self.active if self.active else None


@dataclass(frozen=True)
class Engaged:
    """Hold how much each active actor did in the last complete periods."""

    period: Period
    event: str
    """`any` where each counts."""
    series: tuple[Activity, ...]
    """Oldest first, without a gap."""

    @property
    def latest(self) -> Activity:
        """Return the last complete period."""
        return self.series[-1]


@dataclass(frozen=True)
class PirateMeasures:
    """Hold what an event log tells; what is not declared, or has no answer, says why."""

    complete_until: dt.date | None
    """The last day that counts; None for an empty log."""
    events: int
    """Rows up to then."""
    actors: int
    acquisition: Answer[tuple[Channel, ...]]
    activation: Answer[Rate]
    retention: Answer[Retained]
    referral: Answer[Referred]
    revenue: Answer[Earned]
    funnel: Answer[tuple[Step, ...]]
    engagement: Answer[Engaged]
    reasons: tuple[str, ...] = ()
    """What to know about all of it: rows left out, the time zone, the age of the data."""
