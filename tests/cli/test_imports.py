"""`purposebook import` brings all of its files or, where one has a fault, nothing."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from purposebook.cli.app import run
from purposebook.domain.schemas import results_schema

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


def advised(text: str) -> list[list[str]]:
    """Return the options that a message says to use, as a shell reads them."""
    return [shlex.split(option) for option in re.findall(r"""--map-status (?:"[^"]*"|(?:'[^']*'|"'")+)""", text)]


@pytest.mark.parametrize(
    "word", ["QA", "Ready for QA", "Won't ship", 'Say "yes"', "50 % there", "In  Prüfstand", "a=b"]
)
def test_following_the_advice_explains_a_word(word: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The option of the message can be copied; with it nothing is left to say, then and the next time."""
    quoted = word.replace('"', '""')
    Path("jira.csv").write_text(f'Issue key,Summary,Status\nA-1,One,"{quoted}"\n', encoding="utf-8")
    assert run(["import", "demo", "jira.csv"]) == 0
    (option,) = advised(capsys.readouterr().out)
    assert run(["import", "demo", "jira.csv", *option]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "jira.csv (Jira): 0 added, 1 updated, 0 unchanged in work.yml",
        "  what the options say is kept in imports.yml",
    ]
    assert "status: doing" in (folder / "work.yml").read_text()
    assert run(["import", "demo", "jira.csv"]) == 0
    assert capsys.readouterr().out == "jira.csv (Jira): 0 added, 0 updated, 1 unchanged in work.yml\n"


def test_following_the_advice_explains_a_resolution(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was counted as done becomes what the team says that it is."""
    Path("jira.csv").write_text("Issue key,Summary,Status,Resolution\nA-1,One,Closed,Sunset\nA-2,Two,Closed,Moot\n")
    assert run(["import", "demo", "jira.csv"]) == 0
    assert (folder / "work.yml").read_text().count("status: done") == 2
    options = [word for option in advised(capsys.readouterr().out) for word in option]
    assert run(["import", "demo", "jira.csv", *options]) == 0
    assert (folder / "work.yml").read_text().count("status: dropped") == 2
    assert "no resolution" not in capsys.readouterr().out


def test_following_the_advice_describes_a_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever fills in the columns gets key, title and status: no item is open without a word."""
    assert run(["import", "demo", str(IMPORTS / "other.csv")]) == 1
    fields = re.findall(r"--map 'COLUMN=(\w+)'", capsys.readouterr().err)
    columns = {"key": "Ticket", "title": "Name", "status": "Stage"}
    options = [word for field in fields for word in ("--map", f"{columns[field]}={field}")]
    assert run(["import", "demo", str(IMPORTS / "other.csv"), *options]) == 0
    assert "status: done" in (folder / "work.yml").read_text()
    assert run(["import", "demo", str(IMPORTS / "other.csv"), "--map", "T-shirt=effort"]) == 0
    assert "effort: 5" in (folder / "work.yml").read_text() and "open" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("QA", "write WORD=STATUS"),
        ("=done", "write WORD=STATUS"),
        ("QA=finished", "known here: open, doing, done, dropped"),
        ("QA=droped", "did you mean 'dropped'?"),
    ],
)
def test_a_status_that_says_nothing(given: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A `--map-status` that cannot be right is wrong usage, and nothing is written."""
    assert run(["import", "demo", str(IMPORTS / "jira.csv"), "--map-status", given]) == 2
    assert said in capsys.readouterr().err and [path.name for path in folder.iterdir()] == ["product.yml"]


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    """Return what was printed as JSON, valid by its schema."""
    found = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(results_schema("import")).validate(found)
    return found


def test_json_says_what_became_of_each_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Print counts, unknown words with their option, and what was left out, file by file."""
    names = ("jira.csv", "openacr-not-evaluated.yaml")
    assert run(["import", "demo", *(str(IMPORTS / name) for name in names), "--format", "json"]) == 0
    found = told(capsys)
    assert (found["product"], found["imported"]) == ("demo", True)
    jira, report = found["files"]
    assert (jira["file"], jira["source"], jira["part"], jira["added"]) == ("jira.csv", "Jira", "work.yml", 5)
    assert jira["unknown_words"] == [
        {"kind": "status", "word": "QA Check", "items": 1, "option": '--map-status "QA Check=doing"'}
    ]
    assert (report["source"], report["added"], report["faults"]) == ("OpenACR", 2, [])
    assert "1.1.1" in report["notes"][0]


def test_json_of_a_file_with_faults(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Name the faults of every file by line and field, say that nothing was imported, and end with 1."""
    Path("bad.csv").write_text("Issue key,Summary,Status,Created\nA-1,One,Done,soon\n")
    assert run(["import", "demo", str(IMPORTS / "jira.csv"), "bad.csv", "--format", "json"]) == 1
    found = told(capsys)
    assert found["imported"] is False and [one["added"] for one in found["files"]] == [0, 0]
    (fault,) = found["files"][1]["faults"]
    assert (fault["file"], fault["line"], fault["field"]) == ("bad.csv", 2, "Created")
    assert found["files"][0]["faults"] == [] and not (folder / "work.yml").exists()


def test_json_of_wrong_usage_is_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A call that cannot be right ends with 2 and prints no result."""
    assert run(["import", "demo", str(IMPORTS / "jira.csv"), "--map", "x", "--format", "json"]) == 2
    assert capsys.readouterr().out == ""


def test_check_names_what_is_wrong_with_the_answers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault of imports.yml stands beside the findings, with its line."""
    (folder / "imports.yml").write_text("sources:\n  - source: Jira\n    statuses: {QA: ready}\n")
    assert run(["check", "demo"]) == 1
    assert "data/demo/imports.yml:3 sources[0].statuses.QA: 'ready' is not one of" in capsys.readouterr().out
    assert run(["import", "demo", str(IMPORTS / "jira.csv")]) == 1
    assert not (folder / "work.yml").exists()


def test_a_criterion_that_nobody_evaluated_is_a_finding(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Import a report that leaves 1.1.1 open, and check says so."""
    assert run(["import", "demo", str(IMPORTS / "openacr-not-evaluated.yaml")]) == 0
    assert run(["check", "demo"]) == 0
    said = [line for line in capsys.readouterr().out.splitlines() if "[S2]" in line]
    assert len(said) == 1 and "warning: 1.1.1 Non-text Content (A) is not evaluated." in said[0]


def test_the_schema_of_the_answers_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Editors complete imports.yml as they complete a part."""
    assert run(["schema", "imports"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "imports.yml"


def test_help_shows_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    """The command's help ends with an example of its own."""
    assert run(["import", "--help"]) == 0
    assert "Example: purposebook import" in capsys.readouterr().out
