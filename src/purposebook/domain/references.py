"""Every id that a product declares, and every place that refers to one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from purposebook.domain.workbook import Workbook


@dataclass(frozen=True)
class Declared:
    """Name one item that others can refer to."""

    id: str
    kind: str
    """clause, alternative, objective, segment, persona, need, stakeholder, evidence or metric."""
    part: str
    label: str
    """The item's first text."""

    @property
    def where(self) -> str:
        """Return `part/id`."""
        return f"{self.part}/{self.id}"


@dataclass(frozen=True)
class Reference:
    """Name one place that points to an item."""

    where: str
    """`part/id/field` of the place; a key of the part itself stands where the id would."""
    target: str
    kinds: tuple[str, ...]
    """The kinds of item that this place may point to."""
    part: str
    """The part in which such items are written."""


def declared(book: Workbook) -> Iterator[Declared]:
    """Yield every item of `book` that has an id, in the order of the files."""
    for clause in book.mission.clauses:
        yield Declared(clause.id, "clause", "mission", clause.text)
    for alternative in book.mission.alternatives:
        yield Declared(alternative.id, "alternative", "mission", alternative.name)
    for objective in book.objectives.objectives:
        yield Declared(objective.id, "objective", "objectives", objective.statement)
    for segment in book.personas.segments:
        yield Declared(segment.id, "segment", "personas", segment.name)
    for persona in book.personas.personas:
        yield Declared(persona.id, "persona", "personas", persona.name)
        for need in persona.needs:
            yield Declared(need.id, "need", "personas", need.text)
    for stakeholder in book.personas.stakeholders:
        yield Declared(stakeholder.id, "stakeholder", "personas", stakeholder.name)
    for evidence in book.evidence.evidence:
        yield Declared(evidence.id, "evidence", "evidence", evidence.note or evidence.quote or evidence.kind)
    for metric in book.metrics.metrics:
        yield Declared(metric.id, "metric", "metrics", metric.name)


def references(book: Workbook) -> Iterator[Reference]:
    """Yield every place of `book` that points to an id, in the order of the files."""
    yield from _of_mission(book)
    yield from _of_objectives(book)
    yield from _of_personas(book)
    yield from _of_metrics(book)


def _many(where: str, targets: tuple[str, ...], kinds: tuple[str, ...], part: str) -> Iterator[Reference]:
    """Yield one reference per target."""
    for target in targets:
        yield Reference(where, target, kinds, part)


def _evidence(where: str, targets: tuple[str, ...]) -> Iterator[Reference]:
    """Yield one reference to evidence per target."""
    return _many(where, targets, ("evidence",), "evidence")


def _of_mission(book: Workbook) -> Iterator[Reference]:
    """Yield what mission.yml points to."""
    mission = book.mission
    yield from _many("mission/beneficiaries", mission.beneficiaries, ("persona",), "personas")
    if mission.ladder:
        for name in ("job", "problem", "change", "without_us"):
            claim = getattr(mission.ladder, name)
            yield from _evidence(f"mission/ladder/{name}", claim.evidence if claim else ())
    for alternative in mission.alternatives:
        yield from _evidence(f"mission/{alternative.id}/evidence", alternative.evidence)
    for asset in mission.claim:
        yield from _evidence("mission/claim/evidence", asset.evidence)


def _of_objectives(book: Workbook) -> Iterator[Reference]:
    """Yield what objectives.yml points to."""
    for item in book.objectives.objectives:
        where = f"objectives/{item.id}"
        yield from _many(f"{where}/serves", item.serves, ("clause",), "mission")
        yield from _many(f"{where}/personas", item.personas, ("persona",), "personas")
        yield from _many(f"{where}/needs", item.needs, ("need",), "personas")
        yield from _many(f"{where}/key_results", item.key_results, ("metric",), "metrics")
        if item.outcome and item.outcome.leads_to:
            yield Reference(f"{where}/outcome", item.outcome.leads_to, ("metric",), "metrics")


def _of_personas(book: Workbook) -> Iterator[Reference]:
    """Yield what personas.yml points to."""
    for persona in book.personas.personas:
        where = f"personas/{persona.id}"
        if persona.segment:
            yield Reference(f"{where}/segment", persona.segment, ("segment",), "personas")
        for pain in persona.pain_points:
            yield from _evidence(f"{where}/pain_points", pain.evidence)
        for need in persona.needs:
            yield from _evidence(f"personas/{need.id}/evidence", need.evidence)
        if persona.message:
            yield from _evidence(f"{where}/message", persona.message.evidence)
            if persona.message.proof:
                yield Reference(f"{where}/message", persona.message.proof, ("metric", "evidence"), "metrics")


def _of_metrics(book: Workbook) -> Iterator[Reference]:
    """Yield what metrics.yml and observations.csv point to."""
    metrics = book.metrics
    if metrics.north_star:
        yield Reference("metrics/north_star", metrics.north_star, ("metric",), "metrics")
    for metric in metrics.metrics:
        yield from _many(f"metrics/{metric.id}/guards", metric.guards, ("metric",), "metrics")
        yield from _evidence(f"metrics/{metric.id}/evidence", metric.evidence)
    for target in dict.fromkeys(row.metric for row in book.observations):
        yield Reference(f"observations/{target}/metric", target, ("metric",), "metrics")
