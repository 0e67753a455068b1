"""Find and hash a file of a product's folder that may be larger than memory."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from purposebook.errors import DataFaults
from purposebook.storage import journal
from purposebook.storage.files import open_plain, refusal, unreadable
from purposebook.storage.limits import GIB

_BLOCK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Identity:
    """Tell one state of a file from another without reading it."""

    device: int
    number: int
    bytes: int
    time: int
    """When it was written last, in nanoseconds."""


_hashes: dict[tuple[Identity, int], str] = {}
"""By a file's state, and by when anything about it changed last, in nanoseconds."""


def identity_of(path: Path) -> Identity:
    """Return what tells this state of a file from a later one; raises OSError."""
    return _identity(path.stat())


def hash_of(folder: Path, name: str, most: int) -> str | None:
    """Return the SHA-256 of a plain file, None where there is none; raise `DataFaults` for anything else.

    Each state of a file is read once. The journal learns of it as of every file that is read.
    """
    try:
        found = _hash(folder, name, most)
    except DataFaults:
        journal.note_refused(folder, name)
        raise
    journal.note_hash(folder, name, found)
    return found


def _hash(folder: Path, name: str, most: int) -> str | None:
    """Read a plain file block by block, unless this state of it is known."""
    try:
        with open_plain(folder, name) as source:
            status = os.fstat(source.fileno())
            state, known = _identity(status), (_identity(status), status.st_ctime_ns)
            if state.bytes > most:
                raise refusal(folder, name, f"is larger than {most // GIB} GiB", "keep the events that you ask about")
            found = _hashes.get(known) or _hash_of_rest(source)
            if _identity(os.fstat(source.fileno())) != state:
                raise refusal(folder, name, "changed while it was read", "try again when it is written to its end")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(folder, name, error) from error
    _hashes[known] = found
    return found


def _hash_of_rest(source: IO[bytes]) -> str:
    """Return the hash of all that can be read."""
    found = hashlib.sha256()
    while block := source.read(_BLOCK):
        found.update(block)
    return found.hexdigest()


def _identity(status: os.stat_result) -> Identity:
    """Return the identity of a file's state."""
    return Identity(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
