"""The golden thread as a picture: six columns from clause to evidence, loose ends dashed and named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from purposebook.charts.drawing import SHEET, Box, Mark, Path, Shape, Tip, Words, draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.labels import wrap
from purposebook.charts.layering import Layout, layout
from purposebook.charts.looks import SMALL
from purposebook.charts.words import counted, listed, quoted
from purposebook.domain.thread import LAYERS, Layer, Node, Thread

_HEADS: Final[Mapping[Layer, tuple[str, str]]] = MappingProxyType(
    {
        "clause": ("Clause", "of the mission"),
        "objective": ("Objective", "that serves it"),
        "people": ("Persona, need", "whom it helps"),
        "change": ("Behaviour", "that changes"),
        "metric": ("Metric", "that shows it"),
        "evidence": ("Evidence", "it rests on"),
    }
)
_PLURALS: Final[Mapping[Layer, str]] = MappingProxyType(
    {
        "clause": "Clauses of the mission",
        "objective": "Objectives that serve them",
        "people": "Personas and needs",
        "change": "Behaviour that changes",
        "metric": "Metrics that show it",
        "evidence": "Evidence that it rests on",
    }
)
_TOP: Final = 44
_GAP: Final = 26
_EMPTY: Final = 62
_APART: Final = 9.0
_PAD: Final = 6
_ROW: Final = 13
_MOST: Final = 14


@dataclass(frozen=True)
class _Column:
    """Hold where a column stands and how wide it is."""

    x: float
    width: float


def thread_chart(thread: Thread) -> Figure | None:
    """Draw the thread of a product; a long column ends in one box that counts what it leaves out."""
    if not thread.nodes:
        return None
    shapes, height = _shapes(_shortened(thread))
    return Figure(
        "thread",
        _title(thread),
        draw(shapes, height),
        _description(thread),
        table(["Item", "Column", "Id", "Leads to", "Loose ends"], _facts(thread)),
        "mission.yml, objectives.yml, personas.yml, metrics.yml and evidence.yml",
        team=("Item", "Leads to"),
        listing=tuple(_listing(thread)),
    )


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


def _description(thread: Thread) -> str:
    """Count the columns and name the loose ends."""
    counts = [f"{_PLURALS[layer].split()[0].lower()} {len(thread.layer(layer))}" for layer in LAYERS]
    loose = [f"{quoted(node.label, 60)} ({', '.join(node.loose)})" for node in thread.loose_ends()]
    said = [f"Six columns from purpose to proof: {', '.join(counts)}. Lines join what refers to each other."]
    said.append(f"Loose ends are dashed: {listed(loose, 5)}." if loose else "Nothing breaks off.")
    if any(len(thread.layer(layer)) > _MOST for layer in LAYERS):
        said.append(f"The picture shows at most {_MOST} items a column; the table has all.")
    return " ".join(said)


def _facts(thread: Thread) -> Iterator[tuple[object, ...]]:
    """Yield one row per node."""
    labels = {node.key: node.label for node in thread.nodes}
    targets = _targets(thread)
    for node in thread.nodes:
        leads = "; ".join(labels[key] for key in targets.get(node.key, ()))
        yield node.label, _HEADS[node.layer][0], node.id, leads, "; ".join(node.loose)


def _listing(thread: Thread) -> Iterator[Group]:
    """Say the same as a list, column by column."""
    labels = {node.key: node.label for node in thread.nodes}
    targets = _targets(thread)
    for layer in LAYERS:
        items = []
        for node in thread.layer(layer):
            leads = [quoted(labels[key], 60) for key in targets.get(node.key, ())]
            note = "; ".join(node.loose) or (f"leads to {listed(leads, 3)}" if leads else "")
            items.append(Item(node.label, note, "bad" if node.missing else ("warn" if node.loose else "")))
        yield Group(_PLURALS[layer], tuple(items) or (Item("none yet", "", "absent"),))


def _shortened(thread: Thread) -> Thread:
    """Let one box stand for what a long column leaves out; edges lead to it instead."""
    from purposebook.domain.thread import Edge

    joined = {key for edge in thread.edges for key in (edge.source, edge.target)}
    nodes: list[Node] = []
    stands: dict[str, str] = {}
    for layer in LAYERS:
        column = thread.layer(layer)
        first = sorted(column, key=lambda node: (node.key not in joined, not node.loose))
        kept = set(first if len(column) <= _MOST else first[: _MOST - 1])
        hidden = [node for node in column if node not in kept]
        nodes += [node for node in column if node in kept]
        if hidden:
            loose = sum(bool(node.loose) for node in hidden)
            rest = Node(layer, "\u2026", f"and {len(hidden)} more", (f"{loose} of them loose",) if loose else ())
            nodes.append(rest)
            stands |= {node.key: rest.key for node in hidden}
    edges = (Edge(stands.get(edge.source, edge.source), stands.get(edge.target, edge.target)) for edge in thread.edges)
    return Thread(tuple(nodes), tuple(dict.fromkeys(edges)))


def _shapes(thread: Thread) -> tuple[list[Shape], float]:
    """Lay the thread out; return its shapes and its height."""
    columns = _columns(thread)
    texts = {node.key: _text(node, columns[node.layer].width) for node in thread.nodes}
    heights = {key: 2 * _PAD + _ROW * (text.count("\n") + 1) for key, text in texts.items()}
    for node in thread.nodes:
        if node.loose:
            heights[node.key] += 3 + _ROW * (_reason(node, columns[node.layer].width).count("\n") + 1)
    order = tuple(tuple(node.key for node in thread.layer(layer)) for layer in LAYERS)
    placed = layout(order, [(edge.source, edge.target) for edge in thread.edges], heights, _APART)
    height = _TOP + max(placed.height, 60) + 4
    shapes: list[Shape] = [shape for layer in LAYERS for shape in _head(thread, layer, columns[layer])]
    shapes += _edges(thread, placed, columns)
    for node in thread.nodes:
        middle = _TOP + placed.middle[node.key]
        shapes += _node(node, texts[node.key], columns[node.layer], middle, heights[node.key])
    return shapes, height


def _columns(thread: Thread) -> dict[Layer, _Column]:
    """Share the sheet among the columns; an empty one is narrow."""
    empty = sum(not thread.layer(layer) for layer in LAYERS)
    width = (SHEET - _GAP * (len(LAYERS) - 1) - _EMPTY * empty) / (len(LAYERS) - empty)
    width = min(width, 320)
    made, x = {}, 0.0
    for layer in LAYERS:
        made[layer] = _Column(round(x, 1), round(width if thread.layer(layer) else _EMPTY, 1))
        x += made[layer].width + _GAP
    return made


def _text(node: Node, width: float) -> str:
    """Wrap a node's label into its box."""
    return wrap(node.label, width - 2 * _PAD, 4, SMALL)


