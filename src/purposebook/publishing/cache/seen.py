"""What files were like when they were read last: one of the same place, size and times is not read again."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from purposebook.publishing.cache.fingerprint import environment
from purposebook.publishing.cache.store import Store
from purposebook.storage.frozen_copies import FOLDER as FROZEN
from purposebook.storage.frozen_copies import frozen_metrics_files

YOUNG: Final = 2.0
"""Seconds in which a file may change once more with no other time than before, on file systems with coarse clocks."""
_WINDOWS: Final = os.name == "nt"
"""There the system does not say when a file's owner last changed anything about it."""
_PLAIN: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
State = tuple[int, ...]
"""Device, number, mode, size, and the times of its last writing and of the last change of any kind, in nanoseconds."""
Known = Mapping[str, tuple[State, str]]
"""The files of one folder by their names, each with its state and the hash of its bytes."""


class Seen:
    """Remember the files of products and of sites from build to build; what is damaged or of other code is forgotten.

    A file is believed to hold what it held while its whole state is the same. Nothing is remembered of a file that
    changed within the last seconds, nor of one with several names, whose state changes with every further name. On
    Windows nothing is.
    """

    def __init__(self, store: Store, anew: bool = False) -> None:
        """Remember what builds of this workspace noted, or begin `anew`."""
        self._store = store
        self._name = f"seen-{environment()}"
        kept = None if anew else store.named(self._name)
        self._known: dict[str, Any] = json.loads(kept) if kept else {}
        self._changed = False

    @cached_property
    def _now(self) -> float:
        """Return the time, which is not asked for before it is needed: that writes to the disk."""
        return 0.0 if _WINDOWS else self._store.now()

    def knows(self, name: str) -> bool:
        """Tell whether anything is remembered of the folders of that name."""
        return any(key.partition("/")[2] == name for key in self._known)

    def forget(self, name: str) -> None:
        """Remember nothing of the folders of that name."""
        for key in [key for key in self._known if key.partition("/")[2] == name]:
            del self._known[key]
            self._changed = True

    def recall(self, kind: str, name: str) -> Known:
        """Return what is remembered of one folder, which is of that kind and has that name."""
        known = self._known.get(f"{kind}/{name}", {})
        return {file: (tuple(state), hash) for file, (state, hash) in known.items()}

    def note(self, kind: str, name: str, known: Known) -> None:
        """Remember the files of one folder, and no others of it."""
        if known != self.recall(kind, name):
            self._known[f"{kind}/{name}"] = dict(known)
            self._changed = True

    def state(self, status: os.stat_result) -> State | None:
        """Return what tells this state of a file from every other; None for what can change without a trace."""
        newest = max(status.st_mtime, status.st_ctime)
        if status.st_nlink != 1 or not stat.S_ISREG(status.st_mode) or newest > self._now - YOUNG:
            return None
        kind = status.st_dev, status.st_ino, status.st_mode
        return *kind, status.st_size, status.st_mtime_ns, status.st_ctime_ns

    def state_of(self, path: str) -> State | None:
        """Return the state of one file; None where it can change without a trace, or cannot be opened."""
        try:
            return self.state(_opened(path))
        except OSError:
            return None

    def states(self, folder: Path) -> dict[str, State] | None:
        """Return the state of every file in a folder; None where one can change without a trace.

        What is inside of further folders counts for nothing, but their names do, and the metrics that reviews froze.
        """
        found: dict[str, State] = {}
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    is_file = entry.is_file(follow_symlinks=False)
                    state = self.state(_opened(entry)) if is_file else ()
                    if state is None or not (is_file or entry.is_dir(follow_symlinks=False)):
                        return None
                    found[entry.name] = state
            for name in frozen_metrics_files(folder) if FROZEN in found else ():
                state = self.state((folder / name).lstat())
                if state is None:
                    return None
                found[name] = state
        except OSError:  # whoever reads it says what is wrong
            return None
        return None if folder.is_symlink() else found

    def write(self) -> None:
        """Keep what was noted; a disk that refuses only means that files are read again."""
        if self._changed:
            self._store.put_named(self._name, json.dumps(self._known, separators=(",", ":")).encode())


def _opened(entry: os.DirEntry[str] | str) -> os.stat_result:
    """Return what the system says of a file as opened: for that, network drives ask their server."""
    handle = os.open(entry, os.O_RDONLY | _PLAIN)
    try:
        return os.fstat(handle)
    finally:
        os.close(handle)
