"""Read observations.csv line by line, so that a fault in one row never moves another row's cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from purposebook.domain.metrics import COLUMNS, Observation
from purposebook.errors import DataFaults, Fault
from purposebook.storage.faults import limited
from purposebook.storage.files import read_bytes, refusal
from purposebook.storage.limits import CSV_BYTES, CSV_ROWS, SHORT_CSV
from purposebook.storage.model_wording import words_for
from purposebook.storage.parse_memory import Memory
from purposebook.storage.texts import did_you_mean, shown
from purposebook.text.plurals import counted, integer

DELIMITERS: Final = (",", ";", "\t")
_REQUIRED: Final = ("metric", "date")
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
    lines: tuple[Line, ...] = ()
    """The header first; none for a file that is empty or missing."""

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


def decoded_csv(folder: Path, name: str, data: bytes) -> str:
    """Return the text of CSV bytes; bytes that are not UTF-8 stay marked, so that each row with one gets its fault."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refusal(folder, name, "is not UTF-8 text", "save it as CSV UTF-8")
    return data.decode("utf-8-sig", errors="surrogateescape")


def parse_table(name: str, text: str) -> tuple[Table, tuple[Fault, ...]]:
    """Return what a CSV text holds, and every fault in it."""
    if not text.strip():
        return Table(), ()
    lines, ends = lines_and_ends(text)
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    delimiter = delimiter_in(lines[start])
    header, faults = _header(name, start + 1, lines[start], delimiter)
    if faults:
        return Table(), faults
    found = [Line(number + 1, line, ends[number]) for number, line in enumerate(lines[: start + 1])]
    wrong: list[Fault] = []
    rows = 0
    for line, row_faults in _rows(_Rows(name, header, delimiter, ends), lines, start + 1):
        found.append(line)
        wrong.extend(row_faults)
        rows += bool(line.row or row_faults)
        if rows > CSV_ROWS:
            wrong.append(
                Fault(
                    name,
                    line.number,
                    0,
                    "",
                    f"has more than {integer(CSV_ROWS)} rows",
                    "keep the periods that you show",
                )
            )
            break
    return Table(delimiter, header, tuple(found)), limited(name, wrong)


def lines_and_ends(text: str) -> tuple[list[str], list[str]]:
    """Split a text into its lines and the line break behind each, whatever system wrote it."""
    parts = _BREAK.split(text)
    return parts[::2], [*parts[1::2], ""]


def delimiter_in(header: str) -> str:
    """Return what separates the cells of a header."""
    return max(DELIMITERS, key=header.count)


_remembered_table = Memory(parse_table, longest=SHORT_CSV, short=12, long=1)


