"""Nothing leaves the machine: no command, and no process that a command starts, asks another one for anything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from watched_builds import workspace_copy

NOTES_QUESTIONS = """
import os, sys
ASKS = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
HERE = {"127.0.0.1", "localhost", "::1", None, ""}
def note(event, given):
    asked = given[0] if event.startswith("socket.get") else given[1] if event in ASKS else ""
    if event in ASKS and not isinstance(asked, bytes):
        host = asked[0] if isinstance(asked, tuple) else asked
        if host not in HERE and not str(host).startswith(("/", "\\0")):
            os.write(LOG, f"{event} {host}\\n".encode())
LOG = os.open(os.environ["CHAPTER_QUESTIONS"], os.O_WRONLY | os.O_APPEND)
os.write(LOG, b"process\\n")
sys.addaudithook(note)
"""
"""Read by every Python that starts: writes down each name and address of another machine that is asked."""


def questions(folder: Path, *words: str) -> list[str]:
    """Run Python with these words, and return one line for each process and each question."""
    (folder / "notes").mkdir()
    (folder / "notes/sitecustomize.py").write_text(NOTES_QUESTIONS, encoding="utf-8")
    log = folder / "questions"
    log.touch()
    settings = {**os.environ, "PYTHONPATH": f"{folder / 'notes'}", "CHAPTER_QUESTIONS": str(log)}
    subprocess.run([sys.executable, *words], env=settings, capture_output=True, check=False, timeout=300)
    return log.read_text(encoding="utf-8").splitlines()


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [("check",), ("list",), ("measures", "first-steps"), ("build",), ("build", "--isolated"), ("schema", "mission")],
)
def test_no_command_asks_another_machine(command: tuple[str, ...], tmp_path: Path) -> None:
    """Neither a command nor the workers, kernels and painters that it starts look up or reach a foreign address."""
    space = workspace_copy(tmp_path / "w", "first-steps")
    place = () if command[0] == "schema" else ("--workspace", str(space.root), "--as-of", "2026-10-01")
    asked = questions(tmp_path, "-m", "purposebook", *command, *place)
    assert set(asked) == {"process"}
    assert len(asked) >= (3 if command[0] == "build" else 1), "the processes that build are watched too"
    assert command[0] != "build" or (space.root / "_site/first-steps/index.html").is_file()


@pytest.mark.parametrize(
    "code", ["socket.getaddrinfo('example.invalid', 80)", "socket.socket().connect(('192.0.2.1', 1))"]
)
def test_a_question_would_be_noticed(code: str, tmp_path: Path) -> None:
    """Make the test above worth something."""
    asked = questions(tmp_path, "-c", f"import socket; socket.setdefaulttimeout(0.1); {code}")
    assert len(asked) == 2 and asked[0] == "process"
