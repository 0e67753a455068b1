"""Find the columns of an event log: those of a CSV file in its header, those of a Parquet file in its schema."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from purposebook.domain.event_log import OPTIONAL, REQUIRED, UNNAMED, EventLog
from purposebook.errors import DataFaults, Fault
from purposebook.storage.conflicts import conflict_in
from purposebook.storage.csv_header import Header, Kind, read_header
from purposebook.storage.csv_reading import lines_and_ends
from purposebook.storage.csv_rows import SAVE_AS_UTF8
from purposebook.storage.files import open_plain, refusal
from purposebook.storage.texts import did_you_mean, nearest, shown

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_KNOWN: Final = (*REQUIRED, *OPTIONAL)
_EVENTS: Final = Kind(_KNOWN, REQUIRED)
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
        raise refusal(folder, name, "is not UTF-8 text", SAVE_AS_UTF8)
    lines, _ = lines_and_ends(head.decode("utf-8-sig", errors="surrogateescape"))
    header = read_header(name, lines, _EVENTS)
    if not isinstance(header, Header):
        left = conflict_in(name, "\n".join(lines), broken=True)
        raise DataFaults(folder.name, (left,) if left else header)
    columns = tuple(column or f"{UNNAMED}{at}" for at, column in enumerate(header.columns, start=1))
    return EventLog(folder / name, "csv", columns, header.delimiter, header.line - 1)


def parquet_log(folder: Path, name: str, connection: DuckDBPyConnection) -> tuple[EventLog, dict[str, str]]:
    """Return a Parquet file as a log, with each column's type; raise `DataFaults` with all that is wrong with them."""
    import duckdb

    log = EventLog(folder / name, "parquet", ())
    try:
        found = connection.execute(f"DESCRIBE SELECT * FROM {log.relation}").fetchall()  # noqa: S608
    except duckdb.Error as error:
        raise refusal(folder, name, "is not a whole Parquet file", "export it again, or export it as CSV") from error
    types = {str(row[0]): str(row[1]) for row in found}
    _refuse_columns(folder, name, tuple(str(row[0]) for row in found))
    wrong = [_type_fault(name, at, *one) for at, one in enumerate(types.items(), start=1) if not _fits(*one)]
    if wrong:
        raise DataFaults(folder.name, wrong)
    return EventLog(folder / name, "parquet", tuple(types)), types


def _refuse_columns(folder: Path, name: str, columns: tuple[str, ...]) -> None:
    """Refuse columns of a Parquet file that are unknown, there twice or missing."""
    wrong = [
        Fault(name, 0, at, shown(column), *problem)
        for at, column in enumerate(columns, start=1)
        if (problem := _column_problem(column, columns[: at - 1]))
    ]
    near = {nearest(column, _KNOWN) for column in columns}
    wrong += [
        Fault(name, 0, 0, column, "the column is missing", f"export it with a column '{column}'")
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
