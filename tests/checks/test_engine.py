"""Applying all rules: order, places, silencing, and speed."""

from __future__ import annotations

import datetime as dt
import random
import time
from dataclasses import replace
from typing import Any

import pytest
from rule_trials import metrics, objective

from purposebook.checks.catalogue import RULES
from purposebook.checks.engine import check
from purposebook.checks.example import EXAMPLE_DAY, book_of
from purposebook.checks.finding import Checked

WEAK: dict[str, Any] = {
    "mission": {"mission": "Be the leading platform for everyone.", "clauses": [{"id": "lead", "text": "be leading"}]},
    "objectives": objective(statement="Ship 5 apps.", personas=["nobody"]),
    "metrics": metrics({"id": "sales", "name": "Sales", "kind": "business", "target": {"value": 5}}),
}


def checked(*ignore: dict[str, str], **parts: Any) -> Checked:
    """Check the weak workbook with these rules silenced."""
    return check(book_of({"product": {"name": "Example", "ignore": list(ignore)}} | WEAK | parts), EXAMPLE_DAY)


def test_findings_come_by_severity_then_part_then_line() -> None:
    """The gravest come first, then the order of the files."""
    found = [(one.severity, one.where.partition("/")[0]) for one in checked().findings]
    order = [
        ("error", "objectives"),
        ("warning", "mission"),
        ("warning", "objectives"),
        ("warning", "metrics"),
        ("info", "mission"),
        ("info", "objectives"),
    ]
    assert list(dict.fromkeys(found)) == order


def test_a_finding_knows_its_file_and_line() -> None:
    """File and line come from where the item is written."""
    book = replace(book_of(WEAK), lines={("objectives", "goal"): 7})
    found = {one.rule: (one.file, one.line, one.source) for one in check(book, EXAMPLE_DAY).findings}
    assert found["O1"][:2] == ("objectives.yml", 7)
    assert found["O1"][2].startswith("Christina Wodtke")


def test_findings_about_observations_name_their_file() -> None:
    """A row of an unknown metric is found in the file of observations."""
    rows = [{"metric": "nobody", "date": "2026-01-01", "value": 1}]
    found = [one.file for one in checked(observations=rows).findings if one.where.startswith("observations/")]
    assert found == ["observations.csv"]


@pytest.mark.parametrize("where", ["objectives/goal", "objectives", "", "objectives/goal/"])
def test_a_silenced_rule_moves_with_its_reason(where: str) -> None:
    """What the team has answered is kept apart, with the reason and the finding."""
    quiet = checked({"rule": "O1", "where": where, "because": "Our public promise."})
    assert "O1" not in {one.rule for one in quiet.findings}
    assert [(one.rule, one.where, one.because) for one in quiet.silenced] == [
        ("O1", "objectives/goal", "Our public promise.")
    ]
    assert quiet.silenced[0].finding.message == "The objective carries '5'."


@pytest.mark.parametrize("where", ["objectives/go", "mission", "objectives/goal/statement"])
def test_a_silence_elsewhere_silences_nothing_and_is_pointed_out(where: str) -> None:
    """An id that only begins alike is another place, and an idle silence is an info at product.yml."""
    quiet = checked({"rule": "O1", "where": where, "because": "Why not."})
    assert "O1" in {one.rule for one in quiet.findings}
    idle = [one for one in quiet.findings if one.file == "product.yml"]
    assert [(one.rule, one.severity, one.where) for one in idle] == [("X1", "info", "product/ignore")]
    assert where in idle[0].message


def test_an_unknown_rule_is_pointed_out() -> None:
    """A rule that does not exist cannot be silenced."""
    found = [
        one.message for one in checked({"rule": "Z9", "because": "Why not."}).findings if one.file == "product.yml"
    ]
    assert found == ["'Z9' is silenced, but there is no such rule."]


def test_errors_can_be_silenced_but_not_hidden() -> None:
    """A silenced error is printed with its reason."""
    quiet = checked({"rule": "O3", "where": "objectives", "because": "The clause follows."})
    assert [one.finding.severity for one in quiet.silenced] == ["error"]
    assert "O3" in {one.rule for one in quiet.findings}, "the clause that nothing serves still speaks"


def test_an_empty_product_gets_no_finding() -> None:
    """A product that has written nothing is not lectured."""
    assert check(book_of({}), EXAMPLE_DAY) == Checked((), (), ())


def test_the_day_decides_nothing_but_age() -> None:
    """The same workbook checked on another day differs in the rules of age only."""
    evidence = {"evidence": [{"id": "int", "kind": "interview", "date": "2026-09-01"}]}
    now, later = (
        check(book_of(WEAK | {"evidence": evidence}), EXAMPLE_DAY + dt.timedelta(days=days)).findings
        for days in (0, 400)
    )
    assert {one.rule for one in set(later) - set(now)} == {"X2"}


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "best ",
        "the leading ",
        "“",
        '"',
        " ",
        "-",
        "need a ",
        "Best Best ",
        "é",
        "1 ",
        "no app ",
        "https://",
        "a@",
        "TBD ",
        "xxx",
        "[",
        "from a ",
        "help a-",
        "permettre à un a-",
        "connect you with a, ",
        "platform for a, ",
        "the mission of a ",
        "a pour mission de vous ",
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_long_texts_are_checked_in_no_time(piece: str, language: str) -> None:
    """No pattern explodes: texts of 10,000 characters in several fields take well under a second."""
    long, line = (piece * 10_000)[:9_999] + "x", (piece * 120)[:119] + "x"
    parts = {
        "product": {"name": "Example", "language": language},
        "mission": {"mission": long, "purpose": long, "vision": {"statement": "x" + long[:-1]}},
        "objectives": objective(statement="x" + long[:-1], outcome={"to": long}),
        "metrics": metrics({"id": "m", "name": line, "formula": long}),
        "personas": {"personas": [{"id": "ana", "name": line, "needs": [{"id": "n", "text": "x" + long[:-1]}]}]},
    }
    book = book_of(parts)
    check(book, EXAMPLE_DAY)
    begun = time.perf_counter()
    check(book, EXAMPLE_DAY)
    assert time.perf_counter() - begun < 1.5


def test_random_texts_never_break_a_rule() -> None:
    """Any text is read without an exception."""
    letters = "abcdefghij ABC 0123 %$€'’\"“”«»()[]{}<>.,;:!?-–/@#&\n\téàçßİıﬁ你好שלום👩‍👧"
    dice = random.Random(7)  # noqa: S311
    for _ in range(60):
        text = "x" + "".join(dice.choices(letters, k=200))
        line = " ".join(text.split())[:100]
        parts = {
            "mission": {"mission": text, "tagline": line},
            "objectives": objective(statement=text, outcome={"who": line, "to": text}),
            "metrics": metrics({"id": "m", "name": line}),
        }
        assert {one.rule for one in check(book_of(parts), EXAMPLE_DAY).findings} <= {rule.id for rule in RULES}
