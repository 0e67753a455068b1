"""The golden thread as a picture: six columns from clause to evidence, loose ends dashed and named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from purposebook.charts.drawing import draw
from purposebook.charts.figure import Figure, table
from purposebook.charts.flow import Entry, Flow, Heading, Link, bound_in_words, groups, loose_in_words
from purposebook.charts.flow_shapes import flow_shapes
from purposebook.charts.words import counted
from purposebook.domain.thread import LAYERS, Layer, Node, Thread

_HEADINGS: Final[Mapping[Layer, Heading]] = MappingProxyType(
    {
        "clause": Heading("Clause", "of the mission", "Clauses of the mission"),
        "objective": Heading("Objective", "that serves it", "Objectives that serve them"),
        "people": Heading("Persona, need", "whom it helps", "Personas and needs"),
        "change": Heading("Behaviour", "that changes", "Behaviour that changes"),
        "metric": Heading("Metric", "that shows it", "Metrics that show it"),
        "evidence": Heading("Evidence", "it rests on", "Evidence that it rests on"),
    }
)
_MOST: Final = 14


def thread_chart(thread: Thread) -> Figure | None:
    """Draw the thread of a product; a long column ends in one box that counts what it leaves out."""
    if not thread.nodes:
        return None
    flow = _flow(thread)
    shapes, height = flow_shapes(flow, _MOST)
    return Figure(
        "thread",
        _title(thread),
        draw(shapes, height),
        _description(thread, flow),
        table(["Item", "Column", "Id", "Leads to", "Loose ends"], _facts(thread, flow)),
        "mission.yml, objectives.yml, personas.yml, metrics.yml and evidence.yml",
        team=("Item", "Leads to"),
        listing=tuple(groups(flow)),
    )


def _flow(thread: Thread) -> Flow:
    """Say the thread as columns of boxes."""
    entries = (
        Entry(LAYERS.index(node.layer), node.key, node.label, loose=node.loose, missing=node.missing)
        for node in thread.nodes
    )
    links = (Link(edge.source, edge.target) for edge in thread.edges)
    return Flow(tuple(_HEADINGS[layer] for layer in LAYERS), tuple(entries), tuple(links))


def _title(thread: Thread) -> str:
    """Say for how many clauses the thread holds."""
    loose = len(thread.loose_ends())
    ends = counted(loose, "loose end") if loose else "no loose end"
    clauses = [node for node in thread.layer("clause") if not node.missing]
    if not clauses:
        return f"The thread has no clause to begin from yet, and {ends}"
    held = sum(_reaches_evidence(thread, node) for node in clauses)
    if held == len(clauses):
        return f"Every clause of the mission can be followed to evidence; {ends}"
    return f"{held or 'None'} of {counted(len(clauses), 'clause')} can be followed all the way to evidence; {ends}"


def _reaches_evidence(thread: Thread, start: Node) -> bool:
    """Say whether any way leads from a node to evidence that is written."""
    proven = {node.key for node in thread.layer("evidence") if not node.missing}
    seen, edge_of = {start.key}, _targets(thread)
    waiting = [start.key]
    while waiting:
        for target in edge_of.get(waiting.pop(), ()):
            if target in proven:
                return True
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return False


def _targets(thread: Thread) -> dict[str, list[str]]:
    """Return where the edges of each node lead."""
    found: dict[str, list[str]] = {}
    for edge in thread.edges:
        found.setdefault(edge.source, []).append(edge.target)
    return found


def _description(thread: Thread, flow: Flow) -> str:
    """Count the columns and name the loose ends."""
    counts = [f"{_HEADINGS[layer].many.split()[0].lower()} {len(thread.layer(layer))}" for layer in LAYERS]
    said = [f"Six columns from purpose to proof: {', '.join(counts)}. Lines join what refers to each other."]
    return " ".join(filter(None, [*said, loose_in_words(flow), bound_in_words(flow, _MOST)]))


def _facts(thread: Thread, flow: Flow) -> Iterator[tuple[object, ...]]:
    """Yield one row per node."""
    for node in thread.nodes:
        leads = "; ".join(flow.targets.get(node.key, ()))
        yield node.label, _HEADINGS[node.layer].name, node.id, leads, "; ".join(node.loose)
