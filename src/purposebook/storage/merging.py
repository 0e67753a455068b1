"""Join two people's changes to the same part: field by field, and in lists item by item."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from purposebook.storage.said import Group, Value

Maybe = Value | None
"""None stands for what is not written."""


@dataclass(slots=True)
class Merge:
    """Collect the places at which both changed the same thing differently."""

    conflicts: list[str] = field(default_factory=list)

    def groups(self, base: Group, newest: Group, mine: Group, where: str = "") -> Group:
        """Return `newest` with the difference from `base` to `mine` applied, in the order of the model's keys."""
        keys = dict.fromkeys((*newest, *mine))
        found = {
            key: self._value(base.get(key), newest.get(key), mine.get(key), f"{where}.{key}".lstrip("."))
            for key in keys
        }
        return {key: value for key, value in found.items() if value is not None}

    def _value(self, base: Maybe, newest: Maybe, mine: Maybe, where: str) -> Maybe:
        """Return the value on which both agree, or remember a conflict."""
        if _same(mine, base):
            return newest
        if _same(newest, base) or _same(newest, mine):
            return mine
        if isinstance(newest, dict) and isinstance(mine, dict):
            return self.groups(base if isinstance(base, dict) else {}, newest, mine, where)
        if isinstance(newest, list) and isinstance(mine, list):
            before = base if isinstance(base, list) else []
            if _has_ids(before) and _has_ids(newest) and _has_ids(mine):
                return self._items(before, newest, mine, where)
        self.conflicts.append(where)
        return newest

    def _items(self, base: list[Value], newest: list[Value], mine: list[Value], where: str) -> list[Value]:
        """Merge lists whose items have ids; a renamed item is followed by its place."""
        renamed = _renamed(base, mine)
        before, theirs = _by_id(base), _by_id(newest)
        ours = {renamed.get(id, id): item for id, item in _by_id(mine).items()}
        merged: dict[str, Value] = {}
        for id in dict.fromkeys((*theirs, *ours)):
            value = self._value(before.get(id), theirs.get(id), ours.get(id), f"{where}[{id}]")
            if value is not None:
                merged[id] = value
        return [merged[id] for id in _order(list(before), list(theirs), list(ours)) if id in merged]


def _same(first: Maybe, second: Maybe) -> bool:
    """Compare values and their types: 1 is not true."""
    return first == second and isinstance(first, bool) == isinstance(second, bool)


def _has_ids(items: list[Value]) -> bool:
    """Tell whether every item has an id of its own."""
    ids = [item.get("id") for item in items if isinstance(item, dict)]
    return (
        len(ids) == len(items) and all(isinstance(id, str) for id in ids) and len({str(id) for id in ids}) == len(ids)
    )


def _by_id(items: list[Value]) -> dict[str, Group]:
    """Return items by their ids, in order."""
    return {str(item["id"]): item for item in items if isinstance(item, dict)}


def _renamed(base: list[Value], mine: list[Value]) -> dict[str, str]:
    """Return new id -> old id for items that stand where another id vanished, in a list of the same length."""
    before, ours = list(_by_id(base)), list(_by_id(mine))
    if len(before) != len(ours):
        return {}
    pairs = zip(before, ours, strict=True)
    return {new: old for old, new in pairs if old != new and new not in before and old not in ours}


def _order(base: list[str], theirs: list[str], ours: list[str]) -> list[str]:
    """Return all ids; whoever changed the order decides it, the one who saves last if both did."""
    moved = _common(ours, base) != _common(base, ours)
    first, second = (ours, theirs) if moved else (theirs, ours)
    ordered = list(first)
    for index, id in enumerate(second):
        if id not in ordered:
            earlier = next((known for known in reversed(second[:index]) if known in ordered), None)
            ordered.insert(ordered.index(earlier) + 1 if earlier is not None else 0, id)
    return ordered


def _common(ids: list[str], others: list[str]) -> list[str]:
    """Return those of `ids` that `others` has too."""
    return [id for id in ids if id in others]


def matched(old: Sequence[Value], new: Sequence[Value]) -> list[int | None]:
    """Say for each new item which old one it continues: by id, by equality, or by standing alone in its place."""
    free = set(range(len(old)))
    found: list[int | None] = [None] * len(new)
    tests: tuple[Callable[[int, int], bool], ...] = (
        lambda before, now: old[before] == new[now],
        lambda before, now: _id(old[before]) is not None and _id(old[before]) == _id(new[now]),
    )
    for test in tests:
        for now in (index for index, known in enumerate(found) if known is None):
            match = next((before for before in sorted(free) if test(before, now)), None)
            if match is not None:
                found[now] = match
                free.discard(match)
    if len(old) == len(new):
        for now in (index for index, known in enumerate(found) if known is None):
            if now in free:
                found[now] = now
                free.discard(now)
    return found


def _id(item: Value) -> object:
    """Return what an item is known by, if anything: its id, or the number of a criterion."""
    return (item.get("id") or item.get("number")) if isinstance(item, dict) else None
