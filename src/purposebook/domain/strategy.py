"""strategy.yml: from vision over intents to initiatives, and how value reaches people."""

from __future__ import annotations

from typing import ClassVar, Literal

from purposebook.domain.base import (
    FEWEST,
    Count,
    Date,
    Horizon,
    Id,
    Line,
    Model,
    Name,
    Number,
    RequiredName,
    RequiredText,
    Text,
    asked,
    listed,
    points,
    refers,
)

InitiativeStatus = Literal["proposed", "exploring", "active", "done", "stopped"]
OptionStage = Literal["explore", "exploit", "sustain", "retire"]


class Intent(Model):
    """Name one strategic intent: what must become true before the vision can."""

    KIND: ClassVar[str] = "intent"

    id: Id = asked("Id", "A short name.", "first-courses")
    text: RequiredText = asked("Intent", "What must become true.", "Half of those who start a course publish it.")
    because: Text = asked(
        "Because", "Why this comes first.", "Nobody learns from a course that stays a draft", default=""
    )
    horizon: Horizon | None = asked("Horizon", "The year, month or day by which.", "2027", default=None)
    serves: tuple[Id, ...] = refers("Serves", "Ids of the mission clauses that it serves.", "publish", "clause")
    metric: Id | None = points("Shown by", "Id of the metric that shows it.", "publish-rate", "metric")
    owner: Line = asked("Owner", "The role that answers for it.", "Product lead", default="")


class Whys(Model):
    """Ask three times why before anything is built."""

    build: Text = asked(
        "Why build it?", "The reason, without the solution.", "Starters stop at the cutting", default=""
    )
    problem: Text = asked(
        "Which problem does it solve?",
        "The problem in the words of those who have it.",
        "A lesson eats a weekend",
        default="",
    )
    customer: Text = asked("What do customers gain?", "What changes for them.", "Weekends back", default="")
    business: Text = asked("What does the business gain?", "What follows for us.", "More courses to sell", default="")


class Initiative(Model):
    """Turn an intent into a problem that a team can work on."""

    KIND: ClassVar[str] = "initiative"

    id: Id = asked("Id", "A short name.", "cutting")
    problem: RequiredText = asked(
        "Initiative", "The problem to be solved, not the solution.", "Cutting a lesson takes longer than teaching it."
    )
    intent: Id | None = points("Intent", "Id of the intent that it serves.", "first-courses", "intent")
    personas: tuple[Id, ...] = refers("Personas", "Ids of the personas who have it.", "first-time-author", "persona")
    objectives: tuple[Id, ...] = refers("Objectives", "Ids of the objectives that it works on.", "finish", "objective")
    metric: Id | None = points("Shown by", "Id of the metric that shows it.", "editing-hours", "metric")
    owner: Line = asked("Owner", "The role that answers for it.", "Designer", default="")
    by: Horizon | None = asked("Horizon", "The year, month or day by which.", "2026-12", default=None)
    status: InitiativeStatus = asked(
        "Status", "proposed, exploring, active, done or stopped.", "active", default="proposed"
    )
    whys: Whys | None = asked("Three whys", "Why it should be built at all.", default=None)


class PortfolioOption(Model):
    """Place one product option: how far it is from an idea to a thing that is kept up or taken away."""

    KIND: ClassVar[str] = "option"

    id: Id = asked("Id", "A short name.", "editing-service")
    name: RequiredName = asked("Option", "What it is called.", "Help with video editing")
    initiative: Id | None = points("Initiative", "Id of the initiative that it belongs to.", "cutting", "initiative")
    stage: OptionStage | None = asked("Stage", "explore, exploit, sustain or retire.", "exploit", default=None)
    because: Text = asked("Because", "Why it stands there.", "Seven of nine authors finished with it", default="")


class Step(Model):
    """Name one step of a value stream and who does it."""

    name: RequiredName = asked("Step", "What happens.", "Cut the lesson")
    team: Line = asked("Team", "Who does it.", "Freelance editors", default="")
    hours: Number | None = asked("Working hours", "How long the work takes.", 3, default=None)
    wait: Number | None = asked("Waiting hours", "How long it lies before the next step.", 40, default=None)


class Stream(Model):
    """Follow a request from the person who has it to the value that they get."""

    KIND: ClassVar[str] = "stream"

    id: Id = asked("Id", "A short name.", "recording-to-lesson")
    value: RequiredText = asked("Value", "What arrives at the end, and for whom.", "A lesson that can be published")
    persona: Id | None = points("Persona", "Id of the persona who waits for it.", "first-time-author", "persona")
    steps: tuple[Step, ...] = listed("Steps", "In the order in which they happen.")


class Recall(Model):
    """Count who could say vision and intents without looking; no names."""

    date: Date = asked("Date", "The day on which you asked.", "2026-09-10")
    asked_: Count = asked("Asked", "How many members were asked.", 9, alias="asked")
    vision: Count = asked("Vision", "How many could say the vision.", 7)
    intents: Count | None = asked("Intents", "How many could name the intents.", 4, default=None)

    @property
    def people(self) -> int:
        """How many were asked."""
        return self.asked_

    @property
    def is_told(self) -> bool:
        """Tell whether anything is said of so many."""
        return self.asked_ >= FEWEST

    @property
    def withheld(self) -> frozenset[str]:
        """Withhold the counts of so few that they would point at persons."""
        return frozenset({"asked_", "vision", "intents"}) if not self.is_told else frozenset()


class Strategy(Model):
    """Say how the vision is to come true, and what is left out for it."""

    challenge: Text = asked(
        "Challenge", "What stands between today and the vision.", "Most courses are never finished", default=""
    )
    approach: Text = asked(
        "Approach",
        "How you mean to overcome it, in two sentences.",
        "Take away the work that is not teaching",
        default="",
    )
    not_doing: tuple[Line, ...] = listed(
        "Not doing", "What you leave out, so that the rest can happen.", "Live lessons"
    )
    product_vision: Text = asked(
        "Product vision",
        "What the product is when the intents have come true.",
        "Record once, be taught anywhere",
        default="",
    )
    intents: tuple[Intent, ...] = listed("Strategic intents", "Two or three things that must become true first.")
    initiatives: tuple[Initiative, ...] = listed("Product initiatives", "Problems to be solved for an intent.")
    options: tuple[PortfolioOption, ...] = listed("Portfolio options", "What you try, build, keep up or take away.")
    teams: tuple[Name, ...] = listed("Teams", "Everybody who works on the product.", "Freelance editors")
    streams: tuple[Stream, ...] = listed("Value streams", "How value reaches people, step by step.")
    recall: tuple[Recall, ...] = listed("Recall", "Who could say vision and intents without looking.")
