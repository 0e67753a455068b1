"""Note what a run really reads: the files of a product's folder, byte by byte, and whether it asks for the day."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from purposebook.domain.variables import JOURNAL
from purposebook.errors import UsageError
from purposebook.storage import disk

_SYSTEM: Final = ("/proc", "/sys", "/dev", "/etc", "/usr", "/lib")
_CODE: Final = tuple(
    f"{Path(place).absolute()}{os.sep}" for place in (sys.prefix, sys.base_prefix, Path(__file__).parents[1], *_SYSTEM)
)
"""Where code and the system's own files stand, which the cache knows by their versions."""


@dataclass(frozen=True)
class Journal:
    """Hold what one run read."""

    files: Mapping[str, str | None]
    """Each file by its name, with the SHA-256 of the bytes that were read, or None where there was none."""
    day: bool
    """True when the run asked for the report's day."""
    torn: bool
    """True when this does not tell all that the run rests on.

    A file changed meanwhile or was refused, files of two folders were read, or the journal cannot be read itself.
    """


def note_file(folder: Path, name: str, data: bytes | None) -> None:
    """Note the bytes that were read from a file, or that there is no such file."""
    if os.environ.get(JOURNAL):
        note_hash(folder, name, None if data is None else sha256(data).hexdigest())


def note_hash(folder: Path, name: str, found: str | None) -> None:
    """Note the hash of what was read from a file, or that there is no such file."""
    path = os.environ.get(JOURNAL)
    if path:
        _add(path, {"folder": _named(folder), "file": name, "sha256": found})


def note_refused(folder: Path, name: str) -> None:
    """Note a file that could not be read, so that nobody takes the run for one that can be repeated."""
    path = os.environ.get(JOURNAL)
    if path:
        _add(path, {"folder": _named(folder), "refused": name})


def note_day() -> None:
    """Note that the report's day was asked for."""
    path = os.environ.get(JOURNAL)
    if path:
        _add(path, {"day": True})


def note_other_reads() -> None:
    """From now on, let a file that is opened past storage count as refused: nobody could tell when it changes."""
    seen: set[str] = set()

    def heard(event: str, arguments: tuple[Any, ...]) -> None:
        """Note a file that Python opens for reading; storage itself opens files one level below."""
        if event != "open" or JOURNAL not in os.environ:
            return
        path, mode = arguments[0], arguments[1]
        if not isinstance(path, str | bytes) or mode is None or set("wax") & set(mode):
            return
        place = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - links stay, `..` goes
        if place not in seen and not place.startswith(_CODE):
            seen.add(place)
            note_refused(Path(place).parent, Path(place).name)

    sys.addaudithook(heard)


def read_journal(path: Path) -> Journal:
    """Return what the run with this journal read; a journal that is missing or broken is torn."""
    try:
        facts = tuple(_facts(path.read_bytes()))
    except (OSError, ValueError):
        return Journal(MappingProxyType({}), day=True, torn=True)
    files: dict[str, str | None] = {}
    seen = [fact for fact in facts if "file" in fact]
    for fact in seen:
        files.setdefault(fact["file"], fact["sha256"])
    mixed = len({fact["folder"] for fact in seen}) > 1
    changed = any(files[fact["file"]] != fact["sha256"] for fact in seen)
    refused = any("refused" in fact for fact in facts)
    return Journal(MappingProxyType(files), any("day" in fact for fact in facts), mixed or changed or refused)


def _facts(data: bytes) -> Iterator[dict[str, Any]]:
    """Yield the facts of a journal, one a line; raise ValueError for anything else."""
    for line in data.splitlines(keepends=True):
        fact = json.loads(line)
        known = isinstance(fact, dict) and ({"folder", "file", "sha256"} <= set(fact) or {"refused", "day"} & set(fact))
        if not known or not line.endswith(b"\n"):
            raise ValueError("not a line of a journal")
        yield fact


def _named(folder: Path) -> str:
    """Name a folder so that two names are two folders."""
    return os.path.realpath(folder)


def _add(path: str, fact: Mapping[str, Any]) -> None:
    """Add a line to the journal, or refuse to go on: a fact that is missing there would be believed."""
    try:
        disk.append(Path(path), json.dumps(fact).encode("ascii") + b"\n")
    except OSError as error:
        raise UsageError(
            f"The journal that {JOURNAL} names cannot be written ({error.strerror or 'unknown reason'}). "
            "Make room there, or unset the variable."
        ) from error
