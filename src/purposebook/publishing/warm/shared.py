"""Shared memory that outlives processes: the files of /dev/shm, and the segments of System V."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from purposebook.publishing.warm.system import FORKS
from purposebook.storage import disk

PLACE: Final = Path("/dev/shm")  # noqa: S108 - where Linux keeps shared memory
_SEGMENTS: Final = Path("/proc/sysvipc/shm")
_REMOVE: Final = 0
_CREATES: Final = {"open": 0, "os.mkdir": 0, "os.rename": 1, "os.truncate": 0}
"""What Python calls that makes a new name or gives it room, and the place of that name among its arguments."""


def names() -> frozenset[str]:
    """Return the names in the folder of shared memory."""
    with contextlib.suppress(OSError):
        return frozenset(os.listdir(PLACE)) if FORKS else frozenset()  # noqa: PTH208 - hundreds of names, no paths
    return frozenset()


def held_names(pids: Iterable[int]) -> frozenset[str]:
    """Return the names in that folder of files that processes have open or mapped."""
    found: set[str] = set()
    for pid in pids:
        with contextlib.suppress(OSError):
            lines = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace").splitlines()
            found |= {_name(line.split(None, 5)[5]) for line in lines if f"{PLACE}/" in line}
        with contextlib.suppress(OSError):
            for handle in Path(f"/proc/{pid}/fd").iterdir():
                with contextlib.suppress(OSError):
                    found.add(_name(str(handle.readlink())))
    return frozenset(found - {""})


def held_only_by(pids: frozenset[int], new: frozenset[str]) -> frozenset[str]:
    """Return those of some `new` names whose files these processes hold, and no others."""
    found = new & held_names(pids) if new else new
    return found - held_names(_everybody() - pids) if found else found


def note_created(ledger: Path) -> None:
    """From now on, add to `ledger` each name that this process, or one forked from it, adds to that folder."""
    before, seen = names(), set[str]()

    def heard(event: str, arguments: tuple[Any, ...]) -> None:
        """Note what Python is about to make there, or has just made."""
        name = _created(event, arguments) if event in _CREATES else ""
        if name and name not in before and name not in seen:
            seen.add(name)
            note(ledger, name)

    if FORKS:
        sys.addaudithook(heard)


def note(ledger: Path, name: str) -> None:
    """Add a name to the ledger; where that cannot be written, a file may be left."""
    with contextlib.suppress(OSError):
        disk.append(ledger, f"{name}\0".encode("utf-8", "surrogateescape"))


def noted(ledger: Path) -> frozenset[str]:
    """Return the names in a ledger."""
    with contextlib.suppress(OSError):
        return frozenset(ledger.read_bytes().decode("utf-8", "surrogateescape").split("\0")) - {"", ".", ".."}
    return frozenset()


def remove(made: Iterable[str]) -> None:
    """Remove files and folders there, but for those that a living process holds."""
    there = names() & frozenset(made)
    held = held_names(_everybody()) if there else ()
    for name in there.difference(held):
        with contextlib.suppress(OSError):
            disk.remove_tree(PLACE / name) if (PLACE / name).is_dir() else (PLACE / name).unlink()


def created_segments(pids: Iterable[int]) -> Mapping[tuple[str, int], int]:
    """Return the bytes in memory of each segment of System V that one of these processes made."""
    found: dict[tuple[str, int], int] = {}
    with contextlib.suppress(OSError):
        head, *lines = (line.split() for line in _SEGMENTS.read_text(encoding="ascii").splitlines())
        for line in (dict(zip(head, words, strict=False)) for words in lines):
            if int(line["cpid"]) in pids:
                found["SYSV", int(line["shmid"])] = int(line["rss"])
    return found


def remove_segments(segments: Iterable[int]) -> None:
    """Remove segments of System V."""
    for number in segments:
        ctypes.CDLL(None).shmctl(number, _REMOVE, None)


def _everybody() -> frozenset[int]:
    """Return all processes of the machine that can be seen."""
    return frozenset(int(one.name) for one in Path("/proc").glob("[0-9]*"))


def _name(path: str) -> str:
    """Return which name in that folder a path leads to, nothing if none; what is deleted has none."""
    inside = path.startswith(f"{PLACE}/") and not path.endswith(" (deleted)")
    return path.split("/")[3] if inside else ""


def _created(event: str, arguments: tuple[Any, ...]) -> str:
    """Return the name that an event of Python's makes there, if it does."""
    try:
        path = arguments[_CREATES[event]]
        if event == "os.truncate" and isinstance(path, int):  # as `SharedMemory` does with what it makes
            return _name(str(Path(f"/proc/self/fd/{path}").readlink()))
        if event == "open" and not arguments[2] & os.O_CREAT:
            return ""
        return _name(os.path.abspath(os.fsdecode(path))) if isinstance(path, str | bytes | os.PathLike) else ""  # noqa: PTH100 - links stay
    except (OSError, ValueError, TypeError):
        return ""
