"""Programs get `list`, `diff` and `rules` as JSON that keeps its schema."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from purposebook.checks.catalogue import RULES
from purposebook.cli.app import run

ROOT = Path(__file__).resolve().parents[2]
FRENCH = ROOT / "tests/data/french/bibliobus"
DAY = ("--as-of", "2026-10-31")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Copy a product with a review, and put one beside it that nobody can read."""
    shutil.copytree(FRENCH, tmp_path / "bibliobus")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/product.yml").write_text("nom: Rien\n", encoding="utf-8")
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """Run a command, and return its JSON once it keeps its schema."""
    assert run([*words, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    schema = json.loads((ROOT / f"schemas/results/{words[0]}.json").read_text(encoding="utf-8"))
    jsonschema.validate(found, schema)
    return found


def test_list_says_how_far_each_product_is(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A product that cannot be read has its number of faults, and null for the rest."""
    told = printed(capsys, "list", "--data", str(data), *DAY)
    good, broken = told["products"]
    assert told["as_of"] == "2026-10-31"
    assert good["product"] == "bibliobus" and good["faults"] == 0 and good["metrics_with_data"] >= 1
    assert broken["faults"] >= 1 and broken["name"] is None and broken["findings"] is None


def test_list_agrees_with_its_text(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The table and the JSON say the same."""
    good = printed(capsys, "list", "--data", str(data), *DAY)["products"][0]
    run(["list", "--data", str(data), *DAY])
    row = capsys.readouterr().out.splitlines()[1]
    assert (
        f"{good['parts_done']} of {good['parts']}" in row and f"{good['metrics_with_data']} of {good['metrics']}" in row
    )


def test_json_is_nothing_but_json_today(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a day, no remark about today stands before the JSON."""
    assert printed(capsys, "list", "--data", str(data))["products"]


def test_diff_compares_the_newest_review_with_now(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without names, what changed since the newest review is told: item, field and number."""
    assert run(["review", "bibliobus", "--title", "Automne", "--data", str(data), *DAY]) == 0
    mission = data / "bibliobus/mission.yml"
    mission.write_text(
        re.sub(r"(?m)^tagline:.*", "tagline: Lire partout", mission.read_text("utf-8")), encoding="utf-8"
    )
    with (data / "bibliobus/observations.csv").open("a", encoding="utf-8") as rows:
        rows.write("emprunts,2026-11-30,,80,124,,\n")
    capsys.readouterr()
    told = printed(capsys, "diff", "bibliobus", "--data", str(data), "--as-of", "2026-12-31")
    assert (told["before"]["review"], told["after"]["review"]) == ("automne", "now")
    assert {"part": "mission", "how": "changed"}.items() <= told["items"][0].items()
    assert told["numbers"][0]["metric"] == "emprunts" and told["numbers"][0]["before"]["date"] == "2026-09-30"


@pytest.mark.parametrize("words", [(), ("k5",)])
def test_rules_describe_themselves(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """All rules, or one, with everything that the page of a rule says."""
    told = printed(capsys, "rules", *words)["rules"]
    assert [one["id"] for one in told] == (["K5"] if words else [rule.id for rule in RULES])
    assert all(one["silence"] and one["source"] for one in told)


@pytest.mark.parametrize("command", [("check",), ("list",), ("measures", "bibliobus")])
def test_any_folder_of_products_can_be_looked_at(
    command: tuple[str, ...], data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Outside a workspace `--data` is enough, and places are named from where the reader stands."""
    monkeypatch.chdir(data.parent)
    shutil.rmtree(data / "broken")
    assert run([*command, "--data", data.name, *DAY]) == 0
    told = capsys.readouterr().out
    assert "bibliobus" in told and (command != ("check",) or f"{data.name}/bibliobus/" in told)


def test_a_command_that_needs_a_book_says_so(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Building needs the book of a workspace."""
    assert run(["build", "--data", str(data), "--workspace", str(data), *DAY]) == 2
    assert "There is no workspace here" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("format", "variable"),
    [("github", "GITHUB_WORKSPACE"), ("sarif", "GITHUB_WORKSPACE"), ("gitlab", "CI_PROJECT_DIR")],
)
def test_a_code_host_links_files_from_the_repository(
    format: str, variable: str, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A workspace below the repository's root is named with the folder in which it lies."""
    monkeypatch.setenv(variable, str(data.parent))
    run(["check", "broken", "--data", str(data), "--format", format, *DAY])
    assert f"{data.name}/broken/product.yml" in capsys.readouterr().out


def test_a_report_stops_nothing_when_asked(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--exit-zero` is for reports; the summary of a run is added to what stands there."""
    summary = tmp_path / "summary.md"
    summary.write_text("Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    words = ["check", "broken", "--data", str(data), "--format", "github", *DAY]
    assert (run(words), run([*words, "--exit-zero"])) == (1, 0)
    told = summary.read_text(encoding="utf-8")
    assert told.startswith("Before\n") and told.count("### Purposebook, as of 2026-10-31") == 2
