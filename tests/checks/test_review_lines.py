"""The rules of reviews and of answers about the company, on the day 2026-09-30."""

from __future__ import annotations

from typing import Any

import pytest
from rule_trials import hits

from purposebook.checks.example import book_of

REVIEW = {"id": "summer", "title": "Summer", "date": "2026-09-01"}
NUMBERS = [{"metric": "rate", "value": 25}]
ANSWERS = [
    {"question": "who-decides", "answer": "We do", "evidence": ["dated"]},
    {"question": "goal-is-clear", "answer": "Yes", "evidence": ["undated"]},
    {"question": "can-let-go", "answer": "Once", "evidence": ["gone"]},
    {"question": "what-excites", "answer": "Launches"},
]
EVIDENCE = {
    "evidence": [
        {"id": "dated", "kind": "interview", "date": "2026-09-01"},
        {"id": "undated", "kind": "interview"},
    ]
}


def said(*reviews: dict[str, Any]) -> list[tuple[str, str]]:
    """Return place and message of what L1 says."""
    return [(hit.where, hit.message) for hit in hits("L1", book_of({"reviews": {"reviews": list(reviews)}}))]


@pytest.mark.parametrize(
    ("claims", "numbers", "named"),
    [
        ([{"text": "More", "metric": "rate"}], NUMBERS, ""),
        ([{"text": "More", "metric": "rate"}], [], "'More'"),
        ([{"text": "More", "metric": "other"}, {"text": "Less"}], NUMBERS, "'More', 'Less'"),
        ([], NUMBERS, ""),
    ],
)
def test_a_claim_has_a_frozen_number(claims: list[dict[str, Any]], numbers: list[Any], named: str) -> None:
    """L1 names claims whose number was not kept in the same review."""
    found = said({**REVIEW, "claims": claims, "numbers": numbers})
    message = f"'Summer' claims {named} without a number of that day."
    assert found == ([("reviews/summer", message)] if named else [])


def test_a_number_of_another_review_does_not_count() -> None:
    """L1 asks for the number in the review that makes the claim."""
    other = {**REVIEW, "id": "spring", "title": "Spring", "numbers": NUMBERS}
    assert len(said(other, {**REVIEW, "claims": [{"text": "More", "metric": "rate"}]})) == 1


@pytest.mark.parametrize(
    ("decision", "missing"),
    [
        ({"owner": "Lead", "by": "2026-12-01"}, ""),
        ({"owner": "Lead"}, "a day"),
        ({}, "an owner and a day"),
    ],
)
def test_a_decision_has_owner_and_day(decision: dict[str, Any], missing: str) -> None:
    """L1 names what a decision lacks."""
    found = said({**REVIEW, "decisions": [{"text": "Hire", **decision}]})
    assert found == ([("reviews/summer", f"The decision 'Hire' lacks {missing}.")] if missing else [])


@pytest.mark.parametrize(
    ("dates", "late"),
    [
        (["2026-07-02"], ""),
        (["2026-07-01"], "2026-07-01"),
        (["2026-09-01", "2025-01-01"], ""),
        (["2025-01-01", "2026-01-01", "2026-11-01"], "2026-01-01"),
        (["2026-11-01"], ""),
        ([], ""),
    ],
)
def test_the_last_review_is_recent(dates: list[str], late: str) -> None:
    """L1 speaks of the newest review that has taken place, 91 days after it; a planned one does not count."""
    reviews = [{"id": f"r{n}", "title": "R", "date": date} for n, date in enumerate(dates)]
    found = said(*reviews)
    where = f"reviews/r{dates.index(late)}" if late else ""
    assert found == ([(where, f"The last review was on {late}, more than 90 days ago.")] if late else [])


@pytest.mark.parametrize(("every", "count"), [("29d", 1), ("30d", 0)])
def test_the_team_says_how_often_it_reviews(every: str, count: int) -> None:
    """L1 takes the review period of the product, to the day."""
    review = {**REVIEW, "date": "2026-08-31"}
    parts = {"product": {"name": "Example", "review_every": every}, "reviews": {"reviews": [review]}}
    assert len(hits("L1", book_of(parts))) == count


def test_one_dated_piece_is_enough() -> None:
    """U1 takes an answer that names undated evidence beside dated."""
    answer = {"question": "goal-is-clear", "answer": "Yes", "evidence": ["undated", "gone", "dated"]}
    assert hits("U1", book_of({"culture": {"company": [answer]}, "evidence": EVIDENCE})) == ()


def test_answers_rest_on_dated_evidence() -> None:
    """U1 names the questions whose answer rests on nothing, on undated or on unwritten evidence."""
    found = hits("U1", book_of({"culture": {"company": ANSWERS}, "evidence": EVIDENCE}))
    assert [(hit.where, hit.message) for hit in found] == [
        (
            "culture/company",
            "No dated evidence stands behind the answer to 'What is the current goal?', "
            "'What was the last thing that you let go?', 'What excites people here?'.",
        )
    ]
    assert hits("U1", book_of({"culture": {"company": ANSWERS[:1]}, "evidence": EVIDENCE})) == ()
    assert hits("U1", book_of({"culture": {"decision_rights": [{"id": "x", "decision": "What"}]}})) == ()
