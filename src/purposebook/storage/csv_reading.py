"""Read observations.csv line by line, so that a fault in one row never moves another row's cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from purposebook.domain.metrics import COLUMNS, Observation
from purposebook.errors import DataFaults, Fault
from purposebook.storage.conflicts import conflict_in
from purposebook.storage.csv_header import (
    DELIMITERS,
    LOOKED_AT,
    Header,
    Kind,
    cells_of,
    delimiter_in,
    read_header,
    what_is_wrong,
)
from purposebook.storage.csv_rows import SAVE_AS_UTF8, RowReader, broken_cell, byte_problem, raggedness, wrong_quotes
from purposebook.storage.faults import limited
from purposebook.storage.files import read_bytes, refusal
from purposebook.storage.limits import CSV_BYTES, CSV_COLUMNS, CSV_LINES, CSV_ROWS, SHORT_CSV
from purposebook.storage.number_cells import NOT_HERE
from purposebook.storage.parse_memory import Memory
from purposebook.text.plurals import integer

__all__ = ["byte_problem", "delimiter_in", "raggedness", "what_is_wrong"]
_OBSERVED: Final = Kind(COLUMNS, ("metric", "date", "value"), ("numerator", "denominator"))
_NUMBERS: Final = ("value", "numerator", "denominator")
_BREAK: Final = re.compile(r"(\r\n|\r|\n)")
_JOINED: Final = 20
"""Lines over which a quotation mark may be closed; no cell may hold a line break: this only makes the fault clearer."""


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line of the file with what was read from it."""

    number: int
    """1-based physical line."""
    text: str
    """The line as written, without its end."""
    end: str = "\n"
    """Its line break; empty for a last line without one."""
    row: Observation | None = None
    """None for the header and for lines without any cell filled."""


@dataclass(frozen=True, slots=True)
class Table:
    """Hold a CSV file so that it can be written again with every untouched line as it was."""

    delimiter: str = ","
    header: tuple[str, ...] = COLUMNS
    """Names as they are known here; empty for a column that has none and says nothing."""
    lines: tuple[Line, ...] = ()
    """None for a file that is empty or missing."""
    header_at: int = 0
    """Position of the header among the lines: blank ones and `sep=;` may stand above it."""

    @property
    def rows(self) -> tuple[Observation, ...]:
        """Return the observations in file order."""
        return tuple(line.row for line in self.lines if line.row is not None)


def read_table(folder: Path, name: str) -> Table:
    """Return the observations in a CSV file; an absent or empty file has none."""
    data = read_bytes(folder, name, CSV_BYTES)
    return table_of(folder, name, data or b"")


def table_of(folder: Path, name: str, data: bytes) -> Table:
    """Return the observations in the bytes of a CSV file; raise `DataFaults` with all its faults."""
    table, faults = _remembered_table(name, decoded_csv(folder, name, data))
    if faults:
        raise DataFaults(folder.name, faults)
    return table


