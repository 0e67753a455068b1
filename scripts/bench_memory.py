"""Run one command and measure what it takes: seconds, and the peak memory of its whole process tree."""

import os
import re
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import IO, Final

import psutil

EVERY: Final = 0.05
"""Seconds between two looks at the memory."""
_PSS: Final = re.compile(rb"^Pss:\s+(\d+) kB", re.MULTILINE)


class BenchmarkError(Exception):
    """Say why nothing can be measured, in a sentence."""


@dataclass(frozen=True)
class Cost:
    """Hold what commands took: wall seconds, and the peak of memory in MiB."""

    seconds: float
    peak_mib: float

    @classmethod
    def total(cls, costs: Iterable["Cost"]) -> "Cost":
        """Return what several commands took, one after the other."""
        known = tuple(costs)
        return cls(sum(cost.seconds for cost in known), max(cost.peak_mib for cost in known))


def run(command: Sequence[str], folder: Path, watched: bool = True) -> Cost:
    """Run a command in a folder and return what it took; a command that fails is no measurement.

    Looking at the memory takes a little of what the command would have: not `watched`, its peak is 0.
    """
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = psutil.Popen(
            command, cwd=folder, env=own_environment(), stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT
        )
        sampler = Sampler(process, watched)
        try:
            code = process.wait()
            seconds = time.perf_counter() - began
        finally:
            peak = sampler.finish()
        if code:
            raise BenchmarkError(f"'{' '.join(command)}' ended with code {code}. Its last lines: {_end_of(said)}")
    return Cost(seconds, peak)


def own_environment() -> dict[str, str]:
    """Return this process's environment, in which Python may keep what it compiled, as it does for everybody."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Sampler:
    """Watch a process and everything that it starts, until told to finish.

    What is resident costs next to nothing to read, so it is read at every look. A process's share of shared pages costs
    milliseconds, which the command would lack: it is read when the resident memory is higher than it ever was, or,
    once a second, about as high.
    """

    def __init__(self, process: psutil.Popen, watched: bool = True) -> None:
        self._root = psutil.Process(process.pid)
        self._seen = {self._root}
        self._peak = self._highest = 0
        self._read = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        if watched:
            self._thread.start()
        else:
            self._over.set()

    def finish(self) -> float:
        """Stop watching, end whatever outlived its command, and return the peak in MiB."""
        self._over.set()
        if self._thread.ident:
            self._thread.join()
        self._find()
        _end(self._seen)
        return self._peak / 2**20

    def _watch(self) -> None:
        """Look at the memory every `EVERY` seconds, and for new processes at every fourth look."""
        for number in count():
            if number % 4 == 0:
                self._find()
            self._look()
            if self._over.wait(EVERY):
                return

    def _find(self) -> None:
        """Find the processes of the tree; one that was seen once still counts when its parent has ended."""
        below = _below(self._root)
        lost = {process for process in self._seen - below - {self._root} if process.is_running()}
        self._seen = {self._root, *below, *lost}.union(*map(_below, lost))

    def _look(self) -> None:
        """Add up the memory of the whole tree, and remember the highest sum."""
        resident, now = sum(map(_resident, self._seen)), time.perf_counter()
        if resident > self._highest * 1.05 or (resident > self._highest * 0.95 and now > self._read + 1):
            self._peak = max(self._peak, sum(map(memory_of, self._seen)))
            self._highest, self._read = max(self._highest, resident), now


def _below(process: psutil.Process) -> set[psutil.Process]:
    """Return the processes that a process started, and those that they started."""
    try:
        return set(process.children(recursive=True))
    except psutil.Error:
        return set()


def memory_of(process: psutil.Process) -> int:
    """Return a process's bytes: its share of shared pages (PSS) where the system tells, else all it has in memory."""
    try:
        found = _PSS.search(Path(f"/proc/{process.pid}/smaps_rollup").read_bytes())
        return int(found[1]) * 1024 if found else _resident(process)
    except OSError:
        return _resident(process)


def _resident(process: psutil.Process) -> int:
    """Return the bytes that a process has in memory; nothing once it has ended."""
    try:
        return process.memory_info().rss
    except psutil.Error:
        return 0


def _end(processes: set[psutil.Process]) -> None:
    """End processes that are still there, such as those of an interrupted command."""
    for process in processes:
        try:
            process.kill()
        except psutil.Error:
            continue
    psutil.wait_procs(list(processes), timeout=5)


def _end_of(said: IO[bytes]) -> str:
    """Return the last lines that a command wrote."""
    said.seek(0)
    lines = said.read().decode("utf-8", "replace").strip().splitlines()
    return " | ".join(line.strip() for line in lines[-5:]) or "none"
