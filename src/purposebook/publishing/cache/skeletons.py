"""Pages without what cells show, kept in the store: the pages together, and each file that all sites have once."""

from __future__ import annotations

import json
from typing import Final

from purposebook.publishing.cache.store import Store
from purposebook.publishing.frame.assets import INDEX_FILE
from purposebook.publishing.order import Skeleton

_PAGE: Final = ".html"


def keep_skeleton(store: Store, skeleton: Skeleton) -> str | None:
    """Return the name under which the store keeps a skeleton, or nothing when the disk refuses."""
    pages = {name: data.decode("utf-8") for name, data in skeleton.files.items() if name.endswith(_PAGE)}
    rest = {name: store.put(data) for name, data in skeleton.files.items() if name not in {*pages, INDEX_FILE}}
    if None in rest.values():
        return None
    values = {"key": skeleton.key, "pages": pages, "rest": rest, "later": sorted(skeleton.later)}
    return store.put(json.dumps(values, ensure_ascii=True, sort_keys=True).encode())


def names_in(store: Store, name: str) -> tuple[str, ...]:
    """Return the names of all that the store keeps of a skeleton, its own included."""
    data = store.get(name)
    return (name, *json.loads(data)["rest"].values()) if data else (name,)


def kept_skeleton(store: Store, name: str) -> Skeleton | None:
    """Return the skeleton of that name, if the store still has all of it."""
    data = store.get(name)
    if data is None:
        return None
    values = json.loads(data)
    rest = {file: store.get(hash) for file, hash in values["rest"].items()}
    files = {file: found for file, found in rest.items() if found is not None}
    if len(files) < len(rest):
        return None
    files |= {file: text.encode() for file, text in values["pages"].items()}
    return Skeleton(values["key"], files, frozenset(values["later"]))
