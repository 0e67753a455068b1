"""A real Dask cluster on this machine, whose workers share nothing with whoever builds."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

DASK = (sys.executable, "-m", "dask")
HERE = ("--host", "127.0.0.1", "--no-dashboard")
HIDING = ("unshare", "-m", "sh", "-c", 'mount -t tmpfs none "$0" && exec "$@"')
"""Covers a folder for one command, where the system lets us."""
MARK = "CHAPTER_CLUSTER"
"""The variable by which the processes of one cluster are known, whoever started them."""


@dataclass
class Dask:
    """Know a scheduler and its workers."""

    scheduler: psutil.Popen
    address: str
    folder: Path
    """Where workers keep what they need; nothing of a workspace is there."""
    hidden: Path
    """What workers cannot see."""
    workers: list[psutil.Popen] = field(default_factory=list)

    def add_worker(self, *options: str) -> None:
        """Start a worker with one thread."""
        command = [
            *DASK,
            "worker",
            self.address,
            *HERE,
            "--nthreads",
            "1",
            "--local-directory",
            str(self.folder),
            *options,
        ]
        places = {"TMPDIR": str(self.folder), "HOME": str(self.folder), MARK: str(self.folder)}
        process = psutil.Popen(
            command, cwd=self.folder, env=os.environ | places, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        self.workers.append(process)

    def kill_workers(self, count: int) -> None:
        """End workers as a crash would, their nannies first."""
        for worker in self.workers[:count]:
            below = worker.children()
            for process in (worker, *below):
                with suppress(psutil.Error):
                    process.kill()
            worker.wait()
        del self.workers[:count]

    def running(self) -> list[psutil.Process]:
        """Return every process that belongs to a worker of this cluster."""
        return [process for process in psutil.process_iter() if _marked(process, str(self.folder))]


@contextmanager
def dask_cluster(hidden: Path, *options: str, workers: int = 2) -> Iterator[Dask]:
    """Run a scheduler, and workers that cannot see `hidden`; after the block nothing of them is left."""
    folder = Path(tempfile.mkdtemp(prefix="dask-"))
    told = folder / "scheduler.json"
    scheduler = psutil.Popen(
        [*DASK, "scheduler", *HERE, "--port", "0", "--scheduler-file", str(told)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_until(lambda: told.is_file() and told.read_text().endswith("}"))
        made = Dask(scheduler, json.loads(told.read_text())["address"], folder, hidden)
        for _ in range(workers):
            made.add_worker(*options)
        yield made
        made.kill_workers(len(made.workers))
        wait_until(lambda: not made.running())
    finally:
        scheduler.kill()
        scheduler.wait()
        shutil.rmtree(folder, ignore_errors=True)


def build(root: Path, address: str, *options: str) -> psutil.Popen:
    """Build all products of a workspace with a cluster, running every chapter."""
    place = ["--workspace", str(root), "--out", str(root / "_there"), "--as-of", "2026-10-01"]
    command = [sys.executable, "-m", "purposebook", "build", *place, "--force", "--scheduler", address, *options]
    return psutil.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, stdin=subprocess.DEVNULL)


def ended(process: psutil.Popen, seconds: float = 180) -> tuple[int, str]:
    """Return how a build ended and what it said; it says no traceback, whatever comes."""
    said = process.communicate(timeout=seconds)[0]
    assert "Traceback" not in said
    assert "distributed" not in said
    return process.returncode, said


def wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for something to happen."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it does not happen"
        time.sleep(0.05)


def _hiding(folder: Path) -> tuple[str, ...]:
    """Return what stands before a command that must not see a folder; nothing where the system forbids that."""
    if shutil.which(HIDING[0]) is None:
        return ()
    tried = subprocess.run([*HIDING, str(folder), "true"], capture_output=True, check=False)
    return () if tried.returncode else (*HIDING, str(folder))


def _marked(process: psutil.Process, mark: str) -> bool:
    """Tell whether a process was started for a cluster."""
    with suppress(psutil.Error):
        return process.environ().get(MARK) == mark and process.status() != psutil.STATUS_ZOMBIE
    return False