def decoded_csv(folder: Path, name: str, data: bytes, most_lines: int = CSV_LINES) -> str:
    """Return the text of CSV bytes; bytes that are not UTF-8 stay marked, so that each row with one gets its fault."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refusal(folder, name, "is not UTF-8 text", SAVE_AS_UTF8)
    text = data.decode("utf-8-sig", errors="surrogateescape")
    too_much = _too_much(name, text, most_lines)
    if too_much:
        raise DataFaults(folder.name, [too_much])
    return text


def _too_much(name: str, text: str, most_lines: int) -> Fault | None:
    """Refuse what would take minutes to look at, before it is split into lines and cells."""
    if max(text.count("\n"), text.count("\r")) > most_lines:
        advice = "delete the empty ones, and keep the periods that you show"
        return Fault(name, 0, 0, "", f"has more than {integer(most_lines)} lines", advice)
    for number, line in enumerate(_BREAK.split(text, maxsplit=LOOKED_AT)[: 2 * LOOKED_AT : 2], 1):
        if max(map(line.count, DELIMITERS)) >= CSV_COLUMNS:
            advice = "delete the columns that have no name"
            return Fault(name, number, 0, "", f"has more than {integer(CSV_COLUMNS)} cells in one line", advice)
    return None


def parse_table(name: str, text: str) -> tuple[Table, tuple[Fault, ...]]:
    """Return what a CSV text holds, and every fault in it."""
    if not text.strip():
        return Table(), ()
    lines, ends = lines_and_ends(text)
    header = read_header(name, lines, _OBSERVED)
    if not isinstance(header, Header):
        left = conflict_in(name, text, broken=True)
        return Table(), (left,) if left else header
    how = _Rows(name, RowReader(header, Observation, _NUMBERS), ends)
    found, wrong = _read_rows(how, lines)
    if any(NOT_HERE in fault.message for fault in wrong):
        found, wrong = _read_rows(replace(how, reader=replace(how.reader, doubtful=True)), lines)
    left = conflict_in(name, text, broken=bool(wrong))
    above = [Line(number + 1, line, ends[number]) for number, line in enumerate(lines[: header.line])]
    faults = (left,) if left else limited(name, wrong)
    return Table(header.delimiter, header.columns, (*above, *found), header.line - 1), faults


def _read_rows(how: _Rows, lines: list[str]) -> tuple[list[Line], list[Fault]]:
    """Return every line behind the header, and every fault in them, up to the limit of rows."""
    found: list[Line] = []
    wrong: list[Fault] = []
    rows = 0
    for line, row_faults in _rows(how, lines):
        found.append(line)
        wrong.extend(row_faults)
        rows += bool(line.row or row_faults)
        if rows > CSV_ROWS:
            what = f"has more than {integer(CSV_ROWS)} rows"
            wrong.append(Fault(how.name, line.number, 0, "", what, "keep the periods that you show"))
            break
    return found, wrong


def lines_and_ends(text: str) -> tuple[list[str], list[str]]:
    """Split a text into its lines and the line break behind each, whatever system wrote it."""
    parts = _BREAK.split(text)
    return parts[::2], [*parts[1::2], ""]


_remembered_table = Memory(parse_table, longest=SHORT_CSV, short=12, long=1)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Say how the rows of one file are read."""

    name: str
    reader: RowReader[Observation]
    ends: list[str]
    """The line break behind each line of the file."""

    def line(self, number: int, text: str, row: Observation | None = None) -> Line:
        """Make the line of this number."""
        return Line(number, text, self.ends[number - 1], row)


def _rows(how: _Rows, lines: list[str]) -> Iterator[tuple[Line, list[Fault]]]:
    """Yield every line behind the header with its faults."""
    index, delimiter = how.reader.header.line, how.reader.header.delimiter
    while index < len(lines):
        text, number = lines[index], index + 1
        index += 1
        cells, problem = cells_of(text, delimiter)
        if problem:
            joined = _lines_of_one_cell(how, lines, index - 1) if "never closed" in problem else 1
            index += joined - 1
            words = ("a cell has more than one line", "write it on one") if joined > 1 else wrong_quotes(problem)
            yield how.line(number, text), [Fault(how.name, number, *broken_cell(text, how.reader.header), *words)]
        elif any(cell.strip() for cell in cells):
            row, wrong = how.reader.read(cells)
            yield how.line(number, text, row), [Fault(how.name, number, *one) for one in wrong]
        else:
            yield how.line(number, text), []


def _lines_of_one_cell(how: _Rows, lines: list[str], start: int) -> int:
    """Return over how many lines a row with a quoted line break goes, or 1 if the mark is truly never closed."""
    for count in range(2, _JOINED + 1):
        cells, problem = cells_of("\n".join(lines[start : start + count]), how.reader.header.delimiter)
        if not problem:
            return count if len(cells) == len(how.reader.header.columns) else 1
        if "never closed" not in problem or start + count >= len(lines):
            return 1
    return 1
