"""Know which column of an export means what: from the tracker that is recognised, and from what the user says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from purposebook.domain.imports import Imports, ImportSource
from purposebook.domain.work import WorkStatus
from purposebook.errors import DataFaults, Fault
from purposebook.storage.import_answers import answers_for, columns_in, is_described, with_answers
from purposebook.storage.sheets import Row, Sheet, read_sheet
from purposebook.storage.texts import did_you_mean, shown
from purposebook.storage.tracker_dates import Order
from purposebook.storage.tracker_words import RESOLUTIONS, STATUSES, plain
from purposebook.storage.trackers import (
    FIELDS,
    OTHER,
    REQUIRED,
    STATUS_CATEGORY,
    TRACKERS,
    Columns,
    Tracker,
    recognised,
)

_COLUMNS_SHOWN: Final = 40


@dataclass(frozen=True)
class Said:
    """Hold what the options of an import say of its files, and what is kept from earlier ones."""

    columns: Columns
    statuses: Mapping[str, WorkStatus]
    order: Order | None
    kept: Imports


@dataclass(frozen=True)
class Reading:
    """Say where in a row each field stands, and what its words mean."""

    sheet: Sheet
    tracker: Tracker
    positions: Mapping[str, tuple[int, ...]]
    """0-based positions of a field's columns, the one that counts first."""
    before: ImportSource
    """What was kept for such files."""
    answers: ImportSource
    """The same with what the options say."""
    statuses: Mapping[str, WorkStatus]
    """What words in a column of statuses mean, by their plain form."""
    resolutions: Mapping[str, WorkStatus]
    """The same in a column of resolutions."""

    def has(self, name: str) -> bool:
        """Tell whether there is a column for a field."""
        return bool(self.positions.get(name))

    def filled(self, row: Row, name: str) -> int | None:
        """Return the position of the first filled cell of a field."""
        for at in self.positions.get(name, ()):
            if row.cells[at].strip():
                return at
        return None

    def joined(self, row: Row, name: str) -> str:
        """Return all cells of a field, with commas between them."""
        return ",".join(row.cells[at] for at in self.positions.get(name, ()))

    def place(self, row: Row, name: str) -> tuple[str, int]:
        """Return the name and the 1-based position of the column in which a field of a row stands."""
        at = self.filled(row, name)
        known = self.positions.get(name, ())
        position = at if at is not None else known[0] if known else None
        return ("", 0) if position is None else (self.sheet.columns[position], position + 1)

    def status(self, word: str) -> WorkStatus | None:
        """Return what a word in a column of statuses means, or None for one that nobody knows."""
        return self.statuses.get(plain(word)) if word else None

    def resolution(self, word: str) -> WorkStatus | None:
        """Return what a word in a column of resolutions means, or None for one that nobody knows."""
        return self.resolutions.get(plain(word)) if word else None


def read_columns(path: Path, said: Said) -> Reading:
    """Return a table and where its fields stand; raise `DataFaults` where its columns do not say enough."""
    sheet = _sheet(path, said)
    names = tuple(plain(column) for column in sheet.columns)
    unknown = [column for columns in said.columns.values() for column in columns if plain(column) not in names]
    if unknown:
        raise DataFaults(path.parent.name, [_no_such_column(sheet, column) for column in unknown])
    tracker = recognised(sheet.columns) or OTHER
    before = answers_for(said.kept, tracker, sheet.columns)
    answers = with_answers(before, said.columns, said.statuses, said.order)
    told = {name: columns for name, columns in columns_in(answers).items() if _positions(names, columns)}
    meant = {name: told.get(name) or tracker.columns.get(name, ()) for name in (*FIELDS, STATUS_CATEGORY)}
    positions = {name: _positions(names, columns) for name, columns in meant.items()}
    missing = [name for name in REQUIRED if not positions[name]]
    if missing:
        raise DataFaults(path.parent.name, [_not_recognised(sheet, missing)])
    words = {plain(word): status for word, status in answers.statuses.items()}
    statuses, resolutions = {**STATUSES, **tracker.words, **words}, {**RESOLUTIONS, **words}
    return Reading(sheet, tracker, positions, before, answers, statuses, resolutions)


def _sheet(path: Path, said: Said) -> Sheet:
    """Return the table below the first line that has columns of a tracker, or of a table that was described."""
    wanted = {plain(column) for columns in said.columns.values() for column in columns}

    def is_header(columns: tuple[str, ...]) -> bool:
        described = bool(wanted) and wanted <= set(map(plain, columns))
        return described or recognised(columns) is not None or is_described(said.kept, columns)

    return read_sheet(path, is_header)


def _positions(names: tuple[str, ...], columns: Iterable[str]) -> tuple[int, ...]:
    """Return where the named columns stand, each as often as it does."""
    wanted = dict.fromkeys(plain(column) for column in columns)
    return tuple(at for column in wanted for at, name in enumerate(names) if name == column)


def _no_such_column(sheet: Sheet, column: str) -> Fault:
    """Name a column that `--map` names and the file has not."""
    known = {name.casefold(): name for name in sheet.columns if name}
    message = f"there is no column '{shown(column)}', which --map names"
    return Fault(sheet.name, sheet.line, 0, "", message, did_you_mean(column, tuple(known)))


def _not_recognised(sheet: Sheet, missing: list[str]) -> Fault:
    """Say that nobody knows which columns hold key and title, and how to tell; without a status all would be open."""
    trackers = ", ".join(dict.fromkeys(tracker.name for tracker in TRACKERS))
    names = [shown(name) for name in sheet.columns if name]
    more = f" and {len(names) - _COLUMNS_SHOWN} more" if len(names) > _COLUMNS_SHOWN else ""
    columns = ", ".join(names[:_COLUMNS_SHOWN]) + more
    message = f"these columns are of no tracker that is known ({trackers}): {columns}"
    options = " ".join(f"--map 'COLUMN={field}'" for field in missing)
    advice = f"say which columns hold what, at least {options} and, where there is one, --map 'COLUMN=status'"
    return Fault(sheet.name, sheet.line, 0, "", message, advice)
