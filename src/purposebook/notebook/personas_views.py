"""The personas chapter's cards: segments, personas, messages, stakeholders, evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from purposebook.domain.evidence import Evidence
from purposebook.domain.personas import Persona
from purposebook.notebook import wording
from purposebook.notebook.cards import render, title_of
from purposebook.notebook.labels import Label
from purposebook.notebook.mission_views import empty
from purposebook.notebook.snapshot import Snapshot

TRAITS: Final = ("characteristics", "goals", "behaviours", "desires", "motivations", "overlooked")


@dataclass(frozen=True)
class PersonaRow:
    """Hold one persona with what its card says about it."""

    persona: Persona
    segment: Label | None
    proto: bool
    traits: tuple[tuple[str, tuple[str, ...]], ...]
    unwritten: str


def segments(snap: Snapshot) -> str:
    """Show the parts of the market, and who describes each."""
    found = snap.book.personas.segments
    if not found:
        return empty(
            snap, "The market is not divided into segments yet. Name the groups of people whom you could serve."
        )
    people = snap.book.personas.personas
    rows = [(part, snap.labels.all((one.id for one in people if one.segment == part.id), "persona")) for part in found]
    return render("segments.html", snap=snap, rows=rows)


def personas(snap: Snapshot) -> str:
    """Show each persona's map: who they are, what hurts, what they need and how it is met."""
    found = snap.book.personas.personas
    if not found:
        return empty(
            snap, "No persona is written yet. Begin with one archetype of the people for whom the product exists."
        )
    proto = {
        finding.where.split("/")[1]
        for finding in snap.checked_in("personas").findings
        if finding.rule == "P1" and "/" in finding.where
    }
    return render("personas.html", snap=snap, rows=tuple(_row(snap, item, proto) for item in found))


def _row(snap: Snapshot, item: Persona, proto: set[str]) -> PersonaRow:
    """Gather what one persona's card shows."""
    fields = (*TRAITS, "pain_points", "needs")
    return PersonaRow(
        persona=item,
        segment=snap.labels.one(item.segment, "segment") if item.segment else None,
        proto=item.id in proto,
        traits=tuple((name, getattr(item, name)) for name in TRAITS if getattr(item, name)),
        unwritten=wording.joined(title_of(item, name).lower() for name in fields if not getattr(item, name)),
    )


def messages(snap: Snapshot) -> str:
    """Show the message sheet of each persona."""
    people = snap.book.personas.personas
    rows = [
        (snap.labels.one(one.id, "persona"), one.message, _proof(snap, one.message.proof))
        for one in people
        if one.message
    ]
    if not rows:
        return empty(
            snap,
            "No message is written yet. Say for one persona which pain you take away, and what proves it.",
        )
    without = snap.labels.all((one.id for one in people if not one.message), "persona")
    return render("messages.html", snap=snap, rows=rows, without=without)


def _proof(snap: Snapshot, id: str | None) -> Label | None:
    """Return the label of the metric or evidence that proves a message."""
    return snap.labels.one(id, "metric", "evidence") if id else None


def stakeholders(snap: Snapshot) -> str:
    """Show the parties around the users, and whose contact is overdue."""
    found = snap.book.personas.stakeholders
    if not found:
        return empty(snap, "No stakeholder is written yet. Name who governs, influences or supplies the product.")
    return render("stakeholders.html", snap=snap, rows=[(item, item.is_overdue(snap.as_of)) for item in found])


def evidence(snap: Snapshot) -> str:
    """Show what claims rest on, the newest first."""
    found = snap.book.evidence.evidence
    if not found:
        return empty(
            snap,
            "No evidence is noted yet. Talk to one person, then note the day, the kind and one sentence they said.",
        )
    cited = snap.citations()
    rows = [(item, len(cited.get(item.id, ()))) for item in sorted(found, key=_newest_first)]
    return render("evidence.html", snap=snap, rows=rows)


def _newest_first(item: Evidence) -> tuple[bool, int, str]:
    """Order evidence by date, undated last."""
    return (item.date is None, -item.date.toordinal() if item.date else 0, item.id)


CARDS: Final[Mapping[str, Callable[[Snapshot], str]]] = {
    "segments": segments,
    "personas": personas,
    "stakeholders": stakeholders,
    "evidence": evidence,
}
SHEETS: Final[Mapping[str, Callable[[Snapshot], str]]] = {"messages": messages}
