"""The iteration log: what was heard, what was changed for it, and what happened then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from purposebook.charts.drawing import draw
from purposebook.charts.figure import Figure, Group, table
from purposebook.charts.names import called, metric_names
from purposebook.charts.rows_of_boxes import Cell, Row, items, rows_of_boxes
from purposebook.charts.words import apart, counted, dashed, day, first_shown, verb
from purposebook.domain.opportunities import Iteration
from purposebook.domain.workbook import Workbook

_HEADS: Final = ("Feedback", "Change", "Effect")
_COLUMNS: Final = ("Feedback", "Heard on", "Change", "Changed on", "Effect", "Shown by", "Loop")
_MOST: Final = 20


def iterations(book: Workbook) -> Figure | None:
    """Draw one row per piece of feedback, the newest first; loops that are not closed are loose."""
    every = sorted(book.opportunities.iterations, key=lambda one: one.heard or dt.date.min, reverse=True)
    if not every:
        return None
    metrics = metric_names(book)
    rows = [_row(one, metrics) for one in every]
    return Figure(
        "iterations",
        _title(rows),
        draw(*rows_of_boxes(_HEADS, rows[:_MOST])),
        _description(every, rows),
        table(_COLUMNS, [_facts(one, row, metrics) for one, row in zip(every, rows, strict=True)]),
        "opportunities.yml and metrics.yml",
        team=("Feedback", "Change", "Effect", "Shown by"),
        listing=tuple(Group(row.cells[0].text, tuple(items(_HEADS, row))[1:]) for row in rows),
    )


def _row(one: Iteration, metrics: Mapping[str, str]) -> Row:
    """Say an iteration as boxes; after a change that was not made only an effect that is written is drawn."""
    cells = [Cell(one.feedback, _on("heard", one.heard))]
    changed, told = bool(one.change.strip()), bool(one.effect.strip())
    notes = _on("changed", one.changed)
    cells.append(Cell(one.change, notes) if changed else Cell(notes=notes, loose="nothing is changed yet"))
    shown = (f"shown by {apart(called(metrics, one.metric))}",) if one.metric else ()
    if told:
        cells.append(Cell(one.effect, shown))
    elif changed:
        cells.append(Cell(notes=shown, loose="the effect is not known yet"))
    return Row(tuple(cells))


def _on(what: str, date: dt.date | None) -> tuple[str, ...]:
    """Say when something happened."""
    return (f"{what} on {day(date)}",) if date else ()


def _title(rows: Sequence[Row]) -> str:
    """Say how many loops are closed."""
    closed = sum(not row.loose for row in rows)
    if closed == len(rows):
        return f"Every loop is closed: {counted(closed, 'piece')} of feedback led to a change whose effect is known"
    every = counted(len(rows), "loop")
    return f"{closed or 'None'} of {every} {verb(closed)} closed, from feedback over a change to its effect"


def _description(every: Sequence[Iteration], rows: Sequence[Row]) -> str:
    """Name the open loops, and the effects that no metric shows."""
    said = ["Each row reads from left to right: feedback, the change that answers it, and its effect; newest first."]
    loose = ((row.cells[0].text, ", ".join(row.loose)) for row in rows if row.loose)
    said.append(dashed(loose, "Open loops", "No loop is open."))
    bare = sum(bool(one.effect.strip()) and not one.metric for one in every)
    said.append(f"{counted(bare, 'effect')} {verb(bare, 'is', 'are')} told in words, without a metric." if bare else "")
    return " ".join(filter(None, [*said, first_shown(_MOST, len(rows), "pieces of feedback")]))


def _facts(one: Iteration, row: Row, metrics: Mapping[str, str]) -> tuple[object, ...]:
    """Return an iteration's row."""
    heard, changed = (date.isoformat() if date else "" for date in (one.heard, one.changed))
    shown = called(metrics, one.metric)
    return one.feedback, heard, one.change, changed, one.effect, shown, "; ".join(row.loose) or "closed"
