"""The objectives chapter's card: each objective with what it serves, for whom, and what shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from purposebook.domain.objectives import Objective, Outcome
from purposebook.notebook import wording
from purposebook.notebook.cards import render
from purposebook.notebook.labels import Label
from purposebook.notebook.mission_views import empty
from purposebook.notebook.snapshot import Snapshot
from purposebook.text.directions import isolated
from purposebook.text.numbers import score

VALUE: Final = {"to-users": "to users", "from-users": "from users", "both": "both ways"}
EXPECTED: Final = {
    "committed": "a committed objective expects 1.0",
    "aspirational": "an aspirational one expects about 0.7",
}


@dataclass(frozen=True)
class Row:
    """Hold one objective with the labels of all that it names."""

    objective: Objective
    value: str
    who: Label | None
    leads_to: Label | None
    later: str
    """How much later that is expected to follow, in words."""
    serves: tuple[Label, ...]
    personas: tuple[Label, ...]
    needs: tuple[Label, ...]
    results: tuple[tuple[Label, str], ...]
    score: str


def objectives(snap: Snapshot) -> str:
    """Show every objective, in the order of the file."""
    found = snap.book.objectives.objectives
    if not found:
        return empty(snap, "No objective is written yet. Begin with one change that serves a clause of the mission.")
    return render("objectives.html", snap=snap, rows=tuple(_row(snap, item) for item in found))


def _row(snap: Snapshot, item: Objective) -> Row:
    """Look up all that one objective names."""
    labels, outcome = snap.labels, item.outcome
    return Row(
        objective=item,
        value=VALUE.get(item.value or "", ""),
        who=_who(snap, outcome.who) if outcome else None,
        leads_to=labels.one(outcome.leads_to, "metric") if outcome and outcome.leads_to else None,
        later=_later(outcome),
        serves=labels.all(item.serves, "clause"),
        personas=labels.all(item.personas, "persona"),
        needs=labels.all(item.needs, "need"),
        results=tuple((labels.one(id, "metric"), _result(snap, id)) for id in item.key_results),
        score=_score(snap, item),
    )


def _who(snap: Snapshot, who: str) -> Label | None:
    """Return the persona or segment that `who` names, or nothing when it is a text."""
    kinds = ("persona", "segment")
    return snap.labels.one(who, *kinds) if snap.labels.knows(who, *kinds) else None


def _later(outcome: Outcome | None) -> str:
    """Say how much later the business metric is expected to follow."""
    if outcome is None or not outcome.leads_to:
        return ""
    from purposebook.measures.lead_lag import later

    return later(outcome.after)


def _result(snap: Snapshot, id: str) -> str:
    """Say where a key result stands."""
    metric = next((metric for metric in snap.book.metrics.metrics if metric.id == id), None)
    measured = snap.metric_measures(id) if metric else None
    if metric is None or measured is None:
        return ""
    if measured.latest is None:
        return "no observation yet"
    said = wording.progress(measured.progress, measured.pace, metric.direction)
    latest = wording.quantity(measured.latest.value, metric.unit)
    return f"{latest}; {said[:1].lower()}{said[1:]}" if said else latest


def _score(snap: Snapshot, item: Objective) -> str:
    """Say an objective's score with the rule that rolled it up, or why there is none."""
    measured = snap.objective_measures(item.id) if item.key_results else None
    if measured is None:
        return ""
    if measured.score is None:
        return " ".join(wording.sentence(_named(snap, item, reason)) for reason in measured.reasons)
    expected = f"; {item.kind} expects {wording.number(measured.expected)}" if measured.expected is not None else ""
    return f"{score(measured.score)} ({measured.rollup}{expected})"


def _named(snap: Snapshot, item: Objective, reason: str) -> str:
    """Put a key result's name in the place of the id with which a reason begins."""
    id, _, rest = reason.partition(" ")
    names = {metric.id: metric.name for metric in snap.book.metrics.metrics if metric.id in item.key_results}
    return f"“{isolated(names[id])}” {rest}" if id in names else reason


CARDS: Final[Mapping[str, Callable[[Snapshot], str]]] = {"objectives": objectives}
