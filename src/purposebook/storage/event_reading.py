"""Check the event log that metrics.yml names, however large it is: every row is read, none is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from purposebook.domain.event_log import EventLog
from purposebook.domain.metrics import Metrics
from purposebook.errors import DataFaults, Fault
from purposebook.storage import yaml_nodes as nodes
from purposebook.storage.database_reading import Rows, query_faults, rows_for
from purposebook.storage.duck import duck
from purposebook.storage.event_columns import csv_log, parquet_log
from purposebook.storage.event_faults import counted, csv_faults, parquet_faults
from purposebook.storage.files import refusal
from purposebook.storage.large_files import Identity, hash_of, identity_of
from purposebook.storage.limits import EVENT_BYTES, EVENT_ROWS
from purposebook.text.plurals import integer

if TYPE_CHECKING:
    from purposebook.storage.reading import Written

_sound: dict[tuple[Path, Identity], EventLog] = {}


def read_events(folder: Path, metrics: Written) -> EventLog | None:
    """Return the event log of a product, None where none is declared; raise `DataFaults` with all its faults."""
    rows = rows_for(folder, metrics, "events")
    if rows is not None:
        return _queried(folder, metrics, rows)
    name = events_file(metrics)
    if name is None:
        return None
    if hash_of(folder, name, EVENT_BYTES) is None:
        message, advice = f"there is no file '{name[:60]}' in this folder", "put it here or correct its name"
        raise DataFaults(folder.name, [Fault("metrics.yml", _line(metrics), 0, "pirate.events.file", message, advice)])
    return _known(folder, name)


def _known(folder: Path, name: str) -> EventLog:
    """Return a log of which each state is checked once."""
    state = (folder / name, identity_of(folder / name))
    if state not in _sound:
        _sound[state] = _checked(folder, name)
    return _sound[state]


def _queried(folder: Path, metrics: Written, rows: Rows) -> EventLog:
    """Return the log that a database gave."""
    try:
        return _known(rows.path.parent, rows.path.name)
    except DataFaults as error:
        raise query_faults(folder, metrics, "events", error.faults) from None


def events_file(metrics: Written) -> str | None:
    """Return the name of the file with the events, None where none is declared."""
    if not isinstance(metrics.value, Metrics):
        raise TypeError("events are named by metrics.yml")
    return metrics.value.pirate.events.file if metrics.value.pirate else None


def _line(metrics: Written) -> int:
    """Return the line on which the events are named."""
    places = nodes.places(metrics.document.root)
    return next((places[path][0] for path in (("pirate", "events"), ("pirate",)) if path in places), 0)


def _checked(folder: Path, name: str) -> EventLog:
    """Return a log whose every row is in order."""
    types: dict[str, str] = {}
    with duck() as connection:
        if name.endswith(".csv"):
            log = csv_log(folder, name)
        else:
            log, types = parquet_log(folder, name, connection)
        rows, wrong, broken = counted(connection, log, types)
        if rows > EVENT_ROWS:
            raise refusal(
                folder, name, f"has more than {integer(EVENT_ROWS)} rows", "keep the events that you ask about"
            )
        if not wrong and not broken:
            return log
        found = csv_faults(log, broken) if log.kind == "csv" else parquet_faults(connection, log, types, broken)
    raise DataFaults(folder.name, found)
