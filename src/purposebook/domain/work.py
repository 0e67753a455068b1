"""work.yml: the work items of a tracker, with what a tracker does not ask."""

from __future__ import annotations

from typing import ClassVar, Final, Literal, get_args

from purposebook.domain.base import Date, Id, Line, Model, Name, Number, RequiredLine, Text, asked, listed, points

WORK_ITEMS: Final = 2_000
"""Work items of one product; older ones can be taken out."""

WorkStatus = Literal["open", "doing", "done", "dropped"]
STATUSES: Final[tuple[WorkStatus, ...]] = get_args(WorkStatus)
Origin = Literal["evidence", "wish", "sales-promise", "obligation", "defect"]
WorkValue = Literal["to-users", "from-users", "both", "upkeep"]


class WorkItem(Model):
    """Classify one piece of work: where it came from, whom it serves, what came of it."""

    KIND: ClassVar[str] = "work item"

    id: Id = asked("Id", "A short name, or the tracker's key in lower case.", "craft-12")
    title: RequiredLine = asked("Title", "As it stands in the tracker.", "Captions for every lesson")
    key: Name = asked("Key", "The tracker's own name for it.", "CRAFT-12", default="")
    status: WorkStatus = asked("Status", "open, doing, done or dropped.", "done", default="open")
    created: Date | None = asked("Created", "When it was written down.", "2026-07-02", default=None)
    closed: Date | None = asked("Closed", "When it was done.", "2026-08-20", default=None)
    effort: Number | None = asked("Effort", "In the unit of your team: points or days.", 5, default=None)
    origin: Origin | None = asked(
        "Origin", "evidence, wish, sales-promise, obligation or defect.", "evidence", default=None
    )
    value: WorkValue | None = asked(
        "Value", "to-users, from-users, both, or upkeep of what there is.", "to-users", default=None
    )
    category: Name = asked("Category", "A kind of your own within that.", "Accessibility", default="")
    size: Literal["easy-win", "hard-improvement"] | None = asked(
        "Gain", "easy-win or hard-improvement.", "easy-win", default=None
    )
    expected: Text = asked(
        "Expected outcome", "What people will do differently.", "Deaf learners finish a course", default=""
    )
    objective: Id | None = points("Objective", "Id of the objective that it works on.", "complete", "objective")
    experiment: Id | None = points("Experiment", "Id of the experiment that it belongs to.", "video-help", "experiment")
    measured_by: Id | None = points(
        "Measured by", "Id of the metric that was looked at after it shipped.", "completion", "metric"
    )
    link: Line = asked("Link", "Where it stands in the tracker.", "https://example.org/CRAFT-12", default="")


class Work(Model):
    """Hold the work items of a product."""

    unit: Name = asked("Unit of effort", "What effort is counted in.", "days", default="")
    items: tuple[WorkItem, ...] = listed("Work items", "What was, is and may be worked on.", most=WORK_ITEMS)

    def done(self) -> tuple[WorkItem, ...]:
        """Return the items that have shipped."""
        return tuple(item for item in self.items if item.status == "done")
