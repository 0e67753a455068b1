"""mission.yml: purpose, mission, vision, and what they rest on."""

from __future__ import annotations

from typing import ClassVar, Literal

from purposebook.domain.base import (
    Horizon,
    Id,
    Line,
    Model,
    RequiredName,
    RequiredText,
    Text,
    asked,
    listed,
    named,
    points,
    refers,
)
from purposebook.domain.claims import Claim, Evidenced

Ring = Literal["interaction", "individual", "community", "industry"]
Grade = Literal["none", "opinion", "observed", "tested"]
"""How well a link between two effects is known."""


class Vision(Model):
    """Describe the future that the product works towards."""

    statement: RequiredText = asked(
        "Vision", "The future that you work towards.", "Any skilled person teaches beyond a classroom."
    )
    by: Horizon | None = asked("Horizon", "The year, month or day by which it should be so.", "2030", default=None)


class Clause(Model):
    """Mark one phrase of the mission that objectives can serve."""

    KIND: ClassVar[str] = "clause"

    id: Id = asked("Id", "A short name: lower-case letters, digits, hyphens.", "publish")
    text: RequiredText = asked("Phrase", "The words of the mission.", "publish a first course")


class Ladder(Model):
    """Climb from the job that is done to the change that it brings."""

    job: Claim | None = asked(
        "Job", "What the product does for somebody.", "Turn recordings into a course", default=None
    )
    problem: Claim | None = asked(
        "Problem", "What makes life hard today.", "Editing takes whole weekends", default=None
    )
    change: Claim | None = asked(
        "Change",
        "What is different for people when it works.",
        "Good teachers are heard beyond their town",
        default=None,
    )
    for_whom: Line = named("For whom", "A persona's id, or the people in words.", "first-time-author", "persona")
    without_us: Claim | None = asked(
        "Without us", "What happens if the product never existed.", "Courses stay half made", default=None
    )

    def claims(self) -> tuple[tuple[str, Claim], ...]:
        """Return the entries that are written, each with its key; `for_whom` claims nothing."""
        entries = {"job": self.job, "problem": self.problem, "change": self.change, "without_us": self.without_us}
        return tuple((key, claim) for key, claim in entries.items() if claim)


class Answers(Model):
    """Answer the five questions that every product is asked."""

    why_needed: Text = asked("Why do customers need it?", "The need, in their words.", default="")
    why_better: Text = asked(
        "Why is it better than the alternatives?", "Name the alternative and the difference.", default=""
    )
    how_found: Text = asked("How do they find it?", "The way by which people meet the product.", default="")
    advantages: Text = asked("What are its advantages?", "What customers gain.", default="")
    market: Text = asked("Which market does it serve?", "Market, segments and demographics.", default="")


class Alternative(Evidenced):
    """Describe what people do or use instead, doing nothing included."""

    KIND: ClassVar[str] = "alternative"

    id: Id = asked("Id", "A short name.", "do-nothing")
    name: RequiredName = asked("Name", "What people do or use instead.", "Do nothing")
    strengths: tuple[Line, ...] = listed("Strengths", "Where it beats us.", "Costs nothing")
    weaknesses: tuple[Line, ...] = listed("Weaknesses", "Where we beat it.", "Nobody learns")


class Asset(Evidenced):
    """Name one thing that gives the team a rightful claim to this purpose."""

    asset: RequiredText = asked("Asset", "Experience or advantage that others lack.", "Nine years of editing lectures")
    hard_to_copy_because: Text = asked(
        "Hard to copy because", "What keeps others from having it too.", "Style guide of 400 lectures", default=""
    )


class Delivery(Evidenced):
    """Follow one problem to the need behind it and the value that the product delivers."""

    KIND: ClassVar[str] = "delivery"

    id: Id = asked("Id", "A short name.", "evenings")
    problem: RequiredText = asked("Problem", "What is hard today.", "Editing one lesson eats a weekend")
    persona: Id | None = points("Persona", "Id of the persona who has the problem.", "first-time-author", "persona")
    need: Id | None = points("Need", "Id of the need behind it.", "weekend", "need")
    value: Text = asked("Value", "What they get.", "A lesson made in one evening", default="")
    metric: Id | None = points("Shown by", "Id of the metric that shows the value.", "editing-hours", "metric")
    not_measured: Text = asked(
        "Not measured because", "Why no metric shows it.", "We hear it in interviews", default=""
    )


class Cause(Evidenced):
    """Say why one effect should follow from another."""

    effect: Id = points("Follows from", "Id of the effect before it.", "lesson-done", "effect", default=...)
    because: Text = asked(
        "Because", "The assumption: why the one should bring the other.", "Who finishes one dares the next", default=""
    )
    grade: Grade = asked("Known by", "none, opinion, observed or tested.", "observed", default="none")


class Effect(Model):
    """Describe one ring of the ripple that the product sends out."""

    KIND: ClassVar[str] = "effect"

    id: Id = asked("Id", "A short name.", "lesson-done")
    text: RequiredText = asked("Effect", "What is different then.", "The lesson is finished on Sunday evening")
    ring: Ring = asked("Ring", "interaction, individual, community or industry.", "interaction")
    causes: tuple[Cause, ...] = listed("Causes", "The effects that it follows from, each with its assumption.")


class Mission(Model):
    """Say what the product is for, for whom, and why this team."""

    purpose: Text = asked(
        "Purpose",
        "The positive change that the product brings.",
        "Knowledge of good teachers reaches everyone.",
        default="",
    )
    mission: Text = asked(
        "Mission",
        "What you do towards it, for whom.",
        "Every teacher can publish a first course that people finish.",
        default="",
    )
    tagline: Line = asked(
        "Tagline", "The line of an advertisement; a mission is not one.", "Teach once, reach many.", default=""
    )
    value: Text = asked(
        "Value to customers", "What customers get out of it.", "Weekends back, and learners who finish.", default=""
    )
    vision: Vision | None = asked("Vision", "The future, with a horizon.", default=None)
    beneficiaries: tuple[Id, ...] = refers(
        "Beneficiaries", "Ids of the personas for whom the product exists.", "first-time-author", "persona"
    )
    clauses: tuple[Clause, ...] = listed("Clauses", "The phrases of the mission that objectives serve.")
    ladder: Ladder | None = asked("Purpose ladder", "Job, problem and change.", default=None)
    answers: Answers | None = asked("Five answers", "What every product is asked.", default=None)
    alternatives: tuple[Alternative, ...] = listed("Alternatives", "What people do instead.")
    claim: tuple[Asset, ...] = listed("Rightful claim", "Why this team can do it.")
    contribution: Text = asked(
        "Unique contribution",
        "What people would miss if only this product closed.",
        "Editors who leave the jokes in",
        default="",
    )
    delivers: tuple[Delivery, ...] = listed("Delivered value", "Problem, need and value, row by row.")
    ripple: tuple[Effect, ...] = listed("Ripple", "What follows from what, from one person to the field.")
