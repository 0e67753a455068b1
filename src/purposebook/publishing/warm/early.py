"""Start workers before anything else is read, where it looks as if there were work: they take longest to be ready."""

from __future__ import annotations

import contextlib
import os
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from purposebook.publishing.cache.places import CACHE, PRIVATE_CACHE, traces_file
from purposebook.publishing.warm.system import cores
from purposebook.publishing.warm.worker_process import WorkerProcess

_started: list[WorkerProcess] = []


@contextlib.contextmanager
def early_workers(arguments: Sequence[str]) -> Iterator[None]:
    """Start workers if these are the arguments of a build, and it is not as if nothing had changed; end them at last.

    This is a guess from the times of files: the build decides for itself what it makes, and by what.
    """
    try:
        with contextlib.suppress(OSError, ValueError):  # whoever reads the arguments says it better
            _started.extend(WorkerProcess() for _ in range(_wanted(arguments)))
        yield
    finally:
        for worker in _started:
            worker.stop()
        _started.clear()


def started() -> tuple[WorkerProcess, ...]:
    """Return the workers that were started early."""
    return tuple(_started)


class _Parser(ArgumentParser):
    """Read arguments without a word about what is wrong with them."""

    def error(self, message: str) -> NoReturn:
        """Leave it to others to say."""
        raise ValueError(message)


def _wanted(arguments: Sequence[str]) -> int:
    """Return how many workers these arguments of a command will keep busy."""
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("command")
    parser.add_argument("--help", "-h", action="store_true")
    parser.add_argument("--jobs", "-j", type=int, default=0)
    parser.add_argument("--workspace", type=Path, default=Path.cwd())
    parser.add_argument("--data", type=Path)
    parser.add_argument("--scheduler", default="")
    asked = parser.parse_known_args(list(arguments))[0]
    if asked.command == "build" and not asked.help and _asked_databases(asked.workspace):
        from purposebook.storage.database_asking import get_ready

        get_ready()
    if asked.command != "build" or asked.scheduler or asked.help:
        return 0
    return min(asked.jobs or cores(), _changed(asked.workspace, asked.data or asked.workspace / "data"))


def _asked_databases(root: Path) -> bool:
    """Tell whether an earlier command kept rows of databases."""
    return any(next((root / place / "databases").glob("*.json"), None) for place in (CACHE, PRIVATE_CACHE))


def _changed(root: Path, data: Path) -> int:
    """Return how many products seem to have changed since they were built."""
    book = max(_newest(root), _newest(root / "chapters"))
    folders = [Path(entry.path) for entry in os.scandir(data) if not entry.name.startswith(".") and entry.is_dir()]
    return sum(max(book, _newest(folder)) > _built(root, folder.name) for folder in folders)


def _built(root: Path, product: str) -> float:
    """Return when a product was built last, be it published or private."""
    return max(_time(traces_file(root, product, place)) for place in (CACHE, PRIVATE_CACHE))


def _newest(folder: Path) -> float:
    """Return the time of the newest file of a folder."""
    return max((entry.stat().st_mtime for entry in os.scandir(folder) if entry.is_file()), default=0.0)


def _time(path: Path) -> float:
    """Return a file's time, the beginning of all time where there is none."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
