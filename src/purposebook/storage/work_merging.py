"""Bring what a tracker says into work.yml, without touching what the team said itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from purposebook.domain.work import WORK_ITEMS, Work, WorkItem
from purposebook.errors import SaveFailed
from purposebook.storage.import_answers import save_answers
from purposebook.storage.imported import Imported
from purposebook.storage.reading import read_part
from purposebook.storage.saving import save_part
from purposebook.storage.work_reading import Export
from purposebook.text.plurals import counted, integer

_TRACKED: Final = ("title", "status", "created", "closed", "effort", "link")
"""What the tracker knows better: an import writes it whenever the export says something."""
_TEAMS: Final = ("key", "category", "origin", "value", "size")
"""What an import writes only where the team has written nothing."""


@dataclass
class _Merge:
    """Change a list of items; an item is known by its key, else by its address, else by an id without a key."""

    items: list[WorkItem]

    def __post_init__(self) -> None:
        self.ids = {item.id for item in self.items}
        self.by_key = self._index(lambda item: item.key)
        self.by_link = self._index(lambda item: item.link)
        self.by_id = self._index(lambda item: "" if item.key else item.id)
        self.taken: set[int] = set()

    def _index(self, name: Callable[[WorkItem], str]) -> dict[str, int]:
        """Return positions by a name; the first of two counts, no name counts for nobody."""
        return {name(item): at for at, item in reversed(list(enumerate(self.items))) if name(item)}

    def place_of(self, item: WorkItem) -> int | None:
        """Return where an item stands already; no two rows of a file are the same item."""
        found = (self.by_key.get(item.key), self.by_link.get(item.link), self.by_id.get(item.id))
        at = next((at for at in found if at is not None and at not in self.taken), None)
        self.taken |= {at} if at is not None else set()
        return at

    def add(self, item: WorkItem) -> None:
        """Add an item under an id that no other has."""
        tried = (item.id if number == 1 else f"{item.id[:58]}-{number}" for number in range(1, WORK_ITEMS * 2))
        id = next(id for id in tried if id not in self.ids)
        self.ids.add(id)
        self.items.append(item.model_copy(update={"id": id}))


def with_items(work: Work, export: Export) -> tuple[Work, Imported]:
    """Return the work items with what an export says, and the counts of what became of its rows."""
    merge = _Merge(list(work.items))
    added = updated = 0
    for item in export.items:
        at = merge.place_of(item)
        if at is None:
            merge.add(item)
            added += 1
            continue
        newest = _updated(merge.items[at], item, export.tells_closed)
        updated += newest != merge.items[at]
        merge.items[at] = newest
    unchanged = len(export.items) - added - updated
    imported = Imported("work.yml", export.tracker, added, updated, unchanged, export.notes, export.unknown)
    return work.model_copy(update={"items": tuple(merge.items)}), imported


def bring_work(folder: Path, export: Export) -> Imported:
    """Save what an export says in work.yml of a product's folder."""
    base = read_part(folder, "work")
    if not isinstance(base, Work):
        raise TypeError("work items stand in work.yml")
    value, imported = with_items(base, export)
    if len(value.items) > WORK_ITEMS:
        raise SaveFailed(
            f"work.yml would hold {counted(len(value.items), 'work item')} where {integer(WORK_ITEMS)} are the most. "
            "Nothing was saved. Export a shorter period, or take old items out of work.yml."
        )
    save_part(folder, "work", base, value)
    return replace(imported, kept=bool(export.answers and save_answers(folder, *export.answers)))


def _updated(old: WorkItem, new: WorkItem, tells_closed: bool) -> WorkItem:
    """Return an item with what the tracker says now; an empty cell takes nothing away, reopening the day of closing."""
    changes: dict[str, Any] = {name: getattr(new, name) for name in _TRACKED if name in new.model_fields_set}
    changes |= {name: getattr(new, name) for name in _TEAMS if not getattr(old, name)}
    reopened = tells_closed and changes.get("status") in {"open", "doing"} and new.closed is None
    if reopened:
        changes["closed"] = None
    return old.model_copy(update=changes)
