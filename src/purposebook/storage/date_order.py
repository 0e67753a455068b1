"""Find out whether the days of an export begin with the day or the month, or ask."""

from __future__ import annotations

from typing import NamedTuple

from purposebook.errors import Fault
from purposebook.storage.sheets import Row
from purposebook.storage.texts import shown
from purposebook.storage.tracker_columns import Reading
from purposebook.storage.tracker_dates import Order, has_points, order_in, orders_of, readings_of

DATES = ("created", "closed")
_FIRST: dict[Order, str] = {"dmy": "day", "mdy": "month"}


class _Cell(NamedTuple):
    """Name one day of a file."""

    row: Row
    name: str
    text: str


def order_of(reading: Reading, rows: list[Row], asked: Order | None) -> Order | Fault:
    """Return the order of day and month in a file, or the fault that asks for it.

    What a file proves counts; then what was asked for or answered before; then the form that has one reading.
    """
    cells = [
        _Cell(row, name, row.cells[at].strip())
        for row in rows
        for name in DATES
        if (at := reading.filled(row, name)) is not None
    ]
    proven = order_in(cell.text for cell in cells)
    if len(proven) > 1:
        return _contradiction(reading, cells)
    order = next(iter(proven), None)
    if order:
        return order if asked in {None, order} else _refused_option(reading, cells, order)
    doubtful = next((cell for cell in cells if len(orders_of(cell.text)) > 1), None)
    if asked or reading.answers.dates or doubtful is None:
        return asked or reading.answers.dates or "dmy"
    european = reading.sheet.delimiter == ";" or reading.tracker.language != "en"
    if european and has_points(doubtful.text):
        return "dmy"
    message = f"'{shown(doubtful.text)}' is {readings_of(doubtful.text)}, and no other day of this file decides"
    return _fault(reading, doubtful, message, "say which with --dates dmy or --dates mdy")


def _contradiction(reading: Reading, cells: list[_Cell]) -> Fault:
    """Refuse a file with days in both orders."""
    cell = next(cell for cell in cells if orders_of(cell.text) == {"mdy"})
    message = f"'{shown(cell.text)}' has its month first, others of this file have their day first"
    return _fault(reading, cell, message, "export it again with one form of dates")


def _refused_option(reading: Reading, cells: list[_Cell], order: Order) -> Fault:
    """Refuse an order that the file disproves."""
    cell = next(cell for cell in cells if orders_of(cell.text) == {order})
    message = f"'{shown(cell.text)}' has its {_FIRST[order]} first, which --dates denies"
    return _fault(reading, cell, message, f"leave --dates out, or write --dates {order}")


def _fault(reading: Reading, cell: _Cell, message: str, advice: str) -> Fault:
    """Say what is wrong with a day."""
    column, position = reading.place(cell.row, cell.name)
    return Fault(reading.sheet.name, cell.row.line, position, shown(column), message, advice)
