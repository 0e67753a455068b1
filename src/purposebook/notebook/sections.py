"""The sections of the chapters: which fields of which part each of them asks for and shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from purposebook.domain.base import Model
from purposebook.domain.outline import id_of, items_in, outline
from purposebook.domain.workbook import PARTS, Workbook


@dataclass(frozen=True)
class Section:
    """Describe one section of a chapter."""

    part: str
    fields: tuple[str, ...]
    """Fields of the part's model that its form asks for."""
    noun: str
    """What its button saves: `Save mission`."""
    empty: str = ""
    """What is said while nothing is written; nothing where a view of its own says it."""

    def is_written(self, book: Workbook) -> bool:
        """Tell whether any of its fields says something."""
        return any(bool(getattr(getattr(book, self.part), name)) for name in self.fields)


def _section(part: str, noun: str, empty: str, *fields: str) -> Section:
    """Describe a section whose card is made from its model."""
    return Section(part, fields, noun, empty)


OWN_CARDS: Final[Mapping[str, Section]] = {
    "statement": Section("mission", ("purpose", "mission", "tagline", "value", "vision", "beneficiaries"), "mission"),
    "clauses": Section("mission", ("clauses",), "clauses"),
    "ladder": Section("mission", ("ladder",), "ladder"),
    "answers": Section("mission", ("answers",), "answers"),
    "alternatives": Section("mission", ("alternatives",), "alternatives"),
    "claim": Section("mission", ("claim",), "rightful claim"),
    "objectives": Section("objectives", ("objectives",), "objectives"),
    "segments": Section("personas", ("segments",), "segments"),
    "personas": Section("personas", ("personas",), "personas"),
    "stakeholders": Section("personas", ("stakeholders",), "stakeholders"),
    "evidence": Section("evidence", ("evidence",), "evidence"),
    "metrics": Section("metrics", ("north_star", "north_star_inputs", "metrics"), "metrics"),
}
"""Sections whose cards have a layout of their own."""

