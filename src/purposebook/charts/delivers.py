"""Delivered value: which problem leads to whose need, to which value, and to the metric that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from purposebook.charts.drawing import draw
from purposebook.charts.figure import Figure, Group, table
from purposebook.charts.names import called, metric_names, persona_names
from purposebook.charts.rows_of_boxes import Cell, Row, items, rows_of_boxes
from purposebook.charts.words import apart, counted, dashed, first_shown, rests_on, verb
from purposebook.domain.mission import Delivery
from purposebook.domain.personas import Need, Persona
from purposebook.domain.workbook import Workbook

_HEADS: Final = ("Problem", "Need behind it", "Value that they get", "Shown by")
_COLUMNS: Final = ("Problem", "Persona", "Need", "Value", "Shown by", "Not measured because", "Loose ends")
_MOST: Final = 20


@dataclass(frozen=True)
class _Known:
    """Hold what the ids of deliveries are called."""

    needs: Mapping[str, tuple[Persona, Need]]
    personas: Mapping[str, str]
    metrics: Mapping[str, str]

    def persona(self, one: Delivery) -> str:
        """Return the persona who has a problem: the one that is named, or else whose need it is."""
        if one.persona:
            return called(self.personas, one.persona)
        owned = self.needs.get(one.need or "")
        return owned[0].name if owned else ""

    def need(self, one: Delivery) -> str:
        """Return the need behind a problem."""
        owned = self.needs.get(one.need or "")
        return owned[1].text if owned else (one.need or "")


def delivers(book: Workbook) -> Figure | None:
    """Draw one row per problem, from the need behind it to what shows the value."""
    every = book.mission.delivers
    if not every:
        return None
    needs = {need.id: (persona, need) for persona, need in book.personas.needs()}
    known = _Known(needs, persona_names(book), metric_names(book))
    rows = [_row(one, known) for one in every]
    return Figure(
        "delivers",
        _title(rows),
        draw(*rows_of_boxes(_HEADS, rows[:_MOST])),
        _description(rows),
        table(_COLUMNS, [_facts(one, row, known) for one, row in zip(every, rows, strict=True)]),
        "mission.yml, personas.yml and metrics.yml",
        team=_COLUMNS[:-1],
        listing=tuple(_listing(rows)),
    )


def _row(one: Delivery, known: _Known) -> Row:
    """Say a delivery as boxes."""
    value = Cell(one.value) if one.value.strip() else Cell(loose="no value is named")
    return Row((Cell(one.problem, (rests_on(one)[1],)), _need(one, known), value, _shown(one, known.metrics)))


def _need(one: Delivery, known: _Known) -> Cell:
    """Say whose need stands behind a problem."""
    who = known.persona(one)
    notes = (apart(who),) if who else ()
    if not one.need:
        return Cell(who, loose="no need is named") if who else Cell(loose="no need and no persona is named")
    if one.need not in known.needs:
        return Cell(one.need, notes, "the need is not written yet", missing=True)
    lost = one.persona is not None and one.persona not in known.personas
    return Cell(known.need(one), notes, "the persona is not written yet" if lost else "", missing=lost)


def _shown(one: Delivery, metrics: Mapping[str, str]) -> Cell:
    """Say what shows the value, or why nothing does."""
    if one.metric:
        lost = one.metric not in metrics
        name = metrics.get(one.metric, one.metric)
        return Cell(name, loose="the metric is not written yet" if lost else "", missing=lost)
    if one.not_measured.strip():
        return Cell(one.not_measured, ("why no metric shows it",))
    return Cell(loose="neither a metric nor a reason")


def _title(rows: Sequence[Row]) -> str:
    """Say how many problems lead all the way."""
    whole = sum(not row.loose for row in rows)
    leads = verb(whole, "leads", "lead")
    if whole == len(rows):
        return f"{counted(whole, 'problem')} {leads} to a need, a value, and a metric or the reason why there is none"
    every = counted(len(rows), "problem")
    return f"{whole or 'None'} of {every} {leads} all the way to a need, a value and what shows it"


def _description(rows: Sequence[Row]) -> str:
    """Name what breaks off."""
    said = ["Each row reads from left to right: problem, the need behind it, the value, and what shows it."]
    said.append(dashed((row.cells[0].text, ", ".join(row.loose)) for row in rows if row.loose))
    return " ".join(filter(None, [*said, first_shown(_MOST, len(rows), "problems")]))


def _facts(one: Delivery, row: Row, known: _Known) -> tuple[object, ...]:
    """Return a delivery's row."""
    shown = called(known.metrics, one.metric)
    return one.problem, known.persona(one), known.need(one), one.value, shown, one.not_measured, "; ".join(row.loose)


def _listing(rows: Sequence[Row]) -> Iterator[Group]:
    """Say the same as a list, problem by problem."""
    for row in rows:
        yield Group(row.cells[0].text, tuple(items(_HEADS, row))[1:])
