"""The pirate metrics' definitions (AARRR) over an event log."""

from __future__ import annotations

from typing import Annotated, Literal, Self
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, model_validator

from purposebook.domain.base import Date, Days, Line, Model, RequiredName, asked
from purposebook.domain.sources import Source


def _is_time_zone(name: str) -> str:
    """Refuse a time zone that the IANA database does not know."""
    if name not in available_timezones():
        raise ValueError("is no time zone of the IANA database; write one such as UTC or Europe/Paris")
    return name


TimeZone = Annotated[str, AfterValidator(_is_time_zone)]
"""A name of the IANA database, such as Europe/Paris."""
Bracket = Annotated[tuple[int, int], Field(strict=False)]
"""The first and the last period."""


class EventsSource(Source):
    """Name an event log: a CSV or Parquet file, or a database with a query."""

    @model_validator(mode="after")
    def _is_csv_or_parquet(self) -> Self:
        """Refuse a file that is neither."""
        if self.file is not None and not self.file.endswith((".csv", ".parquet")):
            raise ValueError("names a file that is neither .csv nor .parquet; export the log as one of them")
        return self


class SingleEvent(Model):
    """Name the event that counts."""

    event: RequiredName = asked("Event", "The event's name in the log.", "signed_up")


class Activation(Model):
    """Name the events that mark a first success, and the time allowed."""

    events: tuple[RequiredName, ...] = asked(
        "Events", "The events that mark a first success.", ["course_published"], min_length=1, max_length=20
    )
    match: Literal["all", "any"] = asked("Match", "all of them, or any.", "all", default="all")
    within: Days = asked("Within", "Days after the first event.", "30d")


class Retention(Model):
    """Define what counts as coming back."""

    event: RequiredName = asked("Event", "The event that counts as coming back; any for each.", "any", default="any")
    period: Literal["day", "week", "month"] = asked("Period", "day, week or month.", "month", default="month")
    kind: Literal["classic", "rolling", "bracket"] = asked(
        "Kind", "classic, rolling or bracket.", "classic", default="classic"
    )
    clock: Literal["calendar", "24h"] = asked(
        "Clock", "calendar periods or spans of 24 hours.", "calendar", default="calendar"
    )
    bracket: Bracket | None = asked("Bracket", "First and last period.", [1, 3], default=None)


class Referral(Model):
    """Name the events of an invitation and its acceptance."""

    invited: RequiredName = asked("Invited", "The event of sending an invitation.", "invite_sent")
    accepted: RequiredName = asked("Accepted", "The event of accepting one.", "invite_accepted")
    cycle: Days = asked("Cycle", "The days of one cycle.", "30d")


class Funnel(Model):
    """Order the steps that lead to success."""

    steps: tuple[RequiredName, ...] = asked(
        "Steps", "Event names in order.", ["signed_up", "course_published"], min_length=2, max_length=20
    )
    within: Days = asked("Within", "Days from the first step to the last.", "30d")


class Pirate(Model):
    """Define acquisition, activation, retention, referral and revenue."""

    events: EventsSource = asked("Events", "Where the event log is.", {"file": "events.csv"})
    source: Line = asked("Source", "Where the log comes from, in words.", "Product analytics", default="")
    time_zone: TimeZone = asked("Time zone", "The time zone in which days begin.", "UTC", default="UTC")
    complete_until: Date | None = asked(
        "Complete until", "The last day that the log covers in full.", "2026-10-31", default=None
    )
    acquisition: SingleEvent | None = asked("Acquisition", "The event that makes somebody a user.", default=None)
    activation: Activation | None = asked("Activation", "The first success.", default=None)
    retention: Retention | None = asked("Retention", "Coming back.", default=None)
    referral: Referral | None = asked("Referral", "Bringing others.", default=None)
    revenue: SingleEvent | None = asked("Revenue", "The event of paying.", default=None)
    funnel: Funnel | None = asked("Funnel", "The way to success, step by step.", default=None)
