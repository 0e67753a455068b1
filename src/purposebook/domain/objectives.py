"""objectives.yml: what the team wants to be true, and for which clause of the mission."""

from __future__ import annotations

from typing import ClassVar, Final, Literal

from pydantic import Field

from purposebook.domain.base import (
    MANY_ITEMS,
    Count,
    Id,
    Line,
    Model,
    Name,
    RequiredText,
    Text,
    asked,
    named,
    points,
    refers,
)

ObjectiveKind = Literal["committed", "aspirational", "learning"]
ObjectiveStatus = Literal["proposed", "active", "paused", "done", "dropped"]
ValueDirection = Literal["to-users", "from-users", "both"]
MONTHS_LATER: Final = 24
"""The longest time by which a business metric may be expected to follow."""


class Outcome(Model):
    """Describe a shift in what people do, from -> to."""

    who: Line = named(
        "Who", "A persona's or segment's id, or the people in words.", "first-time-author", "persona", "segment"
    )
    from_: Text = asked("From", "What they do today.", "leaves a half-made course behind", default="", alias="from")
    to: Text = asked("To", "What they will do.", "publishes it within a month", default="")
    leads_to: Id | None = points(
        "Leads to", "Id of the business metric that moves with it.", "revenue-per-author", "metric"
    )
    after: Count = asked(
        "Months after",
        "By how many months that metric follows, decided before you look; 0 is the same month.",
        1,
        default=1,
        le=MONTHS_LATER,
    )


class Objective(Model):
    """State one qualitative goal and tie it to mission, people and metrics."""

    KIND: ClassVar[str] = "objective"

    id: Id = asked("Id", "A short name: lower-case letters, digits, hyphens.", "finish")
    statement: RequiredText = asked(
        "Objective", "What will be true, in words and without numbers.", "First-time authors finish what they start."
    )
    serves: tuple[Id, ...] = refers("Serves", "Ids of the mission clauses that it serves.", "publish", "clause")
    personas: tuple[Id, ...] = refers("Personas", "Ids of the personas whom it helps.", "first-time-author", "persona")
    needs: tuple[Id, ...] = refers("Needs", "Ids of needs of these personas.", "weekend", "need")
    outcome: Outcome | None = asked("Outcome", "The shift in what people do.", default=None)
    why: Text = asked("Why", "Why this, and why now.", "Half-made courses help nobody.", default="")
    kind: ObjectiveKind = asked("Kind", "committed, aspirational, or learning.", "committed", default="committed")
    value: ValueDirection | None = asked(
        "Value", "Does value flow to users, from users, or both?", "to-users", default=None
    )
    status: ObjectiveStatus = asked("Status", "Where it stands.", "active", default="active")
    key_results: tuple[Id, ...] = refers("Key results", "Ids of the metrics that show it.", "publish-rate", "metric")
    shared: Name = asked(
        "Shared goal", "A goal that other teams have too, in the same words everywhere.", "Reading for all", default=""
    )


class Objectives(Model):
    """Hold every objective of a product."""

    objectives: tuple[Objective, ...] = Field(
        default=(), title="Objectives", description="What the team wants to be true.", max_length=MANY_ITEMS
    )

    def active(self) -> tuple[Objective, ...]:
        """Return the objectives that the team works on now."""
        return tuple(item for item in self.objectives if item.status == "active")
