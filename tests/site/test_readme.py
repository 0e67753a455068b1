"""Every command of the README does what the README says; a stranger types nothing else."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from lived_in import lived_in

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line.removeprefix("$ ") for line in README.splitlines() if line.startswith("$ ")]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what a stranger cloned, and has used for a while."""
    return lived_in(tmp_path_factory.mktemp("readme") / "purposebook")


def call(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as it stands in the README."""
    return subprocess.run(command, shell=True, cwd=cwd, capture_output=True, text=True, check=False)  # noqa: S602


def test_the_set_up_commands_are_first() -> None:
    """The README begins with the two commands, and continuous integration runs the second."""
    assert COMMANDS[:2] == ["python3 scripts/build.py", "python3 scripts/test.py"]
    assert "exec python3 scripts/test.py" in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_the_first_command_prints_what_the_readme_shows(tmp_path: Path) -> None:
    """The build script publishes the examples from any folder, and prints the README's lines."""
    told = call(f'"{sys.executable}" "{ROOT}/scripts/build.py" --out "{tmp_path}/_site"', tmp_path)
    shown = re.search(r"```text\n(.*?)```", README, re.DOTALL)
    assert shown
    assert told.returncode == 0, told.stderr
    assert settled(told.stdout) == settled(shown.group(1))
    assert (tmp_path / "_site/coursecraft/index.html").is_file()


def settled(printed: str) -> list[str]:
    """Return what is printed, without the day and without which product was done first: cores decide that."""
    without_day = re.sub(r"\d{4}-\d{2}-\d{2}", "DAY", printed)
    return sorted(re.sub(r"\d+ files written \(\d", "N files written (N", without_day).splitlines())


def serves(command: str) -> bool:
    """Tell whether a command goes on until somebody stops it."""
    return command.split()[1] in {"open", "preview"}


@pytest.mark.parametrize("command", [command for command in COMMANDS[2:] if not serves(command)])
def test_a_command_works(clone: Path, command: str) -> None:
    """A command of the README ends with 0, in the order of the README."""
    told = call(command, clone)
    assert told.returncode == 0, told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("command", [command for command in COMMANDS if serves(command)])
def test_a_command_serves_until_it_is_stopped(clone: Path, command: str) -> None:
    """The command prints an address of this machine with a part that nobody can guess, and ends when it is asked to."""
    asked = command.split()
    with subprocess.Popen(asked, cwd=clone, stderr=subprocess.STDOUT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            address = next(line for line in server.stdout if "http://127.0.0.1:" in line)
        finally:
            server.send_signal(signal.SIGINT)
        server.stdout.read()
    assert re.search(r"token=\w{20}|:\d+/[\w-]{20}", address)


def test_every_link_leads_somewhere() -> None:
    """Each file that the README links is there."""
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert [link for link in links if not link.startswith("http") and not (ROOT / link).exists()] == []
