"""Keep what the options of an import said about a tracker's files, and find it again the next time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from pydantic import ValidationError

from purposebook.domain.imports import IMPORTS, ImportColumns, Imports, ImportSource
from purposebook.domain.work import WorkStatus
from purposebook.errors import DataFaults, Fault, UsageError
from purposebook.storage.faults import faults_of
from purposebook.storage.reading import read_part
from purposebook.storage.saving import save_part
from purposebook.storage.tracker_dates import Order
from purposebook.storage.tracker_words import plain
from purposebook.storage.trackers import OTHER, REQUIRED, Columns, Tracker


def read_import_answers(folder: Path) -> Imports:
    """Return what imports.yml of a product's folder keeps; raise `DataFaults` with all its faults."""
    found = read_part(folder, IMPORTS)
    if not isinstance(found, Imports):
        raise TypeError("answers of imports stand in imports.yml")
    return found


def answers_faults(folder: Path) -> tuple[Fault, ...]:
    """Return what is wrong with imports.yml."""
    try:
        read_import_answers(folder)
    except DataFaults as broken:
        return broken.faults
    return ()


def answers_for(kept: Imports, tracker: Tracker, columns: Iterable[str]) -> ImportSource:
    """Return what is kept for a tracker's files; of tables that no tracker wrote, for one with these columns."""
    names = {plain(column) for column in columns}
    same = (one for one in kept.sources if one.source == tracker.name and (tracker != OTHER or _fits(one, names)))
    return next(same, ImportSource(source=tracker.name))


def columns_in(source: ImportSource) -> Columns:
    """Return the names of columns that are kept, by field."""
    said = source.columns or ImportColumns()
    return {name: found for name in ImportColumns.model_fields if (found := getattr(said, name))}


def with_answers(
    source: ImportSource, columns: Columns, statuses: Mapping[str, WorkStatus], order: Order | None
) -> ImportSource:
    """Return what is kept with what was said now in its place."""
    newest = {plain(word) for word in statuses}
    words = {word: status for word, status in source.statuses.items() if plain(word) not in newest} | dict(statuses)
    said = {**columns_in(source), **columns}
    answers = {"source": source.source, "columns": said or None, "statuses": words, "dates": order or source.dates}
    try:
        return ImportSource.model_validate(answers)
    except ValidationError as error:
        fault = next(faults_of(error, ImportSource, "imports.yml", {}))
        raise UsageError(f"The options cannot be kept: {fault.field} {fault.message}; {fault.advice}.") from error


def save_answers(folder: Path, before: ImportSource, after: ImportSource) -> bool:
    """Write what was said now in imports.yml; tell whether there was anything new."""
    kept = read_import_answers(folder)
    others = list(kept.sources)
    at = next((at for at, one in enumerate(others) if one == before), len(others))
    if before == after:
        return False
    sources = (*others[:at], after, *others[at + 1 :])
    save_part(folder, IMPORTS, kept, kept.model_copy(update={"sources": sources}))
    return True


def _fits(source: ImportSource, names: Collection[str]) -> bool:
    """Tell whether a table with columns of these names is one of those that were described."""
    said = columns_in(source)
    return all(any(plain(column) in names for column in said.get(name, ())) for name in REQUIRED)


def is_described(kept: Imports, columns: Iterable[str]) -> bool:
    """Tell whether a table with these columns was described before."""
    return bool(columns_in(answers_for(kept, OTHER, columns)))
