"""The rules of the accessibility report on cases that are easy to get wrong."""

from __future__ import annotations

from typing import Any

import pytest
from rule_trials import hits

from purposebook.checks.example import book_of
from purposebook.domain.wcag import ASKED, CRITERIA

WORKS: dict[str, Any] = {"term": "supports", "method": "keyboard", "evidence": ["audit"]}


def said(claim: str, *criteria: dict[str, Any]) -> dict[str, str]:
    """Return what S1 says, message by place."""
    report = {"claim": claim, "criteria": list(criteria)}
    found = hits("S1", book_of({"responsibility": {"accessibility": report}}))
    return {hit.where.rpartition("/")[2]: hit.message for hit in found}


def answered(**fields: Any) -> list[dict[str, Any]]:
    """Answer all criteria of the levels A and AA alike."""
    return [{"number": number, **WORKS, **fields} for number in ASKED]


def test_wcag_2_2_asks_for_55_criteria() -> None:
    """The levels A and AA of WCAG 2.2 hold 31 and 24 criteria; 4.1.1 is gone."""
    assert len(ASKED) == 55 and "4.1.1" not in ASKED


def test_all_answered_by_people_conforms() -> None:
    """A claim that its answers carry says nothing."""
    assert said("conforms", *answered()) == {}


def test_what_does_not_apply_is_answered() -> None:
    """A product without video answers its criteria."""
    assert said("conforms", *answered()[1:], {"number": ASKED[0], "term": "not-applicable"}) == {}


@pytest.mark.parametrize(
    ("last", "reason"),
    [
        ({"term": "not-evaluated"}, "1 of 55 criteria of level A and AA is not answered"),
        ({"term": "does-not-support"}, "4.1.3 Status Messages fails in part or whole"),
        ({"term": "partially-supports"}, "4.1.3 Status Messages fails in part or whole"),
    ],
)
def test_one_criterion_can_stand_against_the_claim(last: dict[str, str], reason: str) -> None:
    """One criterion that is open or fails is enough, and is named."""
    criteria = [*answered()[:-1], {"number": ASKED[-1], **WORKS, **last}]
    assert said("conforms", *criteria) == {"claim": f"Conformance is claimed, but {reason}."}


def test_a_scan_is_no_conformance() -> None:
    """Where a tool is all that ever looked, the claim is questioned; one look by hand ends that."""
    scanned = answered(method="tool-scan")
    assert said("conforms", *scanned) == {"claim": "Conformance is claimed, but it rests on tool scans only."}
    assert said("conforms", *scanned[1:], {"number": ASKED[0], **WORKS}) == {}


@pytest.mark.parametrize("claim", ["does-not-conform", "not-claimed"])
def test_who_claims_nothing_owes_nothing(claim: str) -> None:
    """Open criteria and scans are fine as long as nobody says more."""
    assert said(claim, {"number": "1.4.3", **WORKS, "method": "tool-scan"}) == {}


def test_support_without_evidence_is_named_or_counted() -> None:
    """One criterion is named, several are counted; what fails needs no evidence."""
    bare = {"number": "1.4.3", "term": "supports"}
    assert said("not-claimed", bare) == {
        "criteria": "1.4.3 Contrast (Minimum) is said to be supported, without evidence."
    }
    three = (bare, {"number": "2.1.1", "term": "partially-supports"}, {"number": "2.4.7", "term": "does-not-support"})
    assert said("not-claimed", *three) == {
        "criteria": "2 of 3 criteria are said to be supported without evidence, first 1.4.3 Contrast (Minimum)."
    }


def test_no_report_no_finding() -> None:
    """A product without a report is the board's to tell."""
    assert hits("S1", book_of({"responsibility": {"visits": [{"stage": "discover"}]}})) == ()


def unevaluated(*numbers: str, term: str = "not-evaluated") -> list[str]:
    """Return what S2 says of criteria with this term."""
    report = {"criteria": [{"number": number, "term": term} for number in numbers]}
    return [hit.message for hit in hits("S2", book_of({"responsibility": {"accessibility": report}}))]


def test_what_is_not_evaluated_is_named() -> None:
    """Name up to three criteria of level A and AA in one finding, and count the others."""
    assert unevaluated("1.1.1") == ["1.1.1 Non-text Content (A) is not evaluated."]
    assert unevaluated("1.4.3", "1.1.1") == [
        "1.1.1 Non-text Content (A) and 1.4.3 Contrast (Minimum) (AA) are not evaluated."
    ]
    (said,) = unevaluated(*ASKED)
    assert said.endswith("and 52 more are not evaluated.") and said.startswith("1.1.1 Non-text Content (A), 1.2.1")


def test_level_aaa_may_stay_unevaluated() -> None:
    """Nobody has to evaluate a criterion of level AAA; any other term is an answer."""
    assert unevaluated(*(number for number, one in CRITERIA.items() if one.level == "AAA")) == []
    for term in ("supports", "partially-supports", "does-not-support", "not-applicable"):
        assert unevaluated("1.1.1", "1.4.3", term=term) == []
    assert hits("S2", book_of({"responsibility": {"visits": [{"stage": "discover"}]}})) == ()
