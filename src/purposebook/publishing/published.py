"""The sites of an output folder: what stands there, and how a new one takes a place with as few writes as can be."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from purposebook.domain.result_build import BuildResult as Record
from purposebook.domain.result_build import SitePage
from purposebook.errors import BuildFailed
from purposebook.publishing.cache.seen import Seen, State
from purposebook.publishing.order import Made, SiteFile
from purposebook.publishing.record import FILE_NAME, digest, is_plain, read_record, sealed_record
from purposebook.publishing.swap import swap_in
from purposebook.storage import disk

_KIND: Final = "sites"
_SHARED: Final = "_static/"
"""What stands below this is the same for all sites, but for the search index."""

Vega = Callable[[], bytes]
"""Returns Vega's bytes; waits for them when they are still being bundled."""


class Published:
    """Know the files of all sites by their hashes, each read once at most."""

    def __init__(self, out: Path, vega: Vega, seen: Seen) -> None:
        self.out = out
        self._vega = vega
        self._seen = seen
        self._shared: dict[str, bytes] = {}
        """The bytes of files that all sites have."""
        self._places: dict[str, Path] = {}
        """Where a site has a shared file of that hash."""
        self._hashes: dict[State, str] = {}
        """The hash of each file on the disk, by its identity, size and time."""

    def held(self) -> frozenset[str]:
        """Return the hashes of the files that no worker needs to send."""
        return frozenset(self._shared)

    def seal_of_whole(self, site: Path) -> str | None:
        """Return the seal of the site that stands there, if every file of it is as it was published."""
        record = read_record(site)
        if record is None:
            return None
        known = self._seen.recall(_KIND, site.name)
        now: dict[str, tuple[State | None, str]] = {}
        with contextlib.suppress(OSError):  # a file that cannot be read is none
            now = {name: self._look(path, known.get(name)) for name, path in _files(site)}
        found = {name: hash for name, (_, hash) in now.items()}
        if found != {page.file: page.sha256 for page in record.pages}:
            return None
        self._places |= {
            hash: site / name for name, hash in found.items() if _is_shared(name) and hash not in self._places
        }
        self._seen.note(_KIND, site.name, {name: (state, hash) for name, (state, hash) in now.items() if state})
        return record.seal

    def put(self, made: Made, record: Callable[[tuple[SitePage, ...]], Record], aside: Path) -> tuple[str, int]:
        """Put a made site in its place; return its seal and how many files had to be written."""
        files = {file.name: self._bytes(file) for file in made.files}
        files |= {name: self._vega() for name in made.later}
        pages = tuple(SitePage(file=name, sha256=digest(data), bytes=len(data)) for name, data in sorted(files.items()))
        seal, files[FILE_NAME] = sealed_record(record(pages))
        place = self.out / made.product
        if self.seal_of_whole(place) == seal:
            return seal, 0
        written = sum([self._lay(aside / name, place / name, name, data) for name, data in files.items()])
        _check(aside, files)
        swap_in(aside, place)
        self._places |= {page.sha256: place / page.file for page in pages if _is_shared(page.file)}
        return seal, written

    def _bytes(self, file: SiteFile) -> bytes:
        """Return a file's bytes, and hold those that every site has."""
        if file.data is None:
            return self._shared[file.sha256]
        if _is_shared(file.name):
            self._shared[file.sha256] = file.data
        return file.data

    def _lay(self, target: Path, before: Path, name: str, data: bytes) -> bool:
        """Put one file into a site: the one of before, or another site's, if its bytes are the same; else write it."""
        disk.make_folder(target.parent)
        shared = self._places.get(digest(data)) if _is_shared(name) else None
        for source in (before, shared):
            if source is not None and _holds(source, data) and disk.link(source, target):
                return False
        disk.write_bytes(target, data)
        return True

    def _look(self, path: str, known: tuple[State, str] | None) -> tuple[State | None, str]:
        """Return the state of a file, where it tells all changes, and the hash of its bytes; none of what is no file.

        A file is not read whose state and hash are `known`; one that several sites share is read once.
        """
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            return None, ""
        state = self._seen.state(status)
        if known is not None and known[0] == state:
            return known
        key = state or (status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size)
        if key not in self._hashes:
            self._hashes[key] = digest(Path(path).read_bytes())
        return state, self._hashes[key]


def _is_shared(name: str) -> bool:
    """Tell whether all sites have this file."""
    return name.startswith(_SHARED) and not name.endswith("search-index.js")


def _files(site: Path) -> Iterable[tuple[str, str]]:
    """Yield name and path of everything below a site but its folders and its record; of thousands, so without Path."""
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(os.path.join(site, inside)) as entries:  # noqa: PTH118
            for entry in entries:
                name = f"{inside}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{name}/")
                elif name != FILE_NAME:
                    yield name, entry.path


def _holds(path: Path, data: bytes) -> bool:
    """Tell whether a plain file holds just these bytes."""
    with contextlib.suppress(OSError):
        return is_plain(path) and path.stat().st_size == len(data) and path.read_bytes() == data
    return False


def _check(site: Path, files: dict[str, bytes]) -> None:
    """Read a finished site back before anybody sees it."""
    for name, data in files.items():
        if not _holds(site / name, data):
            raise BuildFailed(f"the finished site does not match its record, {name} differs. Build it again.")
