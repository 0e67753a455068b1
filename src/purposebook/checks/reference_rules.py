"""The rules across parts: X1 and X2."""

from __future__ import annotations

from typing import Final

from purposebook.checks.example import Example
from purposebook.checks.reference_findings import is_loose, is_old_evidence
from purposebook.checks.rule import EVERYWHERE, Rule

_CLAUSES = {"clauses": [{"id": "publish", "text": "publish a first course"}]}


def _serving(clause: str) -> Example:
    """Show an objective that serves a clause of this id."""
    objective = {"id": "finish", "statement": "First-time authors finish.", "serves": [clause]}
    return Example(
        f"First-time authors finish (serves: {clause}).",
        {"mission": _CLAUSES, "objectives": {"objectives": [objective]}},
    )


def _interview(date: str) -> Example:
    """Show one interview of this day."""
    return Example(
        f"Six teachers, interviewed on {date}.",
        {"evidence": {"evidence": [{"id": "int-07", "kind": "interview", "date": date}]}},
    )


REFERENCE_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="X1",
        severity="error",
        title="Ids hold together",
        looks_for="An id that points to nothing in a part that is written, or to the wrong kind, and two items with "
        "one id (errors); a persona or metric that nothing uses, or words that look like an id (warnings); an id of a "
        "part that is not written yet, an id in a review that was renamed or taken out since, a silenced rule that "
        "fires nowhere, and a framework under 'not_used' that nobody knows (infos).",
        source="The golden thread: from mission to evidence every step is an id, so that a loose end can be named.",
        false_alarms="A name in words that happens to look like an id.",
        advice="Correct the id, or write the item.",
        strong=_serving("publish"),
        weak=_serving("publsh"),
        find=is_loose,
        parts=EVERYWHERE,
    ),
    Rule(
        id="X2",
        severity="warning",
        title="Evidence is recent",
        looks_for="Evidence older than the product's review period. Several pieces are one finding; 'where: "
        "evidence' silences it.",
        source="The practice of staying in contact with customers: what was true of them ages.",
        false_alarms="Facts that do not age, such as a law.",
        advice="Talk to somebody again, or say in a silenced rule why it still holds.",
        strong=_interview("2026-09-01"),
        weak=_interview("2025-01-15"),
        find=is_old_evidence,
        parts=frozenset({"evidence"}),
    ),
)
"""The rules across parts, in the order of their ids."""
