"""Builds that are ended from outside, by a key or by force."""

import datetime as dt
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_workspace import SHOW_PRODUCT, small_workspace

from purposebook.publishing.build import build
from purposebook.publishing.verify import check_site

pytestmark = pytest.mark.slow

DAY = dt.date(2026, 10, 1)
BUILD = """
import datetime, sys; from pathlib import Path
from purposebook.publishing.build import build; from purposebook.storage.workspace import Workspace
space = Workspace.find(Path(sys.argv[1]))
build(space, space.products(), Path(sys.argv[2]), datetime.date.fromisoformat(sys.argv[3]))
"""
KILLS = int(os.environ.get("PURPOSEBOOK_KILLS", "8"))


def test_a_killed_build_leaves_the_site_of_before_whole(tmp_path: Path) -> None:
    """At whatever moment a build is killed, a whole site stands; the next build sweeps and succeeds."""
    space = small_workspace(tmp_path / "w", {"report": (SHOW_PRODUCT,)}, {"alpha": "Alpha"})
    site = tmp_path / "site"
    begun = time.monotonic()
    assert build(space, space.products(), site, DAY).failed == ()
    usual = time.monotonic() - begun
    draw = random.Random(7)  # noqa: S311 - repeatable moments
    for number in range(KILLS):
        day = f"2026-11-{number + 1:02}"
        running = subprocess.Popen(
            [sys.executable, "-c", BUILD, str(space.root), str(site), day], start_new_session=True
        )
        time.sleep(draw.uniform(0.3, usual + 1))
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        assert check_site(site / "alpha") == ()
    assert build(space, space.products(), site, DAY).published == ("alpha",)
    assert sorted(path.name for path in site.iterdir()) == ["_static", "alpha", "index.html"]


def test_an_interrupted_build_ends_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    """Ctrl+C in the middle of a chapter ends the build and its kernel, and takes its folder away."""
    hang = f"open({str(tmp_path / 'pid')!r}, 'w').write(str(__import__('os').getpid()))\nwhile True: pass"
    space = small_workspace(tmp_path / "w", {"report": (hang,)}, {"alpha": "Alpha"})
    command = [sys.executable, "-c", BUILD, str(space.root), str(tmp_path / "site"), "2026-10-01"]
    running = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
    while not (tmp_path / "pid").is_file() or not (tmp_path / "pid").read_text():
        time.sleep(0.1)
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=20) != 0
    assert list((tmp_path / "site").iterdir()) == []
    assert not _is_running(int((tmp_path / "pid").read_text()))


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_command_that_is_asked_to_end_puts_everything_away(name: str, tmp_path: Path) -> None:
    """A closed terminal, or a machine that shuts down, leaves no kernel, no folder and no lock behind."""
    hang = f"open({str(tmp_path / 'pid')!r}, 'w').write(str(__import__('os').getpid()))\nwhile True: pass"
    space = small_workspace(tmp_path / "w", {"report": (hang,)}, {"alpha": "Alpha"})
    (tmp_path / "temporary").mkdir()
    running = subprocess.Popen(
        [sys.executable, "-m", "purposebook", "build", "--workspace", str(space.root)],
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary")},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    while not (tmp_path / "pid").is_file() or not (tmp_path / "pid").read_text():
        time.sleep(0.1)
    running.send_signal(getattr(signal, name))
    told = running.communicate(timeout=20)[1]
    assert (running.returncode, b"Traceback" in told, b"Stopped." in told) == (130, False, True)
    assert list((space.root / "_site").iterdir()) == []
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not _is_running(int((tmp_path / "pid").read_text()))


def _is_running(pid: int) -> bool:
    """Tell whether a process still works, after a moment to end."""
    for _ in range(50):
        status = Path(f"/proc/{pid}/stat")
        if not status.exists() or status.read_text().split()[2] == "Z":
            return False
        time.sleep(0.1)
    return True
