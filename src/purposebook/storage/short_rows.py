"""Tell a row whose empty cells at the end were left out from one that a broken quotation mark or line break cut off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from purposebook.errors import Fault
from purposebook.storage.csv_reading import raggedness
from purposebook.storage.sheets import Row
from purposebook.storage.tracker_columns import Reading
from purposebook.storage.trackers import REQUIRED

_QUOTE = "put quotation marks around a text with line breaks or delimiters, or leave its column out of the export"


def cut_rows(reading: Reading, rows: list[Row]) -> Iterator[tuple[Row, Fault]]:
    """Yield each row that was cut off with its fault; what looks like the rest of one belongs to it."""
    columns = len(reading.sheet.columns)
    whole = {columns, *(length for length, _ in Counter(row.written for row in rows).most_common(1))}
    before: Row | None = None
    for row in rows:
        short = row.written < columns
        if before and short and before.written + row.written - 1 in whole and _differ(reading, before, row):
            message = f"has {before.written} cells where the header has {columns}, and goes on in line {row.line}"
            yield before, Fault(reading.sheet.name, before.line, 0, "", message, _QUOTE)
            yield row, Fault(reading.sheet.name, row.line, 0, "", f"looks like the rest of line {before.line}", _QUOTE)
        elif short and (_lacks_a_name(reading, row) or _swallowed(reading, row)):
            message, _ = raggedness(row.written, columns)
            yield row, Fault(reading.sheet.name, row.line, 0, "", message, _QUOTE)
        before = row if short else None


def _lacks_a_name(reading: Reading, row: Row) -> bool:
    """Tell whether a row ends before the columns of key and title."""
    return any(
        reading.filled(row, name) is None and any(at >= row.written for at in reading.positions[name])
        for name in REQUIRED
    )


def _swallowed(reading: Reading, row: Row) -> bool:
    """Tell whether a row ends before its status, and one of its cells holds delimiters as only a row has them."""
    ends_early = reading.has("status") and all(at >= row.written for at in reading.positions["status"])
    inside = re.compile(re.escape(reading.sheet.delimiter) + r"(?! )")
    return ends_early and any(inside.search(cell) for cell in row.cells)


def _differ(reading: Reading, first: Row, second: Row) -> bool:
    """Tell whether the keys of two rows are written in two ways, such as `AB-1` and `the second line`."""
    return _shape(reading, first) != _shape(reading, second)


def _shape(reading: Reading, row: Row) -> str:
    """Return the form of a row's key: letters and digits, however many."""
    at = reading.filled(row, "key")
    text = "" if at is None else row.cells[at].strip()
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", text))
