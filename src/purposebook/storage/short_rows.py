"""Tell a row whose empty cells at the end were left out from one that a broken quotation mark or line break cut off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from purposebook.errors import Fault
from purposebook.storage.sheets import Row
from purposebook.storage.tracker_columns import Reading
from purposebook.storage.trackers import REQUIRED

_MEND: Final = (
    "put quotation marks around a text with line breaks or delimiters, around nothing else, or delete what is no item"
)


def cut_rows(reading: Reading, rows: list[Row]) -> Iterator[tuple[Row, Fault]]:
    """Yield each row that was cut off with its fault; what looks like the rest of one belongs to it."""
    columns = len(reading.sheet.columns)
    whole = {columns, *(length for length, _ in Counter(row.written for row in rows).most_common(1))}
    before: Row | None = None
    for row in rows:
        short = row.written < columns
        if before and short and before.written + row.written - 1 in whole and _differ(reading, before, row):
            yield before, _fault(reading, before, f"{_cells(before, columns)}, and goes on in line {row.line}")
            yield row, _fault(reading, row, f"looks like the rest of line {before.line}")
        elif short and (_lacks_a_name(reading, row) or _swallowed(reading, row)):
            yield row, _fault(reading, row, _cells(row, columns))
        before = row if short else None


def _fault(reading: Reading, row: Row, message: str) -> Fault:
    """Make the fault of a whole row."""
    return Fault(reading.sheet.name, row.line, 0, "", message, _MEND)


def _cells(row: Row, columns: int) -> str:
    """Count the cells of a row."""
    return f"has {row.written} {'cell' if row.written == 1 else 'cells'} where the header has {columns}"


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
