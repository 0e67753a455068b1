"""The rules of needs, personas and claims, on lines that are easy to get wrong."""

from __future__ import annotations

from typing import Any

import pytest
from rule_trials import all_wrong, fires, hits

from purposebook.checks.claims import ClaimShare, claims
from purposebook.checks.example import Example, book_of, need_says

FIRES = (
    "I need a dashboard of my lessons",
    "A mobile app",
    "lack of our app",
    "needs an AI assistant for titles",
    "As a teacher I need to have a portal, so that I see my learners",
    "There is no search bar",
    "wants push notifications",
    "a better website",
    "cope without a proper tool",
)
PASSES = (
    "make a lesson without losing a weekend",
    "see on Monday which lessons learners did not understand",
    "need a place to sleep",
    "need help with the website",
    "need to know if the software is safe",
    "understand which AI model decided about me",
    "needs a wheelchair at the station",
    "no one answers before Thursday",
    "need to open the door with one hand",
    "know whether I am eligible before I apply",
    "get home before dark",
)
PAINS = (
    "The app crashes on Sundays",
    "Our dashboard is slow",
    "The portal asks for the same form twice",
    "Editing takes whole weekends",
)


def persona(**fields: Any) -> dict[str, Any]:
    """Return the part `personas` with one persona."""
    return {"personas": [{"id": "ana", "name": "Ana", **fields}]}


def one(**fields: Any) -> Example:
    """Show one persona."""
    return Example("", {"personas": persona(**fields)})


def test_needs_that_are_solutions() -> None:
    """R1 speaks about each of these needs."""
    assert all_wrong("R1", map(need_says, FIRES), expected=True) == []


def test_needs_that_are_needs() -> None:
    """R1 says nothing about these needs, close as they are."""
    assert all_wrong("R1", map(need_says, PASSES), expected=False) == []


@pytest.mark.parametrize("pain", PAINS)
def test_pains_with_an_existing_product_pass(pain: str) -> None:
    """A pain may name the thing that hurts."""
    assert not fires("R1", one(pain_points=[pain]))


def test_a_pain_that_misses_a_solution_fires() -> None:
    """Lack of a thing of ours is no pain."""
    assert [hit.where for hit in hits("R1", one(pain_points=["Lack of a dashboard"]).book())] == [
        "personas/ana/pain_points"
    ]


def test_a_persona_with_only_a_name_is_no_proto_persona() -> None:
    """P1 speaks once something is claimed."""
    assert not fires("P1", one())
    assert fires("P1", one(goals=["Reach learners"]))


def test_one_researched_need_ends_the_banner() -> None:
    """Evidence behind one pain or need makes it a persona."""
    assert not fires("P1", one(goals=["Reach learners"], needs=[{"id": "n", "text": "see", "evidence": ["int"]}]))


def test_missing_inner_life_is_named() -> None:
    """P2 lists exactly what is missing beside the demographics."""
    found = hits("P2", one(characteristics=["Lives in a town"], goals=["Learn"], motivations=["Joy"]).book())
    assert [hit.message for hit in found] == ["'Ana' has characteristics but no behaviours and pain points."]


def test_somebody_overlooked_anywhere_is_enough() -> None:
    """P3 asks the product, not each persona."""
    second = {"id": "ben", "name": "Ben", "overlooked": ["Those without a phone"]}
    assert hits("P3", book_of({"personas": {"personas": [{"id": "ana", "name": "Ana"}, second]}})) == ()


@pytest.mark.parametrize(
    ("refined", "wrong"), [("2026-09-30", False), ("2026-07-02", False), ("2026-07-01", True), (None, True)]
)
def test_refined_within_the_review_period(refined: str | None, wrong: bool) -> None:
    """Ninety days are allowed, to the day; no day at all is said."""
    assert fires("P5", one(refined=refined)) is wrong


CLAIMED: dict[str, Any] = {
    "mission": {
        "ladder": {
            "job": "Edit",
            "problem": {"text": "Weekends", "evidence": ["e"]},
            "change": {"text": "Heard", "assumption": True},
        },
        "alternatives": [{"id": "alone", "name": "Edit alone", "evidence": ["e"]}],
        "claim": [{"asset": "Nine years of editing"}],
    },
    "personas": persona(
        pain_points=["One", "Two", {"text": "Three", "evidence": ["e"]}],
        needs=[{"id": "n", "text": "see", "evidence": ["e"], "assumption": True}],
        message={"value": "You teach", "proof": "e"},
    ),
    "evidence": {"evidence": [{"id": "e", "kind": "interview"}]},
}


def test_claims_are_counted_as_the_page_says() -> None:
    """Assumptions stand apart; a message is backed by evidence or by a proof that is evidence."""
    assert claims(book_of(CLAIMED)) == ClaimShare(with_evidence=4, without=4, assumptions=2)


def test_a_metric_as_proof_is_no_evidence() -> None:
    """A message whose proof is a metric rests on no evidence."""
    metric = {"metrics": [{"id": "m", "name": "Authors"}]}
    book = book_of({"personas": persona(message={"value": "You teach", "proof": "m"}), "metrics": metric})
    assert [hit.where for hit in hits("R4", book)] == ["personas/ana/message"]


def test_bare_claims_of_one_place_are_one_finding() -> None:
    """R4 gathers the pains of a persona, and names the first."""
    found = {hit.where: hit.message for hit in hits("R4", book_of(CLAIMED))}
    assert set(found) == {"mission/ladder", "mission/claim", "personas/ana/pain_points"}
    assert found["personas/ana/pain_points"] == "2 pain points rest on no evidence, first 'One'."


def test_nothing_written_claims_nothing() -> None:
    """An empty product has no claims and no share."""
    assert claims(book_of({})) == ClaimShare(0, 0, 0)
