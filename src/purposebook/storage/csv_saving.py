"""Save observations: change the rows that changed, leave every other line as it is."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from purposebook.domain.metrics import COLUMNS, Observation
from purposebook.errors import SaveConflict, SaveFailed
from purposebook.storage.csv_reading import Line, Table, parse_table, read_table
from purposebook.storage.files import checked_folder, read_bytes
from purposebook.storage.limits import CSV_BYTES
from purposebook.storage.reading import observations_file, read_written
from purposebook.storage.replacing import locked
from purposebook.storage.replacing import replace as replace_file
from purposebook.storage.yaml_rendering import number

Rows = tuple[Observation, ...]


def save_observations(folder: Path, base: Rows, rows: Rows) -> Rows:
    """Apply the difference from `base` to `rows` to the newest state of the file; return all rows as they are then.

    A row is known by metric, date and segment; its order in the file means nothing. New rows go to the end. Raise
    `SaveConflict` where somebody else changed the same row, `SaveFailed` when the file could not be written.
    """
    name = observations_file(checked_folder(folder), read_written(folder, "metrics"))
    before, after = [_as_read(row) for row in base], [_as_read(row) for row in rows]
    if Counter(before) == Counter(after):
        return read_table(folder, name).rows
    with locked(folder, name):
        newest = read_table(folder, name)
        merged = _Merge(list(newest.lines))
        merged.apply(before, after)
        if merged.conflicts:
            raise SaveConflict(name, merged.conflicts)
        table = _with_rows(newest, merged)
        text = "".join(line.text + line.end for line in table.lines)
        read_back, faults = parse_table(name, text)
        if faults or Counter(read_back.rows) != Counter(table.rows):
            raise SaveFailed(
                f"{name} cannot be saved: {faults[0] if faults else 'it would read otherwise'}. Nothing was saved."
            )
        if text != "".join(line.text + line.end for line in newest.lines):
            replace_file(folder, name, _mark(folder, name) + text.encode("utf-8"), CSV_BYTES)
        return read_back.rows


@dataclass(slots=True)
class _Merge:
    """Change the lines of the newest state."""

    lines: list[Line]
    changed: dict[int, Observation | None] = field(default_factory=dict)
    """By position: the row that stands there now, or None where it was deleted."""
    added: list[Observation] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)

    def apply(self, base: Sequence[Observation], mine: Sequence[Observation]) -> None:
        """Delete, change and add what differs between `base` and `mine`."""
        gone, new = Counter(base) - Counter(mine), Counter(mine) - Counter(base)
        theirs = Counter(line.row for line in self.lines if line.row) - Counter(base)
        for row in gone.elements():
            follower = next((other for other in new if new[other] > 0 and _key(other) == _key(row)), None)
            if follower is not None:
                new[follower] -= 1
            self._follow(row, follower, theirs)
        for row in (+new).elements():
            if theirs[row] > 0:
                theirs[row] -= 1
            elif any(_key(other) == _key(row) for other in theirs if theirs[other] > 0):
                self.conflicts.append(_named(row))
            else:
                self.added.append(row)

    def _follow(self, row: Observation, follower: Observation | None, theirs: Counter[Observation]) -> None:
        """Replace or delete one row, unless somebody else did something else with it."""
        at = next((i for i, line in enumerate(self.lines) if line.row == row and i not in self.changed), None)
        if at is not None:
            self.changed[at] = follower
        elif follower is not None and theirs[follower] > 0:
            theirs[follower] -= 1
        elif follower is not None or any(_key(other) == _key(row) for other in theirs if theirs[other] > 0):
            self.conflicts.append(_named(row))


def _with_rows(newest: Table, merged: _Merge) -> Table:
    """Return the newest table with its changes made; lines that did not change keep their text."""
    table = _with_columns(newest, [row for row in (*merged.changed.values(), *merged.added) if row])
    ending = next((line.end for line in table.lines if line.end), "\n")
    lines: list[Line] = []
    for at, line in enumerate(table.lines):
        row = merged.changed.get(at, line.row)
        if row is not None and at in merged.changed:
            lines.append(replace(line, text=_text(row, table), row=row))
        elif at not in merged.changed:
            lines.append(line)
    if merged.added and lines and not lines[-1].end:
        lines[-1] = replace(lines[-1], end=ending if lines[-1].text else "")
    lines += [Line(0, _text(row, table), ending, row) for row in merged.added]
    return replace(table, lines=tuple(lines))


def _with_columns(table: Table, rows: Iterable[Observation]) -> Table:
    """Return the table with a header, and with every column that the rows need."""
    if not table.lines:
        return replace(table, lines=(Line(1, ",".join(COLUMNS)),))
    missing = [column for column in COLUMNS if column not in table.header and any(_cell(row, column) for row in rows)]
    if not missing:
        return table
    header = next(at for at, line in enumerate(table.lines) if line.text.strip())
    tail = table.delimiter + table.delimiter.join(missing)
    empty = table.delimiter * len(missing)
    lines = [
        replace(line, text=line.text + (tail if at == header else empty if line.text.strip() else ""))
        for at, line in enumerate(table.lines)
    ]
    return replace(table, header=(*table.header, *missing), lines=tuple(lines))


def _text(row: Observation, table: Table) -> str:
    """Write one row in the columns of the table."""
    line = io.StringIO()
    csv.writer(line, delimiter=table.delimiter, lineterminator="").writerow([_cell(row, name) for name in table.header])
    return line.getvalue()


def _cell(row: Observation, column: str) -> str:
    """Write one cell."""
    value = getattr(row, column)
    return "" if value is None else number(value) if isinstance(value, float) else str(value)


def _as_read(row: Observation) -> Observation:
    """Return a row as it would come back: white space around a cell is not part of it."""
    return row.model_copy(update={"segment": row.segment.strip(), "note": row.note.strip()})


def _key(row: Observation) -> tuple[object, ...]:
    """Return what makes two rows the same row."""
    return (row.metric, row.date, row.segment)


def _named(row: Observation) -> str:
    """Name a row for somebody who looks at the table."""
    return " ".join(part for part in (row.metric, row.date.isoformat(), row.segment) if part)


def _mark(folder: Path, name: str) -> bytes:
    """Return the byte order mark that a file has."""
    return codecs.BOM_UTF8 if (read_bytes(folder, name, CSV_BYTES) or b"").startswith(codecs.BOM_UTF8) else b""
