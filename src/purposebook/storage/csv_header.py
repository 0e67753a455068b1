"""Find the header of a table, and say what stands in its place where there is none."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from purposebook.errors import Fault
from purposebook.storage.texts import nearest, shown
from purposebook.text.plurals import integer

DELIMITERS: Final = (",", ";", "\t")
_OTHERS: Final = ("|", ":", "^", "~", "\uff0c", "\uff1b", " ")
"""What separates cells elsewhere, and not here."""
_SEPARATOR: Final = re.compile(r'\ufeff?"?sep=(.)"?[,;\t]*', re.IGNORECASE)
"""By this first line a file tells spreadsheets what separates its cells."""
LOOKED_AT: Final = 30
"""Lines in which a header is looked for."""
_INVISIBLE: Final = "\ufeff\u200b"


@dataclass(frozen=True, slots=True)
class Kind:
    """Say which columns a kind of table knows, and which it needs."""

    known: tuple[str, ...]
    needed: tuple[str, ...]
    instead: tuple[str, ...] = ()
    """These together stand for the last one that is needed."""

    def missing(self, columns: Collection[str]) -> list[str]:
        """Return the columns that are needed and not there."""
        stood_for = self.needed[-1:] if self.instead and set(self.instead) <= set(columns) else ()
        return [column for column in self.needed if column not in columns and column not in stood_for]


@dataclass(frozen=True, slots=True)
class Header:
    """Hold the columns of a table."""

    line: int
    """1-based line on which it stands."""
    delimiter: str
    columns: tuple[str, ...]
    """As they are known here, whatever their case; empty for one without a name."""


def read_header(name: str, lines: Sequence[str], kind: Kind) -> Header | tuple[Fault, ...]:
    """Return the header of a table with at least one line that says something, or all that is wrong with it."""
    start = _first(lines, 0)
    told = _SEPARATOR.fullmatch(lines[start].strip(" "))
    if told and told[1] not in DELIMITERS:
        return (_separate(name, start + 1, told[1]),)
    at = _first(lines, start + 1) if told else start
    delimiter = told[1] if told else delimiter_in(lines[at], kind.known)
    header = Header(at + 1, delimiter, _columns(lines[at], delimiter, kind))
    elsewhere = _elsewhere(name, lines, header, kind)
    if elsewhere:
        return (elsewhere,)
    faults = (*_column_faults(name, header, kind), *_unnamed_faults(name, header, lines))
    return faults or header


def delimiter_in(header: str, known: Collection[str] = ()) -> str:
    """Return what separates the cells of a header: what makes the most columns that are known, then the most cells."""
    return max(DELIMITERS, key=lambda mark: (_count(header, mark, known), header.count(mark)))


def cells_of(line: str, delimiter: str) -> tuple[list[str], str]:
    """Split one line into its cells, or say why that cannot be done."""
    if '"' not in line:
        return line.split(delimiter), ""
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True)), ""
    except csv.Error as error:
        return [], what_is_wrong(error)


def what_is_wrong(error: csv.Error) -> str:
    """Say in plain words what a CSV parser complains about."""
    if "field larger" in str(error):
        return f"a cell has more than {integer(csv.field_size_limit())} characters"
    ended = "end of data" in str(error)
    return "a quotation mark is never closed" if ended else "text follows a closed quotation mark"


def _first(lines: Sequence[str], start: int) -> int:
    """Return where the first line stands that says something; the last one where none does."""
    return next((at for at in range(start, len(lines)) if lines[at].strip()), len(lines) - 1)


def _columns(line: str, delimiter: str, kind: Kind) -> tuple[str, ...]:
    """Return the names in a header; those that are known as they are known."""
    cells = [cell.strip().strip(_INVISIBLE).strip() for cell in cells_of(line, delimiter)[0]]
    return tuple(cell.casefold() if cell.casefold() in kind.known else cell for cell in cells)


def _count(line: str, delimiter: str, known: Collection[str]) -> int:
    """Count the columns of a line that are known."""
    return sum(cell.strip(f' "{_INVISIBLE}').casefold() in known for cell in line.split(delimiter)) if known else 0


def _elsewhere(name: str, lines: Sequence[str], header: Header, kind: Kind) -> Fault | None:
    """Say what stands where the header should, if it is no header at all."""
    at = header.line - 1
    here = len(set(header.columns) & set(kind.known))
    if here and not kind.missing(header.columns):
        return None
    for below in range(at + 1, min(at + LOOKED_AT, len(lines))):
        columns = _columns(lines[below], delimiter_in(lines[below], kind.known), kind)
        if set(columns) & set(kind.known) and not kind.missing(columns):
            lines_above = "the line" if below == 1 else "the lines"
            return Fault(
                name, at + 1, 0, "", f"the header stands in line {below + 1}", f"delete {lines_above} above it"
            )
    if here:
        return None
    told = delimiter_in(lines[at], kind.known)
    if told != header.delimiter and _count(lines[at], told, kind.known):
        what = f"the line above says {_named(header.delimiter)}, and {_named(told)} separates the cells"
        return Fault(name, at, 0, "", what, "delete that line")
    other = max(_OTHERS, key=lambda mark: _count(lines[at], mark, kind.known))
    if _count(lines[at], other, kind.known) > 1:
        return _separate(name, at + 1, other)
    return _no_header(name, lines[at], header, kind)


def _no_header(name: str, line: str, header: Header, kind: Kind) -> Fault:
    """Ask for a header above rows, or for other names in its place."""
    problem = cells_of(line, header.delimiter)[1]
    words = [cell for cell in header.columns if cell]
    names = header.delimiter.join(kind.known[: max(len(kind.needed), len(header.columns))])
    if problem:
        return Fault(name, header.line, 0, "", problem, f"write the header as {names}")
    if len(words) > 1 and all(word.isprintable() and not re.search("[0-9]", word) for word in words):
        what = f"names no column that is known here ({shown(', '.join(words))})"
        return Fault(name, header.line, 0, "", what, f"write {names} in place of these names")
    return Fault(name, header.line, 0, "", "the first line is no header", f"write {names} above the rows")


def _separate(name: str, line: int, mark: str) -> Fault:
    """Ask for one of the delimiters that are read."""
    return Fault(name, line, 0, "", f"{_named(mark)} separates the cells", "separate cells with , ; or tab")


def _named(mark: str) -> str:
    """Name what separates cells."""
    return {"\t": "a tab", " ": "a space"}.get(mark, f"'{shown(mark)}'")


def _column_faults(name: str, header: Header, kind: Kind) -> Iterator[Fault]:
    """Yield a fault for each column that is unknown, missing or there twice."""
    for at, column in enumerate(header.columns, start=1):
        if column and column not in kind.known:
            near = nearest(column, kind.known)
            others = f"delete the column, or name it as one that is known here: {', '.join(kind.known)}"
            what, advice = f"unknown column '{shown(column)}'", f"did you mean '{near}'?" if near else others
            yield Fault(name, header.line, at, shown(column), what, advice)
        elif column and column in header.columns[: at - 1]:
            yield Fault(name, header.line, at, column, f"the column '{column}' stands twice", "keep one of the two")
    near_ones = {nearest(column, kind.known) for column in header.columns if column and column not in kind.known}
    for column in kind.missing(header.columns):
        if column not in near_ones:
            advice = f"add '{column}' to the header, and its cells to the rows"
            yield Fault(name, header.line, 0, column, "the column is missing", advice)


def _unnamed_faults(name: str, header: Header, lines: Sequence[str]) -> Iterator[Fault]:
    """Yield a fault for each column that has no name but says something; empty ones are nothing."""
    unnamed = [at for at, column in enumerate(header.columns) if not column]
    for number, line in enumerate(lines[header.line :], header.line + 1) if unnamed else ():
        cells, _ = cells_of(line, header.delimiter)
        for at in [at for at in unnamed if at < len(cells) and cells[at].strip()]:
            unnamed.remove(at)
            what = f"a column has no name, but line {number} says '{shown(cells[at])}' in it"
            yield Fault(name, header.line, at + 1, "", what, "name the column as one that is known here, or delete it")
