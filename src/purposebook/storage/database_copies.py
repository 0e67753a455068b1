"""Keep what databases gave, so that a product can be read without them: rows as CSV, and what is known of them."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import secrets
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from purposebook.domain.sources import Source
from purposebook.errors import DataFaults
from purposebook.storage import disk
from purposebook.storage.database_asking import ask
from purposebook.storage.database_rows import Refusal
from purposebook.storage.files import read_bytes
from purposebook.storage.large_files import hash_of
from purposebook.storage.limits import EVENT_BYTES, KIB
from purposebook.storage.visibility import FILE, may_be_published

_PLACE: Final = Path(".purposebook", "_cache", "databases")
_PRIVATE_PLACE: Final = Path(".purposebook", "_private_cache", "databases")
_BOOK: Final = "_toc.yml"
_LEFT_SECONDS: Final = 3600
"""Nobody writes any more to a file that has not changed for so long."""


@dataclass(frozen=True)
class Copy:
    """Know what a database gave."""

    key: str
    """The hash of the variable's name and the query."""
    sha256: str
    """Of the rows, as CSV."""
    rows: int
    fetched: str
    """When these rows came first; where the database could not be reached now, when they came last."""
    reached: bool = True
    """Whether the database gave just these rows now, or they are those of an earlier time."""

    def sealed(self) -> bytes:
        """Return all this as a text that is closed with its own hash."""
        body = json.dumps(asdict(self), sort_keys=True)
        return json.dumps({"copy": body, "seal": sha256(body.encode()).hexdigest()}).encode() + b"\n"


def unsealed(data: bytes) -> Copy | None:
    """Return what a sealed text says, or nothing when it is not just as it was sealed."""
    try:
        found = json.loads(data)
        if sha256(found["copy"].encode()).hexdigest() == found["seal"]:
            return Copy(**json.loads(found["copy"]))
    except (ValueError, TypeError, KeyError, AttributeError):
        pass
    return None


def key_of(source: Source) -> str:
    """Return by what a source is known: neither the address nor what it gave."""
    return sha256(f"{source.database}\n{source.query.strip()}".encode()).hexdigest()


def carried(folder: Path, name: str, source: Source) -> Copy | None:
    """Return the copy that was put into a folder under `name`; nothing for one of another source or a damaged one."""
    data = read_bytes(folder, f"{name}.json", 16 * KIB) if (folder / f"{name}.json").is_file() else None
    copy = unsealed(data) if data is not None else None
    return copy if copy and copy.key == key_of(source) and _is_whole(folder, f"{name}.csv", copy) else None


