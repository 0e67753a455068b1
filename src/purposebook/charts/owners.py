"""Who looks after which metric, area by area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import Cell, Column, Row, grid, listing, missing, rest, stops
from purposebook.charts.words import counted, listed, quoted, verb
from purposebook.domain.metrics import Metric, MetricArea
from purposebook.domain.workbook import Workbook

_AREAS: Final[tuple[str, ...]] = get_args(MetricArea)
_NO_AREA: Final = "No area yet"
_COLUMNS: Final = (Column("Metric", 1.5), Column("Owner", 1))


def owners(book: Workbook) -> Figure | None:
    """Draw metrics with their owners under the areas that look after them."""
    metrics = book.metrics.metrics
    if not any(metric.area or metric.owner.strip() for metric in metrics):
        return None
    ordered = sorted(metrics, key=lambda metric: _AREAS.index(metric.area) if metric.area else len(_AREAS))
    rows = [_row(metric) for metric in ordered]
    return Figure(
        "owners",
        _title(metrics),
        grid(_COLUMNS, rows),
        _description(metrics),
        table(["Area", "Metric", "Owner"], [(_area(one), one.name, one.owner or "no owner") for one in ordered]),
        "metrics.yml",
        team=("Metric", "Owner"),
        listing=listing(_COLUMNS, rows),
    )


def _area(metric: Metric) -> str:
    """Name the area of a metric."""
    return metric.area.capitalize() if metric.area else _NO_AREA


def _row(metric: Metric) -> Row:
    """Return a metric's row."""
    owned = bool(metric.owner.strip())
    owner = Cell(metric.owner, "good", "looks after it", own=True) if owned else missing("no owner")
    return Row((Cell(metric.name, own=True), owner), _area(metric), "good" if owned and metric.area else "warn")


def _title(metrics: Sequence[Metric]) -> str:
    """Say how many metrics have an owner, and how many an area."""
    owned = sum(bool(metric.owner.strip()) for metric in metrics)
    bare = sum(metric.area is None for metric in metrics)
    first = f"{owned or 'None'} of {counted(len(metrics), 'metric')} {verb(owned, 'has', 'have')} an owner"
    return f"{first}; {bare} {verb(bare, 'has', 'have')} no area" if bare else f"{first}, and every one an area"


def _description(metrics: Sequence[Metric]) -> str:
    """Name the metrics that nobody looks after, and the areas that look after none."""
    loose = [quoted(metric.name, 60) for metric in metrics if not metric.owner.strip()]
    bare = [quoted(metric.name, 60) for metric in metrics if metric.area is None]
    idle = [area for area in _AREAS if not any(metric.area == area for metric in metrics)]
    return rest(
        (
            "Metrics stand under the area that looks after them, each with its owner.",
            f"With no owner: {listed(loose, 5)}." if loose else "",
            f"With no area: {listed(bare, 5)}." if bare else "",
            f"Areas without a metric: {listed(idle)}." if idle else "",
            stops(len(metrics), "metrics"),
        )
    )
