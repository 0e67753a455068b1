"""The golden thread: clause -> objective -> persona and need -> behaviour change -> metric -> evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from purposebook.domain.objectives import Objective, Outcome
from purposebook.domain.references import references
from purposebook.domain.workbook import Workbook
from purposebook.text.directions import isolated

Layer = Literal["clause", "objective", "people", "change", "metric", "evidence"]
LAYERS: Final[tuple[Layer, ...]] = ("clause", "objective", "people", "change", "metric", "evidence")
"""The columns of the picture, from left to right."""


@dataclass(frozen=True)
class Node:
    """Stand for one item in the thread."""

    layer: Layer
    id: str
    """The item's id; a behaviour change carries the id of its objective."""
    label: str
    """The item's first text, whole."""
    loose: tuple[str, ...] = ()
    """Why its thread breaks off here, each a clause such as `no objective serves it`; empty when it holds."""
    missing: bool = False
    """True for an id that somebody refers to and nobody wrote."""

    @property
    def key(self) -> str:
        """Return a name that is unique in the thread."""
        return f"{self.layer}:{self.id}"


@dataclass(frozen=True)
class Edge:
    """Join two nodes by their keys, from purpose to proof."""

    source: str
    target: str


@dataclass(frozen=True)
class Thread:
    """Hold the whole thread of a product."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def layer(self, layer: Layer) -> tuple[Node, ...]:
        """Return the nodes of one column, in the order of the files."""
        return tuple(node for node in self.nodes if node.layer == layer)

    def loose_ends(self) -> tuple[Node, ...]:
        """Return the nodes at which the thread breaks off, column by column."""
        return tuple(node for node in self.nodes if node.loose)


def thread_of(book: Workbook) -> Thread:
    """Draw the thread of `book`; dropped objectives stay out."""
    objectives = tuple(item for item in book.objectives.objectives if item.status != "dropped")
    edges = tuple(dict.fromkeys(_edges(book, objectives)))
    real = tuple(_nodes(book, objectives, edges))
    known = {node.key for node in real}
    ends = dict.fromkeys(key for edge in edges for key in (edge.source, edge.target))
    ghosts = tuple(_ghost(key) for key in ends if key not in known)
    ordered = sorted(real + ghosts, key=lambda node: LAYERS.index(node.layer))
    return Thread(tuple(ordered), edges)


def behaviour(outcome: Outcome | None) -> str:
    """Return `from -> to` in words, or nothing when neither is written."""
    if outcome is None or not (outcome.from_.strip() or outcome.to.strip()):
        return ""
    return f"{isolated(outcome.from_.strip()) or '?'} → {isolated(outcome.to.strip()) or '?'}"


def _edges(book: Workbook, objectives: Iterable[Objective]) -> Iterator[Edge]:
    """Yield every join, purpose first."""
    for item in objectives:
        own = f"objective:{item.id}"
        people = [f"people:{id}" for id in item.needs or item.personas]
        change = f"change:{item.id}" if behaviour(item.outcome) else ""
        yield from (Edge(f"clause:{id}", own) for id in item.serves)
        yield from (Edge(own, person) for person in people)
        yield from (Edge(person, change) for person in (people or [own]) if change)
        yield from (Edge(change or person, f"metric:{id}") for id in item.key_results for person in (people or [own]))
    for metric in book.metrics.metrics:
        yield from (Edge(f"metric:{metric.id}", f"evidence:{id}") for id in metric.evidence)
    for _, need in book.personas.needs():
        yield from (Edge(f"people:{need.id}", f"evidence:{id}") for id in need.evidence)
    drawn = {id for item in objectives for id in item.needs or item.personas}
    for persona in book.personas.personas:
        if persona.needs and persona.id not in drawn:
            continue  # their needs stand in the picture for them
        for pain in persona.pain_points:
            yield from (Edge(f"people:{persona.id}", f"evidence:{id}") for id in pain.evidence)


def _ghost(key: str) -> Node:
    """Stand in for an id that nobody wrote."""
    name, _, id = key.partition(":")
    layer = next(known for known in LAYERS if known == name)
    return Node(layer, id, id, ("it is not written yet",), missing=True)


def _nodes(book: Workbook, objectives: tuple[Objective, ...], edges: tuple[Edge, ...]) -> Iterator[Node]:
    """Yield what is written, each with the reasons why its thread breaks off."""
    outward = {edge.source for edge in edges}
    inward = {edge.target for edge in edges}
    for clause in book.mission.clauses:
        yield _node("clause", clause.id, clause.text, ("no objective serves it", f"clause:{clause.id}" not in outward))
    for item in objectives:
        yield _objective_node(item)
        if behaviour(item.outcome):
            yield _node("change", item.id, behaviour(item.outcome), ("no metric shows it", not item.key_results))
    yield from _people_nodes(book, inward)
    observed = {row.metric for row in book.observations}
    used = _metrics_in_use(book)
    cited = {reference.target for reference in references(book) if "evidence" in reference.kinds}
    for metric in book.metrics.metrics:
        key = f"metric:{metric.id}"
        joined = key in inward or metric.id in used
        yield _node(
            "metric",
            metric.id,
            metric.name,
            ("no objective uses it", not joined),
            ("it has no observation", metric.id not in observed),
            ("no evidence stands beside it", not metric.evidence),
        )
    for evidence in book.evidence.evidence:
        yield _node("evidence", evidence.id, evidence.label, ("nothing rests on it", evidence.id not in cited))


def _node(layer: Layer, id: str, label: str, *reasons: tuple[str, bool]) -> Node:
    """Make a node with those reasons that hold."""
    return Node(layer, id, label, tuple(reason for reason, holds in reasons if holds))


def _objective_node(item: Objective) -> Node:
    """Make an objective's node."""
    return _node(
        "objective",
        item.id,
        item.statement,
        ("it serves no clause", not item.serves),
        ("it names no persona", not (item.personas or item.needs)),
        ("it names no behaviour change", not behaviour(item.outcome)),
        ("it has no key result", not item.key_results),
    )


def _people_nodes(book: Workbook, inward: set[str]) -> Iterator[Node]:
    """Yield each need, and each persona who stands in the thread without one."""
    for persona in book.personas.personas:
        served = any(f"people:{need.id}" in inward for need in persona.needs)
        joined = f"people:{persona.id}" in inward
        named = any(persona.id in item.personas for item in book.objectives.objectives)
        if joined or not persona.needs:
            lonely = not (joined or served or named)
            yield _node(
                "people",
                persona.id,
                persona.name,
                ("no objective names them", lonely),
                ("no need is written", not persona.needs),
            )
        for need in persona.needs:
            yield _node(
                "people",
                need.id,
                f"{persona.name}: {need.text}",
                ("no objective serves it", f"people:{need.id}" not in inward),
                ("nothing meets it yet", not need.met_by.strip()),
            )


def _metrics_in_use(book: Workbook) -> set[str]:
    """Return the metrics that guard another, lead somewhere or are the north star."""
    used = {id for metric in book.metrics.metrics for id in metric.guards}
    used |= {item.outcome.leads_to for item in book.objectives.objectives if item.outcome and item.outcome.leads_to}
    return used | ({book.metrics.north_star} if book.metrics.north_star else set())
