"""Know which column of an export means what: from the tracker that is recognised, and from what the user says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from purposebook.errors import DataFaults, Fault
from purposebook.storage.sheets import Row, Sheet
from purposebook.storage.texts import did_you_mean, shown
from purposebook.storage.trackers import FIELDS, OTHER, TRACKERS, Columns, Tracker, recognised

_REQUIRED = ("key", "title")


@dataclass(frozen=True)
class Reading:
    """Say where in a row each field stands."""

    sheet: Sheet
    tracker: Tracker
    positions: Mapping[str, tuple[int, ...]]
    """0-based positions of a field's columns, the one that counts first."""

    def has(self, name: str) -> bool:
        """Tell whether there is a column for a field."""
        return bool(self.positions.get(name))

    def filled(self, row: Row, name: str) -> int | None:
        """Return the position of the first filled cell of a field."""
        return next((at for at in self.positions.get(name, ()) if row.cells[at].strip()), None)

    def joined(self, row: Row, name: str) -> str:
        """Return all cells of a field, with commas between them."""
        return ",".join(row.cells[at] for at in self.positions.get(name, ()))

    def place(self, row: Row, name: str) -> tuple[str, int]:
        """Return the name and the 1-based position of the column in which a field of a row stands."""
        at = self.filled(row, name)
        known = self.positions.get(name, ())
        position = at if at is not None else known[0] if known else None
        return ("", 0) if position is None else (self.sheet.columns[position], position + 1)


def columns_of(folder: str, sheet: Sheet, meanings: Columns) -> Reading:
    """Return where the fields of a sheet stand; raise `DataFaults` where its columns do not say enough."""
    names = tuple(column.casefold() for column in sheet.columns)
    tracker = recognised(sheet.columns) or OTHER
    unknown = [column for columns in meanings.values() for column in columns if column.casefold() not in names]
    if unknown:
        raise DataFaults(folder, [_no_such_column(sheet, column) for column in unknown])
    wanted = {field: meanings.get(field) or tracker.columns.get(field, ()) for field in FIELDS}
    positions = {field: _positions(names, columns) for field, columns in wanted.items()}
    missing = [field for field in _REQUIRED if not positions[field]]
    if missing:
        raise DataFaults(folder, [_not_recognised(sheet, missing)])
    return Reading(sheet, tracker, positions)


def _positions(names: tuple[str, ...], columns: Iterable[str]) -> tuple[int, ...]:
    """Return where the named columns stand, each as often as it does."""
    wanted = [column.casefold() for column in columns]
    return tuple(at for column in wanted for at, name in enumerate(names) if name == column)


def _no_such_column(sheet: Sheet, column: str) -> Fault:
    """Name a column that `--map` names and the file has not."""
    known = {name.casefold(): name for name in sheet.columns if name}
    message = f"there is no column '{shown(column)}', which --map names"
    return Fault(sheet.name, sheet.line, 0, "", message, did_you_mean(column, tuple(known)))


def _not_recognised(sheet: Sheet, missing: list[str]) -> Fault:
    """Say that nobody knows which columns hold key and title, and how to tell."""
    trackers = ", ".join(dict.fromkeys(tracker.name for tracker in TRACKERS))
    columns = ", ".join(shown(name) for name in sheet.columns[:12] if name)
    message = f"these columns are of no tracker that is known ({trackers}): {shown(columns)}"
    options = " ".join(f"--map 'COLUMN={field}'" for field in missing)
    return Fault(sheet.name, sheet.line, 0, "", message, f"say which columns hold what, at least {options}")
