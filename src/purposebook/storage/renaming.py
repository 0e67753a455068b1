"""Rename an item in every file of a product that names it."""

from __future__ import annotations

import codecs
import csv
import difflib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from purposebook.domain.base import ID_PATTERN
from purposebook.domain.outline import id_of, items_in
from purposebook.domain.references import HOME, declared, references
from purposebook.domain.renaming import with_id
from purposebook.domain.slug import slug_in
from purposebook.domain.workbook import PARTS, Workbook
from purposebook.errors import SaveFailed, UsageError
from purposebook.storage.csv_header import cells_of, delimiter_in
from purposebook.storage.csv_reading import decoded_csv, lines_and_ends
from purposebook.storage.files import SURVEYS, read_bytes
from purposebook.storage.limits import CSV_BYTES
from purposebook.storage.reading import read_part, read_workbook
from purposebook.storage.replacing import locked, replace
from purposebook.storage.saving import save_part

_HEADER_WITHIN = 5
"""Lines among which a table's header is looked for."""


@dataclass(frozen=True)
class Renamed:
    """Hold what a rename changed."""

    kind: str
    places: Mapping[str, int]
    """The number of places that were changed, by the file's name."""
    queried: str = ""
    """The environment variable of the database from which the rows come, which must give the new id from now on."""


def rename_item(folder: Path, old: str, new: str) -> Renamed:
    """Give the item `old` the id `new` in every part and table of a product; frozen reviews stay as they are.

    The file in which the item is written comes last, so that the same call finishes a rename that was interrupted, or
    one that somebody began by hand. Raise `UsageError` where nothing can be renamed, `DataFaults` where a file cannot
    be read, `SaveFailed` or `SaveConflict` where one cannot be written.
    """
    book = read_workbook(folder)
    kind = _kind(book, old, new)
    places: dict[str, int] = {}
    queried = ""
    for name, column in _tables(book, kind):
        if name:
            places[name] = _rename_cells(folder, name, column, old, new)
        else:
            queried = book.metrics.observations.database or ""
    for part in sorted(PARTS, key=lambda part: part == HOME[kind]):
        before = read_part(folder, part)
        after = with_id(before, kind, old, new)
        if after != before:
            save_part(folder, part, before, after)
            places[f"{part}.yml"] = _count(book, part, kind, old)
    return Renamed(kind, {name: count for name, count in places.items() if count}, queried)


def _kind(book: Workbook, old: str, new: str) -> str:
    """Return the kind of the item to rename, or raise `UsageError` with what to do instead."""
    if not re.fullmatch(ID_PATTERN, new):
        near = slug_in(new)
        advice = f"Write '{near}' instead." if re.fullmatch(ID_PATTERN, near) else "Choose another one."
        raise UsageError(f"'{new[:80]}' is no id: use lower-case letters, digits and hyphens, at most 63. {advice}")
    kinds: dict[str, list[str]] = {}
    for item in declared(book):
        kinds.setdefault(item.id, []).append(item.kind)
    if old == new:
        raise UsageError(f"'{old}' has that id already.")
    if old in kinds:
        return _declared_kind(kinds, old, new)
    pointed = {kind for one in references(book) if one.target == old for kind in one.kinds}
    half_done = pointed.intersection(kinds.get(new, ()))
    if half_done:
        return min(half_done)
    near_ids = difflib.get_close_matches(old, kinds, n=1)
    hint = f" Did you mean '{near_ids[0]}'?" if near_ids else " 'purposebook check' lists the ids that lead nowhere."
    raise UsageError(f"There is no item '{old[:80]}' in {book.slug}.{hint}")


def _declared_kind(kinds: Mapping[str, list[str]], old: str, new: str) -> str:
    """Return the kind of an item that is written, once, and whose new id is free."""
    if len(kinds[old]) > 1:
        raise UsageError(
            f"'{old}' is the id of two items ({' and '.join(kinds[old])}). Give one of them another id in an editor."
        )
    if new in kinds:
        raise UsageError(f"'{new}' is already the id of another item ({kinds[new][0]}). Choose another id.")
    return kinds[old][0]


def _tables(book: Workbook, kind: str) -> Iterator[tuple[str, str]]:
    """Yield each table whose rows name items of this kind, with the column; an empty name for rows of a database."""
    if kind == "metric":
        yield book.metrics.observations.file or "", "metric"
    if kind == "survey":
        yield SURVEYS, "survey"


def _count(book: Workbook, part: str, kind: str, old: str) -> int:
    """Count the places of one part that named the item."""
    own = any(kind == item.KIND and id_of(item) == old for item in items_in(getattr(book, part)))
    pointing = sum(one.target == old and kind in one.kinds for one in references(book, {part}))
    return max(own + pointing, 1)


def _rename_cells(folder: Path, name: str, column: str, old: str, new: str) -> int:
    """Change the cells of one column that hold just `old`, and no other byte of the table; return how many."""
    with locked(folder, name):
        data = read_bytes(folder, name, CSV_BYTES)
        if data is None:
            return 0
        lines, ends = lines_and_ends(decoded_csv(folder, name, data))
        changed = tuple(_with_cell(lines, column, old, new))
        count = sum(before != after for before, after in zip(lines, changed, strict=True))
        if count:
            text = "".join(line + end for line, end in zip(changed, ends, strict=True))
            mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
            replace(folder, name, data, mark + text.encode("utf-8", errors="surrogateescape"), CSV_BYTES)
        return count


def _with_cell(lines: list[str], column: str, old: str, new: str) -> Iterator[str]:
    """Yield every line of a table, with the cell changed where it is `old`."""
    for start, header in enumerate(lines[:_HEADER_WITHIN]):
        delimiter = delimiter_in(header)
        names = [name.strip().strip('"').casefold() for name in header.split(delimiter)]
        if column in names:
            yield from lines[: start + 1]
            yield from (_line(line, delimiter, names.index(column), old, new) for line in lines[start + 1 :])
            return
    if any(old in line for line in lines):
        raise SaveFailed(f"The table has no column '{column}', so its rows could not be renamed. Nothing was saved.")
    yield from lines


def _line(line: str, delimiter: str, at: int, old: str, new: str) -> str:
    """Change one cell of a line; without quotation marks every other character stays."""
    cells, _ = cells_of(line, delimiter)
    if at >= len(cells) or cells[at].strip() != old:
        return line
    cells[at] = cells[at].replace(old, new)
    if '"' not in line:
        return delimiter.join(cells)
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="").writerow(cells)
    return text.getvalue()
