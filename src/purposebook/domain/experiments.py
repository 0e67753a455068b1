"""experiments.yml: the Product Kata, one cycle per entry."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from purposebook.domain.base import (
    MANY_ITEMS,
    Count,
    Date,
    Flag,
    Id,
    Model,
    Number,
    RequiredText,
    Text,
    asked,
    listed,
    points,
)


class CurrentState(Model):
    """Say where you stand before the step."""

    text: Text = asked("In words", "What you see today.", "A quarter publish", default="")
    metric: Id | None = points("Metric", "Id of the metric.", "publish-rate", "metric")
    value: Number | None = asked("Value", "In the metric's unit.", 25, default=None)
    date: Date | None = asked("Date", "When it was so.", "2026-01-31", default=None)


class TargetCondition(Model):
    """Say what you want to see next, and by when."""

    text: Text = asked("In words", "What you want to see.", "Four in ten publish", default="")
    value: Number | None = asked("Value", "In the same unit.", 40, default=None)
    by: Date | None = asked("By", "When.", "2026-03-31", default=None)


class Recorded(Model):
    """Write something down on a day."""

    text: Text = asked("In words", "What you expect, or what you saw.", "Two in three finish a lesson", default="")
    value: Number | None = asked("Value", "In the metric's unit, if there is one.", 60, default=None)
    recorded: Date | None = asked("Written on", "The day on which you wrote it.", "2026-02-02", default=None)


class Arm(Model):
    """Count one group of a comparison."""

    successes: Count = asked("Successes", "How many did it.", 48)
    trials: Count = asked("Trials", "How many could have.", 80)

    @model_validator(mode="after")
    def _no_more_than_trials(self) -> Self:
        """Refuse more successes than trials."""
        if self.successes > self.trials:
            raise ValueError("has more successes than trials; correct one of the two")
        return self


class Comparison(Model):
    """Name the numbers that an experiment compares."""

    kind: Literal["two-proportions", "before-after"] = asked(
        "Kind", "two-proportions or before-after.", "two-proportions"
    )
    control: Arm | None = asked("Control", "The group without the change.", default=None)
    treatment: Arm | None = asked("Treatment", "The group with the change.", default=None)
    planned_split: tuple[Number, ...] = asked(
        "Planned split",
        "The shares planned for control and treatment.",
        [0.5, 0.5],
        default=(),
        max_length=2,
    )
    metric: Id | None = points("Metric", "For before-after: id of the metric.", "publish-rate", "metric")
    change: Date | None = asked("Change", "For before-after: the day of the change.", "2026-02-02", default=None)
    trend: Flag = asked("Trend", "For before-after: true when it was already rising or falling.", True, default=False)
    season: Count | None = asked("Season", "For before-after: points per season.", 12, default=None)

    @model_validator(mode="after")
    def _two_shares(self) -> Self:
        """Refuse a split that is not of two groups."""
        if len(self.planned_split) == 1:
            raise ValueError("has a planned split of one share; write two, such as [0.5, 0.5]")
        return self


class Experiment(Model):
    """Take one step of the Product Kata: expect, act, look, learn."""

    KIND: ClassVar[str] = "experiment"

    id: Id = asked("Id", "A short name.", "video-help")
    goal: Id | None = points("Goal", "Id of the objective.", "finish", "objective")
    current: CurrentState | None = asked("Where we are", "What you see today.", default=None)
    target_condition: TargetCondition | None = asked("Target condition", "What you want to see next.", default=None)
    obstacle: Text = asked("Obstacle", "The one that you work on now.", "Cutting a lesson eats a weekend", default="")
    step: RequiredText = asked("Step", "What you try, in a week or less.", "Cut by hand whatever nine authors send")
    for_whom: Id | None = points("For whom", "Id of the persona with whom you try it.", "first-time-author", "persona")
    signal: Text = asked("Signal", "What you watch to see whether it works.", "Lessons finished by Friday", default="")
    started: Date | None = asked("Started", "When.", "2026-06-08", default=None)
    expected: Recorded | None = asked("Expected", "Written down before you start.", default=None)
    decision_rule: Text = asked(
        "Decision rule", "What you will do at which result.", "Five of nine or more: build it", default=""
    )
    ended: Date | None = asked("Ended", "When.", "2026-06-12", default=None)
    actual: Recorded | None = asked("What happened", "What you saw.", default=None)
    learned: Text = asked("Learned", "What you know now.", "It was the cutting, not the upload", default="")
    next: Text = asked("Next", "What you do about it.", "Hire two editors", default="")
    comparison: Comparison | None = asked("Comparison", "The numbers behind it.", default=None)

    @property
    def expected_on(self) -> dt.date | None:
        """Return the day on which the expectation was written down."""
        return self.expected.recorded if self.expected else None

    @property
    def known_on(self) -> dt.date | None:
        """Return the day on which the result was known: when it was written down, or else when the step ended."""
        return self.actual.recorded if self.actual and self.actual.recorded else self.ended

    @property
    def expected_after_start(self) -> bool:
        """Tell whether the expectation was written down after the step had begun."""
        return bool(self.expected_on and self.started and self.expected_on > self.started)

    @property
    def expected_after_result(self) -> bool:
        """Tell whether the expectation was written down after the result was known."""
        return bool(self.expected_on and self.known_on and self.expected_on > self.known_on)


class Experiments(Model):
    """Hold every cycle, in the order in which it was begun."""

    experiments: tuple[Experiment, ...] = listed("Experiments", "One cycle an entry.", most=MANY_ITEMS)
