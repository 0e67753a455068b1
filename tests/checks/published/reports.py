"""Conformance reports, and parts that name each other, built upon published ones, for S1, S2, X1 and X2."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case
from purposebook.domain.wcag import CRITERIA

OVERLAY = "after the FTC's complaint against accessiBe: a tool that was said to make any website conform"
AUDIT = "after GDS, on what automated tools found in a page of known barriers"
OPENACR = "after the sample report of OpenACR, by the U.S. General Services Administration"
MOODLE = "after the OpenACR of Moodle 3 that the U.S. General Services Administration publishes"
ISSUE_366 = "after issue 366 of OpenACR: a report that leaves 1.1.1 open and is called valid"
MUKURTU = "after the OpenACR of Mukurtu CMS, a working copy in which every criterion begins as not evaluated"
COVEO = "after Coveo's UI kit, whose report named each criterion without a test so until it was corrected"
PLONE = "after the OpenACR of Plone 5, which leaves criteria of level AAA open and no others"
DRUPAL = "after the OpenACR of Drupal 10: 1.4.8, of level AAA, is not evaluated"
GOVREADY = "after the OpenACR of GovReady 0.9, whose term for 1.1.1 is 'does not support'"
GRANTS = "after the published goals of Simpler Grants.gov"
KARL = "after Karl Groves, A quick guide to reviewing a VPAT: 'Supports' in every row, and no remarks"
STATEMENT = "after the UK's model accessibility statement: partially compliant"
HALL = "after Erika Hall, Just Enough Research: research is a habit"
SERVICE = "after the GOV.UK Service Manual: research in every iteration"
GOALS: dict[str, Any] = {
    "clauses": [{"id": "discover", "text": "as easy as possible for potential applicants to discover opportunities"}]
}


def report(source: str, claim: str, *criteria: dict[str, Any]) -> Case:
    """Show an accessibility report."""
    fields = {"claim": claim, "criteria": list(criteria)}
    return case(source, f"{claim}, {len(criteria)} criteria", responsibility={"accessibility": fields})


def terms(source: str, **numbers: str) -> Case:
    """Show the terms of some criteria: `_1_1_1` is the number 1.1.1."""
    criteria = [{"number": key[1:].replace("_", "."), "term": term} for key, term in numbers.items()]
    return report(source, "not-claimed", *criteria)


def answers(method: str, *evidence: str, term: str = "supports") -> list[dict[str, Any]]:
    """Answer every criterion of the levels A and AA alike."""
    asked = (one.number for one in CRITERIA.values() if one.level != "AAA")
    return [{"number": number, "term": term, "method": method, "evidence": list(evidence)} for number in asked]


def serving(source: str, clause: str, **more: Any) -> Case:
    """Show an objective that serves a clause of this id."""
    goal = {"id": "found", "statement": "Applicants find what is meant for them.", "serves": [clause]}
    return case(source, f"serves: {clause}", objectives={"objectives": [goal | more]}, mission=GOALS)


def researched(source: str, kind: str, *dates: str | None) -> Case:
    """Show pieces of evidence of these days."""
    items = [{"id": f"piece-{n}", "kind": kind, "date": date} for n, date in enumerate(dates, 1)]
    return case(source, f"{kind} of {', '.join(map(str, dates))}", evidence={"evidence": items})


FIRES: Cases = {
    "S1": (
        report(OVERLAY, "conforms", *answers("tool-scan", "scan")),
        report(AUDIT, "conforms", {"number": "1.1.1", "term": "supports", "method": "tool-scan", "evidence": ["scan"]}),
        report(KARL, "not-claimed", *answers("expert-review")),
    ),
    "S2": (
        terms(MOODLE, _2_2_2="not-evaluated", _3_1_2="not-evaluated", _3_1_3="not-evaluated", _3_1_6="not-evaluated"),
        terms(ISSUE_366, _1_1_1="not-evaluated"),
        report(MUKURTU, "not-claimed", *answers("expert-review", term="not-evaluated")),
        terms(COVEO, _1_1_1="supports", _1_2_4="not-evaluated"),
    ),
    "X1": (
        serving(f"{GRANTS}, with a slip of the pen", "discovr"),
        serving(f"{GRANTS}, for a clause that it does not hold", "marketing"),
        case(
            f"{GRANTS}: one id for two things",
            "discover, twice",
            mission=GOALS,
            metrics={"metrics": [{"id": "discover", "name": "Applicants who found what they looked for"}]},
        ),
    ),
    "X2": (
        researched("after the census of England and Wales of 2011, used as if it were today", "desk", "2011-03-27"),
        researched(f"{HALL}: one study at the beginning, and none since", "interview", "2025-02-03"),
        researched(f"{SERVICE}: a discovery of last year", "interview", "2025-05-12", "2025-05-14"),
    ),
}
PASSES: Cases = {
    "S1": (
        report(f"{OPENACR}: keyboard and screen reader, with the audit", "conforms", *answers("keyboard", "audit")),
        report(
            STATEMENT,
            "does-not-conform",
            {"number": "1.4.3", "term": "does-not-support", "method": "expert-review"},
            {"number": "2.1.1", "term": "partially-supports", "method": "keyboard", "evidence": ["audit"]},
        ),
        report(
            f"{AUDIT}: a scan that claims no more than it can",
            "not-claimed",
            {"number": "3.1.1", "term": "supports", "method": "tool-scan", "evidence": ["scan"]},
        ),
    ),
    "S2": (
        terms(PLONE, _1_2_6="not-evaluated", _1_2_7="not-evaluated", _1_2_8="not-evaluated", _1_2_9="not-evaluated"),
        terms(DRUPAL, _1_1_1="supports", _1_4_8="not-evaluated"),
        terms(GOVREADY, _1_1_1="does-not-support"),
    ),
    "X1": (
        serving(GRANTS, "discover"),
        case(
            f"{GRANTS}: each id once",
            "discover, found-it",
            mission=GOALS,
            metrics={"metrics": [{"id": "found-it", "name": "Applicants who found what they looked for"}]},
        ),
        case(f"{GRANTS}, alone", "discover", mission=GOALS),
    ),
    "X2": (
        researched(f"{SERVICE}: every two weeks", "interview", "2026-09-02", "2026-09-16"),
        researched(f"{HALL}: within the last quarter", "survey", "2026-07-02"),
        researched("after a law, which has no day of its own here", "desk", None),
    ),
}
