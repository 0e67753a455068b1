"""The mission chapter's cards: statement, clauses, ladder, answers, alternatives, claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from purposebook.domain.mission import Answers
from purposebook.notebook.cards import render
from purposebook.notebook.labels import Label
from purposebook.notebook.snapshot import Snapshot


def empty(snap: Snapshot, text: str, kind: str = "") -> str:
    """Say calmly what is missing and what to do next."""
    return render("empty.html", snap=snap, text=text, href="", link="", kind=kind)


def statement(snap: Snapshot) -> str:
    """Show purpose, mission, vision, value and tagline side by side."""
    mission = snap.book.mission
    said = (mission.purpose, mission.mission, mission.tagline, mission.value, mission.vision, mission.beneficiaries)
    if not any(said):
        return empty(snap, "No mission is written yet. Begin with one sentence: what you do, and for whom.")
    return render("statement.html", snap=snap, mission=mission)


def clauses(snap: Snapshot) -> str:
    """Show the mission's phrases, each with the objectives that serve it."""
    if not snap.book.mission.clauses:
        return empty(snap, "No phrase of the mission is marked yet. Mark two or three that objectives can serve.")
    rows = [(clause, _servants(snap, clause.id)) for clause in snap.book.mission.clauses]
    return render("clauses.html", snap=snap, rows=rows)


def _servants(snap: Snapshot, clause: str) -> tuple[Label, ...]:
    """Return the objectives that serve a clause; dropped ones serve nothing."""
    serving = (item for item in snap.book.objectives.objectives if clause in item.serves and item.status != "dropped")
    return snap.labels.all((item.id for item in serving), "objective")


def ladder(snap: Snapshot) -> str:
    """Show the way up from the job to the change, with what each step rests on."""
    found = snap.book.mission.ladder
    if found is None:
        return empty(
            snap,
            "The purpose ladder is empty. Write the job that is done, the problem behind it and the change it brings.",
        )
    known = snap.labels.knows(found.for_whom, "persona")
    persona = snap.labels.one(found.for_whom, "persona") if known else None
    return render("ladder.html", snap=snap, ladder=found, persona=persona)


def answers(snap: Snapshot) -> str:
    """Show the answers to the five questions that every product is asked."""
    found = snap.book.mission.answers
    if found is None:
        return empty(snap, "The five questions are not answered yet. Begin with why customers need it, in their words.")
    return render("answers.html", snap=snap, answers=found, fields=tuple(Answers.model_fields))


def alternatives(snap: Snapshot) -> str:
    """Show what people do instead, and where each side wins."""
    found = snap.book.mission.alternatives
    if not found:
        return empty(snap, "No alternative is named yet. Begin with what people do today, doing nothing included.")
    return render("alternatives.html", snap=snap, alternatives=found)


def claim(snap: Snapshot) -> str:
    """Show why this team can do it, and why that is hard to copy."""
    found = snap.book.mission.claim
    if not found:
        return empty(snap, "No rightful claim is written yet. Name the experience or advantage that others lack.")
    return render("claim.html", snap=snap, claim=found)


CARDS: Final[Mapping[str, Callable[[Snapshot], str]]] = {
    "statement": statement,
    "clauses": clauses,
    "ladder": ladder,
    "answers": answers,
    "alternatives": alternatives,
    "claim": claim,
}
