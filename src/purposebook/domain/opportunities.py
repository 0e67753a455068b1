"""opportunities.yml: what could be worth doing, what must hold for it, and when to let it go."""

from __future__ import annotations

from typing import ClassVar, Literal

from purposebook.domain.base import (
    MANY_ITEMS,
    Date,
    Id,
    Line,
    Model,
    Number,
    RequiredText,
    Text,
    asked,
    listed,
    points,
    refers,
)
from purposebook.domain.claims import Evidenced

SolutionStatus = Literal["idea", "testing", "chosen", "dropped"]
TestResult = Literal["untested", "holds", "mixed", "fails"]
Verdict = Literal["undecided", "keep", "park", "drop"]


class AssumptionTest(Model):
    """Test one thing that must hold before a solution is worth building."""

    assumption: RequiredText = asked("Assumption", "What must hold.", "Authors hand over raw recordings")
    test: Text = asked("Test", "The smallest way to find out.", "Cut by hand for nine authors for a week", default="")
    result: TestResult = asked("Result", "untested, holds, mixed or fails.", "holds", default="untested")
    evidence: tuple[Id, ...] = refers("Evidence", "Ids of what the result rests on.", "hand-edit-week", "evidence")


class Solution(Model):
    """Offer one way to take an opportunity."""

    KIND: ClassVar[str] = "solution"

    id: Id = asked("Id", "A short name.", "cut-for-them")
    text: RequiredText = asked("Solution", "One way to do it.", "Editors cut the recording")
    status: SolutionStatus = asked("Status", "idea, testing, chosen or dropped.", "chosen", default="idea")
    tests: tuple[AssumptionTest, ...] = listed("Assumption tests", "What must hold, and how you find out.")


class Opportunity(Evidenced):
    """Name a need, pain or wish that, if met, moves an objective."""

    KIND: ClassVar[str] = "opportunity"

    id: Id = asked("Id", "A short name.", "cutting-hurts")
    text: RequiredText = asked("Opportunity", "In the words of those who have it.", "I cannot cut what I recorded")
    objective: Id | None = points("Outcome", "Id of the objective that it would move.", "finish", "objective")
    persona: Id | None = points("Persona", "Id of the persona who has it.", "first-time-author", "persona")
    needs: tuple[Id, ...] = refers("Needs", "Ids of the needs behind it.", "weekend", "need")
    solutions: tuple[Solution, ...] = listed("Solutions", "Two or more ways to take it.")


class Idea(Model):
    """Pass one idea through the purpose: clause, people and outcome."""

    KIND: ClassVar[str] = "idea"

    id: Id = asked("Id", "A short name.", "badges")
    text: RequiredText = asked("Idea", "What somebody proposed.", "Badges for learners")
    clauses: tuple[Id, ...] = refers("Clauses", "Ids of the mission clauses that it serves.", "people-finish", "clause")
    personas: tuple[Id, ...] = refers("Personas", "Ids of the personas whom it helps.", "evening-learner", "persona")
    objectives: tuple[Id, ...] = refers(
        "Outcomes", "Ids of the objectives that it would move.", "complete", "objective"
    )
    verdict: Verdict = asked("Verdict", "undecided, keep, park or drop.", "park", default="undecided")
    because: Text = asked("Because", "Why.", "Nobody asked for one", default="")


class StatusLine(Model):
    """Keep one line of a status report, and what it is about."""

    text: RequiredText = asked("Line", "As it was said or written.", "Two of nine authors finished a lesson alone")
    date: Date | None = asked("Date", "When.", "2026-06-12", default=None)
    about: Literal["problem", "delivery"] | None = asked(
        "About", "problem: what changed for people. delivery: dates, scope and budget.", "problem", default=None
    )


