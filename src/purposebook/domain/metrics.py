"""metrics.yml: what is measured, from which source, against which baseline and target."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import model_validator

from purposebook.domain.base import (
    LARGEST_NUMBER,
    MANY_ITEMS,
    REFERS,
    Date,
    Days,
    Flag,
    Id,
    Line,
    MeasuredName,
    Model,
    Name,
    Number,
    RequiredText,
    Text,
    asked,
    listed,
    points,
    refers,
)
from purposebook.domain.claims import Evidenced
from purposebook.domain.pirate import Pirate
from purposebook.domain.sources import Source
from purposebook.domain.surveys import Survey

MetricKind = Literal["outcome", "output", "business", "guardrail", "input", "milestone"]
ImpactLevel = Literal["user", "market", "community", "society", "environment", "business"]
HeartCategory = Literal["happiness", "engagement", "adoption", "retention", "task-success"]
HeartSource = Literal["observations", "survey", "events"]
MetricArea = Literal["product", "marketing", "sales", "service", "operations"]
"""Who looks after a metric."""
MoneyKind = Literal["revenue", "recurring-revenue", "acquisition-cost", "contribution-margin"]
"""What a metric of the organisation counts."""
Direction = Literal["increase", "decrease", "maintain"]


class Baseline(Model):
    """Say where the metric stood before."""

    value: Number = asked("Value", "Where it stood, in the metric's unit.", 25)
    date: Date | None = asked("Date", "When it stood there.", "2026-01-31", default=None)


class Target(Model):
    """Say where the metric should be, and by when."""

    value: Number = asked("Value", "Where it should be, in the metric's unit.", 75)
    by: Date | None = asked("By", "The day by which it should be there.", "2026-12-31", default=None)


class Change(Model):
    """Date a change after which process limits start anew."""

    date: Date = asked("Date", "The day of the change.", "2026-03-02")
    what: RequiredText = asked("What", "What was changed.", "Help with video editing")


class Metric(Model):
    """Define one number so that two people would compute the same."""

    KIND: ClassVar[str] = "metric"

    id: Id = asked("Id", "A short name.", "publish-rate")
    name: MeasuredName = asked("Name", "What it counts, in words.", "Authors who publish within 30 days of starting")
    kind: MetricKind | None = asked(
        "Kind", "outcome, output, business, guardrail, input or milestone.", "outcome", default=None
    )
    level: ImpactLevel | None = asked(
        "Level", "Whom it concerns: user, market, community, society, environment or business.", "user", default=None
    )
    heart: HeartCategory | None = asked(
        "HEART category", "happiness, engagement, adoption, retention or task-success.", "task-success", default=None
    )
    signal: Text = asked("Signal", "What people do when it goes well.", "A finished course goes live", default="")
    unit: Name = asked("Unit", "Its unit; % for shares.", "%", default="")
    direction: Direction | None = asked("Direction", "increase, decrease or maintain.", "increase", default=None)
    formula: Text = asked("Formula", "How it is computed, denominator included.", "published / started", default="")
    baseline: Baseline | None = asked("Baseline", "Where it stood before.", default=None)
    target: Target | None = asked("Target", "Where it should be.", default=None)
    source: Line = asked("Source", "Where the number comes from, in words.", "Product analytics", default="")
    owner: Line = asked("Owner", "The role that looks after it.", "Product manager", default="")
    every: Days | None = asked("Measured every", "How often it is measured, in days.", "30d", default=None)
    area: MetricArea | None = asked(
        "Area", "product, marketing, sales, service or operations.", "product", default=None
    )
    money: MoneyKind | None = asked(
        "Money", "revenue, recurring-revenue, acquisition-cost or contribution-margin.", "revenue", default=None
    )
    pairs_with: Id | None = points(
        "Pairs with", "Id of the metric that shows what users get for it.", "completion", "metric"
    )
    guards: tuple[Id, ...] = refers(
        "Guards", "Ids of the metrics that must not get worse meanwhile.", "support-tickets", "metric"
    )
    changes: tuple[Change, ...] = listed("Changes", "Dated changes; process limits start anew after each.")
    evidence: tuple[Id, ...] = refers("Evidence", "Ids of the human voices beside this number.", "int-07", "evidence")

    @property
    def is_business(self) -> bool:
        """Tell whether it counts what the organisation gets: by its kind, by its level, or because it is money."""
        return self.kind == "business" or self.level == "business" or self.money is not None


class HeartRow(Model):
    """Go from a goal over a signal to a metric, for one category of HEART, or say why not."""

    category: HeartCategory = asked(
        "Category", "happiness, engagement, adoption, retention or task-success.", "task-success"
    )
    goal: Text = asked("Goal", "What should be true for people.", "Authors get a lesson done", default="")
    signal: Text = asked("Signal", "What they do or say then.", "A lesson is cut and in its place", default="")
    metric: Id | None = points("Metric", "Id of the metric that counts the signal.", "first-lesson-rate", "metric")
    not_used_because: Text = asked(
        "Not used because", "Why this category does not help you now.", "Five users a month", default=""
    )


class Impact(Evidenced):
    """Point the compass: what the product does, to whom, wanted or not."""

    KIND: ClassVar[str] = "impact"

    id: Id = asked("Id", "A short name.", "evenings-back")
    text: RequiredText = asked("Impact", "What happens because the product exists.", "Teachers get their weekends back")
    level: ImpactLevel = asked("Level", "user, market, community, society, environment or business.", "user")
    effect: Literal["better", "worse"] = asked("Effect", "better or worse for them.", "better", default="better")
    intended: Flag = asked("Intended", "False for what nobody wanted.", True, default=True)
    metric: Id | None = points("Shown by", "Id of the metric that shows it.", "editing-hours", "metric")


class Service(Model):
    """Name the metrics whose observations count what a service does; shares and costs are computed from them."""

    started: Id | None = points("Started", "Id of the metric that counts what was begun.", "courses-begun", "metric")
    completed: Id | None = points(
        "Completed", "Id of the metric that counts what was completed.", "courses-published", "metric"
    )
    digital: Id | None = points("Digital", "Id of the metric that counts what was done online.", "online", "metric")
    all_: Id | None = asked(
        "All",
        "Id of the metric that counts what was done on any way.",
        "all-ways",
        default=None,
        alias="all",
        json_schema_extra={REFERS: ["metric"]},
    )
    cost: Id | None = points("Cost", "Id of the metric that holds what the service cost.", "service-cost", "metric")


class Money(Model):
    """Name the metrics whose observations hold money; cost per customer and margin are computed from them."""

    mrr: Id | None = points(
        "Recurring revenue", "Id of the metric that adds up what active subscriptions pay a month.", "mrr", "metric"
    )
    spend: Id | None = points("Spend", "Id of the metric of what winning customers cost.", "campaigns", "metric")
    new_customers: Id | None = points(
        "New customers", "Id of the metric that counts customers won.", "customers-won", "metric"
    )
    revenue: Id | None = points("Revenue", "Id of the metric of what was paid.", "revenue", "metric")
    variable_cost: Id | None = points(
        "Variable cost", "Id of the metric of what it cost to serve exactly that revenue.", "serving-cost", "metric"
    )


class Metrics(Model):
    """Hold every metric of a product and where its observations are."""

    north_star: Id | None = points(
        "North star", "Id of the one metric that shows the purpose best.", "publish-rate", "metric"
    )
    north_star_inputs: tuple[Id, ...] = refers(
        "Inputs of the north star",
        "Ids of the metrics that teams can move, and that move it.",
        "first-lesson-rate",
        "metric",
    )
    heart: tuple[HeartRow, ...] = listed("HEART grid", "Goal, signal and metric for each category that you use.")
    impacts: tuple[Impact, ...] = listed("Impacts", "What the product does to whom, wanted or not.")
    metrics: tuple[Metric, ...] = listed("Metrics", "What you measure.", most=MANY_ITEMS)
    observations: Source = asked(
        "Observations",
        "Where the dated values are.",
        {"file": "observations.csv"},
        default=Source(file="observations.csv"),
    )
    surveys: tuple[Survey, ...] = listed("Surveys", "What people are asked in numbers; answers are in surveys.csv.")
    service: Service | None = asked(
        "Service", "The metrics from which completion, digital take-up and cost are computed.", default=None
    )
    money: Money | None = asked(
        "Money", "The metrics from which acquisition cost and contribution margin are computed.", default=None
    )
    pirate: Pirate | None = asked(
        "Pirate metrics", "Acquisition, activation, retention, referral and revenue from an event log.", default=None
    )

    def metric(self, id: str) -> Metric | None:
        """Return the metric with this id, if there is one."""
        return next((one for one in self.metrics if one.id == id), None)


COLUMNS = ("metric", "date", "value", "numerator", "denominator", "segment", "note")
"""The header of observations.csv."""


class Observation(Model):
    """Hold one dated value of a metric: `value`, or `numerator` and `denominator`."""

    metric: Id = points("Metric", "Id of the metric.", "publish-rate", "metric", default=...)
    date: Date = asked("Date", "The day that the value describes.", "2026-03-31")
    value: Number | None = asked(
        "Value", "In the metric's unit; empty when numerator and denominator are given.", 40, default=None
    )
    numerator: Number | None = asked("Numerator", "For a rate: the number that did it.", 32, default=None)
    denominator: Number | None = asked("Denominator", "For a rate: the number that could have.", 80, default=None)
    segment: Name = asked("Segment", "A part of the whole; empty for the whole.", "solo", default="")
    note: Line = asked("Note", "Anything a reader should know.", "Holiday month", default="")

    def value_in(self, unit: str) -> float:
        """Return the value in its metric's `unit`, divided out where it was counted."""
        if self.numerator is None or self.denominator is None:
            return (self.value or 0.0) + 0.0
        scale = 100 if unit.strip() == "%" else 1
        return scale * self.numerator / self.denominator + 0.0

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty_cells(cls, data: Any) -> Any:
        """Treat an empty cell as not written."""
        return {key: cell for key, cell in data.items() if cell != ""} if isinstance(data, dict) else data

    @model_validator(mode="after")
    def _value_or_both(self) -> Observation:
        """Refuse a row that gives neither a value nor a whole fraction."""
        fraction = (self.numerator is not None, self.denominator is not None)
        if self.value is None and fraction != (True, True):
            raise ValueError("has neither a value nor both numerator and denominator; give one or the other")
        if self.value is not None and any(fraction):
            raise ValueError("has a value and a numerator or denominator; keep one or the other")
        if self.denominator is not None and self.denominator <= 0:
            raise ValueError(
                "has a denominator that is not above zero; leave the row out when there was nobody to count"
            )
        if self.numerator and self.denominator and abs(self.numerator) / LARGEST_NUMBER > self.denominator:
            raise ValueError("has a ratio that is too large; write the numerator in a larger unit")
        return self
