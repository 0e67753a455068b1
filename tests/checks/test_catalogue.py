"""Every rule has its page, and its examples hold."""

from __future__ import annotations

import pytest
from rule_trials import hits

from purposebook.checks.catalogue import RULES
from purposebook.checks.engine import check
from purposebook.checks.example import EXAMPLE_DAY, book_of
from purposebook.checks.rule import Rule
from purposebook.checks.rule_text import rule_text, rules_text
from purposebook.checks.words import WORD_LANGUAGES

SEVERITIES = {
    "M1": "info",
    "M2": "warning",
    "M3": "info",
    "M4": "info",
    "M5": "info",
    "M6": "info",
    "M7": "info",
    "M8": "warning",
    "T1": "warning",
    "W1": "warning",
    "O1": "warning",
    "O2": "warning",
    "O3": "error",
    "O4": "warning",
    "O5": "warning",
    "K1": "error",
    "K2": "info",
    "K3": "warning",
    "K4": "warning",
    "K5": "info",
    "K6": "warning",
    "K7": "warning",
    "K8": "warning",
    "K9": "warning",
    "K10": "info",
    "D1": "warning",
    "I1": "warning",
    "K11": "info",
    "K12": "warning",
    "P1": "warning",
    "P2": "warning",
    "P3": "warning",
    "P5": "warning",
    "R1": "warning",
    "R2": "warning",
    "R3": "info",
    "R4": "warning",
    "C1": "warning",
    "C2": "warning",
    "C3": "warning",
    "G1": "warning",
    "G2": "warning",
    "G3": "warning",
    "G4": "warning",
    "G5": "warning",
    "V1": "warning",
    "H1": "warning",
    "H2": "warning",
    "H3": "error",
    "E1": "warning",
    "E2": "warning",
    "F1": "warning",
    "N1": "warning",
    "S1": "warning",
    "S2": "warning",
    "L1": "warning",
    "U1": "warning",
    "X1": "error",
    "X2": "warning",
    "X3": "warning",
}


def named(one: Rule) -> str:
    """Name a test after its rule."""
    return one.id


def test_the_catalogue_is_complete() -> None:
    """These rules exist, in this order, with these severities."""
    assert [(one.id, one.severity) for one in RULES] == list(SEVERITIES.items())


@pytest.mark.parametrize("one", RULES, ids=named)
def test_the_weak_example_fires_with_the_rule_s_severity(one: Rule) -> None:
    """The weak example of a rule's page is found by that rule."""
    assert one.severity in {hit.severity or one.severity for hit in hits(one.id, one.weak.book())}


@pytest.mark.parametrize("one", RULES, ids=named)
def test_the_strong_example_passes(one: Rule) -> None:
    """The strong example of a rule's page is not found."""
    assert hits(one.id, one.strong.book()) == ()


@pytest.mark.parametrize("one", RULES, ids=named)
def test_every_rule_has_its_page(one: Rule) -> None:
    """Each page says what, whose idea, when it errs, what to do, and shows two examples."""
    page = rule_text(one)
    told = (one.looks_for, one.source, one.false_alarms, one.advice, one.strong.text, one.weak.text, f"rule: {one.id}")
    assert all(" ".join(text.split()) in " ".join(page.split()) for text in told)
    assert all(text.strip() for text in (one.title, *told))


@pytest.mark.parametrize("one", RULES, ids=named)
def test_messages_are_short_sentences(one: Rule) -> None:
    """A finding's message and advice are sentences, and what they quote is cut."""
    for finding in check(one.weak.book(), EXAMPLE_DAY).findings:
        assert finding.message.endswith((".", "?")) and finding.advice.endswith((".", "?"))
        assert len(finding.message) < 350 and finding.source


def test_the_list_names_every_rule() -> None:
    """The command without a rule lists all of them."""
    lines = rules_text(RULES).splitlines()
    assert [line.split()[0] for line in lines[: len(RULES)]] == list(SEVERITIES)


def test_word_rules_say_what_they_do_not_read() -> None:
    """In another language the word rules are listed as not checked, and the others still speak."""
    parts = {
        "product": {"name": "Kurs", "language": "de-AT"},
        "mission": {"mission": "Die führende Plattform.", "tagline": "Die führende Plattform!"},
    }
    checked = check(book_of(parts), EXAMPLE_DAY)
    assert {item.rule for item in checked.not_checked} == {one.id for one in RULES if one.languages == WORD_LANGUAGES}
    assert {item.reason for item in checked.not_checked} == {"reads English and French only"}
    assert [finding.rule for finding in checked.findings] == ["M8"]
