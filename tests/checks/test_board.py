"""The evidence board: states, reasons and days."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from purposebook.checks.board import Quality, board, evidence_span
from purposebook.checks.engine import check
from purposebook.checks.example import EXAMPLE_DAY, book_of

INTERVIEW = {"evidence": [{"id": "int", "kind": "interview", "date": "2026-09-01"}]}
MISSION = {
    "mission": "Every teacher can publish a first course.",
    "beneficiaries": ["ana"],
    "clauses": [{"id": "publish", "text": "publish"}],
    "ladder": {"problem": {"text": "Weekends", "evidence": ["int"]}},
}
PERSONAS = {
    "personas": [{"id": "ana", "name": "Ana", "needs": [{"id": "rest", "text": "rest on Sunday", "evidence": ["int"]}]}]
}
OBJECTIVES = {
    "objectives": [
        {
            "id": "finish",
            "statement": "Teachers finish.",
            "serves": ["publish"],
            "needs": ["rest"],
            "key_results": ["rate"],
        }
    ]
}
METRICS = {
    "metrics": [
        {
            "id": "rate",
            "name": "Teachers who publish",
            "kind": "outcome",
            "level": "user",
            "baseline": {"value": 25},
            "target": {"value": 75},
        }
    ]
}
ROWS = [{"metric": "rate", "date": "2026-08-31", "value": 40}]
WHOLE: dict[str, Any] = {
    "mission": MISSION,
    "personas": PERSONAS,
    "objectives": OBJECTIVES,
    "metrics": METRICS,
    "evidence": INTERVIEW,
    "observations": ROWS,
}
KEYS = (
    "clear-mission",
    "customer-first",
    "aligned-objectives",
    "measured-impact",
    "ethics",
    "sustainability",
    "accessible-and-inclusive",
    "evaluated",
)


def rows(as_of: dt.date = EXAMPLE_DAY, **parts: Any) -> dict[str, Quality]:
    """Return the board of a workbook by key; a part that is None is left out."""
    contents = {part: content for part, content in (WHOLE | parts).items() if content is not None}
    book = book_of(contents)
    return {row.key: row for row in board(book, check(book, as_of), as_of)}


def test_all_eight_are_there_in_their_order() -> None:
    """The board has eight rows, whatever is written."""
    assert tuple(rows()) == KEYS
    assert {row.state for row in board(book_of({}), check(book_of({}), EXAMPLE_DAY), EXAMPLE_DAY)} == {"absent"}


@pytest.mark.parametrize(
    ("key", "dated"),
    [
        ("clear-mission", "2026-09-01"),
        ("customer-first", "2026-09-01"),
        ("aligned-objectives", "2026-09-01"),
        ("measured-impact", "2026-08-31"),
    ],
)
def test_all_there_and_fresh_is_present(key: str, dated: str) -> None:
    """A whole and recent workbook has nothing left to say, and is dated."""
    row = rows()[key]
    assert (row.state, row.reasons, row.next_step, str(row.dated)) == ("present", (), "", dated)


@pytest.mark.parametrize("key", KEYS[:4])
def test_the_same_a_year_later_is_stale(key: str) -> None:
    """What is whole but older than the review period is stale, with its day."""
    row = rows(dt.date(2027, 9, 30))[key]
    assert row.state == "stale" and row.dated and row.dated.isoformat() in row.reasons[0] and row.next_step


@pytest.mark.parametrize(("days", "state"), [(89, "present"), (90, "present"), (91, "stale")])
def test_the_last_day_of_the_period_is_fresh(days: int, state: str) -> None:
    """Staleness begins the day after the review period."""
    assert rows(dt.date(2026, 8, 31) + dt.timedelta(days=days))["measured-impact"].state == state


@pytest.mark.parametrize(
    ("key", "part"),
    [
        ("clear-mission", "mission"),
        ("customer-first", "personas"),
        ("aligned-objectives", "objectives"),
        ("measured-impact", "metrics"),
    ],
)
def test_a_part_without_text_is_absent(key: str, part: str) -> None:
    """Nothing written is absent, and says what to do first."""
    row = rows(**{part: None})[key]
    assert (row.state, row.reasons, row.dated) == ("absent", ("nothing written yet",), None)
    assert row.next_step


PARTIAL: dict[str, tuple[str, dict[str, Any], str]] = {
    "no beneficiary": ("clear-mission", {"mission": MISSION | {"beneficiaries": []}}, "no beneficiary is named"),
    "no clause": ("clear-mission", {"mission": MISSION | {"clauses": []}}, "no clause is marked"),
    "no text": ("clear-mission", {"mission": MISSION | {"mission": ""}}, "no mission is written"),
    "rank": ("clear-mission", {"mission": MISSION | {"mission": "Be the leading studio for teachers."}}, "M3 is open"),
    "nobody": (
        "clear-mission",
        {"mission": MISSION | {"mission": "Better for everyone."}, "personas": None},
        "M2 is open",
    ),
    "never reviewed": ("clear-mission", {"mission": MISSION | {"ladder": {}}}, "never reviewed"),
    "future evidence": (
        "clear-mission",
        {"evidence": {"evidence": [{"id": "int", "kind": "survey", "date": "2027-01-01"}]}},
        "never reviewed",
    ),
    "segments only": (
        "customer-first",
        {"personas": {"segments": [{"id": "s", "name": "S"}]}},
        "no persona is described",
    ),
    "no evidence": ("customer-first", {"personas": {"personas": [{"id": "ana", "name": "Ana"}]}}, "no pain or need"),
    "evidence unwritten": ("customer-first", {"evidence": None}, "is not written: 'int'"),
    "undated": ("customer-first", {"evidence": {"evidence": [{"id": "int", "kind": "survey"}]}}, "has no date"),
    "unserved": (
        "aligned-objectives",
        {"mission": MISSION | {"clauses": [{"id": "publish", "text": "p"}, {"id": "learn", "text": "l"}]}},
        "1 of 2 clauses is served by no objective: 'l'",
    ),
    "aimless": (
        "aligned-objectives",
        {"objectives": {"objectives": [{"id": "finish", "statement": "S"}]}},
        "no clause is served by 'S'",
    ),
    "paused": (
        "aligned-objectives",
        {"objectives": {"objectives": [OBJECTIVES["objectives"][0] | {"status": "paused"}]}},
        "no objective is active",
    ),
    "no clauses": ("aligned-objectives", {"mission": None}, "the mission has no clause to serve"),
    "no target": (
        "measured-impact",
        {"metrics": {"metrics": [METRICS["metrics"][0] | {"target": None}]}},
        "'Teachers who publish' has no target",
    ),
    "no observation": ("measured-impact", {"observations": ()}, "has no observation"),
    "future observation": (
        "measured-impact",
        {"observations": [{"metric": "rate", "date": "2027-01-01", "value": 1}]},
        "has no observation",
    ),
    "business only": (
        "measured-impact",
        {"metrics": {"metrics": [METRICS["metrics"][0] | {"kind": "business"}]}},
        "every metric is a business metric",
    ),
    "pirate only": (
        "measured-impact",
        {"metrics": {"pirate": {"events": {"file": "events.csv"}}}},
        "no metric is defined",
    ),
}


@pytest.mark.parametrize("case", PARTIAL)
def test_what_is_missing_is_named(case: str) -> None:
    """A quality of which something is missing is partial, and says what."""
    key, parts, reason = PARTIAL[case]
    row = rows(**parts)[key]
    assert row.state == "partial" and row.next_step
    assert any(reason in said for said in row.reasons), row.reasons


def test_a_silenced_finding_does_not_stand_in_the_way() -> None:
    """A rank that the team has answered leaves the mission clear."""
    product = {"name": "Example", "ignore": [{"rule": "M3", "because": "It is our name."}]}
    mission = MISSION | {"mission": "Be the leading studio for teachers."}
    assert rows(product=product, mission=mission)["clear-mission"].state == "present"


def test_a_refined_persona_counts_as_a_day() -> None:
    """The newest dated thing of a persona may be its own refinement."""
    refined = {"personas": [PERSONAS["personas"][0] | {"refined": "2026-09-20"}]}
    assert rows(personas=refined)["customer-first"].dated == dt.date(2026, 9, 20)


@pytest.mark.parametrize("framework", ["sustainability", "Sustainability", "accessible and inclusive", "ethics"])
def test_a_reason_why_not_is_shown(framework: str) -> None:
    """What is left out on purpose says why; nobody has reviewed that yet."""
    product = {"name": "Example", "not_used": [{"framework": framework, "because": "Ten users."}]}
    row = rows(product=product)[framework.lower().replace(" ", "-")]
    assert (row.state, row.reasons) == ("partial", ("left out on purpose: Ten users.", "never reviewed"))


def test_evidence_spans_from_the_oldest_to_the_newest() -> None:
    """Undated evidence is no part of the span."""
    items = [
        {"id": f"e{n}", "kind": "survey", "date": date} for n, date in enumerate(("2026-03-01", None, "2025-01-01"))
    ]
    assert evidence_span(book_of({"evidence": {"evidence": items}})) == (dt.date(2025, 1, 1), dt.date(2026, 3, 1))
    assert evidence_span(book_of({})) is None
