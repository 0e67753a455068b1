"""Save observations: change the rows that changed, leave every other line as it is."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from purposebook.domain.metrics import COLUMNS, Observation
from purposebook.errors import SaveConflict, SaveFailed
from purposebook.storage.csv_manner import Manner, manner_of
from purposebook.storage.csv_reading import Line, Table, parse_table, read_table, table_of
from purposebook.storage.files import checked_folder, read_bytes
from purposebook.storage.limits import CSV_BYTES
from purposebook.storage.reading import observations_file, read_written
from purposebook.storage.replacing import locked
from purposebook.storage.replacing import replace as replace_file

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
        data = read_bytes(folder, name, CSV_BYTES)
        newest = table_of(folder, name, data or b"")
        merged = _Merge(newest.lines)
        merged.apply(before, after)
        if merged.conflicts:
            raise SaveConflict(name, merged.conflicts)
        table = _with_rows(newest, merged)
        text = _text_of(table)
        saved = _read_back(name, table, text)
        if text != _text_of(newest):
            mark = codecs.BOM_UTF8 if (data or b"").startswith(codecs.BOM_UTF8) else b""
            replace_file(folder, name, data, mark + text.encode("utf-8"), CSV_BYTES)
        return saved


def _text_of(table: Table) -> str:
    """Return the text of a whole file."""
    return "".join(line.text + line.end for line in table.lines)


def _read_back(name: str, table: Table, text: str) -> Rows:
    """Return the rows that a text holds, or refuse to write it when they are not those that it should hold."""
    found, faults = parse_table(name, text)
    if faults:
        raise SaveFailed(f"{faults[0]}. Nothing was saved.")
    if Counter(found.rows) != Counter(table.rows):
        raise SaveFailed(f"{name} could not be written so that it reads back as the same. Nothing was saved.")
    return found.rows


class _Merge:
    """Change the lines of the newest state."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = tuple(lines)
        self.changed: dict[int, Observation | None] = {}
        """By position: the row that stands there now, or None where it was deleted."""
        self.added: list[Observation] = []
        self.conflicts: list[str] = []
        self._at: defaultdict[Observation, list[int]] = defaultdict(list)
        for position in range(len(self.lines) - 1, -1, -1):
            row = self.lines[position].row
            if row is not None:
                self._at[row].append(position)

    def apply(self, base: Sequence[Observation], mine: Sequence[Observation]) -> None:
        """Delete, change and add what differs between `base` and `mine`."""
        gone, new = Counter(base) - Counter(mine), _by_key(Counter(mine) - Counter(base))
        theirs = _by_key(Counter(line.row for line in self.lines if line.row) - Counter(base))
        for row in gone.elements():
            follower = new[_key(row)].popleft() if new[_key(row)] else None
            self._follow(row, follower, theirs[_key(row)])
        for row in (row for rows in list(new.values()) for row in rows):
            found = theirs[_key(row)]
            if row in found:
                found.remove(row)
            elif found:
                self.conflicts.append(_named(row))
            else:
                self.added.append(row)

    def _follow(self, row: Observation, follower: Observation | None, theirs: deque[Observation]) -> None:
        """Replace or delete one row, unless somebody else did something else with it."""
        if self._at[row]:
            self.changed[self._at[row].pop()] = follower
        elif follower is not None and follower in theirs:
            theirs.remove(follower)
        elif follower is not None or theirs:
            self.conflicts.append(_named(row))


def _by_key(rows: Counter[Observation]) -> defaultdict[tuple[object, ...], deque[Observation]]:
    """Return rows by what makes them the same row."""
    found: defaultdict[tuple[object, ...], deque[Observation]] = defaultdict(deque)
    for row in rows.elements():
        found[_key(row)].append(row)
    return found


def _with_rows(newest: Table, merged: _Merge) -> Table:
    """Return the newest table with its changes made; lines that did not change keep their text."""
    table = _with_columns(newest, [row for row in (*merged.changed.values(), *merged.added) if row])
    manner = manner_of(newest)
    ending = next((line.end for line in table.lines if line.end), "\n")
    lines: list[Line] = []
    for at, line in enumerate(table.lines):
        row = merged.changed.get(at, line.row)
        if row is not None and at in merged.changed:
            lines.append(replace(line, text=_text(row, table, manner), row=row))
        elif at not in merged.changed:
            lines.append(line)
    if merged.added and lines and not lines[-1].end:
        lines[-1] = replace(lines[-1], end=ending if lines[-1].text else "")
    lines += [Line(0, _text(row, table, manner), ending, row) for row in merged.added]
    return replace(table, lines=tuple(lines))


def _with_columns(table: Table, rows: Iterable[Observation]) -> Table:
    """Return the table with a header, and with every column that the rows need."""
    if not table.lines:
        return replace(table, lines=(Line(1, ",".join(COLUMNS)),))
    missing = [
        column
        for column in COLUMNS
        if column not in table.header and any(getattr(row, column) not in {None, ""} for row in rows)
    ]
    if not missing:
        return table
    tail = table.delimiter + table.delimiter.join(missing)
    empty = table.delimiter * len(missing)
    lines = [
        replace(line, text=line.text + (tail if at == table.header_at else empty))
        if at >= table.header_at and line.text.strip()
        else line
        for at, line in enumerate(table.lines)
    ]
    return replace(table, header=(*table.header, *missing), lines=tuple(lines))


def _text(row: Observation, table: Table, manner: Manner) -> str:
    """Write one row in the columns of the table."""
    line = io.StringIO()
    cells = [manner.written(getattr(row, name)) if name else "" for name in table.header]
    csv.writer(line, delimiter=table.delimiter, lineterminator="").writerow(cells)
    return line.getvalue()


def _as_read(row: Observation) -> Observation:
    """Return a row as it would come back: white space around a cell is not part of it."""
    return row.model_copy(update={"segment": row.segment.strip(), "note": row.note.strip()})


def _key(row: Observation) -> tuple[object, ...]:
    """Return what makes two rows the same row."""
    return (row.metric, row.date, row.segment)


def _named(row: Observation) -> str:
    """Name a row for somebody who looks at the table."""
    return " ".join(part for part in (row.metric, row.date.isoformat(), row.segment) if part)
