"""Read the cells of one row under a header: what they say, or what is wrong with each."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from pydantic import ValidationError

from purposebook.domain.base import Model
from purposebook.storage.csv_header import Header
from purposebook.storage.date_cells import date_cell
from purposebook.storage.model_wording import words_for
from purposebook.storage.number_cells import Words, number_cell
from purposebook.text.plurals import counted

_Said = TypeVar("_Said", bound=Model)
Complaint = tuple[int, str, str, str]
"""The column's 1-based position, its name, what is wrong, and what to do; 0 and no name for the row as a whole."""
_DATE: Final = "date"
_QUOTE: Final = "quote a text that holds a delimiter"
_ANY_DATE: Final = "2026-01-01"
_ANY_NUMBER: Final = "1"
SAVE_AS_UTF8: Final = "save the file with the encoding UTF-8, which Excel calls 'CSV UTF-8'"


@dataclass(frozen=True, slots=True)
class RowReader(Generic[_Said]):
    """Say how the rows of a table are read."""

    header: Header
    model: type[_Said]
    numbers: tuple[str, ...]
    """Columns that hold numbers."""
    doubtful: bool = False
    """Whether other numbers of the table have another decimal mark."""

    def read(self, cells: list[str]) -> tuple[_Said | None, list[Complaint]]:
        """Return what a row says, or all that is wrong with it; cells that are missing at its end are empty."""
        columns = self.header.columns
        more = any(cell.strip() for cell in cells[len(columns) :])
        torn = self._torn_number(cells, more) if more or len(cells) < len(columns) else ""
        if more or torn:
            wrong, advice = raggedness(len(cells), len(columns))
            return None, [(0, "", wrong, f"write {torn} if that is one number, or {_QUOTE}" if torn else advice)]
        texts = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
        problems = dict(self._problems(texts))
        try:
            made = self.model.model_validate(texts)
        except ValidationError as error:
            problems |= dict(self._refusals(error, bool(problems)))
            made = None
        found = sorted((self._position(column), column, *words) for column, words in problems.items())
        return (None if found else made), found

    def _problems(self, texts: dict[str, str]) -> Iterator[tuple[str, Words]]:
        """Read days and numbers as the models know them, and yield what is wrong; such a cell says something else."""
        for column, cell in texts.items():
            if not cell:
                continue
            problem: str | Words | None = byte_problem(cell) if not cell.isprintable() else None
            if column in self.numbers:
                problem = problem or number_cell(cell, self.header.delimiter, self.doubtful)
            elif column == _DATE:
                problem = problem or date_cell(cell, self.header.delimiter)
            if isinstance(problem, str):
                texts[column] = problem
            elif problem:
                texts[column] = _ANY_DATE if column == _DATE else _ANY_NUMBER
                yield column, problem

    def _refusals(self, error: ValidationError, found: bool) -> Iterator[tuple[str, Words]]:
        """Yield what the model says of single cells, and of the row where nothing else was found."""
        for details in error.errors(include_url=False):
            column = str(details["loc"][0]) if details["loc"] else ""
            if column or not found:
                yield column, words_for(details, self.model, (column,) if column else ())

    def _position(self, column: str) -> int:
        """Return where a column stands in the header."""
        return self.header.columns.index(column) + 1 if column in self.header.columns else 0

    def _torn_number(self, cells: list[str], more: bool) -> str:
        """Return the number whose decimal comma may have made two cells of it, which shifts what follows.

        In a row with too few cells it would stand in front of a text; two numbers in a row are two numbers there.
        """
        columns = self.header.columns
        for one, two, column, after in zip(cells, cells[1:], columns, (*columns[1:], ""), strict=False):
            whole, part = one.strip(), two.strip()
            is_torn = column in self.numbers and whole.lstrip("+-").isdecimal() and part.isdecimal()
            if self.header.delimiter == "," and is_torn and (more or after not in self.numbers):
                return f"{whole}.{part}"
        return ""


def raggedness(cells: int, columns: int) -> Words:
    """Say that a row has not as many cells as the header, and what to do."""
    wrong = f"has {counted(cells, 'cell')} where the header has {columns}"
    return wrong, "add or remove delimiters, or quote a text that holds one"


def byte_problem(cell: str) -> Words | None:
    """Say what is wrong with a cell that holds NUL or bytes that are not UTF-8, and what to do."""
    if "\0" in cell:
        return f"holds the control character U+0000 as character {cell.index(chr(0)) + 1}", "delete it"
    if any("\ud800" <= character <= "\udfff" for character in cell):
        return "holds bytes that are not UTF-8", SAVE_AS_UTF8
    return None


def broken_cell(line: str, header: Header) -> tuple[int, str]:
    """Return the 1-based position and the column of the first cell of a line that cannot be read; 0 if it has none."""
    mark = re.escape(header.delimiter)
    good = re.compile(rf'(?:"[^"]*+(?:""[^"]*+)*+"|[^"{mark}][^{mark}]*|)(?={mark}|\Z)')
    at = position = 0
    while at <= len(line) and (cell := good.match(line, at)) and len(cell[0]) <= csv.field_size_limit():
        at, position = cell.end() + 1, position + 1
    columns = header.columns
    return (position + 1, columns[position]) if position < len(columns) else (0, "")


def wrong_quotes(problem: str) -> Words:
    """Say what is wrong with the quotation marks of a row, and what to do."""
    if "never closed" in problem:
        return problem, "close it, or delete it"
    if "follows" in problem:
        return problem, "put the whole text in quotation marks, and write each one inside it twice"
    return problem, "shorten it"
