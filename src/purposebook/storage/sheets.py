"""Read a table that another program exported: any columns, and cells that may hold several lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from purposebook.errors import DataFaults, Fault
from purposebook.storage.csv_reading import decoded_csv, delimiter_in, lines_and_ends, raggedness, what_is_wrong
from purposebook.storage.files import read_bytes, refusal
from purposebook.storage.limits import CSV_BYTES, IMPORT_ROWS
from purposebook.text.plurals import integer

_QUOTES = "write every quotation mark inside a text twice, and put quotation marks around that text"
_EXPORT_AGAIN = "leave the column with the long text out of the export"


@dataclass(frozen=True, slots=True)
class Row:
    """Hold the cells of one row, as many as there are columns."""

    line: int
    """1-based physical line on which it begins."""
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold a table's header, and its rows to be read one by one."""

    name: str
    line: int
    """1-based line of the header."""
    columns: tuple[str, ...]
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
        """Return a row that has a cell for each column, whatever empty ones follow."""
        while len(cells) > len(self.columns) and not cells[-1].strip():
            cells.pop()
        if len(cells) != len(self.columns):
            return Fault(self.name, line, 0, "", *raggedness(len(cells), len(self.columns)))
        return Row(line, tuple(cells))

    def _torn(self, line: int, error: csv.Error) -> Fault:
        """Say why the cells of a row cannot be told apart."""
        message = what_is_wrong(error)
        return Fault(self.name, line, 0, "", message, _EXPORT_AGAIN if "characters" in message else _QUOTES)


def read_sheet(path: Path) -> Sheet:
    """Return the table in a CSV file; raise `DataFaults` when it has no header that can be read."""
    folder, name = path.parent, path.name
    data = read_bytes(folder, name, CSV_BYTES)
    if data is None:
        raise refusal(folder, name, "is not there", "check the path")
    lines, ends = lines_and_ends(decoded_csv(folder, name, data))
    start = next((index for index, line in enumerate(lines) if line.strip()), None)
    if start is None:
        raise refusal(folder, name, "is empty", "export the items with a header and a row for each")
    delimiter = delimiter_in(lines[start])
    try:
        columns = next(csv.reader([lines[start]], delimiter=delimiter, strict=True))
    except csv.Error as error:
        fault = Fault(name, start + 1, 0, "", what_is_wrong(error), _QUOTES)
        raise DataFaults(folder.name, [fault]) from error
    rest = [line + end for line, end in zip(lines[start + 1 :], ends[start + 1 :], strict=True)]
    return Sheet(name, start + 1, tuple(column.strip() for column in columns), delimiter, rest)
