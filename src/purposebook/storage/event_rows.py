"""What a row of an event log must say: as a condition for DuckDB, and in words for the row that breaks it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Final

from purposebook.domain.base import LARGEST_NUMBER
from purposebook.domain.event_log import REQUIRED, UNNAMED
from purposebook.storage.csv_rows import byte_problem
from purposebook.storage.texts import shown

Problem = tuple[str, str, str]
"""A column, what is wrong, and what to do."""
AT: Final = (
    r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}"
    r"([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-4])(:?[0-5][0-9])?)?)?"
)
"""A day, or a day and a time with or without an offset, as ISO 8601 writes them."""
NUMBER: Final = r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?"
_WRITE_TIME: Final = "write it as 2026-03-31 or 2026-03-31T09:30:00+02:00"
_FIRST_MARK: Final = "!"
"""The first character that is neither a space nor invisible."""


def condition(column: str, type_: str = "VARCHAR") -> str:
    """Return the condition that a cell is wrong, of a column with this type of DuckDB's."""
    name = f'"{column}"'
    if column == "at":
        return _at_condition(name, type_)
    if column == "value":
        return _value_condition(name, type_)
    if column.startswith(UNNAMED):
        return f"trim({name}) <> ''"
    blank = f"{name} IS NULL" if column in REQUIRED else "FALSE"
    if type_ != "VARCHAR":
        return blank
    begins = f"{name} < '{_FIRST_MARK}'" if column in REQUIRED else f"{name} < '{_FIRST_MARK}' AND {name} <> ''"
    return f"{blank} OR ({begins}) OR suffix({name}, ' ')"


def _at_condition(name: str, type_: str) -> str:
    """Return the condition that a time is wrong."""
    if type_ == "VARCHAR":
        return f"{name} IS NULL OR NOT regexp_full_match({name}, '{AT}') OR TRY_CAST({name} AS TIMESTAMP) IS NULL"
    time = f"TRY_CAST({name} AS TIMESTAMP)"
    return f"{time} IS NULL OR {time} NOT BETWEEN TIMESTAMP '1000-01-01' AND TIMESTAMP '9999-12-31 23:59:59.999999'"


def _value_condition(name: str, type_: str) -> str:
    """Return the condition that a value is wrong."""
    written = f"regexp_full_match({name}, '{NUMBER}') AND " if type_ == "VARCHAR" else ""
    given = f"{name} <> ''" if type_ == "VARCHAR" else f"{name} IS NOT NULL"
    return f"{given} AND NOT coalesce({written}abs(TRY_CAST({name} AS DOUBLE)) <= {LARGEST_NUMBER}, FALSE)"


def problems(cells: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with a row of texts; it is just what the conditions find."""
    for column, cell in cells.items():
        found = byte_problem(cell.replace("\0", "")) if not cell.isprintable() else None
        found = found or _problem(column, cell)
        if found:
            yield (column, *found)


def _problem(column: str, cell: str) -> tuple[str, str] | None:
    """Say what is wrong with a cell of one column."""
    if column.startswith(UNNAMED):
        said = (f"the column has no name, but says '{shown(cell)}'", "name it, or delete it")
        return said if cell.strip(" ") else None
    return _at(cell) if column == "at" else _value(cell) if column == "value" else _text(column, cell)


def _at(cell: str) -> tuple[str, str] | None:
    """Say what is wrong with a time."""
    if not cell:
        return "is empty", _WRITE_TIME
    if not re.fullmatch(AT, cell):
        return f"'{shown(cell)}' is neither a date nor a time", _WRITE_TIME
    try:
        dt.date.fromisoformat(cell[:10])
    except ValueError:
        return f"'{cell[:10]}' is not a day of the calendar", "check the month and the day"
    return None


def _value(cell: str) -> tuple[str, str] | None:
    """Say what is wrong with a value."""
    if not cell:
        return None
    if not re.fullmatch(NUMBER, cell):
        return f"'{shown(cell)}' is not a number", "write it with a point, as in 29.33, or leave it empty"
    too_large = abs(float(cell)) > LARGEST_NUMBER
    return ("is a number beyond 10^15", "write it in a larger unit") if too_large else None


def _text(column: str, cell: str) -> tuple[str, str] | None:
    """Say what is wrong with a text."""
    if cell and cell[0] >= _FIRST_MARK and not cell.endswith(" "):
        return None
    if cell.strip():
        return "begins or ends with a space", "delete it, or this would be another name"
    if column in REQUIRED:
        return "is empty", f"say the {column} of every row"
    return ("holds nothing but spaces", "leave it empty") if cell else None
