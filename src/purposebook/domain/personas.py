"""personas.yml: segments, personas with their needs, and the stakeholders around them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from purposebook.domain.base import (
    EVIDENCE_ITEMS,
    FEWEST,
    FEWEST_WHO_AGREE,
    MANY_ITEMS,
    Count,
    Date,
    Days,
    Id,
    Level,
    Line,
    Model,
    Ranks,
    RequiredName,
    RequiredText,
    Several,
    Text,
    asked,
    listed,
    points,
)
from purposebook.domain.claims import Claim, Evidenced

StakeholderClass = Literal["user", "governance", "influencer", "provider"]


class Segment(Model):
    """Name one part of the market."""

    KIND: ClassVar[str] = "segment"

    id: Id = asked("Id", "A short name.", "solo")
    name: RequiredName = asked("Name", "Who belongs to it.", "Teachers without a media team")
    size: Count | None = asked("Size", "How many there are.", 40000, default=None)


class Need(Evidenced):
    """State what a persona must be able to do, and how the product meets it."""

    KIND: ClassVar[str] = "need"

    id: Id = asked("Id", "A short name.", "weekend")
    text: RequiredText = asked(
        "Need", "As <who> I need to <what>, so that <why>.", "make a lesson without losing a weekend"
    )
    met_by: Text = asked("Met by", "What meets it today; empty is a gap.", "Help with video editing", default="")


class Message(Evidenced):
    """Say what to tell this persona, with what proof, and where."""

    pain: Text = asked("Pain", "The pain that they know.", "Editing eats your weekends", default="")
    value: Text = asked("Value", "What changes for them.", "We edit, you teach", default="")
    proof: Id | None = points(
        "Proof", "Id of the metric or evidence that proves it.", "publish-rate", "metric", "evidence"
    )
    channel: Line = asked("Channel", "Where they hear it.", "Staff-room newsletter", default="")


class Persona(Model):
    """Describe an archetype of the people whom the product serves."""

    KIND: ClassVar[str] = "persona"

    id: Id = asked("Id", "A short name.", "first-time-author")
    name: RequiredName = asked("Name", "What you call this archetype.", "First-time author")
    segment: Id | None = points("Segment", "Id of the segment to which they belong.", "solo", "segment")
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
    last_contact: Date | None = asked(
        "Last contact", "The day on which you last spoke with one of them.", "2026-08-20", default=None
    )
    refined: Date | None = asked("Refined", "The day on which you last worked on it.", "2026-09-01", default=None)


class Problem(Evidenced):
    """State one problem of a persona: what hurts, what stands in the way, what they hope for."""

    KIND: ClassVar[str] = "problem"

    id: Id = asked("Id", "A short name.", "lost-weekends")
    pain: RequiredText = asked("Pain", "What hurts.", "Cutting one lesson takes a weekend")
    persona: Id | None = points("Persona", "Id of the persona who has it.", "first-time-author", "persona")
    challenge: Text = asked(
        "Challenge", "What makes it hard to solve.", "Nobody in the school knows how to cut", default=""
    )
    aspiration: Text = asked("Aspiration", "What they hope for instead.", "A lesson made in one evening", default="")


class Place(Model):
    """Add up the ranks that members gave to one need; 1 is the most urgent, needs on one place have their mean."""

    need: Id = points("Need", "Id of the need.", "weekend", "need", default=...)
    ranks: Ranks = asked("Sum of ranks", "All members' ranks for it, added up.", 7)


class Ranking(Model):
    """Hold how members ranked needs, each alone, before anybody spoke: sums only, no single answer."""

    date: Date = asked("Date", "The day of the exercise.", "2026-09-03")
    members: Annotated[Count, Field(ge=FEWEST_WHO_AGREE)] = asked("Members", "How many ranked; at least three.", 5)
    places: tuple[Place, ...] = listed("Places", "Each need with the sum of its ranks.")
    ties: tuple[Several, ...] = asked(
        "Shared places",
        "For each place that a member gave to several needs: to how many.",
        [2, 2, 3],
        default=(),
        max_length=EVIDENCE_ITEMS,
    )

    @property
    def people(self) -> int:
        """How many ranked."""
        return self.members

    @property
    def is_told(self) -> bool:
        """Tell that how far they agree is said, however few they are."""
        return True

    @property
    def withheld(self) -> frozenset[str]:
        """Withhold the sums of so few that they would point at persons."""
        return frozenset({"places", "ties"}) if self.members < FEWEST else frozenset()


class Stakeholder(Model):
    """Place one party around the users."""

    KIND: ClassVar[str] = "stakeholder"

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

    @property
    def contact_due(self) -> dt.date | None:
        """Return the day by which somebody has to speak with them again, if that was agreed."""
        if self.last_contact is None or self.contact_every is None:
            return None
        return dt.date.fromordinal(min(self.last_contact.toordinal() + self.contact_every, dt.date.max.toordinal()))

    def is_overdue(self, as_of: dt.date) -> bool:
        """Tell whether the day by which somebody had to speak with them is past."""
        return self.contact_due is not None and self.contact_due < as_of


class Personas(Model):
    """Hold the people around a product."""

    segments: tuple[Segment, ...] = listed("Segments", "The parts of your market.", most=MANY_ITEMS)
    personas: tuple[Persona, ...] = listed("Personas", "The archetypes whom you serve.", most=MANY_ITEMS)
    problems: tuple[Problem, ...] = listed("Problems", "Pain, challenge and aspiration, each for one persona.")
    rankings: tuple[Ranking, ...] = listed("Rankings", "How members ranked needs before they spoke.")
    stakeholders: tuple[Stakeholder, ...] = listed("Stakeholders", "The parties around them.", most=MANY_ITEMS)

    def needs(self) -> tuple[tuple[Persona, Need], ...]:
        """Return each need with the persona who has it."""
        return tuple((persona, need) for persona in self.personas for need in persona.needs)
