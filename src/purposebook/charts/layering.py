"""Place the nodes of a layered graph so that its edges cross little and run level.

Sources: Sugiyama, Tagawa and Toda (1981) for layers, dummies and barycentres; Barlow and others (1972) for pooling
adjacent violators.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from statistics import fmean
from typing import Final

_SWEEPS: Final = 12
_DUMMY: Final = 6.0

Link = tuple[str, str]
Columns = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Layout:
    """Hold where the middle of every node and dummy is, and through which of them each edge runs."""

    middle: Mapping[str, float]
    routes: Mapping[Link, tuple[str, ...]]
    """From source to target, with one dummy per column in between."""
    height: float


def layout(columns: Columns, edges: Iterable[Link], heights: Mapping[str, float], gap: float) -> Layout:
    """Order the nodes of each column and place them; edges run from left to right."""
    column_of = {node: at for at, nodes in enumerate(columns) for node in nodes}
    routes = {edge: _route(edge, column_of) for edge in edges}
    filled = [list(nodes) for nodes in columns]
    for (source, _), route in routes.items():
        for step, dummy in enumerate(route[1:-1], 1):
            filled[column_of[source] + step].append(dummy)
    links = tuple(dict.fromkeys(link for route in routes.values() for link in pairwise(route)))
    ordered = _ordered(tuple(map(tuple, filled)), links)
    middle = _placed(ordered, links, heights, gap)
    bottom = max((middle[node] + heights.get(node, _DUMMY) / 2 for node in middle), default=0.0)
    return Layout(middle, routes, bottom)


def _route(edge: Link, column_of: Mapping[str, int]) -> tuple[str, ...]:
    """Name one dummy for each column that an edge passes."""
    source, target = edge
    passed = range(column_of[source] + 1, column_of[target])
    return (source, *(f"{source}>{target}>{at}" for at in passed), target)


def _ordered(columns: Columns, links: Sequence[Link]) -> Columns:
    """Sweep to and fro over the columns, and keep the order with the fewest crossings."""
    left, right = _neighbours(links)
    best, fewest = columns, _crossings(columns, links)
    now = columns
    for sweep in range(_SWEEPS):
        now = _swept(now, left) if sweep % 2 == 0 else _swept(now[::-1], right)[::-1]
        crossings = _crossings(now, links)
        if crossings < fewest:
            best, fewest = now, crossings
    return best


def _neighbours(links: Iterable[Link]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return each node's neighbours to the left, and those to the right."""
    left: dict[str, list[str]] = defaultdict(list)
    right: dict[str, list[str]] = defaultdict(list)
    for source, target in links:
        right[source].append(target)
        left[target].append(source)
    return left, right


def _swept(columns: Columns, before: Mapping[str, list[str]]) -> Columns:
    """Sort each column by the mean place of its neighbours in the column before; others keep their place."""
    made = [columns[0]]
    for nodes in columns[1:]:
        place = {node: at for at, node in enumerate(made[-1])}
        near = [[place[held] for held in before.get(node, ())] for node in nodes]
        keys = [fmean(places) if places else at for at, places in enumerate(near)]
        made.append(tuple(node for _, _, node in sorted(zip(keys, range(len(nodes)), nodes, strict=True))))
    return tuple(made)


def _crossings(columns: Columns, links: Iterable[Link]) -> int:
    """Count the pairs of links that cross."""
    place = {node: at for nodes in columns for at, node in enumerate(nodes)}
    column = {node: at for at, nodes in enumerate(columns) for node in nodes}
    between: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for source, target in links:
        between[column[source]].append((place[source], place[target]))
    return sum((a - c) * (b - d) < 0 for ends in between.values() for (a, b), (c, d) in combinations(ends, 2))


def _placed(columns: Columns, links: Sequence[Link], heights: Mapping[str, float], gap: float) -> dict[str, float]:
    """Draw every node towards the mean height of its neighbours, and keep them apart."""
    left, right = _neighbours(links)
    middle: dict[str, float] = {}
    for nodes in columns:
        middle |= spread(nodes, dict.fromkeys(nodes, 0.0), heights, gap)
    for sweep in range(_SWEEPS):
        for nodes in columns if sweep % 2 == 0 else columns[::-1]:
            wanted = {node: _mean([*left[node], *right[node]], middle, middle[node]) for node in nodes}
            middle |= spread(nodes, wanted, heights, gap)
    return _closed_up(middle, heights, gap)


def _closed_up(middle: Mapping[str, float], heights: Mapping[str, float], gap: float) -> dict[str, float]:
    """Begin at the top, and take out what no column uses between two nodes."""
    tops = {node: y - heights.get(node, _DUMMY) / 2 for node, y in middle.items()}
    end = min(tops.values(), default=0.0) - gap
    shift = end + gap
    moved: dict[str, float] = {}
    for node in sorted(tops, key=lambda node: tops[node]):
        shift += max(0.0, tops[node] - end - gap)
        end = max(end, tops[node] + heights.get(node, _DUMMY))
        moved[node] = round(middle[node] - shift, 1)
    return moved


def _mean(neighbours: Sequence[str], middle: Mapping[str, float], otherwise: float) -> float:
    """Return the mean height of a node's neighbours."""
    return fmean(middle[node] for node in neighbours) if neighbours else otherwise


def spread(
    nodes: Sequence[str], wanted: Mapping[str, float], heights: Mapping[str, float], gap: float
) -> dict[str, float]:
    """Place a column's nodes in their order, without overlap, as near as can be to where they are wanted."""
    offsets, offset = [], 0.0
    for at, node in enumerate(nodes):
        if at:
            offset += (heights.get(nodes[at - 1], _DUMMY) + heights.get(node, _DUMMY)) / 2 + gap
        offsets.append(offset)
    blocks: list[tuple[float, int]] = []
    for node, shift in zip(nodes, offsets, strict=True):
        blocks.append((wanted[node] - shift, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (low, few), (high, more) = blocks[-2:]
            blocks[-2:] = [((low * few + high * more) / (few + more), few + more)]
    level = [value for value, count in blocks for _ in range(count)]
    return {node: value + shift for node, value, shift in zip(nodes, level, offsets, strict=True)}
