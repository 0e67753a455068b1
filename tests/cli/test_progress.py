"""What a build says: bars on a terminal, plain lines elsewhere, and nothing when asked to be quiet."""

from __future__ import annotations

import io
import os
import pty
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from purposebook.cli.progress import Lines, _Bar
from purposebook.publishing.events import (
    BuildStarted,
    BuildWaits,
    ChapterRan,
    ChapterStarted,
    Event,
    PagesMade,
    ProductFailed,
    ProductStarted,
    ProductUnchanged,
    SitePublished,
    SiteRemoved,
)

ROOT = Path(__file__).resolve().parents[2]
EVENTS: tuple[Event, ...] = (
    BuildStarted(3, 2),
    BuildWaits(),
    ProductUnchanged("still"),
    ProductStarted("bus", ("mission",)),
    ChapterStarted("bus", "report"),
    ChapterRan("bus", "report", "mission.yml changed"),
    PagesMade("bus"),
    SitePublished("bus", 2, 1),
    ProductFailed("tram", "it is broken."),
    SiteRemoved("old"),
)
WAITS = "Another build writes into the same folder: waiting for its end"


def lines(explain: bool) -> list[str]:
    """Return what is said of the events."""
    said: list[str] = []
    report = Lines(said.append, explain).report
    for event in EVENTS:
        report(event)
    return said


def test_a_line_for_whatever_became_of_a_product() -> None:
    """A log says what was published, what failed and how far it is, and no more."""
    assert lines(explain=False) == [
        WAITS,
        "bus: 2 pages, 1 file written (2 of 3)",
        "tram was not published (3 of 3)",
        "old is no longer a product: its site was taken away",
    ]


def test_each_chapter_is_explained_when_asked() -> None:
    """With `--explain` every chapter has a reason, whether it ran or not."""
    assert set(lines(explain=True)) - set(lines(explain=False)) == {
        "still did not run: nothing changed",
        "bus/report ran: mission.yml changed",
        "bus/mission did not run: nothing that it reads changed",
    }


def test_a_bar_shows_what_runs_and_what_failed() -> None:
    """On a terminal the bar moves with each product, names the chapters that run, and counts failures."""
    console = Console(file=io.StringIO(), force_terminal=True, width=100)
    columns = BarColumn(), TextColumn("{task.fields[failures]}"), TextColumn("{task.description}")
    with Progress(*columns, console=console, auto_refresh=False) as progress:
        said: list[str] = []
        bar = _Bar(progress, Lines(said.append, explain=False))
        task = progress.tasks[0]
        seen = []
        for event in EVENTS:
            bar.report(event)
            seen.append((task.completed, task.description, task.fields["failures"]))
    assert (task.total, seen[4], seen[5]) == (3, (1, "bus: report", ""), (1, "bus: pages", ""))
    assert seen[-1] == (3, "", "1 failed")
    assert said == lines(explain=False)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a workspace with one product that can be published and one with a fault."""
    folder = tmp_path_factory.mktemp("progress") / "w"
    for name in ("_config.yml", "_toc.yml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "chapters", folder / "chapters")
    for product, text in {"bus": "name: Bus\n", "tram": "nam: Tram\n"}.items():
        (folder / "data" / product).mkdir(parents=True)
        (folder / "data" / product / "product.yml").write_text(text, encoding="utf-8")
    return folder


def command(workspace: Path, *words: str) -> list[str]:
    """Return the words of a build that runs every chapter."""
    day = ("--as-of", "2026-10-31")
    return [sys.executable, "-m", "purposebook", "build", "--force", "--workspace", str(workspace), *day, *words]


@pytest.mark.slow
def test_a_terminal_sees_a_bar(workspace: Path) -> None:
    """Products done, the chapter that runs, failures and the time left are there, and at the end only lines."""
    ours, theirs = pty.openpty()
    said = bytearray()

    def listen() -> None:
        """Read like a terminal, or the command would wait."""
        while True:
            try:
                said.extend(os.read(ours, 65536))
            except OSError:
                return

    listener = threading.Thread(target=listen)
    listener.start()
    settings = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "120"}
    done = subprocess.run(command(workspace), stdin=theirs, stdout=theirs, stderr=theirs, env=settings, check=False)
    os.close(theirs)
    listener.join(10)
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", said.decode())
    assert done.returncode == 1
    assert all(word in text for word in ("0/2", "1/2", "1 failed", "bus: mission", "bus: metrics"))
    assert re.search(r"\d+:\d\d|--:--", text)
    assert "bus: 11 pages, " in text and "tram was not published (1 of 2)" in text


@pytest.mark.slow
def test_a_log_gets_plain_lines_and_quiet_gets_none(workspace: Path) -> None:
    """Without a terminal there is a line for each product and no control character; `--quiet` keeps only errors."""
    plain = subprocess.run(command(workspace), capture_output=True, text=True, check=False)
    assert plain.returncode == 1
    assert "\x1b" not in plain.stdout and "\r" not in plain.stdout
    assert re.match(r"tram was not published \(1 of 2\)\nbus: 11 pages, \d+ files? written \(2 of 2\)\n", plain.stdout)
    quiet = subprocess.run(command(workspace, "--quiet"), capture_output=True, text=True, check=False)
    assert (quiet.returncode, quiet.stdout) == (1, "")
    assert quiet.stderr == plain.stderr and "tram was not published:\n" in quiet.stderr
