"""Each number of the business beside the one that shows what users get for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import Cell, Column, Row, grid, listing, missing, rest, stops
from purposebook.charts.words import counted, listed, quoted, verb
from purposebook.domain.metrics import Metric
from purposebook.domain.workbook import Workbook

_COLUMNS: Final = (Column("Business metric", 1.5), Column("Counts", 0.8), Column("Paired with", 1.6))
_TWIN: Final = "counts for the business too"


def pairs(book: Workbook) -> Figure | None:
    """Draw the pairs; a business metric without a partner is loose."""
    metrics = {metric.id: metric for metric in book.metrics.metrics}
    ours = [metric for metric in metrics.values() if metric.is_business]
    if not ours:
        return None
    rows = [_row(metric, metrics) for metric in ours]
    return Figure(
        "pairs",
        _title(rows),
        grid(_COLUMNS, rows),
        _description(rows),
        table(
            [*(column.head for column in _COLUMNS), "State"],
            [(*(cell.text for cell in row.cells), row.cells[2].over or row.cells[2].note) for row in rows],
        ),
        "metrics.yml",
        team=("Business metric", "Paired with"),
        listing=listing(_COLUMNS, rows),
    )


def _row(metric: Metric, metrics: Mapping[str, Metric]) -> Row:
    """Return a business metric with what it is paired with."""
    counts = (metric.money or "business").replace("-", " ")
    partner = _partner(metric, metrics)
    state = {"joined": "good", "bad": "bad"}.get(partner.mark, "warn")
    return Row((Cell(metric.name, own=True), Cell(counts), partner), state=state)


def _partner(metric: Metric, metrics: Mapping[str, Metric]) -> Cell:
    """Find the partner: the metric that is named, or else the guards that are not of the business."""
    if metric.pairs_with:
        found = metrics.get(metric.pairs_with)
        if found is None:
            return Cell(f"{metric.pairs_with} (not written yet)", "bad", "no such metric is written")
        if found.is_business:
            return Cell(found.name, "loose", own=True, over=_TWIN)
        return Cell(found.name, "joined", "paired", own=True)
    guards = [metrics[id].name for id in metric.guards if id in metrics and not metrics[id].is_business]
    return Cell("; ".join(guards), "joined", "guarded", own=True) if guards else missing("no user-value metric")


def _title(rows: Sequence[Row]) -> str:
    """Say how many pairs there are."""
    paired = sum(row.state == "good" for row in rows)
    of_all = counted(len(rows), "business metric")
    return f"{paired or 'None'} of {of_all} {verb(paired, 'has', 'have')} a user-value metric beside it"


def _description(rows: Sequence[Row]) -> str:
    """Name the lonely ones."""
    lonely = [quoted(row.cells[0].text, 60) for row in rows if row.cells[2].text == "no user-value metric"]
    twins = [quoted(row.cells[0].text, 60) for row in rows if row.cells[2].over == _TWIN]
    return rest(
        (
            "Each row shows what the organisation gets and what its users get for it.",
            "The two move beside each other; neither is said to cause the other.",
            f"With no user-value metric: {listed(lonely, 5)}." if lonely else "",
            f"Paired with another number of the business: {listed(twins, 5)}." if twins else "",
            stops(len(rows), "metrics"),
        )
    )
