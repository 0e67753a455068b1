"""Open an event log with DuckDB: nothing but this file is read, and nothing is left behind."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from purposebook.domain.event_log import EventLog
from purposebook.domain.variables import SPILL
from purposebook.measures.pirate.moments import UTC, times

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

MEMORY: Final = "600MB"
"""What DuckDB may hold in memory; beyond that it writes into a temporary folder."""

_ROWS: Final = """CAST(actor AS VARCHAR) AS actor, moment, epoch_us(local) AS wall, dated,
    CASE WHEN CAST(actor AS VARCHAR) <> '' AND CAST(event AS VARCHAR) <> ''
        AND local BETWEEN TIMESTAMP '0001-01-01' AND TIMESTAMP '9999-12-30 23:59:59.999999'
        THEN CAST(local AS DATE) END AS day,
    CAST(list_position(getvariable('names'), CAST(event AS VARCHAR)) AS UTINYINT) AS code"""
_OPTIONAL: Final = {
    "value": ("TRY_CAST(value AS DOUBLE) AS value", "CAST(NULL AS DOUBLE) AS value"),
    "channel": ("nullif(trim(CAST(channel AS VARCHAR)), '') AS channel", "CAST(NULL AS VARCHAR) AS channel"),
}


@contextmanager
def opened(log: EventLog, zone: str, names: tuple[str, ...]) -> Iterator[DuckDBPyConnection]:
    """Give a database in memory with the log as `source`: actor, moment, wall, dated, day, code, value, channel.

    `day` is the local day, and nothing for a row without actor, event or readable time. `code` is the place of the
    event among `names`, from 1, and nothing for any other event. `moment` and `wall` are microseconds: of time that
    passes, and of the clock on the wall. A text or a conversion is read once and kept; a plain Parquet file is read in
    place. Errors: DuckDB's own; a disk without room for what memory does not hold counts as memory that is out.
    """
    import duckdb

    with _large_files(), tempfile.TemporaryDirectory(prefix="purposebook-", dir=os.environ.get(SPILL)) as folder:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "temp_directory": str(Path(folder) / "spill"),
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        try:
            with duckdb.connect(":memory:", config=settings) as connection:
                _harden(connection, log)
                connection.execute("SET VARIABLE zone = $1", [zone])
                connection.execute("SET VARIABLE names = CAST($1 AS VARCHAR[])", [list(names)])
                _make_source(connection, connection.sql(f"FROM {log.relation}"), log, zone)
                yield connection
        except duckdb.IOException as error:
            if folder in str(error):  # a file of DuckDB's own could not be written
                raise duckdb.OutOfMemoryException(str(error)) from error
            raise


@contextmanager
def _large_files() -> Iterator[None]:
    """Let DuckDB write files as large as the system allows, where a chapter's process allows itself less."""
    if sys.platform == "win32":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _harden(connection: DuckDBPyConnection, log: EventLog) -> None:
    """Let the connection read one file and reach nothing else."""
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET enable_progress_bar = false")  # in a notebook it would write into the chapter's output
    connection.execute("SET allowed_paths = $1", [[str(log.path), log.pattern]])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def _make_source(connection: DuckDBPyConnection, file: DuckDBPyRelation, log: EventLog, zone: str) -> None:
    """Make `source`, of a table `kept` where reading costs more than keeping."""
    kind = str(file.project('"at"').types[0])
    optional = [there if name in log.columns else absent for name, (there, absent) in _OPTIONAL.items()]
    rows = file.project(times(kind, zone)).project(", ".join([_ROWS, *optional]))
    in_place = log.kind == "parquet" and (kind == "DATE" or (zone in UTC and kind.startswith("TIMESTAMP")))
    if in_place:
        rows.create_view("source")
        return
    rows.create("kept")
    connection.execute("CREATE VIEW source AS SELECT * FROM kept")
