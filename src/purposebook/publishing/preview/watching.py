"""Notice every change of the files that a product's pages are made from."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from watchfiles import watch

from purposebook.domain.slug import Slug
from purposebook.errors import PurposebookError
from purposebook.storage.workspace import Workspace

QUIET_MS: Final = 20
"""So long nothing may change before it is looked at: an editor's save is several changes."""
MOST_MS: Final = 400
EVERY_MS: Final = 1000
"""So often files are looked at unasked: network drives tell nobody of changes."""
_BOOK: Final = ("_config.yml", "_toc.yml")
_PASSING: Final = ("~", ".tmp", ".swp")

Look = Mapping[Path, tuple[int, int, int]]
"""Each file with what changes when it does: its place on the disk, time and size."""


@dataclass(frozen=True)
class Files:
    """Know the files of one product and of the book."""

    workspace: Workspace
    product: Slug

    def changes(self) -> Iterator[None]:
        """Yield at once, and then after every change; what changes while the caller works counts as well."""
        seen = self.look()
        yield
        while True:
            folders = self._folders()
            for _ in _stirrings(folders):
                now = self.look()
                if now != seen:
                    seen = now
                    yield
                if self._folders() != folders:
                    break

    def look(self) -> Look:
        """Return how the files are now."""
        root = self.workspace.root
        paths = [*(root / name for name in _BOOK), *_inside(self.workspace.data / self.product)]
        for folder in self._chapters():
            paths += [path for path in _inside(folder) if path.suffix == ".ipynb"]
        return dict(_states(paths))

    def _folders(self) -> frozenset[Path]:
        """Return the folders in which something may happen, with those in which one of them may appear."""
        root, data = self.workspace.root, self.workspace.data
        wanted = {root, data, data / self.product, *self._chapters()}
        return frozenset(folder for folder in wanted if folder.is_dir())

    def _chapters(self) -> frozenset[Path]:
        """Return the folders of the chapters, or the usual one while nobody can read which there are."""
        usual = self.workspace.root / "chapters"
        try:
            return frozenset({usual, *(path.parent for path in self.workspace.notebooks().values())})
        except (PurposebookError, OSError):
            return frozenset({usual})


def _stirrings(folders: Iterable[Path]) -> Iterator[object]:
    """Yield whenever something may have changed in one of the folders, and sometimes without a reason."""
    with contextlib.suppress(FileNotFoundError):  # one of them went just now
        yield from watch(
            *folders,
            watch_filter=None,
            debounce=MOST_MS,
            step=QUIET_MS,
            rust_timeout=EVERY_MS,
            yield_on_timeout=True,
            recursive=False,
        )
    time.sleep(QUIET_MS / 1000)


def _inside(folder: Path) -> list[Path]:
    """Return what stands in a folder, without locks and the copies that editors make."""
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in paths if not path.name.startswith((".", "~")) and not path.name.endswith(_PASSING)]


def _states(paths: Iterable[Path]) -> Iterator[tuple[Path, tuple[int, int, int]]]:
    """Yield each file that is there with its state."""
    for path in paths:
        with contextlib.suppress(OSError):
            status = path.lstat()
            yield path, (status.st_ino, status.st_mtime_ns, status.st_size)