def _reason(node: Node, width: float) -> str:
    """Name the first reason why the thread breaks off here, and count the others."""
    more = f" (+{len(node.loose) - 1})" if len(node.loose) > 1 else ""
    return wrap(node.loose[0] + more, width - 2 * _PAD - 12, 2, SMALL)


def _head(thread: Thread, layer: Layer, column: _Column) -> Iterator[Shape]:
    """Head a column; an empty one says so."""
    count = len(thread.layer(layer))
    yield Words(column.x, 8, _HEADS[layer][0] if count else wrap(_HEADS[layer][0], column.width + 8, 2, SMALL), "head")
    if count:
        yield Words(column.x, 22, _HEADS[layer][1], "note")
    else:
        yield Box(column.x, _TOP, column.width, 34, "empty")
        yield Words(column.x + column.width / 2, _TOP + 17, "none yet", "note-middle")


def _node(node: Node, text: str, column: _Column, middle: float, height: float) -> Iterator[Shape]:
    """Draw a node: solid where the thread holds, dashed where it breaks off, dotted where nobody wrote it."""
    look = "missing" if node.missing else ("loose" if node.loose else "node")
    tip, top = Tip(node.label, "; ".join(node.loose)), middle - height / 2
    yield Box(column.x, top, column.width, height, look, tip)
    yield Words(column.x + _PAD, top + _PAD + _ROW / 2, text, "small", tip)
    if node.loose:
        y = top + _PAD + _ROW * (text.count("\n") + 1) + 3 + _ROW / 2
        yield Mark(column.x + _PAD + 4, y, "bad-small" if node.missing else "loose-small", tip)
        yield Words(column.x + _PAD + 12, y, _reason(node, column.width), "note", tip)


def _edges(thread: Thread, placed: Layout, columns: Mapping[Layer, _Column]) -> Iterator[Path]:
    """Draw every edge; one that leads to an id that nobody wrote is dotted."""
    missing = {node.key for node in thread.nodes if node.missing}
    layer_of = {node.key: node.layer for node in thread.nodes}
    for (source, target), route in placed.routes.items():
        first = LAYERS.index(layer_of[source])
        stops = [(columns[LAYERS[first + at]], _TOP + placed.middle[key]) for at, key in enumerate(route)]
        yield Path(tuple(_points(stops)), "broken" if missing & {source, target} else "edge")


def _points(stops: Sequence[tuple[_Column, float]]) -> Iterator[tuple[float, float]]:
    """Yield the points of a smooth line that leaves and enters level, and passes columns level."""
    half = _GAP / 2
    for at, (column, y) in enumerate(stops):
        if at:
            yield from ((column.x - half, y), (column.x, y))
        if at < len(stops) - 1:
            yield from ((column.x + column.width, y), (column.x + column.width + half, y))
