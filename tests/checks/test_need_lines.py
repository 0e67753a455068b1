"""The rules of needs, personas and claims, on lines that are easy to get wrong."""

from __future__ import annotations

from typing import Any

import pytest
from rule_trials import all_wrong, fires, hits

from purposebook.checks.claims import ClaimShare, claims
from purposebook.checks.example import Example, book_of, need_says
from purposebook.checks.reading import quoted

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


HALF_SAID = (
    ("Speed", "what is to be done and what for"),
    ("a better overview of my learners, so that nobody is lost", "what is to be done"),
    ("As a user, I want to sort my lessons, so that I find the newest", "who"),
    ("I need to sort my lessons", "what for"),
    ("As a customer I need more colours", "who, what is to be done and what for"),
    ("For any user: sort lessons because there are many", "who"),
)
WHOLE_NEEDS = (
    "make a lesson without losing a weekend",
    "As a user of a wheelchair I need to know the lifts, so that I do not turn back",
    "I need to sort my lessons, so I find the newest",
    "check my rights before I sign",
    "- pay on Sunday because the office is closed when I work",
    "When a learner is stuck, I want to be told, so I can help",
    "be able to stop in the middle in order to feed my child",
    "cut a lesson instead of recording it again",
)
KNOWING = (
    "understand my rights",
    "I need to be aware of deadlines",
    "As a tenant I want to be made aware of changes",
    "know more about my rights",
    "get a better understanding of copyright",
)
DOING = (
    "know whether I am eligible",
    "be understood by my doctor",
    "find out what I owe",
    "explain what I understand to my child",
    "learn to weld",
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


@pytest.mark.parametrize(("need", "missing"), HALF_SAID)
def test_needs_that_are_half_said(need: str, missing: str) -> None:
    """R2 names exactly what a need leaves out."""
    assert [hit.message for hit in hits("R2", need_says(need).book())] == [f"{quoted(need)} does not say {missing}."]


def test_needs_that_are_whole() -> None:
    """R2 says nothing about needs that say what is to be done and what for, in whatever template."""
    assert all_wrong("R2", map(need_says, WHOLE_NEEDS), expected=False) == []


def test_knowing_is_no_task() -> None:
    """R3 speaks about needs to know, and not about needs to find out or to do."""
    assert all_wrong("R3", map(need_says, KNOWING), expected=True) == []
    assert all_wrong("R3", map(need_says, DOING), expected=False) == []


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


def test_a_researched_problem_ends_the_banner_too() -> None:
    """Evidence behind a problem counts for the persona who has it, and for nobody else."""
    problem = {"id": "p", "pain": "Editing", "persona": "ana", "evidence": ["int"]}
    people = [{"id": "ana", "name": "Ana", "goals": ["Reach"]}, {"id": "ben", "name": "Ben", "goals": ["Reach"]}]
    found = hits("P1", book_of({"personas": {"personas": people, "problems": [problem]}}))
    assert [hit.where for hit in found] == ["personas/ben"]


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


ELSEWHERE: dict[str, Any] = {
    "mission": {
        "delivers": [{"id": "evenings", "problem": "Lost weekends", "value": "Free evenings"}],
        "ripple": [
            {"id": "a", "text": "A", "ring": "interaction"},
            {
                "id": "b",
                "text": "B",
                "ring": "individual",
                "causes": [
                    {"effect": "a", "because": "Seen", "grade": "observed"},
                    {"effect": "a", "because": "Guessed", "grade": "opinion"},
                    {"effect": "a", "grade": "tested"},
                ],
            },
        ],
    },
    "personas": {"problems": [{"id": "lost", "pain": "Weekends"}]},
    "metrics": {"impacts": [{"id": "rest", "text": "Rest", "level": "user"}]},
    "opportunities": {
        "opportunities": [{"id": "cut", "text": "I cannot cut"}],
        "decisions": [
            {"id": "alone", "question": "Build?"},
            {"id": "heard", "question": "Why?", "stakeholders": ["s"]},
        ],
    },
}


def test_claims_of_all_parts_are_looked_at() -> None:
    """R4 reads delivered values, graded links, problems, impacts, opportunities and decisions."""
    assert [hit.where for hit in hits("R4", book_of(ELSEWHERE))] == [
        "mission/evenings",
        "mission/b/causes",
        "personas/lost",
        "metrics/rest",
        "opportunities/cut",
        "opportunities/alone",
    ]


def test_the_share_counts_problems_and_nothing_else_of_the_new_parts() -> None:
    """What the evidence share is made of stays what its page says, with problems beside needs."""
    assert claims(book_of(ELSEWHERE)) == ClaimShare(with_evidence=0, without=1, assumptions=0)


def test_assumptions_of_all_parts_are_honest() -> None:
    """An item that says that nobody checked it is left alone."""
    parts = {"opportunities": {"opportunities": [{"id": "cut", "text": "I cannot cut", "assumption": True}]}}
    assert hits("R4", book_of(parts)) == ()
