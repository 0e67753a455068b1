"""Check, rules, measures and schema print what they promise, and end with the code that they promise."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from purposebook.cli.app import run
from purposebook.domain.part_names import PART_NAMES

ROOT = Path(__file__).resolve().parents[2]
DAY = ["--as-of", "2026-10-31"]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Make a workspace with one product whose mission names nobody."""
    for name in ("_config.yml", "_toc.yml"):
        (tmp_path / name).touch()
    (tmp_path / "data/bus").mkdir(parents=True)
    (tmp_path / "data/bus/product.yml").write_text("name: Bus\n", encoding="utf-8")
    (tmp_path / "data/bus/mission.yml").write_text("mission: To be the leading bus.\n", encoding="utf-8")
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    """Run a command and return the JSON that it prints."""
    run([*words, *DAY])
    return dict(json.loads(capsys.readouterr().out))


def test_warnings_fail_only_when_asked(workspace: Path) -> None:
    """Advice ends with 0, and with 1 under --strict."""
    assert run(["check", "--workspace", str(workspace), *DAY]) == 0
    assert run(["check", "--strict", "--workspace", str(workspace), *DAY]) == 1


def test_a_fault_fails_and_names_its_place(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault ends with 1 and is printed with file, line and field."""
    (workspace / "data/bus/mission.yml").write_text("mission: Go.\nvison: {}\n", encoding="utf-8")
    assert run(["check", "--workspace", str(workspace), *DAY]) == 1
    assert "mission.yml:2 vison: " in capsys.readouterr().out


@pytest.mark.parametrize("product", ["coursecraft", "first-steps"])
def test_check_json_keeps_its_schema(product: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What `check --format json` prints is what its schema says."""
    schema = json.loads((ROOT / "schemas/results/check.json").read_text(encoding="utf-8"))
    jsonschema.validate(printed(capsys, "check", product, "--format", "json"), schema)


@pytest.mark.parametrize("product", ["coursecraft", "first-steps"])
def test_measures_json_keeps_its_schema(product: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What `measures --format json` prints is what its schema says."""
    schema = json.loads((ROOT / "schemas/results/measures.json").read_text(encoding="utf-8"))
    jsonschema.validate(printed(capsys, "measures", product, "--format", "json"), schema)


def test_github_annotations_name_files_of_the_repository(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An annotation's file is the one that a pull request shows."""
    run(["check", "--format", "github", "--workspace", str(workspace), *DAY])
    assert "file=data/bus/mission.yml,line=1" in capsys.readouterr().out


def test_a_relative_data_folder_keeps_its_path(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Places are named from the workspace, however the data folder was named."""
    (workspace / "teams").mkdir()
    (workspace / "data").rename(workspace / "teams/data")
    monkeypatch.chdir(workspace)
    run(["check", "--data", "teams/data", *DAY])
    assert "teams/data/bus/mission.yml:1" in capsys.readouterr().out


def test_a_failed_product_shows_its_cause_when_asked(workspace: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`--debug` shows the traceback of what ended a product, which `build` otherwise puts into a sentence."""
    (workspace / "chapters").mkdir()
    (workspace / "chapters/report.ipynb").touch()
    (workspace / "_toc.yml").write_text("root: chapters/report\n", encoding="utf-8")
    (workspace / "data/bus/mission.yml").write_text("mision: Wrong key.\n", encoding="utf-8")
    assert run(["build", "--workspace", str(workspace), *DAY]) == 1
    said = capfd.readouterr()
    assert "Traceback" not in said.err
    assert "Open " not in said.out  # nothing was published that could be opened
    assert run(["build", "--debug", "--workspace", str(workspace), *DAY]) == 1
    assert "Traceback" in capfd.readouterr().err


def test_the_examples_have_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    """The worked examples have findings to learn from, and neither fault nor error."""
    assert run(["check", *DAY]) == 0
    assert "M2" in capsys.readouterr().out


def test_the_same_words_in_every_process() -> None:
    """Nothing depends on the order of a set: two processes check the same files in the same words."""
    command = [sys.executable, "-m", "purposebook", "check", *DAY]
    told = [
        subprocess.run(
            command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        )
        for seed in ("1", "2")
    ]
    assert told[0].stdout == told[1].stdout and "coursecraft" in told[0].stdout


def test_rules_explain_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule says its source, its false alarms and how to silence it."""
    assert run(["rules", "k5"]) == 0
    told = capsys.readouterr().out
    assert all(word in told for word in ("K5", "source", "false alarms", "ignore"))


def test_schema_without_a_part_has_all(capsys: pytest.CaptureFixture[str]) -> None:
    """Every part's schema is there."""
    assert run(["schema"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == set(PART_NAMES)


def test_a_misnamed_product_stops_no_other(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder whose name cannot be an address is named with what to do, and the others are checked."""
    (workspace / "data/My Bus").mkdir()
    (workspace / "data/My Bus/product.yml").write_text("name: Mine\n", encoding="utf-8")
    assert run(["check", "--workspace", str(workspace), *DAY]) == 1
    told = capsys.readouterr()
    assert "bus: 1 warning" in told.out
    assert "'My Bus'" in told.err
    assert run(["check", "bus", "--workspace", str(workspace), *DAY]) == 0
