"""Wrong calls end with a sentence and exit code 2; help shows an example."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from purposebook.cli.app import run

COMMANDS = ["init", "new", "rename", "archive", "open", "list", "check", "rules", "measures", "build", "schema"]


def call(*words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "purposebook", *words], cwd=cwd, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command's help ends with an example of its own."""
    assert run([command, "--help"]) == 0
    assert f"Example: purposebook {command}" in capsys.readouterr().out


@pytest.mark.parametrize("slug", ["../x", "a/b", "A", "", "index", "con", "x" * 64, "-a", "a b", "\u0430", "a\n"])
def test_a_bad_slug_never_reaches_the_file_system(
    slug: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that is no slug is refused with what a slug looks like, and nothing is made."""
    (tmp_path / "_config.yml").touch()
    (tmp_path / "_toc.yml").touch()
    (tmp_path / "data").mkdir()
    assert run(["new", "--workspace", str(tmp_path), "--", slug]) == 2
    assert "lower-case letters" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["_config.yml", "_toc.yml", "data"]


def test_no_workspace_is_said(tmp_path: Path) -> None:
    """Outside a workspace the error names the files that make one."""
    told = call("list", cwd=tmp_path)
    assert told.returncode == 2
    assert "_toc.yml" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("day", ["2026-02-30", "2026-3-1", "20260301", "2026-W10-1", "tomorrow"])
def test_an_impossible_day_is_said(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A day that the calendar lacks, or that is written in another way, is wrong usage."""
    assert run(["list", "--as-of", day]) == 2
    assert "YYYY-MM-DD" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "3000-01-01", "9999-12-31"])
def test_a_day_of_no_report_is_said(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A day so far away that nothing can be computed around it is wrong usage."""
    assert run(["list", "--as-of", day]) == 2
    assert "from 1900 to 2999" in capsys.readouterr().err


def test_an_unknown_product_is_compared_with_the_known(capsys: pytest.CaptureFixture[str]) -> None:
    """A product that is not there brings the nearest one that is."""
    assert run(["measures", "coursecrafd", "--as-of", "2026-10-31"]) == 2
    assert "did you mean 'coursecraft'?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Straße", "'Straße' cannot"),
        ("naïve bus", "'naïve bus' cannot"),
        ("שלום", "'שלום' cannot"),
        ("bus\u202eevil\x07", r"'bus\u202eevil\x07' cannot"),
    ],
)
def test_a_name_is_repeated_as_it_was_typed(typed: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that cannot be a product's is shown as it was typed, but for what nobody can see."""
    assert run(["new", typed]) == 2
    assert capsys.readouterr().err.startswith(shown)


@pytest.mark.parametrize(
    "command", [["list", "--as-of", "größer"], ["rules", "größer"], ["schema", "größer"], ["check", "--site", "größer"]]
)
def test_every_command_repeats_what_was_typed(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """No command answers with escapes of letters."""
    assert run(command) == 2
    assert "'größer'" in capsys.readouterr().err


def test_a_terminal_without_the_letters_shows_their_codes() -> None:
    """Where the terminal lacks a letter, its code stands there and nothing fails."""
    command = [sys.executable, "-m", "purposebook", "new", "Łódź"]
    told = subprocess.run(
        command, env={**os.environ, "PYTHONIOENCODING": "latin-1"}, capture_output=True, encoding="latin-1", check=False
    )
    assert told.returncode == 2
    assert r"'\u0141ód\u017a' cannot" in told.stderr


def test_a_terminal_without_the_signs_shows_plainer_ones() -> None:
    """Where the terminal lacks a thin space or a true minus sign, numbers stay readable."""
    command = [sys.executable, "-m", "purposebook", "measures", "coursecraft", "--as-of", "2026-10-31"]
    told = subprocess.run(
        command, env={**os.environ, "PYTHONIOENCODING": "latin-1"}, capture_output=True, encoding="latin-1", check=False
    )
    assert "12 070 EUR" in told.stdout and "-44 %" in told.stdout
    assert "\\u" not in told.stdout and "\\x" not in told.stdout


def test_options_for_every_command_stand_anywhere(capsys: pytest.CaptureFixture[str]) -> None:
    """`--quiet` behind the command leaves out the remark on today's date."""
    assert run(["rules", "K5", "--quiet"]) == 0
    assert run(["list", "--quiet"]) == 0
    assert "As of" not in capsys.readouterr().out


def test_an_unknown_rule_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule that is not there is wrong usage."""
    assert run(["rules", "Z9"]) == 2
    assert "purposebook rules" in capsys.readouterr().err


def test_a_site_that_is_not_there_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without a site fails; one that does not exist is a slip of the hand."""
    assert run(["check", "--site", str(tmp_path / "nowhere")]) == 2
    assert "There is no folder 'nowhere'" in capsys.readouterr().err
    assert run(["check", "--site", str(tmp_path)]) == 1


INTERRUPTED_ASIDE = """
import signal, sys, time
from purposebook.cli.app import app, end, run

class Odd:
    def __del__(self):
        signal.raise_signal(signal.{name})

@app.command()
def odd() -> None:
    Odd()
    time.sleep(20)

end(run(["odd"]))
"""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_an_interrupt_while_an_object_is_taken_apart_counts(name: str) -> None:
    """Python would print and forget it; the command ends as with any other."""
    command = [sys.executable, "-c", INTERRUPTED_ASIDE.format(name=name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=15)
    assert done.returncode == 130
    assert done.stderr.startswith("Stopped.")
    assert "Traceback" not in done.stderr
