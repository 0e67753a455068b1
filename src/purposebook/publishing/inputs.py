"""What a product's site is made from: the files of its folder, read once, so that an edit meanwhile mixes nothing."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from purposebook.domain.part_names import PART_NAMES
from purposebook.errors import DataFaults
from purposebook.publishing.order import LogFile
from purposebook.storage.files import OBSERVATIONS, SURVEYS, checked_folder, decoded, read_bytes
from purposebook.storage.frozen_copies import FOLDER as FROZEN
from purposebook.storage.frozen_copies import frozen_metrics_file, frozen_metrics_files
from purposebook.storage.large_files import hash_of
from purposebook.storage.limits import CSV_BYTES, EVENT_BYTES, YAML_BYTES
from purposebook.storage.stray_files import stray_faults

if TYPE_CHECKING:
    from purposebook.domain.workbook import Workbook

_DATA: Final = (".csv", ".parquet")
_DATABASES_FROM: Final = b"database"
_FACTS: Final = ".database.json"
_METRICS: Final = "metrics.yml"
_EVENTS_ROWS: Final = "events.database.csv"
_EVENTS_FACTS: Final = "events.database.json"
_LOGS_FROM: Final = b"pirate"
"""Without this word metrics.yml names no event log."""


def product_files(folder: Path) -> dict[str, bytes]:
    """Return the files that a product is read from by their names, all but its event logs.

    Raise `DataFaults` with all faults at once.
    """
    found: dict[str, bytes] = {}
    refused = any(stray_faults(checked_folder(folder)))
    for name in _names():
        try:
            found |= _file(folder, name, CSV_BYTES if name in {OBSERVATIONS, SURVEYS} else YAML_BYTES)
        except DataFaults:
            refused = True
    metrics = found.get(_METRICS, b"")
    for name in () if _LOGS_FROM in metrics else _named(folder, metrics):
        try:
            found |= _file(folder, name, CSV_BYTES)
        except DataFaults:
            refused = True
    try:
        found |= _fetched(folder, metrics)
    except DataFaults:
        refused = True
    for name in frozen_metrics_files(folder):
        with contextlib.suppress(DataFaults):  # an old copy never stops a report
            found |= _file(folder, name, YAML_BYTES)
    if refused:
        from purposebook.storage.reading import read_workbook

        read_workbook(folder)  # names every fault; what it does not refuse is a file that nobody reads
    return found


def product_logs(folder: Path, files: Mapping[str, bytes]) -> dict[str, LogFile]:
    """Return the event logs of a product with these `files`, none of them read into memory; raise `DataFaults`.

    Where there is a log, observations in a file with a name of their own count as one.
    """
    found: dict[str, LogFile] = {}
    metrics = files.get(_METRICS, b"")
    for name in _named(folder, metrics) if _LOGS_FROM in metrics else ():
        try:
            hash = hash_of(folder, name, EVENT_BYTES)
        except DataFaults:
            from purposebook.storage.reading import read_workbook

            read_workbook(folder)
            continue
        if hash is not None:
            found[name] = LogFile(str(folder / name), hash)
    return found | (_fetched_log(folder, files[_EVENTS_FACTS]) if _EVENTS_FACTS in files else {})


def _fetched_log(folder: Path, facts: bytes) -> dict[str, LogFile]:
    """Return the event log of which a database's copy tells."""
    from purposebook.storage.database_copies import Copies, unsealed

    copy, here = unsealed(facts), folder / _EVENTS_ROWS
    if copy is None:
        return {}
    return {_EVENTS_ROWS: LogFile(str(here if here.is_file() else Copies.near(folder).path(copy)), copy.sha256)}


def _fetched(folder: Path, metrics: bytes) -> dict[str, bytes]:
    """Return what a product's databases give, so that whoever makes its site needs none; the events as a log."""
    if _DATABASES_FROM not in metrics:
        return {}
    from purposebook.storage.database_reading import all_rows, carried_name
    from purposebook.storage.reading import read_written

    found: dict[str, bytes] = {}
    for kind, rows in all_rows(folder, read_written(folder, "metrics")):
        found[f"{carried_name(kind)}.json"] = rows.copy.sealed()
        if kind == "observations":
            found[f"{carried_name(kind)}.csv"] = rows.path.read_bytes()
    return found


def tell_all(there: Iterable[str], files: Mapping[str, bytes], logs: Iterable[str]) -> bool:
    """Tell whether these `files` and `logs` are all that a product is made from whose folder holds what is `there`."""
    frozen = (name for name in there if name.startswith(f"{FROZEN}/"))
    names = {*_names(), *_named_among(there, files.get(_METRICS, b"")), *frozen}
    return names.intersection(there) <= {*files, *logs} and not _of_databases(files)


def _of_databases(files: Iterable[str]) -> bool:
    """Tell whether a database gave some of these files."""
    return any(name.endswith(_FACTS) for name in files)


def _names() -> tuple[str, ...]:
    """Return the names that files of every product may have."""
    return (*(f"{part}.yml" for part in PART_NAMES), OBSERVATIONS, SURVEYS)


def kept_rows(folder: Path, files: Mapping[str, bytes], as_of: dt.date) -> str:
    """Say which of the rows among these `files` are kept ones, and how old; nothing where none are."""
    if not _of_databases(files):
        return ""
    from purposebook.domain.metrics import Metrics
    from purposebook.domain.row_origins import RowOrigin, kept_rows_said, sources
    from purposebook.storage.database_copies import unsealed
    from purposebook.storage.database_reading import carried_name
    from purposebook.storage.reading import parsed

    metrics = parsed(folder, "metrics", decoded(folder, _METRICS, files[_METRICS])).value
    declared = sources(metrics) if isinstance(metrics, Metrics) else ()
    copies = ((part, source, unsealed(files.get(f"{carried_name(part)}.json", b""))) for part, source in declared)
    origins = (RowOrigin(part, source, copy.fetched, copy.rows, copy.reached) for part, source, copy in copies if copy)
    return kept_rows_said(origins, as_of)


def _file(folder: Path, name: str, most: int) -> dict[str, bytes]:
    """Return a file's bytes by its name, or nothing where there is none."""
    data = read_bytes(folder, name, most)
    return {} if data is None else {name: data}


def _named(folder: Path, metrics: bytes) -> tuple[str, ...]:
    """Return the data files of a folder whose names stand in metrics.yml."""
    return _named_among((path.name for path in folder.iterdir()), metrics)


def _named_among(there: Iterable[str], metrics: bytes) -> tuple[str, ...]:
    """Return the data files among these names that stand in metrics.yml."""
    names = sorted(name for name in there if Path(name).suffix.lower() in _DATA)
    return tuple(name for name in names if name not in {OBSERVATIONS, SURVEYS} and name.encode() in metrics)


def names_read(book: Workbook) -> Iterator[str]:
    """Yield the names of the files that a workbook is read from."""
    yield from (f"{part}.yml" for part in PART_NAMES)
    yield SURVEYS
    observations = book.metrics.observations
    events = book.metrics.pirate.events if book.metrics.pirate else None
    yield from (source.file for source in (observations, events) if source is not None and source.file)
    yield from (frozen_metrics_file(review) for review in book.reviews.reviews)
    for kind in book.fetched:
        yield from (f"{kind}.database.csv", f"{kind}.database.json")
