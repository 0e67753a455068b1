"""A shell completes commands, options and the names of products."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a workspace with three products."""
    for name in ("_config.yml", "_toc.yml"):
        (tmp_path / name).touch()
    for name in ("night-bus", "night-train", "Night Bus", "tram"):
        (tmp_path / "data" / name).mkdir(parents=True)
    return tmp_path


def completed(cwd: Path, line: str) -> list[str]:
    """Return what Bash would offer at the end of a line."""
    words = line.split(" ")
    settings = {
        **os.environ,
        "_PURPOSEBOOK_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    command = [sys.executable, "-m", "purposebook"]
    told = subprocess.run(command, cwd=cwd, env=settings, capture_output=True, text=True, check=False)
    assert told.stderr == ""
    return told.stdout.split()


@pytest.mark.parametrize("command", ["check", "build", "open", "measures", "diff", "archive"])
def test_products_are_completed_by_name(root: Path, command: str) -> None:
    """The products that begin with what was typed are offered, folders with other names are not."""
    assert completed(root, f"purposebook {command} ni") == ["night-bus", "night-train"]


def test_products_of_another_folder_are_completed(root: Path) -> None:
    """The line's own `--data` is looked into."""
    (root / "others/ferry").mkdir(parents=True)
    assert completed(root, "purposebook check --data others f") == ["ferry"]


def test_nothing_is_offered_where_there_is_nothing(tmp_path: Path) -> None:
    """Outside a workspace no name is offered, and no error is printed into somebody's line."""
    assert completed(tmp_path, "purposebook check n") == []


def test_commands_are_completed(root: Path) -> None:
    """So are the commands themselves."""
    assert completed(root, "purposebook che") == ["check"]


def test_options_are_completed(root: Path) -> None:
    """And so are the options of a command."""
    assert completed(root, "purposebook check --exit") == ["--exit-zero"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_printed(shell: str, tmp_path: Path) -> None:
    """`--show-completion` prints what a shell needs, for those who install it themselves."""
    command = [sys.executable, "-m", "purposebook", "--show-completion", shell]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "_PURPOSEBOOK_COMPLETE" in told.stdout or "purposebook" in told.stdout
