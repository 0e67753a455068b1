"""Ask DuckDB about a file, with nothing installed, loaded or written beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SETTINGS: Final[dict[str, str | bool | int | float | list[str]]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "1GB",
    "temp_directory": "",
}


@contextmanager
def duck() -> Iterator[DuckDBPyConnection]:
    """Connect to an empty database in memory; at the end its threads are gone, so that processes may be forked."""
    import duckdb

    connection = duckdb.connect(config=_SETTINGS)
    try:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("SET enable_progress_bar = false")  # in a notebook it would write into the output
        yield connection
    finally:
        connection.close()
