"""Frameworks that a team leaves out: their names, and what is quiet then."""

from __future__ import annotations

from typing import Any

import pytest
from rule_trials import metrics, objective

from purposebook.checks.catalogue import BY_ID, RULES
from purposebook.checks.engine import check
from purposebook.checks.example import EXAMPLE_DAY, book_of
from purposebook.checks.frameworks import FRAMEWORKS, framework_of, left_out, nearest_framework, why_left_out
from purposebook.checks.rule import Rule
from purposebook.domain.workbook import PARTS, Workbook

DEDICATED = {
    rule: one
    for one in FRAMEWORKS
    for rule in one.rules
    if rule in BY_ID.keys() - {"R1", "R4"} and "/" in one.sections[0]
}
"""The rules whose weak example stands in one framework, each with that framework."""
AWAITED = {"H1", "H2", "H3", "R2", "R3", "S1", "T1", "V1", "W1"}
"""Rules of the design that stand in no module yet."""


IMPACT = {"id": "i", "text": "Evenings back", "level": "user", "metric": "gone"}


def without(*names: str, **parts: Any) -> Workbook:
    """Return a workbook in which these frameworks are not used."""
    not_used = [{"framework": name, "because": "Five users a month."} for name in names]
    return book_of({"product": {"name": "Example", "not_used": not_used}, **parts})


def found(rule: str, book: Workbook) -> list[str]:
    """Return the places at which a check names a rule."""
    return [one.where for one in check(book, EXAMPLE_DAY).findings if one.rule == rule]


def test_every_section_exists() -> None:
    """A framework's sections are parts, or fields of parts."""
    for one in FRAMEWORKS:
        for section in one.sections:
            part, _, field = section.partition("/")
            assert part in PARTS and (not field or field in PARTS[part].model_fields), section


def test_every_rule_of_a_framework_is_a_rule() -> None:
    """What a framework silences is in the catalogue."""
    assert {rule for one in FRAMEWORKS for rule in one.rules} - BY_ID.keys() <= AWAITED


def test_no_two_frameworks_share_a_name() -> None:
    """Each key, title and other name means one framework."""
    names = [name for one in FRAMEWORKS for name in (one.key, *one.also)]
    assert len(names) == len(set(names))
    assert all(framework_of(one.title) is one and framework_of(one.key) is one for one in FRAMEWORKS)


@pytest.mark.parametrize("name", ["kill-criteria", "Kill criteria", "KILL_CRITERIA", "  kill   criteria ", "exits"])
def test_a_name_is_read_whatever_its_case_and_hyphens(name: str) -> None:
    """Case, blanks and hyphens do not matter."""
    one = framework_of(name)
    assert one is not None and one.key == "kill-criteria"


@pytest.mark.parametrize(
    ("name", "near"), [("hart", "heart"), ("Sustainabilty", "sustainability"), ("exit", "kill-criteria"), ("zzz", "")]
)
def test_an_unknown_name_is_an_info_with_the_nearest(name: str, near: str) -> None:
    """X1 points an unknown framework out, and names the nearest one where one is near."""
    assert nearest_framework(name) == near
    info = check(without(name), EXAMPLE_DAY).findings
    assert [(one.rule, one.severity, one.where) for one in info] == [("X1", "info", "product/not_used")]
    assert info[0].message == f"'{name}' is left out, but no framework of that name is known."
    assert info[0].advice.startswith(f"Did you mean '{near}'?" if near else "Name a chapter or a framework")


def test_a_known_name_says_nothing() -> None:
    """No finding speaks of a framework that is left out under its name."""
    assert check(without(*(one.title for one in FRAMEWORKS[:50])), EXAMPLE_DAY).findings == ()


def test_left_out_keeps_the_order_and_the_reason() -> None:
    """What is left out comes with its reason; a name that nobody knows is left aside."""
    book = without("Wcag", "nonsense", "heart")
    assert [(one.framework.key, one.because) for one in left_out(book)] == [
        ("accessibility", "Five users a month."),
        ("heart", "Five users a month."),
    ]


@pytest.mark.parametrize("key", ["ethics", "sustainability", "accessibility", "inclusion", "accessible-and-inclusive"])
def test_a_chapter_holds_its_frameworks(key: str) -> None:
    """Who leaves the whole chapter out leaves its frameworks out, and no other."""
    assert why_left_out(without("Responsibility"), key) == "Five users a month."
    assert why_left_out(without("strategy", "culture"), key) == ""


def test_half_of_a_framework_is_not_all_of_it() -> None:
    """Without accessibility, accessible and inclusive is still asked for."""
    assert why_left_out(without("accessibility"), "accessible-and-inclusive") == ""
    assert why_left_out(without("accessible and inclusive"), "inclusion") == "Five users a month."


@pytest.mark.parametrize("rule", DEDICATED)
def test_a_framework_that_is_not_used_is_quiet(rule: str) -> None:
    """The rule's weak example says nothing once its framework is left out with a reason."""
    weak, name = dict(BY_ID[rule].weak.parts), DEDICATED[rule].title
    assert found(rule, book_of(weak)) != []
    assert found(rule, without(name, **weak)) == []
    assert found(rule, without("heart", **weak)) != []


@pytest.mark.parametrize(
    "one", [rule for rule in RULES if rule.id in {"C1", "C3", "E1", "E2", "G1", "G5"}], ids=lambda one: one.id
)
def test_a_chapter_that_is_not_used_is_quiet(one: Rule) -> None:
    """Leaving a chapter out silences every rule of its frameworks."""
    weak = dict(one.weak.parts)
    assert found(one.id, without(next(iter(weak)), **weak)) == []


def test_other_sections_keep_speaking() -> None:
    """A rule of two sections is quiet in the one that is not used, and speaks in the other."""
    parts = {
        "mission": {"ladder": {"problem": "Weekends"}, "claim": [{"asset": "Nine years"}]},
        "personas": {"personas": [{"id": "ana", "name": "Ana", "needs": [{"id": "rest", "text": "rest"}]}]},
    }
    assert found("R4", book_of(parts)) == ["mission/ladder", "mission/claim", "personas/rest"]
    assert found("R4", without("ladder", **parts)) == ["mission/claim", "personas/rest"]
    assert found("R4", without("personas", "rightful claim", **parts)) == ["mission/ladder"]


def test_broken_references_are_never_left_out() -> None:
    """An id that points to nothing is broken data, whether or not its framework is used."""
    parts = {"metrics": metrics({"id": "m", "name": "M"}) | {"impacts": [IMPACT]}}
    assert "metrics/i/metric" in found("X1", without("impact compass", **parts))


def test_an_empty_product_stays_quiet() -> None:
    """None of the new rules speaks about what nobody began."""
    short = {"objectives": objective(serves=[], statement="Authors finish.")}
    ids = {one.rule for one in check(book_of(short), EXAMPLE_DAY).findings}
    assert ids <= {"O2", "O3"}
    assert check(book_of({}), EXAMPLE_DAY).findings == ()
