"""What one and several items of a list are called, and by which tabs a long one is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from purposebook.domain.base import Model
from purposebook.domain.claims import Claim
from purposebook.domain.culture import CompanyAnswer, Round, Spread
from purposebook.domain.evidence import Evidence
from purposebook.domain.experiments import Experiment
from purposebook.domain.metrics import Change, HeartRow, Metric, Observation
from purposebook.domain.mission import Asset, Cause, Delivery
from purposebook.domain.objectives import Objective
from purposebook.domain.opportunities import AssumptionTest, Decision, Exit, StatusLine
from purposebook.domain.personas import Persona, Place, Ranking, Stakeholder
from purposebook.domain.responsibility import Component, Criterion, Dimension, Footprint, GroupOutcome, Harm, Visit
from purposebook.domain.reviews import Frozen, Review, ReviewClaim, ReviewDecision
from purposebook.domain.strategy import Initiative, PortfolioOption, Recall, Step, Stream
from purposebook.domain.work import WorkItem
from purposebook.notebook.forms.fields import fields_of

ONE: Final[Mapping[type[Model], str]] = {
    Asset: "asset", Claim: "pain point", Evidence: "piece of evidence", Change: "change", Observation: "observation",
    Delivery: "value row", Cause: "cause", Exit: "kill criterion", Frozen: "number", ReviewClaim: "claim",
    ReviewDecision: "decision", Place: "place", Ranking: "ranking", HeartRow: "row", Step: "step", Recall: "count",
    AssumptionTest: "assumption test", StatusLine: "status line", Visit: "stage", Component: "component",
    Criterion: "criterion", Dimension: "dimension", GroupOutcome: "group", Spread: "answer", Round: "round",
    CompanyAnswer: "answer", Stream: "value stream", PortfolioOption: "option",
}  # fmt: skip
"""What one item of a list is called, where that is not its kind."""
MANY: Final = {
    "piece of evidence": "pieces of evidence", "kill criterion": "kill criteria", "criterion": "criteria",
    "opportunity": "opportunities", "delivery": "deliveries",
}  # fmt: skip
"""Several of them, where an s does not do."""

TABS: Final[Mapping[type[Model], Mapping[str, tuple[str, ...]]]] = {
    Objective: {
        "The objective": ("id", "statement", "why", "kind", "status", "value"),
        "For whom": ("serves", "personas", "needs"),
        "What changes": ("outcome", "key_results"),
    },
    Persona: {
        "Who they are": ("id", "name", "segment", "characteristics", "goals", "behaviours", "refined"),
        "What moves them": ("pain_points", "desires", "motivations", "overlooked"),
        "What they need": ("needs",),
        "What to tell them": ("message",),
    },
    Stakeholder: {
        "Who it is": ("id", "name", "class_", "interest", "influence"),
        "Give and take": ("gives", "gets", "last_contact", "contact_every"),
    },
    Metric: {
        "What it counts": ("id", "name", "signal", "kind", "level", "heart", "money"),
        "How it is computed": ("unit", "direction", "formula", "source", "owner", "area", "every"),
        "From where to where": ("baseline", "target", "changes"),
        "What stands beside it": ("guards", "pairs_with", "evidence"),
    },
    Initiative: {
        "The problem": ("id", "problem", "intent", "personas", "objectives"),
        "Who and when": ("metric", "owner", "by", "status"),
        "Three whys": ("whys",),
    },
    Exit: {
        "What would be stopped": ("id", "about", "refers_to", "status", "learned"),
        "At which number": ("metric", "stop_if", "threshold"),
        "On which day": ("set_on", "started", "check_on"),
    },
    Decision: {
        "The question": ("id", "question", "date", "options", "choice", "because"),
        "On what it rests": ("clauses", "stakeholders", "evidence", "assumption", "revisit"),
    },
    WorkItem: {
        "The item": ("id", "title", "key", "status", "created", "closed", "effort", "link"),
        "What it is for": ("origin", "value", "category", "size", "expected", "objective"),
        "How you know": ("experiment", "measured_by"),
    },
    Experiment: {
        "Where we are": ("id", "goal", "current", "target_condition", "obstacle"),
        "The step": ("step", "for_whom", "signal", "started", "expected", "decision_rule"),
        "What came of it": ("ended", "actual", "learned", "next", "comparison"),
    },
    Harm: {
        "Who and how": ("id", "stage", "who", "how", "likelihood", "severity"),
        "What is done": ("response", "action", "owner", "review", "closed"),
    },
    Footprint: {
        "What is counted": ("boundary", "unit", "amount", "period", "method", "source", "date"),
        "Parts": ("components",),
        "Against what": ("baseline", "baseline_method", "stated", "offsets", "reduced_by"),
    },
    Review: {
        "The day": ("id", "title", "date", "audience", "mission"),
        "What it said": ("numbers", "claims", "learned"),
        "What was decided": ("decisions",),
    },
}
"""Long items are asked section by section; a field that no section names stands in the last one."""


def noun_of(model: type[Model]) -> str:
    """Return what one item is called."""
    return ONE.get(model, model.KIND or "item")


def one(model: type[Model]) -> str:
    """Return an item's name with its article: `a persona`, `an objective`."""
    noun = noun_of(model)
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def many(model: type[Model]) -> str:
    """Return the name of several items."""
    noun = noun_of(model)
    return MANY.get(noun, f"{noun}s")


def sections_of(model: type[Model]) -> Mapping[str, tuple[str, ...]]:
    """Return the sections of a long item with every field in one of them; none for a short item."""
    sections = TABS.get(model, {})
    placed = {name for names in sections.values() for name in names}
    rest = tuple(field.name for field in fields_of(model) if field.name not in placed)
    last = list(sections)[-1:]
    return {title: (names + rest if title in last else names) for title, names in sections.items()}
