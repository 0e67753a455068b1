"""Where a product's event log stands, once its columns and rows were found to be in order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

REQUIRED: Final = ("actor", "at", "event")
OPTIONAL: Final = ("value", "channel", "invited_by")
UNNAMED: Final = "unnamed "
"""With the number of a column that has no name, its name."""


@dataclass(frozen=True)
class EventLog:
    """Name a log that can be queried: who (`actor`) did what (`event`) when (`at`).

    Rows that are the same are kept: two purchases a day are two.
    """

    path: Path
    """A CSV file (UTF-8, with a header) or a Parquet file; it may be larger than memory."""
    kind: Literal["csv", "parquet"]
    columns: tuple[str, ...]
    """Those of `REQUIRED`, and of `OPTIONAL` what is there, in the order of the file; `UNNAMED` ones say nothing."""
    delimiter: str = ","
    """Between the cells of a CSV file."""
    skip: int = 0
    """Lines above the header of a CSV file."""

    @property
    def pattern(self) -> str:
        """Return the path as a pattern that fits this one file, whatever signs are in its name."""
        return "".join(f"[{mark}]" if mark in "*?[" else mark for mark in str(self.path))

    @property
    def relation(self) -> str:
        """Return what follows `FROM` in DuckDB's SQL: the log with its own columns, as it was found to be in order.

        Cells of a CSV file are texts as written, NULL where empty; a Parquet file keeps its own types. Nothing is
        guessed from the file's content. `at` is a reserved word there and needs quotation marks.
        """
        place = _quoted(self.pattern)
        if self.kind == "parquet":
            return f"read_parquet({place}, hive_partitioning = false)"
        columns = ", ".join(f"{_quoted(column)}: 'VARCHAR'" for column in self.columns)
        how = f"delim = {_quoted(self.delimiter)}, quote = '\"', escape = '\"', columns = {{{columns}}}"
        rows = f"header = true, skip = {self.skip}"
        return f"read_csv({place}, auto_detect = false, hive_partitioning = false, {rows}, {how})"


def _quoted(text: str) -> str:
    """Return a text of SQL."""
    return "'" + text.replace("'", "''") + "'"
