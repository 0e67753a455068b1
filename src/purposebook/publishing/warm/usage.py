"""What a group of processes takes of the machine: memory, each page counted once, and disk."""

from __future__ import annotations

import contextlib
import functools
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from purposebook.publishing.warm.shared import PLACE, created_segments
from purposebook.publishing.warm.system import FORKS

MOST_FILES: Final = 100_000
"""Beyond so many files nobody counts on: they take too much, however small they are."""
_BLOCK: Final = 512
_KIB: Final = 1024
_OWN: Final = ("RssAnon:", "RssShmem:", "VmSwap:")
_SHARED: Final = (f"{PLACE}/", "/memfd:", "/dev/zero", "/SYSV")
"""How the names begin of what is in memory only, among the files that a process maps."""
_File = tuple[str, int]
"""A file or segment in memory: its device, and its number there."""


def memory(pids: Iterable[int], named: Iterable[Path] = ()) -> int:
    """Return the bytes of memory that processes take together, with the files `named` in memory.

    Pages that several share count once, also those of shared memory that nobody has mapped now.
    """
    pids = tuple(pids)
    if not FORKS:
        return sum(_resident(pid) for pid in pids)
    own, mapped, whole = 0, dict[_File, int](), dict(created_segments(pids))
    for pid in pids:
        rollup = _rollup(pid)
        own += rollup.get("Pss_Anon:", rollup.get("Pss:", 0)) + rollup.get("SwapPss:", 0)
        if rollup.get("Pss_Shmem:"):
            for file, size in _mapped(pid):
                mapped[file] = mapped.get(file, 0) + size
        whole |= {_key(state): state.st_blocks * _BLOCK for state in _nameless(pid) if _in_memory(state)}
    for path in named:
        whole |= {_key(state): state.st_blocks * _BLOCK for state in _states(path)}
    return own + sum(max(mapped.get(file, 0), whole.get(file, 0)) for file in mapped.keys() | whole.keys())


def own_memory() -> int:
    """Return the bytes of memory of this process that a forked one begins with; where none is forked, all."""
    if not FORKS:
        return _resident(os.getpid())
    told = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return (int(told[1]) - int(told[2])) * os.sysconf("SC_PAGESIZE")


def disk(folders: Iterable[Path], pids: Iterable[int] = ()) -> int | None:
    """Return the bytes of files below folders, and of those without a name that processes hold; None: too many."""
    found: dict[_File, int] = {}
    for folder in folders:
        for state in _states(folder):
            found[_key(state)] = _size(state)
            if len(found) > MOST_FILES:
                return None
    for pid in pids if FORKS else ():
        found |= {_key(state): _size(state) for state in _nameless(pid) if not _in_memory(state)}
    return sum(found.values())


def _size(state: os.stat_result) -> int:
    """Return the bytes that a file takes of the disk, as far as the system tells."""
    return state.st_blocks * _BLOCK if hasattr(state, "st_blocks") else state.st_size


def _key(state: os.stat_result) -> _File:
    """Return what tells a file from every other, also where it is mapped."""
    return f"{os.major(state.st_dev):x}:{os.minor(state.st_dev):x}" if FORKS else str(state.st_dev), state.st_ino


def _states(place: Path) -> Iterator[os.stat_result]:
    """Yield the state of a file, or of everything below a folder; links are not followed."""
    with contextlib.suppress(OSError):
        state = place.lstat()
        yield state
        if stat.S_ISDIR(state.st_mode):
            with os.scandir(place) as entries:
                for entry in entries:
                    yield from _states(Path(entry.path))


def _nameless(pid: int) -> Iterator[os.stat_result]:
    """Yield the state of every file that a process has open and that has no name, or none any more."""
    with contextlib.suppress(OSError):
        for handle in Path(f"/proc/{pid}/fd").iterdir():
            with contextlib.suppress(OSError):
                if stat.S_ISREG((state := handle.stat()).st_mode) and not state.st_nlink:
                    yield state


def _in_memory(state: os.stat_result) -> bool:
    """Tell whether a file is in the folder of shared memory, or one that has a handle and no place."""
    return state.st_dev in _memory_devices()


@functools.cache
def _memory_devices() -> frozenset[int]:
    """Return the devices of shared memory: that of its folder, and that of files without a place."""
    found: set[int] = set()
    with contextlib.suppress(OSError):
        found.add(PLACE.stat().st_dev)
    with contextlib.suppress(OSError):
        handle = os.memfd_create("purposebook")
        found.add(os.fstat(handle).st_dev)
        os.close(handle)
    return frozenset(found)


def _rollup(pid: int) -> Mapping[str, int]:
    """Return the sums over all that a process maps, in bytes; where they cannot be read, what everybody can read."""
    with contextlib.suppress(OSError):
        return _sizes(f"/proc/{pid}/smaps_rollup")
    with contextlib.suppress(OSError):
        told = _sizes(f"/proc/{pid}/status")
        return {"Pss:": sum(told.get(name, 0) for name in _OWN)}
    return {}


def _sizes(path: str) -> Mapping[str, int]:
    """Return the lines of a file in /proc that hold a size."""
    words = (line.split() for line in Path(path).read_text(encoding="utf-8", errors="replace").splitlines())
    return {line[0]: int(line[1]) * _KIB for line in words if len(line) == 3 and line[2] == "kB"}


def _mapped(pid: int) -> Iterator[tuple[_File, int]]:
    """Yield what a process maps of files in memory, with its share of the pages that it uses."""
    file: _File | None = None
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps").read_text(encoding="utf-8", errors="replace").splitlines():
            words = line.split(None, 5)
            if "-" in words[0] and len(words) == 6:
                file = _mapped_file(words[3], int(words[4]), words[5])
            elif "-" in words[0]:
                file = None
            elif words[0] == "Pss:" and file:
                yield file, int(words[1]) * _KIB


def _mapped_file(device: str, number: int, name: str) -> _File | None:
    """Return which file in memory a line of mappings names, if it is one."""
    if not name.startswith(_SHARED):
        return None
    major, minor = (int(part, 16) for part in device.split(":"))
    return ("SYSV" if name.startswith("/SYSV") else f"{major:x}:{minor:x}"), number


def _resident(pid: int) -> int:
    """Return the memory of a process where the system does not tell what it shares."""
    import psutil

    with contextlib.suppress(psutil.Error):
        return int(psutil.Process(pid).memory_info().rss)
    return 0
