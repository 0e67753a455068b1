"""Every id that a product declares, and every place that refers to one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from purposebook.domain.workbook import Workbook

HOME: Final[Mapping[str, str]] = MappingProxyType(
    {
        "clause": "mission",
        "alternative": "mission",
        "objective": "objectives",
        "segment": "personas",
        "persona": "personas",
        "need": "personas",
        "stakeholder": "personas",
        "evidence": "evidence",
        "metric": "metrics",
    }
)
"""The part in which each kind of item is written."""


@dataclass(frozen=True)
class Declared:
    """Name one item that others can refer to."""

    id: str
    kind: str
    """One of `HOME`."""
    label: str
    """The item's first text."""

    @property
    def where(self) -> str:
        """Return `part/id`."""
        return f"{HOME[self.kind]}/{self.id}"


@dataclass(frozen=True)
class Reference:
    """Name one place that points to an item."""

    where: str
    """`part/id/field` of the place; a key of the part itself stands where the id would."""
    target: str
    kinds: tuple[str, ...]
    """The kinds of item that this place may point to."""


def declared(book: Workbook) -> Iterator[Declared]:
    """Yield every item of `book` that has an id, in the order of the files."""
    for part in dict.fromkeys(HOME.values()):
        yield from declared_in(book, part)


def declared_in(book: Workbook, part: str) -> Iterator[Declared]:
    """Yield every item of one part that has an id, in the order of its file."""
    return _DECLARED[part](book) if part in _DECLARED else iter(())


def _mission_items(book: Workbook) -> Iterator[Declared]:
    """Yield clauses and alternatives."""
    for clause in book.mission.clauses:
        yield Declared(clause.id, "clause", clause.text)
    for alternative in book.mission.alternatives:
        yield Declared(alternative.id, "alternative", alternative.name)


def _people(book: Workbook) -> Iterator[Declared]:
    """Yield segments, personas with their needs, and stakeholders."""
    for segment in book.personas.segments:
        yield Declared(segment.id, "segment", segment.name)
    for persona in book.personas.personas:
        yield Declared(persona.id, "persona", persona.name)
        for need in persona.needs:
            yield Declared(need.id, "need", need.text)
    for stakeholder in book.personas.stakeholders:
        yield Declared(stakeholder.id, "stakeholder", stakeholder.name)


_DECLARED: Final[Mapping[str, Callable[[Workbook], Iterator[Declared]]]] = MappingProxyType(
    {
        "mission": _mission_items,
        "objectives": lambda book: (Declared(one.id, "objective", one.statement) for one in book.objectives.objectives),
        "personas": _people,
        "evidence": lambda book: (Declared(one.id, "evidence", one.label) for one in book.evidence.evidence),
        "metrics": lambda book: (Declared(one.id, "metric", one.name) for one in book.metrics.metrics),
    }
)


def references(book: Workbook, parts: Collection[str] | None = None) -> Iterator[Reference]:
    """Yield every place of `book`, or of some parts of it, that points to an id, in the order of the files."""
    for part, of_part in _REFERRING.items():
        if parts is None or part in parts:
            yield from of_part(book)


def _many(where: str, targets: tuple[str, ...], kind: str) -> Iterator[Reference]:
    """Yield one reference per target."""
    return (Reference(where, target, (kind,)) for target in targets)


def _evidence(where: str, targets: tuple[str, ...]) -> Iterator[Reference]:
    """Yield one reference to evidence per target."""
    return _many(where, targets, "evidence")


def _of_mission(book: Workbook) -> Iterator[Reference]:
    """Yield what mission.yml points to."""
    mission = book.mission
    yield from _many("mission/beneficiaries", mission.beneficiaries, "persona")
    for key, claim in mission.ladder.claims() if mission.ladder else ():
        yield from _evidence(f"mission/ladder/{key}", claim.evidence)
    for alternative in mission.alternatives:
        yield from _evidence(f"mission/{alternative.id}/evidence", alternative.evidence)
    for asset in mission.claim:
        yield from _evidence("mission/claim/evidence", asset.evidence)


def _of_objectives(book: Workbook) -> Iterator[Reference]:
    """Yield what objectives.yml points to."""
    for item in book.objectives.objectives:
        where = f"objectives/{item.id}"
        yield from _many(f"{where}/serves", item.serves, "clause")
        yield from _many(f"{where}/personas", item.personas, "persona")
        yield from _many(f"{where}/needs", item.needs, "need")
        yield from _many(f"{where}/key_results", item.key_results, "metric")
        if item.outcome and item.outcome.leads_to:
            yield Reference(f"{where}/outcome", item.outcome.leads_to, ("metric",))


def _of_personas(book: Workbook) -> Iterator[Reference]:
    """Yield what personas.yml points to."""
    for persona in book.personas.personas:
        where = f"personas/{persona.id}"
        if persona.segment:
            yield Reference(f"{where}/segment", persona.segment, ("segment",))
        for pain in persona.pain_points:
            yield from _evidence(f"{where}/pain_points", pain.evidence)
        for need in persona.needs:
            yield from _evidence(f"personas/{need.id}/evidence", need.evidence)
        if persona.message:
            yield from _evidence(f"{where}/message", persona.message.evidence)
            if persona.message.proof:
                yield Reference(f"{where}/message", persona.message.proof, ("metric", "evidence"))


def _of_metrics(book: Workbook) -> Iterator[Reference]:
    """Yield what metrics.yml points to."""
    metrics = book.metrics
    if metrics.north_star:
        yield Reference("metrics/north_star", metrics.north_star, ("metric",))
    for metric in metrics.metrics:
        yield from _many(f"metrics/{metric.id}/guards", metric.guards, "metric")
        yield from _evidence(f"metrics/{metric.id}/evidence", metric.evidence)


def _of_observations(book: Workbook) -> Iterator[Reference]:
    """Yield the metrics that observations.csv points to, each once."""
    for target in dict.fromkeys(row.metric for row in book.observations):
        yield Reference(f"observations/{target}/metric", target, ("metric",))


_REFERRING: Final[Mapping[str, Callable[[Workbook], Iterator[Reference]]]] = MappingProxyType(
    {
        "mission": _of_mission,
        "objectives": _of_objectives,
        "personas": _of_personas,
        "metrics": _of_metrics,
        "observations": _of_observations,
    }
)
