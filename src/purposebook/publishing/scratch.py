"""A build's own folder beside the sites: on the same file system, so that a finished site is moved and not copied."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from purposebook.errors import UsageError
from purposebook.storage import disk

PREFIX: Final = ".purposebook-build-"
LOCK: Final = ".purposebook-lock"
WAIT_SECONDS: Final = 1800
"""How long a build waits for another one that writes into the same folder."""


@contextmanager
def scratch_folder(out: Path) -> Iterator[Path]:
    """Give one build a folder inside `out`, take it away at the end, and sweep what killed builds left there."""
    disk.make_folder(out)
    lock = FileLock(out / LOCK)
    try:
        lock.acquire(timeout=WAIT_SECONDS)
    except Timeout as error:
        raise UsageError(
            f"Another build has been writing into '{out.name}' for {WAIT_SECONDS // 60} minutes: "
            "wait until it is done, or give another --out."
        ) from error
    try:
        _sweep(out)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=out))
        yield folder
    finally:
        _sweep(out)
        (out / LOCK).unlink(missing_ok=True)
        lock.release()


def _sweep(out: Path) -> None:
    """Remove the folders of builds that did not end by themselves; only one build runs at a time."""
    for left in sorted(out.glob(f"{PREFIX}*")):
        disk.remove_tree(left)