FROM_MODELS: Final[Mapping[str, Section]] = {
    "delivers": _section(
        "mission", "value rows", "No value is traced yet. Begin with one problem: whose is it, and what do they get?",
        "contribution", "delivers",
    ),
    "ripple": _section(
        "mission", "ripple", "No ripple is drawn yet. Write what happens in one use of the product, and what follows.",
        "ripple",
    ),
    "problems": _section(
        "personas", "problems", "No problem is stated yet. Write what hurts one persona, in words they would use.",
        "problems",
    ),
    "rankings": _section(
        "personas", "rankings", "Nobody has ranked the needs yet. Five people or more, each alone, then compare.",
        "rankings",
    ),
    "heart": _section(
        "metrics", "HEART grid", "The grid is empty. Fill one row: a goal, what people do then, and how you count it.",
        "heart",
    ),
    "pirate": _section(
        "metrics", "pirate metrics",
        "No event log is named yet, so nothing of it is drawn. Name its file and the events that count.",
        "pirate",
    ),
    "asked": _section(
        "metrics", "surveys, service and money", "No survey is named yet, nor what a service is counted by.",
        "surveys", "service", "money",
    ),
    "impacts": _section(
        "metrics", "impacts", "No impact is named yet. Begin with what is better for people, then with what is worse.",
        "impacts",
    ),
    "direction": _section(
        "strategy", "direction", "No direction is written yet. Begin with what stands between today and the vision.",
        "challenge", "approach", "not_doing", "product_vision",
    ),
    "intents": _section(
        "strategy", "intents", "No intent is written yet. Name one thing that must become true before the vision can.",
        "intents",
    ),
    "initiatives": _section(
        "strategy", "initiatives", "No initiative is written yet. Write one problem that stands before an intent.",
        "initiatives",
    ),
    "options": _section(
        "strategy", "options", "No option is placed yet. Write what you try, run, keep up or want to take away.",
        "options",
    ),
    "streams": _section(
        "strategy", "value streams", "No value stream is drawn yet. Follow one request from the person to the value.",
        "teams", "streams",
    ),
    "recall": _section(
        "strategy", "recall", "Nobody has been asked yet. Ask each member to say the vision without looking.", "recall"
    ),
    "opportunities": _section(
        "opportunities", "opportunities", "No opportunity is written yet. Take one need that nothing meets.",
        "opportunities",
    ),
    "ideas": _section(
        "opportunities", "ideas", "No idea is written yet. Write down the next one that somebody proposes.", "ideas"
    ),
    "exits": _section(
        "opportunities", "kill criteria", "Nothing says when to stop. Agree on one number and one day before a start.",
        "exits",
    ),
    "decisions": _section(
        "opportunities", "decisions", "No decision is recorded yet. Write the last one, with what else was possible.",
        "decisions",
    ),
    "iterations": _section(
        "opportunities", "iterations", "No loop is recorded yet. Write what you heard last, and what you changed.",
        "iterations",
    ),
    "status-lines": _section(
        "opportunities", "status lines", "No line is kept yet. Copy three lines from your last status report.",
        "status_lines",
    ),
    "work": _section(
        "work", "work items", "No work item is here yet. Bring an export of your tracker with purposebook import.",
        "unit", "items",
    ),
    "experiments": _section(
        "experiments", "experiments", "No experiment is written yet. Choose one obstacle, and a step of one week.",
        "experiments",
    ),
    "stages": _section(
        "responsibility", "stages", "No stage has been looked at yet. Begin with the one that you are in.", "visits"
    ),
    "harms": _section(
        "responsibility", "harms", "No harm is named yet. Ask who could be worse off because the product works.",
        "harms",
    ),
    "footprint": _section(
        "responsibility", "footprint", "No footprint is worked out yet. Begin with what you would divide it by.",
        "footprint",
    ),
    "accessibility": _section(
        "responsibility", "accessibility", "No criterion is answered yet. Put the mouse away, and try the main task.",
        "accessibility",
    ),
    "inclusion": _section(
        "responsibility", "inclusion", "Nobody has asked yet who is left out. Begin with one dimension.", "inclusion"
    ),
    "rounds": _section(
        "culture", "rounds", "No round of answers is here yet. Five people or more, each alone, then the middle.",
        "rounds",
    ),
    "decision-rights": _section(
        "culture", "decisions", "Nobody has written down yet who decides. Begin with what is built next.",
        "decision_rights",
    ),
    "company": _section(
        "culture", "answers", "The six questions wait for an answer. Begin with: does anybody talk to users?",
        "company",
    ),
    "reviews": _section(
        "reviews", "reviews", "There has been no review yet. Show the report to somebody, and note what they say.",
        "reviews",
    ),
}  # fmt: skip
"""Sections whose cards are made from their models alone."""

SECTIONS: Final[Mapping[str, Section]] = {**OWN_CARDS, **FROM_MODELS}
"""Every section by the name of its form."""


def section_of(book: Workbook, where: str) -> str:
    """Tell in which section of its chapter a finding at `part/id[/field]` or `part/key[/field]` stands."""
    part, _, rest = where.partition("/")
    item = rest.partition("/")[0]
    if part in {"observations", "answers", "product"}:
        return "statement" if part == "product" else "metrics"
    if part == "personas" and any(need.id == item for _, need in book.personas.needs()):
        return "needs"
    field = item if item in PARTS[part].model_fields else _field_with(getattr(book, part), item)
    own = [name for name, section in SECTIONS.items() if section.part == part]
    return next((name for name in own if field in SECTIONS[name].fields), _LEADING.get(part, own[0]))


_LEADING: Final = {"metrics": "metrics", "personas": "personas"}
"""Where a finding stands that names no field of any section."""


def _field_with(value: Model, id: str) -> str:
    """Return the field of a part in which an item stands, at whatever depth."""
    names = (inner.name for inner in outline(type(value)).inner)
    return next((name for name in names if any(id_of(item) == id for item in items_in(value, name))), "")
