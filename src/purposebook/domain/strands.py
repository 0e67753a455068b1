"""Whether what stands beside the golden thread is tied to it: plans, experiments, decisions and work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from purposebook.domain.base import Model
from purposebook.domain.outline import id_of, outline, values_in
from purposebook.domain.references import Declared, declared, references
from purposebook.domain.workbook import Workbook

BESIDE: Final = (
    "delivery",
    "problem",
    "intent",
    "initiative",
    "option",
    "opportunity",
    "solution",
    "idea",
    "exit",
    "decision",
    "iteration",
    "work item",
    "experiment",
)
"""The kinds of item that should lead to the mission, in the order of the chapters."""
_THREAD: Final = frozenset({"clause", "objective", "persona", "need", "metric"})


@dataclass(frozen=True)
class Strand:
    """Hold all items of one kind, and those that lead nowhere."""

    kind: str
    total: int
    loose: tuple[Declared, ...]
    """Items from which no reference leads to a clause of the mission."""


def strands(book: Workbook) -> tuple[Strand, ...]:
    """Follow the references of every item beside the thread; a kind without items is left out."""
    tied = _tied(book)
    found: dict[str, list[Declared]] = {}
    for item in declared(book):
        if item.kind in BESIDE:
            found.setdefault(item.kind, []).append(item)
    return tuple(
        Strand(kind, len(found[kind]), tuple(item for item in found[kind] if item.id not in tied))
        for kind in BESIDE
        if kind in found
    )


def _tied(book: Workbook) -> frozenset[str]:
    """Return every id from which some way leads to a clause."""
    steps: dict[str, set[str]] = {}
    for source, target in (*_steps(book), *_inner_steps(book)):
        steps.setdefault(target, set()).add(source)
    clauses = [clause.id for clause in book.mission.clauses]
    tied, waiting = set(clauses), clauses
    while waiting:
        fresh = steps.get(waiting.pop(), set()) - tied
        tied |= fresh
        waiting.extend(fresh)
    return frozenset(tied)


def _steps(book: Workbook) -> Iterator[tuple[str, str]]:
    """Yield source and target of every reference between items, and the way back from what an objective names.

    An objective names its people and its metrics: what is done for them is done for it.
    """
    dropped = {item.id for item in book.objectives.objectives if item.status == "dropped"}
    for reference in references(book):
        part, _, rest = reference.where.partition("/")
        source = rest.partition("/")[0]
        if source not in dropped and not {"evidence", "stakeholder"} & set(reference.kinds):
            yield source, reference.target
            if part == "objectives" and _THREAD & set(reference.kinds):
                yield reference.target, source


def _inner_steps(book: Workbook) -> Iterator[tuple[str, str]]:
    """Yield each item that stands inside another, with the outer one: a solution leads where its opportunity leads."""
    parts = (book.opportunities, book.personas)
    yield from (step for part in parts for step in _holding(part, ""))


def _holding(value: Model, outer: str) -> Iterator[tuple[str, str]]:
    """Yield inner and outer id, level by level."""
    for inner in outline(type(value)).inner:
        for item in values_in(value, inner):
            own = id_of(item) if item.KIND else outer
            if item.KIND and outer:
                yield own, outer
            yield from _holding(item, own)
