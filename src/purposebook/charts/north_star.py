"""The north star: the inputs that move it on its left, the guards that watch it on its right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from purposebook.charts.drawing import draw
from purposebook.charts.figure import Figure, table
from purposebook.charts.flow import (
    Entry,
    Flow,
    Heading,
    Link,
    bound_in_words,
    ghost,
    groups,
    loose_in_words,
    notes,
    reasons,
)
from purposebook.charts.flow_shapes import flow_shapes
from purposebook.charts.words import apart, counted, day, number, verb, with_unit
from purposebook.domain.metrics import Metric
from purposebook.domain.workbook import Workbook

_HEADINGS: Final = (
    Heading("Inputs", "that teams can move", "Inputs that teams can move"),
    Heading("North star", "that shows the purpose best"),
    Heading("Guards", "that must not get worse", "Guards that must not get worse meanwhile"),
)
_MOST: Final = 20


def north_star(book: Workbook) -> Figure | None:
    """Draw the north star between its inputs and its guards."""
    if not (book.metrics.north_star or book.metrics.north_star_inputs):
        return None
    flow = _flow(book)
    shapes, height = flow_shapes(flow, _MOST)
    return Figure(
        "north-star",
        _title(flow),
        draw(shapes, height),
        _description(flow),
        table(["Metric", "Role", "Id", "Baseline and target", "Owner", "Loose ends"], _facts(book, flow)),
        "metrics.yml",
        team=("Metric", "Baseline and target", "Owner"),
        listing=tuple(groups(flow)),
    )


def _flow(book: Workbook) -> Flow:
    """Say star, inputs and guards as columns of boxes."""
    known = {metric.id: metric for metric in book.metrics.metrics}
    star, inputs = book.metrics.north_star, dict.fromkeys(book.metrics.north_star_inputs)
    guards = dict.fromkeys(known[star].guards) if star in known else {}
    entries = [_entry(0, id, known) for id in inputs]
    if star:
        found = _entry(1, star, known)
        gaps = reasons(("no input is named", not inputs), ("no guard watches it", star in known and not guards))
        entries.append(replace(found, loose=(*found.loose, *gaps)))
    else:
        entries = [replace(entry, loose=(*entry.loose, "no north star is named")) for entry in entries]
    entries += [_entry(2, id, known) for id in guards]
    links = [Link(_key(0, id), _key(1, star)) for id in inputs if star]
    links += [Link(_key(1, star), _key(2, id)) for id in guards if star]
    return Flow(_HEADINGS, tuple(entries), tuple(links))


def _key(column: int, id: str) -> str:
    """Name a metric's place: one that stands in two columns has two boxes."""
    return f"{column}:{id}"


def _entry(column: int, id: str, known: dict[str, Metric]) -> Entry:
    """Say one metric as a box."""
    if id not in known:
        return ghost(column, _key(column, id), id)
    metric = known[id]
    owner = f"owner: {apart(metric.owner)}" if metric.owner.strip() else ""
    return Entry(column, _key(column, id), metric.name, notes(_way(metric), owner))


def _way(metric: Metric) -> str:
    """Say from where to where a metric should go."""
    start, goal = metric.baseline, metric.target
    by = f" by {day(goal.by)}" if goal and goal.by else ""
    if start and goal and start.value == goal.value:
        return f"stay at {with_unit(goal.value, metric.unit)}{by}"
    if start and goal:
        return f"from {number(start.value)} to {with_unit(goal.value, metric.unit)}{by}"
    if goal:
        return f"to {with_unit(goal.value, metric.unit)}{by}"
    return f"from {with_unit(start.value, metric.unit)}, without a target" if start else ""


def _title(flow: Flow) -> str:
    """Say what moves the star and what watches it."""
    inputs, _, guards = (sum(not entry.missing for entry in flow.column(at)) for at in range(3))
    if not flow.column(1):
        return f"No north star is named yet; {counted(inputs, 'input')} {verb(inputs, 'waits', 'wait')} for one"
    moved = f"{counted(inputs, 'input')} should" if inputs else "No input is named that would"
    watches = f"{counted(guards, 'guard')} {verb(guards, 'watches', 'watch')}" if guards else "no guard watches"
    return f"{moved} move the north star, and {watches} it"


def _description(flow: Flow) -> str:
    """Name the loose ends."""
    said = "Three columns: inputs, the north star that they are expected to move, and guards that must not get worse."
    return " ".join(filter(None, [said, loose_in_words(flow), bound_in_words(flow, _MOST)]))


def _facts(book: Workbook, flow: Flow) -> Iterator[tuple[object, ...]]:
    """Yield one row per box."""
    known = {metric.id: metric for metric in book.metrics.metrics}
    for entry in flow.entries:
        id = entry.key.partition(":")[2]
        metric = known.get(id)
        way, owner = (_way(metric), metric.owner) if metric else ("", "")
        role = ("input", "north star", "guard")[entry.column]
        yield entry.text, role, id, way, owner, "; ".join(entry.loose)
