"""Find the rows of an event log that are not in order: quickly whether, then slowly where."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Final

from purposebook.domain.event_log import EventLog
from purposebook.errors import Fault
from purposebook.storage.conflicts import MARK, conflict_fault
from purposebook.storage.csv_header import what_is_wrong
from purposebook.storage.csv_rows import raggedness, wrong_quotes
from purposebook.storage.event_rows import condition, problems
from purposebook.storage.limits import FAULTS_SHOWN
from purposebook.text.plurals import integer

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LINE: Final = re.compile(r"CSV Error on Line: ([0-9]+)")


def counted(connection: DuckDBPyConnection, log: EventLog, types: Mapping[str, str]) -> tuple[int, int, str]:
    """Return a log's number of rows and of rows that are not in order, or what DuckDB says of a file it cannot read."""
    import duckdb

    try:
        found = connection.execute(
            f"SELECT count(*), count(*) FILTER (WHERE {_any_wrong(log, types)}) FROM {log.relation}"  # noqa: S608
        ).fetchone()
    except duckdb.Error as error:
        return 0, 0, str(error) or type(error).__name__
    return (int(found[0]), int(found[1]), "") if found else (0, 0, "nothing was found")


def csv_faults(log: EventLog, broken: str) -> tuple[Fault, ...]:
    """Return the first faults of a CSV file, each with its line, and a last one where more follow."""
    found = list(islice(_csv_faults(log), FAULTS_SHOWN + 1))
    if found:
        conflict = next((one for one in found if "git conflict" in one.message), None)
        return (conflict,) if conflict else _limited(found)
    said = _LINE.search(broken)
    advice = "end every line in the same way, and save it as CSV UTF-8"
    return (Fault(log.path.name, int(said[1]) if said else 0, 0, "", "cannot be read as one table", advice),)


def parquet_faults(
    connection: DuckDBPyConnection, log: EventLog, types: Mapping[str, str], broken: str
) -> tuple[Fault, ...]:
    """Return the first faults of a Parquet file, each with its row, and a last one where more follow."""
    import duckdb

    name = log.path.name
    damaged = (Fault(name, 0, 0, "", "is damaged and cannot be read to its end", "export it again"),)
    if broken:
        return damaged
    cells = ", ".join(f"coalesce(CAST(\"{column}\" AS VARCHAR), '')" for column in log.columns)
    rows = f"(SELECT row_number() OVER () AS number, * FROM {log.relation})"  # noqa: S608
    asked = f"SELECT number, {cells} FROM {rows} WHERE {_any_wrong(log, types)} ORDER BY number LIMIT ?"  # noqa: S608
    try:
        found = connection.execute(asked, [FAULTS_SHOWN + 1]).fetchall()
    except duckdb.Error:
        return damaged
    faults = (
        Fault(name, 0, log.columns.index(column) + 1, column, f"row {integer(number)} {message}", advice)
        for number, *row in found
        for column, message, advice in problems(dict(zip(log.columns, row, strict=True)))
    )
    return _limited(list(islice(faults, FAULTS_SHOWN + 1))) or damaged


def _any_wrong(log: EventLog, types: Mapping[str, str]) -> str:
    """Return the condition that a row is not in order."""
    return " OR ".join(f"({condition(column, types.get(column, 'VARCHAR'))})" for column in log.columns)


def _csv_faults(log: EventLog) -> Iterator[Fault]:
    """Read a CSV file line by line and yield its faults; after one that hides where rows end, nothing more."""
    name, width = log.path.name, len(log.columns)
    with log.path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as source:
        rows = csv.reader(islice(source, log.skip, None), delimiter=log.delimiter, strict=True)
        next(rows)
        start = log.skip + 2
        try:
            for cells in rows:
                if len(cells) == 1 and MARK.fullmatch(cells[0]):
                    yield conflict_fault(name, start, cells[0])
                    return
                if cells and len(cells) != width and cells[width:] != [""]:
                    yield Fault(name, start, 0, "", *raggedness(len(cells), width))
                elif cells:
                    yield from _row_faults(log, start, cells[:width])
                start = log.skip + rows.line_num + 1
        except csv.Error as error:
            yield Fault(name, start, 0, "", *wrong_quotes(what_is_wrong(error)))


def _row_faults(log: EventLog, line: int, cells: Iterable[str]) -> Iterator[Fault]:
    """Yield the faults of one row."""
    for column, message, advice in problems(dict(zip(log.columns, cells, strict=True))):
        yield Fault(log.path.name, line, log.columns.index(column) + 1, column, message, advice)


def _limited(found: list[Fault]) -> tuple[Fault, ...]:
    """Return as many faults as are shown, and say when there are more."""
    shown, rest = found[:FAULTS_SHOWN], found[FAULTS_SHOWN:]
    more = [Fault(one.file, one.line, 0, "", "more faults follow", "mend those above first") for one in rest]
    return (*shown, *more)
