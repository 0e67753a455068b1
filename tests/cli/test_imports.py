"""`purposebook import` brings all of its files or, where one has a fault, nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposebook.cli.app import run

IMPORTS = Path(__file__).parent.parent / "data" / "imports"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a workspace with one product, and stand in it."""
    for name in ("_config.yml", "_toc.yml"):
        (tmp_path / name).touch()
    made = tmp_path / "data" / "demo"
    made.mkdir(parents=True)
    (made / "product.yml").write_text("name: Demo\n")
    monkeypatch.chdir(tmp_path)
    return made


def test_several_files_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Say of each file what it was recognised as and what became of it."""
    assert run(["import", "demo", *(str(IMPORTS / name) for name in ("jira.csv", "openacr.yaml"))]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "jira.csv (Jira): 5 added, 0 updated, 0 unchanged in work.yml"
    assert said[1].startswith("  'QA Check' is no status that is known here (1 item)")
    assert "openacr.yaml (OpenACR): 3 added, 0 updated, 0 unchanged in responsibility.yml" in said
    assert run(["check", "demo"]) == 0


def test_one_file_with_a_fault_stops_all(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Name the faults of every file with place and next step, and write nothing."""
    Path("bad.csv").write_text("Issue key,Summary,Status,Created\nA-1,,Done,soon\n")
    Path("list.xlsx").write_bytes(b"PK")
    assert run(["import", "demo", str(IMPORTS / "jira.csv"), "bad.csv", "list.xlsx", "gone.csv"]) == 1
    told = capsys.readouterr()
    assert "bad.csv:2 Created: 'soon' is no date that is known here, export it as YYYY-MM-DD" in told.err
    assert "list.xlsx: is neither a table nor an OpenACR file, export it as CSV UTF-8" in told.err
    assert "gone.csv: is not there" in told.err and "Nothing was imported." in told.err
    assert told.out == "" and [path.name for path in folder.iterdir()] == ["product.yml"]


def test_columns_are_given_a_meaning(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--map` describes the table of any program."""
    words = ["--map", "Ticket=key", "--map", "Name=title", "--map", "Stage=status", "--map", "Opened=created"]
    assert run(["import", "demo", str(IMPORTS / "other.csv"), *words]) == 0
    assert "other.csv (another tracker): 2 added" in capsys.readouterr().out
    assert "created: 2026-07-22" in (folder / "work.yml").read_text()


@pytest.mark.parametrize(
    ("given", "said"),
    [("Ticket", "write COLUMN=FIELD"), ("=key", "write COLUMN=FIELD"), ("Ticket=titel", "did you mean 'title'?")],
)
def test_a_meaning_that_says_nothing(given: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A `--map` that cannot be right is wrong usage."""
    assert run(["import", "demo", str(IMPORTS / "other.csv"), "--map", given]) == 2
    assert said in capsys.readouterr().err


def test_the_order_of_dates_is_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Days that may be read in two ways are read in the way that the user says."""
    Path("azure.csv").write_text("ID,Work Item Type,Title,State,Created Date\n1,Bug,Late,New,7/2/2026 9:15:00 AM\n")
    assert run(["import", "demo", "azure.csv"]) == 1
    assert "--dates dmy or --dates mdy" in capsys.readouterr().err
    assert run(["import", "demo", "azure.csv", "--dates", "mdy"]) == 0
    assert "created: 2026-07-02" in (folder / "work.yml").read_text()


def test_help_shows_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    """The command's help ends with an example of its own."""
    assert run(["import", "--help"]) == 0
    assert "Example: purposebook import" in capsys.readouterr().out