class Exit(Model):
    """Set, before the start, when to stop."""

    KIND: ClassVar[str] = "exit"

    id: Id = asked("Id", "A short name.", "stop-uploader")
    about: RequiredText = asked("About", "What would be stopped.", "The new uploader")
    refers_to: Id | None = points(
        "Item",
        "Id of the initiative, option, solution or experiment.",
        "uploader",
        "initiative",
        "option",
        "solution",
        "experiment",
    )
    metric: Id | None = points("Metric", "Id of the metric that decides.", "publish-rate", "metric")
    stop_if: Literal["below", "above"] = asked("Stop if", "below or above the threshold.", "below", default="below")
    threshold: Number | None = asked("Threshold", "In the metric's unit.", 30, default=None)
    check_on: Date | None = asked("Check on", "The day on which you decide.", "2026-02-28", default=None)
    set_on: Date | None = asked("Set on", "The day on which you agreed to this.", "2025-12-01", default=None)
    started: Date | None = asked("Started", "The day on which the work began.", "2025-12-08", default=None)
    status: Literal["planned", "active", "kept", "stopped"] = asked(
        "Status", "planned, active, kept or stopped.", "stopped", default="active"
    )
    learned: Text = asked("Learned", "What it taught you.", "Nobody got as far as the upload", default="")

    @property
    def came_late(self) -> bool:
        """Tell whether it was agreed on after the work began."""
        return self.set_on is not None and self.started is not None and self.set_on > self.started


class Decision(Evidenced):
    """Record one decision with its alternatives, so that nobody has to take it again by accident."""

    KIND: ClassVar[str] = "decision"

    id: Id = asked("Id", "A short name.", "hand-cut-first")
    question: RequiredText = asked("Question", "What had to be decided.", "Build an editor, or cut by hand first?")
    date: Date | None = asked("Date", "When it was decided.", "2026-06-01", default=None)
    options: tuple[Line, ...] = listed("Options", "What else was possible.", "Build an editor")
    choice: Text = asked("Choice", "What was chosen.", "Cut by hand for a week", default="")
    because: Text = asked("Because", "Why.", "A week is cheaper than a quarter", default="")
    clauses: tuple[Id, ...] = refers("Serves", "Ids of the mission clauses that it serves.", "publish", "clause")
    stakeholders: tuple[Id, ...] = refers(
        "Stakeholders", "Ids of the stakeholders who were heard.", "author-circle", "stakeholder"
    )
    revisit: Date | None = asked("Look again on", "The day on which it is looked at again.", "2026-12-01", default=None)


class Iteration(Model):
    """Follow one piece of feedback to a change and to its effect."""

    KIND: ClassVar[str] = "iteration"

    id: Id = asked("Id", "A short name.", "captions")
    feedback: RequiredText = asked("Feedback", "What was heard or seen.", "Deaf learners cannot follow")
    heard: Date | None = asked("Heard on", "When.", "2026-08-03", default=None)
    evidence: tuple[Id, ...] = refers("Evidence", "Ids of where it was heard.", "support-autumn", "evidence")
    change: Text = asked("Change", "What you changed.", "Captions on each lesson that we cut", default="")
    changed: Date | None = asked("Changed on", "When.", "2026-08-20", default=None)
    effect: Text = asked("Effect", "What happened then.", "Messages about captions fell", default="")
    metric: Id | None = points("Shown by", "Id of the metric that shows the effect.", "support-tickets", "metric")


class Opportunities(Model):
    """Hold what could be done, and how it is decided."""

    opportunities: tuple[Opportunity, ...] = listed("Opportunities", "Needs, pains and wishes worth meeting.")
    ideas: tuple[Idea, ...] = listed("Ideas", "What somebody proposed.", most=MANY_ITEMS)
    exits: tuple[Exit, ...] = listed("Kill criteria", "When you would stop, agreed before the start.")
    decisions: tuple[Decision, ...] = listed("Decisions", "What was decided, and why.", most=MANY_ITEMS)
    iterations: tuple[Iteration, ...] = listed("Iterations", "Feedback, change and effect.", most=MANY_ITEMS)
    status_lines: tuple[StatusLine, ...] = listed("Status lines", "What your reports say.")
