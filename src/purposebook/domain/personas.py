"""personas.yml: segments, personas with their needs, and the stakeholders around them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from purposebook.domain.base import (
    MANY_ITEMS,
    Date,
    Days,
    Id,
    Line,
    Model,
    RequiredName,
    RequiredText,
    Text,
    asked,
    listed,
)
from purposebook.domain.claims import Claim, Evidenced

StakeholderClass = Literal["user", "governance", "influencer", "provider"]


def _to_count(value: object) -> object:
    """Read a whole number that is written in digits."""
    if isinstance(value, str) and value.strip().isdecimal() and value.strip().isascii() and len(value.strip()) <= 15:
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise ValueError("is not a whole number; write digits only, such as 40000")


Count = Annotated[int, Field(ge=0), BeforeValidator(_to_count)]
"""A whole number, zero or more."""
Level = Annotated[int, Field(ge=1, le=5), BeforeValidator(_to_count)]
"""A whole number from 1 (low) to 5 (high)."""


class Segment(Model):
    """Name one part of the market."""

    id: Id = asked("Id", "A short name.", "solo")
    name: RequiredName = asked("Name", "Who belongs to it.", "Teachers without a media team")
    size: Count | None = asked("Size", "How many there are.", 40000, default=None)


class Need(Evidenced):
    """State what a persona must be able to do, and how the product meets it."""

    id: Id = asked("Id", "A short name.", "weekend")
    text: RequiredText = asked(
        "Need", "As <who> I need to <what>, so that <why>.", "make a lesson without losing a weekend"
    )
    met_by: Text = asked("Met by", "What meets it today; empty is a gap.", "Help with video editing", default="")


class Message(Evidenced):
    """Say what to tell this persona, with what proof, and where."""

    pain: Text = asked("Pain", "The pain that they know.", "Editing eats your weekends", default="")
    value: Text = asked("Value", "What changes for them.", "We edit, you teach", default="")
    proof: Id | None = asked("Proof", "Id of the metric or evidence that proves it.", "publish-rate", default=None)
    channel: Line = asked("Channel", "Where they hear it.", "Staff-room newsletter", default="")


class Persona(Model):
    """Describe an archetype of the people whom the product serves."""

    id: Id = asked("Id", "A short name.", "first-time-author")
    name: RequiredName = asked("Name", "What you call this archetype.", "First-time author")
    segment: Id | None = asked("Segment", "Id of the segment to which they belong.", "solo", default=None)
    characteristics: tuple[Line, ...] = listed(
        "Characteristics", "What they are like; demographics belong here.", "Teaches for ten years or more"
    )
    goals: tuple[Line, ...] = listed("Goals", "What they want to achieve.", "Reach learners beyond the school")
    behaviours: tuple[Line, ...] = listed("Behaviours", "What they do today.", "Records in the kitchen on Sunday")
    pain_points: tuple[Claim, ...] = listed(
        "Pain points", "What hurts, with evidence.", "Video editing takes whole weekends"
    )
    desires: tuple[Line, ...] = listed("Desires", "What they would love.", "Somebody else edits")
    motivations: tuple[Line, ...] = listed("Motivations", "Why they care.", "Former learners who write back")
    needs: tuple[Need, ...] = listed("Needs", "What they must be able to do.")
    message: Message | None = asked("Message", "What to tell them, with proof.", default=None)
    overlooked: tuple[Line, ...] = listed(
        "Overlooked", "Who is easily forgotten or harmed here.", "Authors who cannot use a mouse"
    )
    refined: Date | None = asked("Refined", "The day on which you last worked on it.", "2026-09-01", default=None)


class Stakeholder(Model):
    """Place one party around the users."""

    id: Id = asked("Id", "A short name.", "regulator")
    name: RequiredName = asked("Name", "Who it is; a role or an institution.", "School authority")
    class_: StakeholderClass | None = asked(
        "Class", "user, governance, influencer or provider.", "governance", default=None, alias="class"
    )
    interest: Level | None = asked("Interest", "1 (low) to 5 (high).", 3, default=None)
    influence: Level | None = asked("Influence", "1 (low) to 5 (high).", 5, default=None)
    gives: Text = asked("Gives", "What the product gets from them.", "Approval of content", default="")
    gets: Text = asked("Gets", "What they get from the product.", "Yearly report", default="")
    last_contact: Date | None = asked("Last contact", "The day on which you last spoke.", "2026-08-01", default=None)
    contact_every: Days | None = asked("Contact every", "How often you want to speak, in days.", "90d", default=None)


class Personas(Model):
    """Hold the people around a product."""

    segments: tuple[Segment, ...] = listed("Segments", "The parts of your market.", most=MANY_ITEMS)
    personas: tuple[Persona, ...] = listed("Personas", "The archetypes whom you serve.", most=MANY_ITEMS)
    stakeholders: tuple[Stakeholder, ...] = listed("Stakeholders", "The parties around them.", most=MANY_ITEMS)

    def needs(self) -> tuple[tuple[Persona, Need], ...]:
        """Return each need with the persona who has it."""
        return tuple((persona, need) for persona in self.personas for need in persona.needs)
