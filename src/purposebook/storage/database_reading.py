"""Find the rows that a database gives for a product: those that travel with its folder, new ones, or the last ones."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

from purposebook.domain.metrics import Metrics
from purposebook.domain.row_origins import Rows as Kind
from purposebook.domain.row_origins import sources
from purposebook.domain.sources import Source
from purposebook.errors import DataFaults, Fault, UsageError
from purposebook.storage import yaml_nodes as nodes
from purposebook.storage.database_copies import Copies, Copy, carried
from purposebook.storage.database_permission import refusal_to_ask
from purposebook.storage.database_rows import Refusal
from purposebook.storage.date_cells import IS_TIME
from purposebook.storage.files import read_bytes
from purposebook.storage.limits import CSV_ROWS, EVENT_ROWS, YAML_BYTES
from purposebook.text.plurals import integer

if TYPE_CHECKING:
    from purposebook.storage.reading import Written

_WORD: Final = b"database"
"""Without this word metrics.yml names no database."""
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_FRESH_SECONDS: Final = 60
"""So long one process asks a database only once."""
_MOST: Final = {"observations": CSV_ROWS, "events": EVENT_ROWS}
_CAST: Final = "cast it to a date in the time zone that you mean: ::date or cast(... as date), in SQLite date(...)"
_TO_QUERY: Final = ("to the header, and its cells to the rows", "to the columns of the query")
_answers: dict[tuple[Path, str, str], tuple[float, Rows | Refusal]] = {}

_refusals: dict[tuple[Path, str], tuple[float, Refusal | None]] = {}


@dataclass(frozen=True)
class Rows:
    """Name the file in which the rows of a database stand, and what is known of them."""

    path: Path
    copy: Copy


def carried_name(kind: Kind) -> str:
    """Return the name, without ending, under which a database's rows travel with a product."""
    return f"{kind}.database"


def source_of(metrics: Metrics, kind: Kind) -> Source | None:
    """Return a source that is a database."""
    return next((source for part, source in sources(metrics) if part == kind and source.database), None)


def declared(folder: Path) -> tuple[Source, ...]:
    """Return the databases that a product names; none where its metrics.yml cannot be read."""
    try:
        return _declared(folder)
    except (DataFaults, UsageError):
        return ()


def forget_old_queries(root: Path, products: Iterable[Path]) -> None:
    """Delete what is kept of queries that none of these products asks any more.

    Nothing is deleted while a metrics.yml cannot be read: it may ask what it asked. Raises `OSError`.
    """
    kept = Copies.all(root)
    with contextlib.suppress(DataFaults, UsageError):
        wanted = [source for folder in products for source in _declared(folder)] if kept else []
        for copies in kept:
            copies.forget_others(wanted)


def _declared(folder: Path) -> tuple[Source, ...]:
    """Return the databases that a product names; raise `DataFaults` where its metrics.yml cannot be read."""
    if _WORD not in (read_bytes(folder, "metrics.yml", YAML_BYTES) or b""):
        return ()
    from purposebook.storage.reading import read_written  # takes a while, and few products name a database

    metrics = read_written(folder, "metrics").value
    return tuple(source for _, source in sources(metrics) if source.database) if isinstance(metrics, Metrics) else ()


def rows_for(folder: Path, metrics: Written, kind: Kind) -> Rows | None:
    """Return the rows of a source that is a database; raise `DataFaults` where there are none."""
    source = source_of(metrics.value, kind) if isinstance(metrics.value, Metrics) else None
    if source is None:
        return None
    copy = carried(folder, carried_name(kind), source)
    if copy is not None:
        return Rows(folder / f"{carried_name(kind)}.csv", copy)
    found = _refusal(folder, source.database or "") or _answer(folder, source, kind)
    if isinstance(found, Rows):
        return found
    place = _place(metrics, kind, found.key)
    raise DataFaults(folder.name, [Fault("metrics.yml", *place, found.message, found.advice)])


def query_faults(folder: Path, metrics: Written, kind: Kind, found: Iterable[Fault]) -> DataFaults:
    """Turn the faults of a table into those of the query that gave it."""
    place = _place(metrics, kind, "query")
    return DataFaults(folder.name, (Fault("metrics.yml", *place, *_of_row(one)) for one in found))


def all_rows(folder: Path, metrics: Written) -> Iterator[tuple[Kind, Rows]]:
    """Yield the rows of each source that is a database."""
    for kind in KINDS:
        found = rows_for(folder, metrics, kind)
        if found is not None:
            yield kind, found


def _refusal(folder: Path, variable: str) -> Refusal | None:
    """Say why a product may not ask, also where rows are kept that another product asked for."""
    found, known = _refusals.get((folder, variable), (0.0, None))
    if (folder, variable) not in _refusals or time.monotonic() - found > _FRESH_SECONDS:
        known = refusal_to_ask(folder, variable)
        _refusals[folder, variable] = (time.monotonic(), known)
    return known


def _answer(folder: Path, source: Source, kind: Kind) -> Rows | Refusal:
    """Ask a database, unless it was asked just now; where it cannot be reached, return what it gave last."""
    copies = Copies.near(folder)
    place = (copies.folder, kind, source.model_dump_json())
    asked, known = _answers.get(place, (0.0, None))
    if known is None or time.monotonic() - asked > _FRESH_SECONDS or _is_gone(known):
        known = _asked(copies, source, kind)
        _answers[place] = (time.monotonic(), known)
    return known


def _asked(copies: Copies, source: Source, kind: Kind) -> Rows | Refusal:
    """Ask a database, or return what it gave last."""
    try:
        found = copies.fetch(source, _MOST[kind])
        if isinstance(found, Copy):
            return Rows(copies.path(found), found)
        last = copies.kept(source) if found.key == "database" else None
        if last is None:
            return found
        return Rows(copies.path(last), replace(last, fetched=copies.seen(source), reached=False))
    except OSError as error:
        why = f"its rows cannot be kept in this workspace ({error.strerror or 'unknown reason'})"
        return Refusal(why, "make room, and allow writing there")


def _is_gone(known: Rows | Refusal) -> bool:
    """Tell whether the rows were taken away meanwhile."""
    return isinstance(known, Rows) and not known.path.is_file()


def _place(metrics: Written, kind: Kind, key: str) -> tuple[int, int, str]:
    """Return line, column and name of a source's key in metrics.yml."""
    path = ("observations",) if kind == "observations" else ("pirate", "events")
    places = nodes.places(metrics.document.root)
    line, column = places.get((*path, key), places.get(path, (0, 0)))
    return line, column, ".".join((*path, key))


def _of_row(fault: Fault) -> tuple[str, str]:
    """Say a table's fault as one of the query's answer; the first line of a table holds its columns."""
    what = f"{fault.field}: {fault.message}" if fault.field else fault.message
    where = (
        "the answer"
        if not fault.line
        else "its columns"
        if fault.line == 1
        else f"row {integer(fault.line - 1)} of the query"
    )
    advice = _CAST if IS_TIME in fault.message else fault.advice.replace(*_TO_QUERY)
    return f"{where}: {what}", advice
