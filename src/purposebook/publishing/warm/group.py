"""The processes that a chapter started: all below this one, for it adopts what leaves its parents."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from typing import Final

from purposebook.publishing.warm.system import FORKS, children

_PATIENCE: Final = 2.0


def present() -> frozenset[int]:
    """Return what stands below this process now, as `below` may be told to keep it."""
    return children() if FORKS else below(frozenset())


def below(keep: frozenset[int]) -> frozenset[int]:
    """Return every process below this one, but for those in `keep` and what is below them."""
    if not FORKS:
        import psutil

        with contextlib.suppress(psutil.Error):
            return frozenset(one.pid for one in psutil.Process().children(recursive=True)) - keep
        return frozenset()
    found: set[int] = set()
    waiting = [os.getpid()]
    while waiting:
        new = children(waiting.pop()) - keep - found
        found |= new
        waiting += new
    return frozenset(found)


def end_below(keep: frozenset[int]) -> None:
    """End every process below this one but for `keep`: all are stopped first, so that none starts another."""
    until = time.monotonic() + _PATIENCE
    stopped: set[int] = set()
    while (new := below(keep) - stopped) and time.monotonic() < until:
        for pid in new:
            _tell(pid, "SIGSTOP")
        stopped |= new
    for pid in stopped:
        _tell(pid, "SIGKILL")


def _tell(pid: int, name: str) -> None:
    """Send a signal; a system without it only ends processes."""
    number = getattr(signal, name, signal.SIGTERM)
    with contextlib.suppress(OSError):
        os.kill(pid, number)
