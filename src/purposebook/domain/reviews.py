"""reviews.yml: when the report was looked at, with whom, and what was decided."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from purposebook.domain.base import (
    MANY_ITEMS,
    Date,
    Id,
    Line,
    Model,
    Number,
    RequiredName,
    RequiredText,
    Text,
    asked,
    listed,
    points,
    refers,
)


class Frozen(Model):
    """Keep one number as it stood on the day of the review."""

    metric: Id = points("Metric", "Id of the metric.", "publish-rate", "metric", default=...)
    value: Number = asked("Value", "In the metric's unit.", 25)
    date: Date | None = asked("Of", "The day that the value describes.", "2026-06-30", default=None)


class ReviewClaim(Model):
    """Say one thing that the review found, and the number that it rests on."""

    text: RequiredText = asked("Claim", "What you say in public.", "More authors publish than a year ago")
    metric: Id | None = points("Shown by", "Id of the metric whose frozen number shows it.", "publish-rate", "metric")


class ReviewDecision(Model):
    """Record what was decided in a review."""

    text: RequiredText = asked("Decision", "What was decided.", "Hire a third editor")
    owner: Line = asked("Owner", "The role that sees to it.", "Product manager", default="")
    by: Date | None = asked("By", "When.", "2026-11-30", default=None)
    clauses: tuple[Id, ...] = refers("Serves", "Ids of the mission clauses that it serves.", "publish", "clause")


class Review(Model):
    """Hold one review: day, audience, numbers, claims and decisions."""

    KIND: ClassVar[str] = "review"

    id: Id = asked("Id", "A short name.", "summer")
    title: RequiredName = asked("Title", "What you call it.", "Summer review")
    date: Date = asked("Date", "The day of the review.", "2026-07-31")
    audience: Line = asked(
        "Audience", "Who was there, and who reads it.", "Author circle and school authority", default=""
    )
    mission: Text = asked(
        "Mission then", "The mission as it read on that day.", "Teachers publish a first course.", default=""
    )
    numbers: tuple[Frozen, ...] = listed("Numbers", "The numbers as they stood.", most=MANY_ITEMS)
    claims: tuple[ReviewClaim, ...] = listed("Claims", "What you say in public.")
    decisions: tuple[ReviewDecision, ...] = listed("Decisions", "What was decided.")
    learned: Text = asked("Learned", "What you see differently since.", "The upload was never the trouble", default="")


class Reviews(Model):
    """Hold every review, in the order of their days."""

    reviews: tuple[Review, ...] = listed("Reviews", "When the report was looked at.", most=MANY_ITEMS)

    def held(self, as_of: dt.date) -> tuple[Review, ...]:
        """Return the reviews up to a day, in the order of the file."""
        return tuple(one for one in self.reviews if one.date <= as_of)
