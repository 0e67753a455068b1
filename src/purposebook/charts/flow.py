"""Columns of boxes with links between them: what a flow or a tree says, before it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from purposebook.charts.boxes import Note
from purposebook.charts.figure import Group, Item
from purposebook.charts.words import dashed, listed, quoted


@dataclass(frozen=True)
class Heading:
    """Head one column."""

    name: str
    below: str = ""
    """What continues the name in a second line."""
    many: str = ""
    """What heads the same as a list; the name where it is empty."""


@dataclass(frozen=True)
class Entry:
    """Stand for one item in a column."""

    column: int
    key: str
    """Unique in the flow."""
    text: str
    """The item's text, whole."""
    notes: tuple[Note, ...] = ()
    loose: tuple[str, ...] = ()
    """Why it breaks off here, each a clause such as `no objective serves it`; empty when it holds."""
    missing: bool = False
    """True for an id that somebody refers to and nobody wrote."""


@dataclass(frozen=True)
class Link:
    """Join two entries by their keys."""

    source: str
    target: str
    look: str = "edge"


@dataclass(frozen=True)
class Flow:
    """Hold everything that a picture of columns shows."""

    headings: tuple[Heading, ...]
    entries: tuple[Entry, ...]
    links: tuple[Link, ...]

    def column(self, at: int) -> tuple[Entry, ...]:
        """Return the entries of one column."""
        return tuple(entry for entry in self.entries if entry.column == at)

    @cached_property
    def loose_ends(self) -> tuple[Entry, ...]:
        """Return the entries at which something breaks off."""
        return tuple(entry for entry in self.entries if entry.loose)

    @cached_property
    def targets(self) -> dict[str, list[str]]:
        """Return the texts to which each entry leads, by its key."""
        texts = {entry.key: entry.text for entry in self.entries}
        found: dict[str, list[str]] = {}
        for link in self.links:
            found.setdefault(link.source, []).append(texts[link.target])
        return found


def ghost(column: int, key: str, id: str) -> Entry:
    """Stand in for an id that nobody wrote."""
    return Entry(column, key, id, loose=("it is not written yet",), missing=True)


def reasons(*given: tuple[str, bool]) -> tuple[str, ...]:
    """Return those reasons that hold."""
    return tuple(reason for reason, holds in given if holds)


def notes(*texts: str) -> tuple[Note, ...]:
    """Make a note of each text that is written."""
    return tuple(Note(text) for text in texts if text.strip())


def loose_in_words(flow: Flow) -> str:
    """Name the loose ends."""
    return dashed((entry.text, ", ".join(entry.loose)) for entry in flow.loose_ends)


def bound_in_words(flow: Flow, most: int) -> str:
    """Say how many items a column shows, where one has more."""
    if all(len(flow.column(at)) <= most for at in range(len(flow.headings))):
        return ""
    return f"The picture shows at most {most} items a column; the table has all."


def groups(flow: Flow) -> Iterator[Group]:
    """Say the same as a list, column by column."""
    for at, heading in enumerate(flow.headings):
        items = tuple(_item(flow, entry) for entry in flow.column(at))
        yield Group(heading.many or heading.name, items or (Item("none yet", "", "absent"),))


def _item(flow: Flow, entry: Entry) -> Item:
    """Say one entry in words: what breaks off, or else where it leads."""
    leads = [quoted(text, 60) for text in flow.targets.get(entry.key, ())]
    last = "; ".join(entry.loose) or (f"leads to {listed(leads, 3)}" if leads else "")
    said = [*(note.text for note in entry.notes), *([last] if last else [])]
    return Item(entry.text, "; ".join(said), "bad" if entry.missing else ("warn" if entry.loose else ""))


def shortened(flow: Flow, most: int) -> Flow:
    """Let one box stand for what a long column leaves out; links lead to it instead."""
    joined = {key for link in flow.links for key in (link.source, link.target)}
    entries: list[Entry] = []
    stands: dict[str, str] = {}
    for at in range(len(flow.headings)):
        column = flow.column(at)
        first = sorted(column, key=lambda entry: (entry.key not in joined, not entry.loose))
        kept = {entry.key for entry in (first if len(column) <= most else first[: most - 1])}
        hidden = [entry for entry in column if entry.key not in kept]
        entries += [entry for entry in column if entry.key in kept]
        if hidden:
            rest = _rest(at, hidden)
            entries.append(rest)
            stands |= {entry.key: rest.key for entry in hidden}
    ends = ((stands.get(link.source, link.source), stands.get(link.target, link.target), link) for link in flow.links)
    links = (Link(source, target, link.look) for source, target, link in ends if source != target)
    return Flow(flow.headings, tuple(entries), tuple(dict.fromkeys(links)))


def _rest(column: int, hidden: list[Entry]) -> Entry:
    """Count what a column leaves out."""
    loose = sum(bool(entry.loose) for entry in hidden)
    reasons = (f"{loose} of them loose",) if loose else ()
    return Entry(column, f"{column}:…", f"and {len(hidden)} more", loose=reasons)
