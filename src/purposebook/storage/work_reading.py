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

from purposebook.domain.slug import slug_in
from purposebook.domain.work import WorkItem
from purposebook.errors import DataFaults, Fault
from purposebook.storage.csv_reading import byte_problem
from purposebook.storage.faults import limited
from purposebook.storage.model_wording import words_for
from purposebook.storage.sheets import Row, read_sheet
from purposebook.storage.texts import shown
from purposebook.storage.tracker_columns import Reading, columns_of
from purposebook.storage.tracker_dates import Order, day_of, order_in, orders_of
from purposebook.storage.trackers import Columns, says_dropped

_DATES: Final = ("created", "closed")
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
_NOTES_SHOWN: Final = 20


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


@dataclass
class _Reader:
    """Collect what rows say."""

    reading: Reading
    order: Order = "dmy"
    faults: list[Fault] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)
    """Words for a status that nobody knows."""
    torn: Counter[str] = field(default_factory=Counter)
    """What labels say in two ways."""
    keyless: int = 0

    def item(self, row: Row) -> WorkItem | None:
        """Return what a row says, or None when it is a draft or has faults."""
        key = self._key(row)
        if not key and self.reading.tracker.keyless:
            self.keyless += 1
            return None
        before = len(self.faults)
        said: dict[str, object] = {"id": _id_of(key), "key": key}
        said |= {name: text for name in _AS_WRITTEN if (text := self._text(row, name))}
        said |= {name: day for name in _DATES if (day := self._day(row, name))}
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
        """Return the status, if a word of it is known."""
        word = self._text(row, "status")
        if says_dropped(self._text(row, "resolution")):
            return {"status": "dropped"}
        status = self.reading.tracker.status(word) if word else None
        if word and status is None:
            self.unknown[word] += 1
        return {"status": status} if status else {}

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

    def notes(self) -> Iterator[str]:
        """Yield what was not understood."""
        for word, count in self.unknown.most_common(_NOTES_SHOWN):
            yield (
                f"'{shown(word)}' is no status that is known here ({_items(count)}): open where the item is new, "
                "unchanged where it is not"
            )
        for what, count in self.torn.most_common(_NOTES_SHOWN):
            yield f"labels say two things of {what} in {_items(count)}: left for you to decide"
        if self.keyless:
            yield f"{self.keyless} {'row has' if self.keyless == 1 else 'rows have'} no address (drafts): left out"


def read_export(path: Path, meanings: Columns, order: Order | None = None) -> Export:
    """Return the work items in a tracker's export; `meanings` names the columns of fields, where a user says them.

    Raise `DataFaults` with every fault of the file, also when days in numbers can be read in two ways and `order` is
    not given.
    """
    reading = columns_of(path.parent.name, read_sheet(path), meanings)
    read = list(reading.sheet.rows())
    faults = [row for row in read if isinstance(row, Fault)]
    rows = [row for row in read if isinstance(row, Row)]
    asked = _order_of(reading, rows, order)
    if isinstance(asked, Fault):
        raise DataFaults(path.parent.name, [*faults, asked])
    reader = _Reader(reading, asked, faults)
    found = [(row, item) for row in rows if (item := reader.item(row))]
    faults.extend(_doubled(reading, found))
    if faults:
        raise DataFaults(path.parent.name, limited(path.name, sorted(faults)))
    items = tuple(item for _, item in found)
    return Export(reading.tracker.name, items, reading.has("closed"), tuple(reader.notes()))


def _order_of(reading: Reading, rows: list[Row], asked: Order | None) -> Order | Fault:
    """Return the order of day and month in a file, or the fault that asks for it."""
    if asked:
        return asked
    cells = [
        (row, name, row.cells[at]) for row in rows for name in _DATES if (at := reading.filled(row, name)) is not None
    ]
    proven = order_in(text for _, _, text in cells)
    if len(proven) == 1:
        return next(iter(proven))
    wanted = frozenset({"mdy"}) if proven else frozenset({"dmy", "mdy"})
    doubtful = next((cell for cell in cells if orders_of(cell[2]) == wanted), None)
    if doubtful is None:
        return "dmy"
    row, name, text = doubtful
    column, position = reading.place(row, name)
    message, advice = (
        ("has its month first, others of this file have their day first", "export it again with one form of dates")
        if proven
        else ("and all days of this file may begin with day or month", "say which with --dates dmy or --dates mdy")
    )
    message = f"'{shown(text.strip())}' {message}"
    return Fault(reading.sheet.name, row.line, position, shown(column), message, advice)


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


def _items(count: int) -> str:
    """Count items in words."""
    return f"{count} item" if count == 1 else f"{count} items"
