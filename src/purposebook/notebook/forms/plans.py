"""What each form of a chapter asks for: which fields of which part, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from purposebook.domain.base import Model, listed
from purposebook.domain.claims import Claim
from purposebook.domain.evidence import Evidence
from purposebook.domain.metrics import Change, Metric, Observation
from purposebook.domain.mission import Alternative, Asset, Clause
from purposebook.domain.objectives import Objective
from purposebook.domain.personas import Need, Persona, Segment, Stakeholder
from purposebook.domain.workbook import PARTS
from purposebook.errors import UsageError
from purposebook.notebook.forms.fields import Field, fields_of


class ObservationSheet(Model):
    """Hold the rows of observations.csv as one form edits them."""

    observations: tuple[Observation, ...] = listed("Observations", "The dated values of your metrics.", most=100_000)


@dataclass(frozen=True)
class Plan:
    """Say what one form asks for."""

    part: str
    fields: tuple[str, ...]
    noun: str
    """What its button saves: `Save mission`."""

    @property
    def model(self) -> type[Model]:
        """Return the model of its part."""
        return ObservationSheet if self.part == "observations" else PARTS[self.part]

    def questions(self) -> tuple[Field, ...]:
        """Return its fields, in the order of the model."""
        return tuple(field for field in fields_of(self.model) if field.name in self.fields)


PLANS: Final[Mapping[str, Plan]] = {
    "statement": Plan("mission", ("purpose", "mission", "tagline", "value", "vision", "beneficiaries"), "mission"),
    "clauses": Plan("mission", ("clauses",), "clauses"),
    "ladder": Plan("mission", ("ladder",), "ladder"),
    "answers": Plan("mission", ("answers",), "answers"),
    "alternatives": Plan("mission", ("alternatives",), "alternatives"),
    "claim": Plan("mission", ("claim",), "rightful claim"),
    "objectives": Plan("objectives", ("objectives",), "objectives"),
    "segments": Plan("personas", ("segments",), "segments"),
    "personas": Plan("personas", ("personas",), "personas"),
    "stakeholders": Plan("personas", ("stakeholders",), "stakeholders"),
    "evidence": Plan("evidence", ("evidence",), "evidence"),
    "metrics": Plan("metrics", ("north_star", "metrics"), "metrics"),
    "observations": Plan("observations", ("observations",), "observations"),
}

ONE: Final[Mapping[type[Model], str]] = {
    Clause: "clause", Alternative: "alternative", Asset: "asset", Objective: "objective", Segment: "segment",
    Persona: "persona", Claim: "pain point", Need: "need", Stakeholder: "stakeholder", Evidence: "piece of evidence",
    Metric: "metric", Change: "change", Observation: "observation",
}  # fmt: skip
"""What one item of a list is called."""

SECTIONS: Final[Mapping[type[Model], Mapping[str, tuple[str, ...]]]] = {
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
        "What it counts": ("id", "name", "signal", "kind", "level", "heart"),
        "How it is computed": ("unit", "direction", "formula", "source", "owner", "every"),
        "From where to where": ("baseline", "target", "changes"),
        "What stands beside it": ("guards", "evidence"),
    },
}
"""Long items are asked section by section; a field that no section names stands in the last one."""


def plan_of(name: str) -> Plan:
    """Return the plan of a form, or say which forms there are."""
    if name not in PLANS:
        raise UsageError(f"There is no form named {name!r}. Use one of: {', '.join(PLANS)}.")
    return PLANS[name]


def one(model: type[Model]) -> str:
    """Return an item's name with its article: `a persona`, `an objective`."""
    noun = ONE.get(model, "item")
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def many(model: type[Model]) -> str:
    """Return the name of several items."""
    noun = ONE.get(model, "item")
    return noun.replace("piece", "pieces") if noun.startswith("piece") else f"{noun}s"


def sections_of(model: type[Model]) -> Mapping[str, tuple[str, ...]]:
    """Return the sections of a long item with every field in one of them; none for a short item."""
    sections = SECTIONS.get(model, {})
    placed = {name for names in sections.values() for name in names}
    rest = tuple(field.name for field in fields_of(model) if field.name not in placed)
    last = list(sections)[-1:]
    return {title: (names + rest if title in last else names) for title, names in sections.items()}
