"""A build's own folder beside the sites: on the same file system, so that a finished site is moved and not copied."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from purposebook.errors import UsageError
from purposebook.storage import disk
from purposebook.text.plurals import counted

PREFIX: Final = ".purposebook-build-"
LOCK: Final = ".purposebook-lock"
WAIT_SECONDS: Final = 1800
"""How long a build waits for another one that writes into the same folder."""


@contextmanager
def scratch_folder(
    out: Path, seconds: float = WAIT_SECONDS, waits: Callable[[], None] = lambda: None
) -> Iterator[Path]:
    """Give one build a folder inside `out`, take it away at the end, and sweep what killed builds left there.

    It waits so many `seconds` for another build, and calls `waits` when it has to.
    """
    disk.make_folder(out)
    lock = _locked(out, seconds, waits)
    try:
        _sweep(out)
        yield Path(tempfile.mkdtemp(prefix=PREFIX, dir=out))
    finally:
        _sweep(out)
        with contextlib.suppress(OSError):
            (out / LOCK).unlink(missing_ok=True)
        lock.release()


def _locked(out: Path, seconds: float, waits: Callable[[], None]) -> FileLock:
    """Return the lock of an output folder once it is ours."""
    lock = FileLock(out / LOCK)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        waits()
        try:
            lock.acquire(timeout=seconds)
        except Timeout as error:
            raise UsageError(
                f"Another build has been writing into '{out.name}' for {counted(round(seconds / 60), 'minute')}: "
                "wait until it is done, or give another --out."
            ) from error
    return lock


def _sweep(out: Path) -> None:
    """Remove the folders of builds that did not end by themselves; only one build runs at a time."""
    for left in sorted(out.glob(f"{PREFIX}*")):
        with contextlib.suppress(OSError):  # what will not go, or is still written to, goes with the next build
            disk.remove_tree(left)
