"""What each part still lacks, and so which parts are done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from purposebook.checks.frameworks import why_left_out
from purposebook.checks.optional_parts import OPTIONAL, next_step
from purposebook.domain.workbook import PARTS, Workbook

_TRACK: Final = frozenset({"mission", "objectives", "personas", "metrics"})
"""The parts of the short track; what goes beyond them can wait until they are done."""


@dataclass(frozen=True)
class NotDone:
    """Name one thing that a part waits for, and the chapter that leads through it."""

    part: str
    chapter: str
    what: str
    """A sentence that says what to do."""


def parts_done(book: Workbook) -> dict[str, bool]:
    """Tell for each part, in the order of the files, whether it lacks nothing that its first version needs."""
    waiting = {item.part for item in (*_short_track(book), *_optional(book))}
    return {part: part not in waiting for part in PARTS}


def not_done(book: Workbook) -> tuple[NotDone, ...]:
    """List what the parts wait for, in the order of the files.

    An optional part has one line; while the short track waits, only those that somebody began are listed.
    """
    short = tuple(_short_track(book))
    waiting = {item.part for item in short} & _TRACK
    return (*short, *(item for item in _optional(book) if not waiting or item.part in book.written))


def _short_track(book: Workbook) -> Iterator[NotDone]:
    """Yield what each part of the short track waits for; each function below says when its part is done."""
    for part, (chapter, lacks) in _LACKS.items():
        yield from (NotDone(part, chapter, what) for what in lacks(book))


def _optional(book: Workbook) -> Iterator[NotDone]:
    """Yield the next step of each part that goes beyond the short track."""
    for part, (chapter, _) in OPTIONAL.items():
        what = next_step(book, part)
        if what:
            yield NotDone(part, chapter, what)


def _product(book: Workbook) -> Iterator[str]:
    """Yield what the product's introduction lacks: it is done with a name and a summary."""
    if not book.product.summary.strip():
        yield "Introduce the product in one line that a stranger understands."


def _mission(book: Workbook) -> Iterator[str]:
    """Yield what the mission lacks: it is done with its text, a beneficiary and a clause."""
    mission = book.mission
    if not mission.mission.strip():
        yield "Write the mission: what you do, for whom."
    if not mission.beneficiaries and not why_left_out(book, "personas"):
        yield "Name the personas for whom the product exists as the mission's beneficiaries."
    if not mission.clauses:
        yield "Mark the phrases of the mission that objectives can serve."


def _objectives(book: Workbook) -> Iterator[str]:
    """Yield what the objectives lack: done means one is active, and each active one has a clause and a key result."""
    active = book.objectives.active()
    if not active:
        yield "Write an objective that serves a clause of the mission."
    if not all(item.serves for item in active):
        yield "Name the clause that each active objective serves."
    if not all(item.key_results for item in active):
        yield "Name a metric as key result of each active objective."


def _personas(book: Workbook) -> Iterator[str]:
    """Yield what the personas lack: they are done when each of them has a need, and one is written or none is used."""
    personas = book.personas.personas
    if not personas and not why_left_out(book, "personas"):
        yield "Describe one persona whom the product serves."
    if not all(persona.needs for persona in personas):
        yield "Write what each persona must be able to do."


def _evidence(book: Workbook) -> Iterator[str]:
    """Yield what the evidence lacks: it is done with one dated piece."""
    if not any(item.date for item in book.evidence.evidence):
        yield "Record one interview, survey or data set, with its date."


def _metrics(book: Workbook) -> Iterator[str]:
    """Yield what the metrics lack: they are done when one has a baseline, a target and an observation."""
    observed = {row.metric for row in book.observations}
    if not book.metrics.metrics:
        yield "Define one number that shows what changes for people."
    elif not any(item.baseline and item.target and item.id in observed for item in book.metrics.metrics):
        yield "Give one metric a baseline, a target and an observation."


_LACKS: Final[Mapping[str, tuple[str, Callable[[Workbook], Iterator[str]]]]] = {
    "product": ("report", _product),
    "mission": ("mission", _mission),
    "objectives": ("objectives", _objectives),
    "personas": ("personas", _personas),
    "evidence": ("personas", _evidence),
    "metrics": ("metrics", _metrics),
}
"""Part -> the chapter that works on it, and what it lacks."""
