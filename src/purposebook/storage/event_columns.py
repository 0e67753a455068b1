"""Find the columns of an event log: those of a CSV file in its header, those of a Parquet file in its schema."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Final

from purposebook.domain.event_log import OPTIONAL, REQUIRED, EventLog
from purposebook.errors import DataFaults, Fault
from purposebook.storage.csv_reading import delimiter_in, what_is_wrong
from purposebook.storage.files import open_plain, refusal
from purposebook.storage.texts import did_you_mean, nearest, shown

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_KNOWN: Final = (*REQUIRED, *OPTIONAL)
_HEADER: Final = 100_000
"""Bytes within which the header of a CSV file ends."""
_WHOLE: Final = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
_WHOLES: Final = (*_WHOLE, *(f"U{type_}" for type_ in _WHOLE))
_TEXTS: Final = ("VARCHAR", "UUID", "ENUM", *_WHOLES)
_TIMES: Final = ("VARCHAR", "DATE", "TIMESTAMP")
_NUMBERS: Final = ("VARCHAR", "FLOAT", "DOUBLE", "DECIMAL", *_WHOLES)


def csv_log(folder: Path, name: str) -> EventLog:
    """Return a CSV file as a log; raise `DataFaults` with all that is wrong with its header."""
    with open_plain(folder, name) as source:
        head = source.read(_HEADER)
    if not head.strip():
        raise refusal(folder, name, "is empty", "write actor,at,event above the rows")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refusal(folder, name, "is not UTF-8 text", "save it as CSV UTF-8")
    line = head.decode("utf-8-sig", errors="surrogateescape").splitlines()[0]
    delimiter = delimiter_in(line)
    try:
        columns = tuple(next(csv.reader([line], delimiter=delimiter, strict=True), []))
    except csv.Error as error:
        raise refusal(folder, name, what_is_wrong(error), "write the header as actor,at,event", at="") from error
    if not {column.strip() for column in columns} & set(_KNOWN):
        raise refusal(folder, name, "the first line is no header", "write actor,at,event above the rows", at="")
    _refuse_columns(folder, name, columns, 1)
    return EventLog(folder / name, "csv", columns, delimiter)


def parquet_log(folder: Path, name: str, connection: DuckDBPyConnection) -> tuple[EventLog, dict[str, str]]:
    """Return a Parquet file as a log, with each column's type; raise `DataFaults` with all that is wrong with them."""
    import duckdb

    log = EventLog(folder / name, "parquet", ())
    try:
        found = connection.execute(f"DESCRIBE SELECT * FROM {log.relation}").fetchall()  # noqa: S608
    except duckdb.Error as error:
        raise refusal(folder, name, "is not a whole Parquet file", "export it again, or export it as CSV") from error
    types = {str(row[0]): str(row[1]) for row in found}
    _refuse_columns(folder, name, tuple(str(row[0]) for row in found), 0)
    wrong = [_type_fault(name, at, *one) for at, one in enumerate(types.items(), start=1) if not _fits(*one)]
    if wrong:
        raise DataFaults(folder.name, wrong)
    return EventLog(folder / name, "parquet", tuple(types)), types


def _refuse_columns(folder: Path, name: str, columns: tuple[str, ...], line: int) -> None:
    """Refuse columns that are unknown, there twice or missing."""
    wrong = [
        Fault(name, line, at, shown(column), *problem)
        for at, column in enumerate(columns, start=1)
        if (problem := _column_problem(column, columns[: at - 1]))
    ]
    near = {nearest(column, _KNOWN) for column in columns}
    wrong += [
        Fault(name, line, 0, column, "the column is missing", f"add '{column}' to the header")
        for column in REQUIRED
        if column not in columns and column not in near
    ]
    if wrong:
        raise DataFaults(folder.name, wrong)


def _column_problem(column: str, before: tuple[str, ...]) -> tuple[str, str] | None:
    """Say what is wrong with a column's name."""
    if column in before:
        return f"the column '{shown(column)}' stands twice", "keep one of the two"
    if column in _KNOWN:
        return None
    if column.strip() in _KNOWN:
        return f"the column '{column.strip()}' stands between spaces", "delete them"
    what = f"unknown column '{shown(column)}'" if column.strip() else "a column has no name"
    return what, did_you_mean(column[:200], _KNOWN)


def _fits(column: str, type_: str) -> bool:
    """Tell whether values of a type can stand in a column."""
    known = _TIMES if column == "at" else _NUMBERS if column == "value" else _TEXTS
    kind = type_.partition("(")[0]
    return not type_.endswith("[]") and (kind in known or (column == "at" and kind.startswith("TIMESTAMP")))


def _type_fault(name: str, position: int, column: str, type_: str) -> Fault:
    """Name a column whose values cannot be read."""
    wanted = "days or times" if column == "at" else "numbers" if column == "value" else "texts"
    return Fault(name, 0, position, column, f"the column holds {shown(type_)}", f"export it as {wanted}")