@dataclass(frozen=True)
class Copies:
    """Know the folder of one workspace in which copies are kept."""

    folder: Path

    @classmethod
    def near(cls, product: Path) -> Copies:
        """Return the copies of the workspace around a product; of its parent folder where there is none.

        Rows of a product that is not known to be published stay apart from the cache that may be copied elsewhere. A
        frozen review lies below its product, which may have turned private since.
        """
        above = product.absolute().parents
        root = next((one for one in above if (one / _BOOK).is_file()), above[0])
        around = [one for one in (product.absolute(), *above) if one.is_relative_to(root) and (one / FILE).exists()]
        published = bool(around) and all(may_be_published(one) for one in around)
        return cls(root / (_PLACE if published else _PRIVATE_PLACE))

    @classmethod
    def published(cls, root: Path) -> Copies:
        """Return the copies for those products of a workspace that are published."""
        return cls(root / _PLACE)

    @classmethod
    def all(cls, root: Path) -> tuple[Copies, ...]:
        """Return the copies of a workspace for which there are folders."""
        return tuple(cls(root / place) for place in (_PLACE, _PRIVATE_PLACE) if (root / place).is_dir())

    def path(self, copy: Copy) -> Path:
        """Return where the rows stand."""
        return self.folder / f"{copy.sha256}.csv"

    def fetch(self, source: Source, most: int) -> Copy | Refusal:
        """Ask the database and keep what it gives; raise OSError where that cannot be kept."""
        disk.make_private_folder(self.folder)
        before, aside = self.kept(source), self.folder / f"{secrets.token_hex(8)}.new"
        try:
            with disk.replacing(aside) as target:
                rows = ask(source, Path(target.name), most)
            if isinstance(rows, Refusal):
                return rows
            found = hash_of(self.folder, aside.name, EVENT_BYTES) or ""
            copy = Copy(key_of(source), found, rows, _time(aside))
            aside.replace(self.path(copy))
        finally:
            aside.unlink(missing_ok=True)
        same = before is not None and before.sha256 == copy.sha256
        copy = before if same and before else copy
        disk.write_bytes(self._facts(source), copy.sealed())
        if before and not same:
            self._forget(before)
        return copy

    def kept(self, source: Source) -> Copy | None:
        """Return what the database gave last; what is damaged is thrown away."""
        try:
            copy = unsealed(self._facts(source).read_bytes())
        except OSError:
            return None
        if copy and copy.key == key_of(source) and _is_whole(self.folder, f"{copy.sha256}.csv", copy):
            return copy
        with contextlib.suppress(OSError):
            self._facts(source).unlink()
        if copy:
            self._forget(copy)
        return None

    def seen(self, source: Source) -> str:
        """Return when the database was asked last."""
        return _time(self._facts(source))

    def take_over(self, other: Copies, source: Source) -> None:
        """Take what another folder keeps of a source, if nothing of it is kept here; raises `OSError`."""
        copy = other.kept(source)
        if copy is None or self.folder == other.folder or self.kept(source) is not None:
            return
        disk.make_private_folder(self.folder)
        for old, new in ((other.path(copy), self.path(copy)), (other._facts(source), self._facts(source))):
            if not new.exists() and not disk.link(old, new):
                disk.copy_file(old, new)

    def has(self, source: Source) -> bool:
        """Tell whether anything is kept of a source."""
        return self._facts(source).is_file()

    def keep_only(self, wanted: Iterable[Source]) -> None:
        """Delete what is kept of all other sources; raises `OSError`."""
        copies = {source: self.kept(source) for source in wanted}
        kept = {path for source, copy in copies.items() if copy for path in (self._facts(source), self.path(copy))}
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if path not in kept:
                disk.remove_tree(path) if path.is_dir() else path.unlink(missing_ok=True)

    def forget_others(self, wanted: Iterable[Source]) -> None:
        """Delete rows of queries that are not `wanted`, and what a killed command left; raises `OSError`."""
        facts = {path: unsealed(path.read_bytes()) for path in self.folder.glob("*.json")}
        keys = {key_of(source) for source in wanted}
        others = {path for path in facts if path.stem not in keys}
        stay = {copy.sha256 for path, copy in facts.items() if copy and path not in others}
        rows = {self.path(copy) for path, copy in facts.items() if copy and copy.sha256 not in stay}
        for path in (*others, *rows, *self._left(stay)):
            path.unlink(missing_ok=True)

    def _left(self, stay: Collection[str]) -> Iterator[Path]:
        """Yield files without facts that nobody has written to for so long that nobody does any more."""
        clock = self.folder / ".now"
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if path.suffix != ".json" and path.stem not in stay:
                disk.jot(clock, b"")  # the time of the disk, which may be that of another machine
                if clock.stat().st_mtime - path.stat().st_mtime > _LEFT_SECONDS:
                    yield path
        clock.unlink(missing_ok=True)

    def _facts(self, source: Source) -> Path:
        """Return the file that tells what is kept of a source."""
        return self.folder / f"{key_of(source)}.json"

    def _forget(self, copy: Copy) -> None:
        """Remove rows that no source has now."""
        facts = (unsealed(path.read_bytes()) for path in self.folder.glob("*.json"))
        if not any(one and one.sha256 == copy.sha256 for one in facts):
            self.path(copy).unlink(missing_ok=True)


def _is_whole(folder: Path, name: str, copy: Copy) -> bool:
    """Tell whether the rows are those that were kept."""
    try:
        return hash_of(folder, name, EVENT_BYTES) == copy.sha256
    except DataFaults:
        return False


def _time(path: Path) -> str:
    """Return when a file was written, to the second."""
    found = dt.datetime.fromtimestamp(int(path.stat().st_mtime), dt.UTC)
    return found.isoformat().replace("+00:00", "Z")
