"""Start workers before anything else is read, where it looks as if there were work: they take longest to be ready."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from purposebook.publishing.warm.worker_process import WorkerProcess

_PRODUCTS: Final = Path(".purposebook", "_cache", "products")


@contextlib.contextmanager
def early_workers(root: Path, data: Path, most: int) -> Iterator[list[WorkerProcess]]:
    """Start at most so many workers for products that changed after they were built; end them at last.

    This is a guess from the times of files: the build decides for itself what it makes.
    """
    started: list[WorkerProcess] = []
    try:
        with contextlib.suppress(OSError):  # whoever builds says it better
            started += [WorkerProcess() for _ in range(min(most, _changed(root, data)))]
        yield started
    finally:
        for worker in started:
            worker.stop()


def _changed(root: Path, data: Path) -> int:
    """Return how many products seem to have changed."""
    book = max(_newest(root), _newest(root / "chapters"))
    folders = [Path(entry.path) for entry in os.scandir(data) if not entry.name.startswith(".") and entry.is_dir()]
    return sum(max(book, _newest(folder)) > _time(root / _PRODUCTS / f"{folder.name}.json") for folder in folders)


def _newest(folder: Path) -> float:
    """Return the time of the newest file of a folder."""
    return max((entry.stat().st_mtime for entry in os.scandir(folder) if entry.is_file()), default=0.0)


def _time(path: Path) -> float:
    """Return a file's time, the beginning of all time where there is none."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
