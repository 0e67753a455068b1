"""Write numbers and days the way a table writes them, so that they read back as the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from purposebook.storage.csv_header import cells_of
from purposebook.storage.csv_reading import Table
from purposebook.storage.number_cells import COMMA_IS_DECIMAL, number_cell
from purposebook.storage.yaml_rendering import number

_NUMBERS: Final = frozenset({"value", "numerator", "denominator"})


@dataclass(frozen=True, slots=True)
class Manner:
    """Say how a table writes its cells."""

    delimiter: str
    decimal_comma: bool
    day_first: bool
    """31.03.2026 instead of 2026-03-31."""

    def written(self, value: object) -> str:
        """Write one cell."""
        if isinstance(value, dt.date):
            return f"{value:%d.%m.}{value.year:04}" if self.day_first else value.isoformat()
        return self._number(value) if isinstance(value, float) else "" if value is None else str(value)

    def _number(self, value: float) -> str:
        """Write a number; another zero takes the second reading from one with three decimals."""
        text = number(value)
        if self.decimal_comma:
            return text.replace(".", ",")
        return text if isinstance(number_cell(text, self.delimiter), str) else f"{text}0"


def manner_of(table: Table) -> Manner:
    """Return how a table writes its cells; where semicolons separate, with decimal commas unless it has points."""
    cells = tuple(_cells(table))
    numbers = [cell for column, cell in cells if column in _NUMBERS]
    days = [cell for column, cell in cells if column == "date"]
    points = any("." in cell for cell in numbers) and not any("," in cell for cell in numbers)
    comma = table.delimiter == COMMA_IS_DECIMAL and not points
    return Manner(table.delimiter, comma, bool(days) and "." in days[-1])


def _cells(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the column and the text of each cell that says something."""
    for line in table.lines:
        cells = cells_of(line.text, table.delimiter)[0] if line.row is not None else ()
        yield from ((column, cell) for column, cell in zip(table.header, cells, strict=False) if cell.strip())
