"""Look once a second at all that a chapter takes of the machine, and end it where that is too much."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from purposebook.publishing.limits import Limits, ProductShare
from purposebook.publishing.warm.group import below, end_below, present
from purposebook.publishing.warm.shared import (
    PLACE,
    created_segments,
    held_only_by,
    names,
    note,
    noted,
    remove,
    remove_segments,
)
from purposebook.publishing.warm.system import MIB
from purposebook.publishing.warm.usage import MOST_FILES, disk, memory, own_memory

LEDGER: Final = ".shared"
"""The file among a chapter's temporary ones in which it notes the shared memory that it makes."""
_PERIOD: Final = 1.0
_MOMENT: Final = 0.01


@dataclass
class Watch:
    """Watch one chapter: its process, and all that this one starts, wherever it goes."""

    limits: Limits
    temporary: Path
    """The folder of its temporary files."""
    share: ProductShare | None = None
    fault: str = ""
    """What it took too much of, once it was ended for that."""
    _keep: frozenset[int] = field(default_factory=present)
    _before: frozenset[str] = field(default_factory=names)
    _begins_with: int = 0
    _segments: set[int] = field(default_factory=set)
    _due: float = field(default_factory=lambda: time.monotonic() + _PERIOD)

    def begins_with_this(self) -> None:
        """Take what this process has as what that of the chapter begins with, which is not its doing."""
        self._begins_with = own_memory()

    def wait(self) -> float:
        """Return the seconds up to the next look."""
        return max(0.0, self._due - time.monotonic())

    def seconds(self) -> float:
        """Return how long it may take: its own limit, or what is left for the product, at least a moment."""
        left = self.share.until - time.monotonic() if self.share else self.limits.chapter_seconds
        return max(_MOMENT, min(left, self.limits.chapter_seconds))

    def too_long(self) -> str:
        """Say that it did not end in time."""
        if self.share is None or time.monotonic() < self.share.until:
            return f"it took longer than {self.limits.chapter_seconds} seconds; make it quicker"
        most = f"the {self.limits.product_seconds} seconds that all chapters of a product may take together"
        return f"it was not done when {most} were over; make the slowest quicker, or allow more with --chapter-seconds"

    def look(self) -> None:
        """If it is time, see what the chapter takes; where that is too much, end all its processes."""
        if self.fault or self.wait():
            return
        self.fault = self._fault()
        if self.fault:
            end_below(self._keep)
        self._due = time.monotonic() + _PERIOD

    def note_shared(self) -> None:
        """Note the shared memory that its processes hold; call it before they are ended."""
        members = below(self._keep)
        self._segments |= {number for _, number in created_segments(members)}
        if new := names() - self._before - noted(self.ledger):
            for name in held_only_by(members, new):
                note(self.ledger, name)

    def clean(self) -> None:
        """Remove the shared memory that it left; call it when its processes have ended."""
        remove(noted(self.ledger) - self._before)
        remove_segments(self._segments)

    @property
    def ledger(self) -> Path:
        """Return the file with the names of shared memory that it made."""
        return self.temporary / LEDGER

    def _fault(self) -> str:
        """Say what the chapter takes too much of, nothing if it does not."""
        limits, members = self.limits, below(self._keep)
        if len(members) > limits.chapter_processes:
            most = f"the {limits.chapter_processes} that a chapter may have"
            return f"it had {len(members)} processes, more than {most}; let it start fewer"
        self.note_shared()
        shared = [PLACE / name for name in noted(self.ledger) - self._before]
        taken = (memory(members, shared) - self._begins_with) // MIB
        if taken > limits.chapter_mib:
            most = f"the {limits.chapter_mib} MiB that a chapter may take"
            return (
                f"it took {taken} MiB of memory, with its processes and shared memory, more than {most}; let it take "
                "less, or allow more with --chapter-memory"
            )
        return self._disk_fault(members)

    def _disk_fault(self, members: frozenset[int]) -> str:
        """Say that the chapter fills too much of the disk, nothing if it does not."""
        share = self.share
        found = disk([self.temporary, *([share.folder] if share else [])], members)
        if found is None:
            return f"it made more than {MOST_FILES} files, the most that a product may; let it make fewer"
        taken = (found - (share.laid if share else 0)) // MIB
        if taken <= self.limits.product_disk_mib:
            return ""
        most = f"the {self.limits.product_disk_mib} MiB that a product may fill"
        less = "let it write less, or allow more with --chapter-memory"
        return f"its files took {taken} MiB of disk, more than {most}; {less}"


@contextmanager
def watched(limits: Limits, share: ProductShare | None) -> Iterator[Watch]:
    """Give a chapter a folder for temporary files, and one who watches it; remove what it leaves."""
    with tempfile.TemporaryDirectory(prefix="pb-", ignore_cleanup_errors=True) as folder:
        watch = Watch(limits, Path(folder), share)
        try:
            yield watch
        finally:
            watch.clean()


def clean_below(folder: Path) -> None:
    """Remove the shared memory of chapters that were ended before anybody could, by what they noted below `folder`."""
    for ledger in folder.glob(f"*/{LEDGER}"):
        remove(noted(ledger))
