"""Read a table that another program exported: any columns, and cells that may hold several lines."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from purposebook.errors import DataFaults, Fault
from purposebook.storage.csv_header import DELIMITERS
from purposebook.storage.csv_reading import (
    byte_problem,
    decoded_csv,
    lines_and_ends,
    raggedness,
    what_is_wrong,
)
from purposebook.storage.files import read_bytes, refusal
from purposebook.storage.limits import CSV_BYTES, IMPORT_LINES, IMPORT_ROWS
from purposebook.text.plurals import integer

_QUOTES = "write every quotation mark inside a text twice, and put quotation marks around that text"
_EXPORT_AGAIN = "leave the column with the long text out of the export"
_SEPARATOR: Final = re.compile(r'"?sep=(.)"?[,;\t]*\s*', re.IGNORECASE)
"""The first line with which Excel says what separates the cells."""
_ABOVE: Final = 30
"""Lines among which the header is looked for: some programs write a title and a day above it."""
_HEADER_LINES: Final = 10
"""Lines over which a header may go, where a column's name has line breaks."""

Columns = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Hold the cells of one row, as many as there are columns."""

    line: int
    """1-based physical line on which it begins."""
    cells: tuple[str, ...]
    written: int
    """How many of its cells the file has: those missing at the end are empty."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold a table's header, and its rows to be read one by one."""

    name: str
    line: int
    """1-based line of the header, of several the last."""
    columns: Columns
    """Names as written; some programs write the same name twice."""
    delimiter: str
    _lines: list[str] = field(repr=False)
    """What stands behind the header, each line with its break."""

    def rows(self) -> Iterator[Row | Fault]:
        """Yield each row that says something, and a fault in the place of each that cannot be read."""
        reader = csv.reader(self._lines, delimiter=self.delimiter, strict=True)
        found = 0
        while True:
            line = self.line + reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield self._torn(line, error)
                continue
            if not any(cell.strip() for cell in cells):
                continue
            found += 1
            if found > IMPORT_ROWS:
                yield Fault(
                    self.name, line, 0, "", f"has more than {integer(IMPORT_ROWS)} rows", "export a shorter period"
                )
                return
            yield self._row(line, cells)

    def _row(self, line: int, cells: list[str]) -> Row | Fault:
        """Return a row that has a cell for each column: programs leave out empty ones at its end, or write more."""
        while len(cells) > len(self.columns) and not cells[-1].strip():
            cells.pop()
        missing = len(self.columns) - len(cells)
        if missing < 0:
            return Fault(self.name, line, 0, "", *raggedness(len(cells), len(self.columns)))
        return Row(line, tuple(cells + [""] * missing), len(cells))

    def _torn(self, line: int, error: csv.Error) -> Fault:
        """Say why the cells of a row cannot be told apart."""
        message = what_is_wrong(error)
        return Fault(self.name, line, 0, "", message, _EXPORT_AGAIN if "characters" in message else _QUOTES)


def read_sheet(path: Path, is_header: Callable[[Columns], bool] = bool) -> Sheet:
    """Return the table in a CSV file; raise `DataFaults` when it has no header that can be read.

    The header is the first line whose cells are one, however they are separated; where there is none, the first line
    with several cells is taken for it.
    """
    folder, name = path.parent, path.name
    data = read_bytes(folder, name, CSV_BYTES)
    if data is None:
        raise refusal(folder, name, "is not there", "check the path")
    lines, ends = lines_and_ends(decoded_csv(folder, name, data, IMPORT_LINES))
    start = next((index for index, line in enumerate(lines) if line.strip()), None)
    if start is None:
        raise refusal(folder, name, "is empty", "export the items with a header and a row for each")
    whole = [line + end for line, end in zip(lines, ends, strict=True)]
    declared = _SEPARATOR.fullmatch(lines[start])
    tries = _tries(whole, start + bool(declared), (declared[1],) if declared else DELIMITERS)
    header = next((one for one in tries if is_header(one.columns)), None) or _likeliest(name, whole, start, tries)
    if isinstance(header, Fault):
        raise DataFaults(folder.name, [header])
    if any(byte_problem(column) for column in header.columns):
        raise refusal(folder, name, "holds bytes that are not UTF-8 in its header", "save the file as CSV UTF-8")
    return Sheet(name, header.end, header.columns, header.delimiter, whole[header.end :])


@dataclass(frozen=True, slots=True)
class _Try:
    """Hold what a header would say if it began on a certain line and had a certain delimiter."""

    columns: Columns
    delimiter: str
    end: int
    """1-based number of its last line."""


def _tries(lines: list[str], start: int, delimiters: tuple[str, ...]) -> list[_Try]:
    """Return every header that there could be, those on the first lines first, those with the most cells before."""
    found: list[_Try] = []
    for index in range(start, min(start + _ABOVE, len(lines))):
        tried = (_tried(lines, index, delimiter) for delimiter in delimiters if lines[index].strip())
        found += sorted(filter(None, tried), key=lambda one: -len(one.columns))
    return found


def _tried(lines: list[str], index: int, delimiter: str) -> _Try | None:
    """Return the header that begins on a line, if its cells can be told apart."""
    reader = csv.reader(lines[index : index + _HEADER_LINES], delimiter=delimiter, strict=True)
    try:
        columns = next(reader)
    except (csv.Error, StopIteration):
        return None
    return _Try(tuple(" ".join(column.split()) for column in columns), delimiter, index + reader.line_num)


def _likeliest(name: str, lines: list[str], start: int, tries: list[_Try]) -> _Try | Fault:
    """Return the first header with several names, else the first of all; a first line that is broken is a fault."""
    try:
        next(csv.reader(lines[start : start + _HEADER_LINES], strict=True))
    except csv.Error as error:
        return Fault(name, start + 1, 0, "", what_is_wrong(error), _QUOTES)
    missing = Fault(name, start + 1, 0, "", "has no header", "export the items with a header and a row for each")
    several = (one for one in tries if sum(map(bool, one.columns)) > 1)
    return next(several, tries[0] if tries else missing)
