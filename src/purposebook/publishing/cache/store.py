"""Bytes by the hash of what they hold: safe to share, for nothing that is there ever changes."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from purposebook.storage import disk

MOST_BYTES: Final = 512 * 1024 * 1024
"""The size that the store is cut back to; a chapter's result takes some 30 KB."""
_QUICK: Final = 1
_HASH: Final = re.compile("[0-9a-f]{64}")


def throw_away(path: Path) -> None:
    """Remove what is damaged, whatever it is, where the disk lets us."""
    with contextlib.suppress(OSError):
        disk.remove_tree(path) if path.is_dir() else path.unlink()


class Store:
    """Keep bytes in a folder; a disk that refuses only means that less is kept."""

    def __init__(self, folder: Path, most: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most = most

    def put(self, data: bytes) -> str | None:
        """Keep some bytes and return their name, or nothing when the disk refuses."""
        name = hashlib.sha256(data).hexdigest()
        path = self._path(name)
        try:
            if not path.is_file():
                disk.make_folder(path.parent)
                disk.write_bytes(path, zlib.compress(data, _QUICK), durable=False)
        except OSError:
            return None
        return name

    def get(self, name: str) -> bytes | None:
        """Return the bytes of that name; what is damaged is thrown away."""
        path = self._path(name)
        try:
            data = zlib.decompress(path.read_bytes())
            whole = hashlib.sha256(data).hexdigest() == name
        except FileNotFoundError:
            return None
        except (OSError, zlib.error, MemoryError):
            whole = False
        if not whole:
            throw_away(path)
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # the oldest use goes first
        return data

    def put_named(self, name: str, data: bytes) -> None:
        """Keep bytes that are looked for by a name of ours."""
        hash = self.put(data)
        if hash is not None:
            with contextlib.suppress(OSError):
                disk.write_bytes(self._folder / f"{name}.name", hash.encode(), durable=False)

    def named(self, name: str) -> bytes | None:
        """Return the bytes of a name of ours."""
        hash = self.target(name)
        return self.get(hash) if hash else None

    def target(self, name: str) -> str | None:
        """Return the hash of the bytes of a name of ours."""
        try:
            hash = (self._folder / f"{name}.name").read_text(encoding="ascii")
        except (OSError, ValueError):
            return None
        return hash if _HASH.fullmatch(hash) else None

    def now(self) -> float:
        """Return the time by the clock of this disk; the beginning of all time where it refuses."""
        try:
            disk.make_folder(self._folder)
            disk.jot(self._folder / "now", b"")
            return (self._folder / "now").stat().st_mtime
        except OSError:
            return 0.0

    def trim(self) -> None:
        """Cut the store back to its size, the longest unused first."""
        found = list(self._files())
        size = sum(one[1] for one in found)
        for _, bytes_, path in sorted(found) if size > self._most else ():
            if size <= self._most:
                return
            throw_away(Path(path))
            size -= bytes_

    def keep_only(self, names: Iterable[str]) -> None:
        """Delete everything but the bytes of these names, with what killed builds left; raises `OSError`."""
        kept = {str(self._path(name)) for name in names}
        for path in [path for _, _, path in self._files() if path not in kept]:
            Path(path).unlink(missing_ok=True)

    def _files(self) -> Iterator[tuple[int, int, str]]:
        """Yield time, bytes and path of every file of the store; one that somebody takes away meanwhile is none."""
        with contextlib.suppress(OSError), os.scandir(self._folder) as folders:
            for folder in folders:
                with contextlib.suppress(OSError), os.scandir(folder.path) as entries:
                    for entry in entries:
                        with contextlib.suppress(FileNotFoundError):
                            status = entry.stat(follow_symlinks=False)
                            yield status.st_mtime_ns, status.st_size, entry.path

    def _path(self, name: str) -> Path:
        """Return where the bytes of that name stand."""
        return self._folder / name[:2] / name[2:]
