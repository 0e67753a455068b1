"""Read work items out of a tracker's export: what each row says, and what nobody could understand."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, get_args

from pydantic import ValidationError

from purposebook.domain.imports import Imports, ImportSource
from purposebook.domain.slug import slug_in
from purposebook.domain.work import WorkItem, WorkStatus
from purposebook.errors import DataFaults, Fault
from purposebook.storage.csv_reading import byte_problem
from purposebook.storage.date_order import DATES, order_of
from purposebook.storage.faults import limited
from purposebook.storage.model_wording import words_for
from purposebook.storage.sheets import Row
from purposebook.storage.short_rows import cut_rows
from purposebook.storage.texts import shown
from purposebook.storage.tracker_columns import Reading, Said, read_columns
from purposebook.storage.tracker_dates import Order, day_of
from purposebook.storage.tracker_words import plain
from purposebook.storage.trackers import STATUS_CATEGORY, Columns
from purposebook.storage.unknown_words import UNCHANGED, Kind, UnknownWord, items_in_words

_AS_WRITTEN: Final = ("title", "effort", "category", "link")
_GUESSED: Final = ("origin", "value", "size")
"""What only a team can say, unless a label says it in just our words."""
_WORDS: Final = {
    name: frozenset(
        word for kind in get_args(WorkItem.model_fields[name].annotation) for word in get_args(kind) if kind
    )
    for name in _GUESSED
}
_ISSUE: Final = re.compile(r"https?://[^/\s]+/[^/\s]+/([^/\s]+)/(?:issues|pull)/([0-9]+)/?")
_COMMA: Final = re.compile(r"-?[0-9]+,[0-9]+")


@dataclass(frozen=True)
class Export:
    """Hold what one export says."""

    tracker: str
    items: tuple[WorkItem, ...]
    """Each with an id made from its key; only fields of which its row said something are set."""
    tells_closed: bool
    """True when it has a column for the day on which an item was closed."""
    notes: tuple[str, ...]
    """What was not understood or not taken over."""
    unknown: tuple[UnknownWord, ...] = ()
    """The words among it."""
    answers: tuple[ImportSource, ImportSource] | None = None
    """What imports.yml keeps of such files, and the same with what the options said."""


@dataclass
class _Reader:
    """Collect what rows say."""

    reading: Reading
    order: Order = "dmy"
    faults: list[Fault] = field(default_factory=list)
    unknown: Counter[tuple[Kind, str]] = field(default_factory=Counter)
    """Words that nobody knows, each behind the field in which it stands."""
    met: set[str] = field(default_factory=set)
    """All words for a status or a resolution."""
    torn: Counter[str] = field(default_factory=Counter)
    """What labels say in two ways."""
    keyless: int = 0
    unsaid: int = 0
    """Items without a status."""

    def item(self, row: Row) -> WorkItem | None:
        """Return what a row says, or None when it is a draft or has faults."""
        key = self._key(row)
        if not key and self.reading.tracker.keyless:
            self.keyless += 1
            return None
        before = len(self.faults)
        said: dict[str, object] = {"id": _id_of(key), "key": key}
        said |= {name: self._decimal(name, text) for name in _AS_WRITTEN if (text := self._text(row, name))}
        said |= {name: day for name in DATES if (day := self._day(row, name))}
        said |= self._status(row) | self._guesses(row)
        self._check(row, said)
        if len(self.faults) > before:
            return None
        return self._validated(row, said)

    def _text(self, row: Row, name: str) -> str:
        """Return the first filled cell of a field; a cell that is no text gets its fault."""
        at = self.reading.filled(row, name)
        if at is None:
            return ""
        text = row.cells[at].strip()
        problem = None if text.isprintable() else byte_problem(text)
        if problem:
            self._fault(row, name, *problem)
        return "" if problem else text

    def _decimal(self, name: str, text: str) -> str:
        """Return a text; an effort with a decimal comma, which has one reading where `;` separates, with a point."""
        comma = name == "effort" and self.reading.sheet.delimiter == ";" and _COMMA.fullmatch(text)
        return text.replace(",", ".") if comma else text

    def _key(self, row: Row) -> str:
        """Return an item's key; one that is a mere number or an address in GitHub's way."""
        text = self._text(row, "key")
        if not self.reading.tracker.name.startswith("GitHub"):
            return text
        found = _ISSUE.fullmatch(text)
        return f"{found[1]}#{found[2]}" if found else f"#{text}" if text.isdecimal() else text

    def _day(self, row: Row, name: str) -> dt.date | None:
        """Return the day in a cell."""
        text = self._text(row, name)
        if not text:
            return None
        try:
            return day_of(text, self.order)
        except ValueError as error:
            message, _, advice = str(error).partition("; ")
            self._fault(row, name, f"'{shown(text)}' {message}", advice)
            return None

    def _status(self, row: Row) -> dict[str, object]:
        """Return the status, if a word of it is known; one that was closed without being done is dropped."""
        word, why = self._text(row, "status"), self._text(row, "resolution")
        status = self.reading.status(word) or self.reading.status(self._text(row, STATUS_CATEGORY))
        closed = self.reading.resolution(why)
        self._note_word("status", word, status)
        self._note_word("resolution", why, closed)
        found = "dropped" if closed == "dropped" else status or (closed if not word else None)
        self.unsaid += not (found or word)
        return {"status": found} if found else {}

    def _note_word(self, kind: Kind, word: str, meaning: WorkStatus | None) -> None:
        """Remember that a word was met, and whether nobody knows it."""
        self.met.add(word)
        if meaning is None and word.strip("-\u2013\u2014"):
            self.unknown[kind, word] += 1

    def _guesses(self, row: Row) -> dict[str, object]:
        """Return what labels say in just our words."""
        labels = {label.strip().casefold() for label in re.split(r"[,;]", self.reading.joined(row, "labels"))}
        found: dict[str, object] = {}
        for name, words in _WORDS.items():
            hits = sorted(labels & words)
            if len(hits) == 1:
                found[name] = hits[0]
            elif hits:
                self.torn[f"{name} ({' and '.join(hits)})"] += 1
        return found

    def _check(self, row: Row, said: Mapping[str, object]) -> None:
        """Refuse what no model would find wrong."""
        if not said["key"]:
            self._fault(row, "key", "is empty", "give every item its key, or delete the row")
        elif not said["id"]:
            self._fault(row, "key", f"'{shown(str(said['key']))}' gives no id", "use a key with letters or digits")
        link = str(said.get("link", ""))
        if link and not link.casefold().startswith(("http://", "https://")):
            self._fault(row, "link", f"'{shown(link)}' is no address", "write one that begins with https://")

    def _validated(self, row: Row, said: Mapping[str, object]) -> WorkItem | None:
        """Make the item, or name the cells that its model refuses."""
        try:
            return WorkItem.model_validate(said)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                name = str(details["loc"][0])
                self._fault(row, name, *words_for(details, WorkItem, (name,)))
            return None

    def _fault(self, row: Row, name: str, message: str, advice: str) -> None:
        """Remember what is wrong with a cell."""
        column, position = self.reading.place(row, name)
        self.faults.append(Fault(self.reading.sheet.name, row.line, position, shown(column), message, advice))

    def words(self) -> tuple[UnknownWord, ...]:
        """Return the words that nobody knows, the most frequent first."""
        return tuple(UnknownWord(name, word, count) for (name, word), count in self.unknown.most_common())

    def notes(self) -> Iterator[str]:
        """Yield what was not understood."""
        if not self.reading.has("status"):
            yield "no column says how far an item is: new items are open; name it with --map 'COLUMN=status'"
        elif self.unsaid:
            yield f"without a status: {items_in_words(self.unsaid)}, {UNCHANGED}"
        yield from map(str, self.words())
        for what, count in self.torn.most_common():
            yield f"labels say two things of {what} in {items_in_words(count)}: left for you to decide"
        if self.keyless:
            yield f"{self.keyless} {'row has' if self.keyless == 1 else 'rows have'} no address (drafts): left out"


def read_export(
    path: Path,
    meanings: Columns,
    order: Order | None = None,
    statuses: Mapping[str, WorkStatus] | None = None,
    kept: Imports | None = None,
) -> Export:
    """Return the work items in a tracker's export.

    `meanings` names the columns of fields and `statuses` what words mean, where a user says them; `kept` is what the
    product's imports.yml says. Raise `DataFaults` with every fault of the file, also when days in numbers can be read
    in two ways and nobody says which.
    """
    said = Said(meanings, statuses or {}, order, kept or Imports())
    reading = read_columns(path, said)
    rows, faults = _whole_rows(reading)
    found_order = order_of(reading, rows, order)
    if isinstance(found_order, Fault):
        raise DataFaults(path.parent.name, [*faults, found_order])
    reader = _Reader(reading, found_order, faults)
    found = [(row, item) for row in rows if (item := reader.item(row))]
    faults.extend(_doubled(reading, found))
    if faults:
        raise DataFaults(path.parent.name, limited(path.name, sorted(faults)))
    items = tuple(item for _, item in found)
    met = {plain(word) for word in reader.met}
    unmet = (word for word in said.statuses if plain(word) not in met)
    return Export(
        reading.tracker.name,
        items,
        reading.has("closed"),
        (*reader.notes(), *(f"no item says '{shown(word)}', which --map-status names" for word in unmet)),
        reader.words(),
        (reading.before, reading.answers),
    )


def _whole_rows(reading: Reading) -> tuple[list[Row], list[Fault]]:
    """Return the rows that can be read, and a fault for each other one."""
    read = list(reading.sheet.rows())
    rows = [row for row in read if isinstance(row, Row)]
    cut = dict(cut_rows(reading, rows))
    faults = [*(row for row in read if isinstance(row, Fault)), *cut.values()]
    return [row for row in rows if row not in cut] if cut else rows, faults


def _doubled(reading: Reading, found: list[tuple[Row, WorkItem]]) -> Iterator[Fault]:
    """Yield a fault for each key that stands twice in a file."""
    first: dict[str, int] = {}
    for row, item in found:
        line = first.setdefault(item.key, row.line)
        if line != row.line:
            column, position = reading.place(row, "key")
            message = f"'{shown(item.key)}' stands in line {line} too"
            yield Fault(reading.sheet.name, row.line, position, column, message, "keep one row of each item")


def _id_of(key: str) -> str:
    """Return the id of an item with this key; a mere number gets a word before it."""
    id = slug_in(key)
    return f"item-{id}"[:63] if id.isdecimal() else id
