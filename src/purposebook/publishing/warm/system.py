"""What a process tells the system about itself, so that nothing outlives it and nothing takes more than its share."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

FORKS: Final = sys.platform == "linux"
"""Forking a process that has read its code is safe here; elsewhere the system's own libraries forbid it."""
MIB: Final = 1024 * 1024
_DEATH_SIGNAL: Final = 1
_SUBREAPER: Final = 36
_DATA_FIELD: Final = 5
"""The place in /proc/PID/statm of the pages that a process may write to."""
_PATIENCE: Final = 2.0
_FILE_MIB: Final = 1024
_RESERVE_MIB: Final = 64


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def die_with_parent(parent: int | None = None) -> None:
    """Let the system end this process when the one that forked it, `parent`, ends, however that comes."""
    _prctl(_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() == 1 or parent not in {None, os.getppid()}:
        os._exit(1)  # the parent ended before we could ask


def adopt_orphans() -> None:
    """Become the parent of whatever descendants leave behind, so that it can be ended."""
    _prctl(_SUBREAPER, 1)


def end_children(keep: frozenset[int] = frozenset()) -> None:
    """End every child of this process, and theirs as they become orphans, but for those in `keep`."""
    until = time.monotonic() + _PATIENCE
    while (left := children() - keep) and time.monotonic() < until:
        for child in left:
            with contextlib.suppress(OSError):
                os.kill(child, signal.SIGKILL)
        for child in left:
            with contextlib.suppress(OSError):
                os.waitpid(child, 0)


@contextlib.contextmanager
def nothing_left() -> Iterator[None]:
    """End at last whatever came to be below this process meanwhile, also what has left its parents."""
    before = children()
    adopt_orphans()
    try:
        yield
    finally:
        end_children(keep=before)


def end_marked(name: str, value: str) -> None:
    """End every process of ours that was started with an environment in which `name` is `value`."""
    mark = f"{name}={value}".encode()
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if int(place.name) != os.getpid() and mark in (place / "environ").read_bytes().split(b"\0"):
                os.kill(int(place.name), signal.SIGKILL)


def limit_files() -> None:
    """Let no file that this process writes grow beyond a gibibyte: what is printed without end would fill the disk.

    What has to write more may raise the limit for as long as it needs, up to that of the system.
    """
    if sys.platform != "linux":
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    most = _FILE_MIB * MIB if hard == resource.RLIM_INFINITY else min(_FILE_MIB * MIB, hard)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))


def limit_memory(mib: int) -> None:
    """Let this process write to so many mebibytes more than it does now; beyond, it gets a MemoryError."""
    if sys.platform != "linux":
        return
    import resource

    now = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[_DATA_FIELD]) * resource.getpagesize()
    most = now + mib * MIB
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    reserve = allowed + _RESERVE_MIB * MIB
    resource.setrlimit(resource.RLIMIT_DATA, (allowed, reserve if hard == resource.RLIM_INFINITY else hard))


def use_reserve() -> None:
    """Let this process take a little more than it might, so that it can say what went wrong."""
    if sys.platform != "linux":
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))


def children(pid: int | str = "self") -> frozenset[int]:
    """Return the processes whose parent is this one, or `pid`; none where the system has no list of them."""
    found: set[int] = set()
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found |= {int(word) for word in (task / "children").read_text(encoding="ascii").split()}
    return frozenset(found)


def _prctl(option: int, value: int) -> None:
    """Call Linux' prctl, where there is one."""
    call = getattr(ctypes.CDLL(None), "prctl", None) if sys.platform == "linux" else None
    if call is not None:
        call(option, value, 0, 0, 0)