def _header(name: str, number: int, line: str, delimiter: str) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
    """Return the columns, and a fault for each that is unknown, missing or there twice."""
    cells, problem = _cells(line, delimiter)
    if cells is None:
        return (), (Fault(name, number, 0, "", problem, "write the header as metric,date,value"),)
    columns = tuple(cell.strip() for cell in cells)
    if not set(columns) & set(COLUMNS):
        return (), (
            Fault(name, number, 0, "", "the first line is no header", "write metric,date,value above the rows"),
        )
    wrong = []
    for position, column in enumerate(columns, start=1):
        if column not in COLUMNS:
            what = f"unknown column '{shown(column)}'" if column else "a column has no name"
            wrong.append(Fault(name, number, position, shown(column), what, did_you_mean(column[:200], COLUMNS)))
        elif column in columns[: position - 1]:
            wrong.append(
                Fault(name, number, position, column, f"the column '{column}' stands twice", "keep one of the two")
            )
    missing = [column for column in _REQUIRED if column not in columns]
    if "value" not in columns and not {"numerator", "denominator"} <= set(columns):
        missing.append("value")
    wrong += [
        Fault(name, number, 0, column, "the column is missing", f"add '{column}' to the header") for column in missing
    ]
    return columns, tuple(wrong)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Say how the rows of one file are read."""

    name: str
    header: tuple[str, ...]
    delimiter: str
    ends: list[str]
    """The line break behind each line of the file."""

    def line(self, number: int, text: str, row: Observation | None = None) -> Line:
        """Make the line of this number."""
        return Line(number, text, self.ends[number - 1], row)


def _rows(how: _Rows, lines: list[str], start: int) -> Iterator[tuple[Line, list[Fault]]]:
    """Yield every line behind the header with its faults."""
    index = start
    while index < len(lines):
        text, number = lines[index], index + 1
        index += 1
        if not text.strip():
            yield how.line(number, text), []
            continue
        cells, problem = _cells(text, how.delimiter)
        if cells is None:
            joined = _lines_of_one_cell(how, lines, index - 1) if "never closed" in problem else 1
            index += joined - 1
            problem, advice = (
                ("a cell has more than one line", "write it on one")
                if joined > 1
                else (problem, 'write "" for a quotation mark inside a text')
            )
            yield how.line(number, text), [Fault(how.name, number, 0, "", problem, advice)]
        else:
            yield _row(how, number, text, cells)


def _cells(line: str, delimiter: str) -> tuple[list[str] | None, str]:
    """Split one line into its cells, or say why that cannot be done."""
    if '"' not in line:
        return line.split(delimiter), ""
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True)), ""
    except csv.Error as error:
        return None, what_is_wrong(error)


def what_is_wrong(error: csv.Error) -> str:
    """Say in plain words what a CSV parser complains about."""
    if "field larger" in str(error):
        return f"a cell has more than {integer(csv.field_size_limit())} characters"
    ended = "end of data" in str(error)
    return "a quotation mark is never closed" if ended else "text follows a closed quotation mark"


def raggedness(cells: int, columns: int) -> tuple[str, str]:
    """Say that a row has not as many cells as the header, and what to do."""
    wrong = f"has {counted(cells, 'cell')} where the header has {columns}"
    return wrong, "add or remove delimiters, or quote a text that holds one"


def byte_problem(cell: str) -> tuple[str, str] | None:
    """Say what is wrong with a cell that holds NUL or bytes that are not UTF-8, and what to do."""
    if "\0" in cell:
        return "holds the control character U+0000", "delete it"
    if any("\ud800" <= character <= "\udfff" for character in cell):
        return "holds bytes that are not UTF-8", "save the file as CSV UTF-8"
    return None


def _lines_of_one_cell(how: _Rows, lines: list[str], start: int) -> int:
    """Return over how many lines a row with a quoted line break goes, or 1 if the mark is truly never closed."""
    for count in range(2, _JOINED + 1):
        cells, problem = _cells("\n".join(lines[start : start + count]), how.delimiter)
        if cells is not None:
            return count if len(cells) == len(how.header) else 1
        if "never closed" not in problem or start + count >= len(lines):
            return 1
    return 1


def _row(how: _Rows, number: int, text: str, cells: list[str]) -> tuple[Line, list[Fault]]:
    """Read one row whose cells are known."""
    stripped = [cell.strip() for cell in cells]
    if not any(stripped):
        return how.line(number, text), []
    if len(cells) != len(how.header):
        return how.line(number, text), [Fault(how.name, number, 0, "", *raggedness(len(cells), len(how.header)))]
    faults = [
        Fault(how.name, number, at + 1, how.header[at], *problem)
        for at, cell in enumerate(stripped)
        if not cell.isprintable() and (problem := byte_problem(cell))
    ]
    if faults:
        return how.line(number, text), faults
    try:
        row = Observation.model_validate(dict(zip(how.header, stripped, strict=True)))
    except ValidationError as error:
        return how.line(number, text), list(_cell_faults(how, number, error))
    return how.line(number, text, row), []


def _cell_faults(how: _Rows, number: int, error: ValidationError) -> Iterator[Fault]:
    """Yield the faults of one row, each with its column."""
    for details in error.errors(include_url=False):
        column = str(details["loc"][0]) if details["loc"] else ""
        message, advice = words_for(details, Observation, (column,) if column else ())
        position = how.header.index(column) + 1 if column in how.header else 0
        yield Fault(how.name, number, position, column, message, advice)
