"""What tests of whole builds look at: the state of every file, the lines of a log, and the processes of one build."""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from small_workspace import ROOT

from purposebook.cli.progress import Lines
from purposebook.publishing.build import BuildResult, build
from purposebook.publishing.cache.fingerprint import environment
from purposebook.publishing.cache.store import Store
from purposebook.publishing.crew import Crew
from purposebook.publishing.job import Manner
from purposebook.storage.workspace import Workspace

DAY = dt.date(2026, 10, 1)
MARK = "CHAPTER_TEST_MARK"
"""The variable by which all processes of one build are known, whoever started them."""
READS = """
from pathlib import Path
from purposebook.storage.reading import read_part
shown = read_part(Path(data_dir) / product, {part!r})
print(shown)
"""
"""The code of a chapter that reads one part and shows it."""


def workspace_copy(folder: Path, *products: str) -> Workspace:
    """Copy this repository's book and some of its products, so that nothing is written here."""
    for name in ("_config.yml", "_toc.yml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "chapters", folder / "chapters", ignore=shutil.ignore_patterns(".*"))
    (folder / "data").mkdir()
    for product in products:
        shutil.copytree(ROOT / "data" / product, folder / "data" / product)
    return with_vega(Workspace.find(folder))


@functools.cache
def _vega() -> bytes:
    """Bundle Vega once for all tests of this process."""
    command = [sys.executable, "-m", "purposebook.publishing.vega"]
    return subprocess.run(command, check=True, capture_output=True).stdout


def with_vega(space: Workspace) -> Workspace:
    """Give a workspace the bundle that its first build would wait for."""
    Store(space.root / ".purposebook" / "_cache" / "results").put_named(f"vega-{environment()}", _vega())
    return space


@dataclass
class Log:
    """Build with a warm crew and keep what the command line would say, with a reason for every chapter."""

    space: Workspace
    out: Path
    crew: Crew
    lines: list[str] = field(default_factory=list)

    def build(self, day: dt.date = DAY, manner: Manner | None = None) -> BuildResult:
        """Build every product; `lines` is what was said of this build."""
        self.lines.clear()
        report = Lines(self.lines.append, explain=True).report
        slugs = self.space.products()
        return build(self.space, slugs, self.out, day, manner or Manner(), report, self.crew)

    def ran(self) -> dict[str, str]:
        """Return why each chapter ran that did, by `product/chapter`."""
        found = (line.partition(" ran: ") for line in self.lines)
        return {name: why for name, middle, why in found if middle}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Return the inode and the time of every file below a folder."""
    found = ((path, path.lstat()) for path in folder.rglob("*") if not path.is_dir())
    return {path.relative_to(folder).as_posix(): (status.st_ino, status.st_mtime_ns) for path, status in found}


@contextlib.contextmanager
def edited(path: Path, old: str, new: str) -> Iterator[None]:
    """Change a text of a file for a while."""
    before = path.read_bytes()
    text = before.decode()
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        yield
    finally:
        path.write_bytes(before)


def command(space: Workspace, out: Path, mark: str, *words: str, **settings: str) -> subprocess.Popen[str]:
    """Start a build from the command line, in a session of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "purposebook", "build", "--workspace", str(space.root), "--out", str(out), *words],
        env={**os.environ, MARK: mark, **settings},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def processes(mark: str) -> list[psutil.Process]:
    """Return the processes that a marked build started, its own included."""
    found = []
    for one in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if one.environ().get(MARK) == mark and one.status() != psutil.STATUS_ZOMBIE:
                found.append(one)
    return found


def left(mark: str, seconds: float = 5) -> list[psutil.Process]:
    """Return the processes of a build that are still there after some seconds."""
    until = time.monotonic() + seconds
    while (found := processes(mark)) and time.monotonic() < until:
        time.sleep(0.05)
    return found
