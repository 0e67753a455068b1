"""Open a product's folder and read each of its files only when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from purposebook.domain.slug import Slug
from purposebook.domain.workbook import PARTS, Workbook
from purposebook.storage.csv_reading import Table
from purposebook.storage.event_reading import read_events
from purposebook.storage.files import checked_folder
from purposebook.storage.reading import Written, fetched_in, frozen_in, lines_of, read_named_table, read_written
from purposebook.storage.survey_reading import Answers, read_survey_answers

_OBSERVATIONS: Final = "observations"
_EVENTS: Final = "events"
_ANSWERS: Final = "answers"
_FROZEN: Final = "frozen"
_AGES: Final = ("fetched", "fetched_rows", "unreached")


def open_workbook(folder: Path) -> Workbook:
    """Return what a product's folder holds, to be read when it is asked for; each file is read once.

    It says the same as `read_workbook`. Whoever asks for a part with faults gets `DataFaults` with those of its file;
    files that nobody asks for are never looked at.
    """
    slug = Slug(checked_folder(folder).name)
    opened = _Folder(folder)
    return Workbook.waiting(opened.read, slug=slug, written=_Said(opened), lines=_Lines(opened))


class _Folder:
    """Keep what was read from a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._parts: dict[str, Written] = {}
        self._lines: dict[str, Mapping[str, int]] = {}

    def read(self, field: str) -> Any:
        """Return a part's value, the observations, answers, the event log, or how old rows are."""
        if field in _AGES:
            return fetched_in(self._folder, self.part("metrics"))[field]
        if field == _EVENTS:
            return read_events(self._folder, self.part("metrics"))
        if field == _ANSWERS:
            return self._answers.rows
        if field == _FROZEN:
            return frozen_in(self._folder, self.part("reviews"))
        return self._table.rows if field == _OBSERVATIONS else self.part(field).value

    def part(self, part: str) -> Written:
        """Return a part with its places."""
        if part not in self._parts:
            self._parts[part] = read_written(self._folder, part)
        return self._parts[part]

    def lines(self, part: str) -> Mapping[str, int]:
        """Return the lines of a part's items, or of each metric's first observation."""
        if part == _ANSWERS:
            return self._answers.lines
        if part not in self._lines:
            self._lines[part] = lines_of(self._table) if part == _OBSERVATIONS else self.part(part).lines()
        return self._lines[part]

    @cached_property
    def _table(self) -> Table:
        """Return the file with the observations."""
        return read_named_table(self._folder, self.part("metrics"))

    @cached_property
    def _answers(self) -> Answers:
        """Return the answers of surveys."""
        return read_survey_answers(self._folder, self.part("metrics").value)


class _Said(Set[str]):
    """Be the set of parts that say something; asking for one reads that part alone."""

    def __init__(self, opened: _Folder) -> None:
        self._opened = opened

    def __contains__(self, part: object) -> bool:
        return isinstance(part, str) and part in PARTS and (part == "product" or self._opened.part(part).says)

    def __iter__(self) -> Iterator[str]:
        return (part for part in PARTS if part in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Lines(Mapping[tuple[str, str], int]):
    """Be the lines of all items; asking for one reads the file in which it would stand."""

    def __init__(self, opened: _Folder) -> None:
        self._opened = opened

    def __getitem__(self, place: tuple[str, str]) -> int:
        part, key = place
        if part not in _FILES:
            raise KeyError(place)
        return self._opened.lines(part)[key]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((part, key) for part in _FILES for key in self._opened.lines(part))

    def __len__(self) -> int:
        return sum(len(self._opened.lines(part)) for part in _FILES)


_FILES: Final = (*PARTS, _OBSERVATIONS, _ANSWERS)
