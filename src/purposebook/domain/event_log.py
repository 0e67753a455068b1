"""Where a product's event log stands, once its columns and rows were found to be in order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

REQUIRED: Final = ("actor", "at", "event")
OPTIONAL: Final = ("value", "channel", "invited_by")


@dataclass(frozen=True)
class EventLog:
    """Name a log that can be queried: who (`actor`) did what (`event`) when (`at`).

    Rows that are the same are kept: two purchases a day are two.
    """

    path: Path
    """A CSV file (UTF-8, with a header) or a Parquet file; it may be larger than memory."""
    kind: Literal["csv", "parquet"]
    columns: tuple[str, ...]
    """Those of `REQUIRED`, and of `OPTIONAL` what is there."""
    delimiter: str = ","
    """Between the cells of a CSV file."""
    fetched: str = ""
    """When the rows were taken from a database, as an ISO 8601 time; empty for a file of the team."""
