"""The rules of opportunities, ideas, exits, decisions and iterations, on the day 2026-09-30."""

from __future__ import annotations

from typing import Any

import pytest
from rule_trials import hits

from purposebook.checks.example import book_of

TESTED = [{"assumption": "They hand it over", "result": "fails"}]
TWO = [{"id": "s1", "text": "One way"}, {"id": "s2", "text": "Another"}]


def said(rule: str, field: str, **item: Any) -> list[tuple[str, str]]:
    """Return place and message of what a rule says about one item."""
    parts = {"opportunities": {field: [{"id": "one", **item}]}}
    return [(hit.where.partition("/")[2], hit.message) for hit in hits(rule, book_of(parts))]


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ({"objective": "finish", "solutions": TWO}, ""),
        ({"solutions": TWO}, "'I cannot cut' names no objective."),
        ({"objective": "finish"}, "'I cannot cut' has no solution."),
        ({"objective": "finish", "solutions": TWO[:1]}, "'I cannot cut' has one solution only."),
        (
            {"solutions": [TWO[0], TWO[1] | {"status": "dropped"}]},
            "'I cannot cut' names no objective and has one solution only.",
        ),
    ],
)
def test_an_opportunity_has_an_outcome_and_a_choice(item: dict[str, Any], message: str) -> None:
    """G1 asks for an objective above and two open solutions below."""
    assert said("G1", "opportunities", text="I cannot cut", **item) == ([("one", message)] if message else [])


@pytest.mark.parametrize(
    ("status", "tests", "speaks"),
    [
        ("chosen", [], True),
        ("chosen", [{"assumption": "They hand it over"}], True),
        ("chosen", TESTED, False),
        ("chosen", [{"assumption": "Other"}, *TESTED], False),
        ("testing", [], False),
    ],
)
def test_a_choice_is_tested(status: str, tests: list[dict[str, Any]], speaks: bool) -> None:
    """G1 speaks of a chosen solution none of whose assumptions was tested, whatever the result."""
    solutions = [TWO[0] | {"status": status, "tests": tests}, TWO[1]]
    found = said("G1", "opportunities", text="I cannot cut", objective="finish", solutions=solutions)
    assert [where for where, _ in found] == ["s1"] * speaks


BARE = {"id": "later", "text": "I cannot be found"}
DROPPED = [one | {"status": "dropped"} for one in TWO]


@pytest.mark.parametrize(
    ("item", "beside", "word"),
    [
        ({"objective": "finish"}, {"objective": "finish", "solutions": TWO}, ""),
        ({"objective": "finish"}, {"objective": "finish", "solutions": DROPPED}, "has no solution"),
        ({"objective": "finish"}, {"objective": "grow", "solutions": TWO}, "has no solution"),
        ({}, {"solutions": TWO}, "names no objective and has no solution"),
        (
            {"objective": "finish", "solutions": [{"id": "s3", "text": "A third", "status": "dropped"}]},
            {"objective": "finish", "solutions": TWO},
            "has no solution left",
        ),
        (
            {"objective": "finish", "solutions": [{"id": "s3", "text": "A third"}]},
            {"objective": "finish", "solutions": TWO},
            "has one solution only",
        ),
    ],
)
def test_an_opportunity_waits_for_another(item: dict[str, Any], beside: dict[str, Any], word: str) -> None:
    """G1 leaves one without any solution alone while another of its objective is taken up."""
    both = [{"id": "now", "text": "I cannot cut", **beside}, BARE | item]
    found = hits("G1", book_of({"opportunities": {"opportunities": both}}))
    said_of_it = [hit.message for hit in found if hit.where == "opportunities/later"]
    assert said_of_it == ([f"'I cannot be found' {word}."] if word else [])


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ({"verdict": "keep", "clauses": ["c"], "personas": ["p"], "objectives": ["o"]}, ""),
        ({"verdict": "keep", "personas": ["p"]}, "'Badges' is kept, and names no clause and no outcome."),
        ({"verdict": "park"}, ""),
        ({"verdict": "drop"}, ""),
        ({}, ""),
    ],
)
def test_what_is_kept_says_what_it_serves(item: dict[str, Any], message: str) -> None:
    """G2 asks only ideas that are kept."""
    assert said("G2", "ideas", text="Badges", **item) == ([("one", message)] if message else [])


EXIT = {"about": "Uploader", "metric": "rate", "threshold": 0, "check_on": "2026-12-01"}


@pytest.mark.parametrize(
    ("change", "messages"),
    [
        ({}, []),
        ({"threshold": None}, ["'Uploader' lacks a threshold."]),
        (
            {"metric": None, "threshold": None, "check_on": None},
            ["'Uploader' lacks a metric, a threshold and a day to check on."],
        ),
        ({"metric": None, "status": "planned"}, ["'Uploader' lacks a metric."]),
        ({"metric": None, "status": "stopped"}, []),
        ({"set_on": "2026-01-02", "started": "2026-01-02"}, []),
        ({"set_on": "2026-01-03"}, []),
        ({"started": "2026-01-02"}, []),
        (
            {"set_on": "2026-01-03", "started": "2026-01-02", "threshold": None},
            [
                "'Uploader' lacks a threshold.",
                "The criterion for 'Uploader' came after the start: it was set on 2026-01-03, "
                "and the work began on 2026-01-02.",
            ],
        ),
        (
            {"set_on": "2026-01-03", "started": "2026-01-02", "status": "kept"},
            [
                "The criterion for 'Uploader' came after the start: it was set on 2026-01-03, "
                "and the work began on 2026-01-02."
            ],
        ),
        ({"check_on": "2026-09-30"}, []),
        ({"check_on": "2026-09-29"}, ["'Uploader' was to be decided on 2026-09-29, and is still active."]),
        ({"check_on": "2026-09-29", "status": "stopped"}, []),
        ({"check_on": "2026-09-29", "status": "planned"}, []),
    ],
)
def test_when_to_stop(change: dict[str, Any], messages: list[str]) -> None:
    """G3 asks for a criterion, before the start, that is decided on its day."""
    assert [message for _, message in said("G3", "exits", **EXIT | change)] == messages


DECISION = {"question": "Editor?", "choice": "By hand", "options": ["Editor", "By hand"]}


@pytest.mark.parametrize(
    ("change", "messages"),
    [
        ({}, []),
        ({"stakeholders": ["board"]}, ["The decision 'Editor?' rests on stakeholders alone."]),
        ({"stakeholders": ["board"], "evidence": ["week"]}, []),
        ({"options": []}, ["The decision 'Editor?' names no alternative."]),
        ({"options": ["by hand "]}, ["The decision 'Editor?' names no alternative."]),
        ({"options": ["By hand", " "]}, ["The decision 'Editor?' names no alternative."]),
        ({"options": ["Editor"]}, []),
        ({"choice": "", "stakeholders": []}, []),
        ({"revisit": "2026-09-30"}, []),
        ({"revisit": "2026-09-29"}, ["'Editor?' was to be looked at again on 2026-09-29."]),
        (
            {"stakeholders": ["board"], "options": []},
            ["The decision 'Editor?' rests on stakeholders alone and names no alternative."],
        ),
    ],
)
def test_what_a_decision_rests_on(change: dict[str, Any], messages: list[str]) -> None:
    """G4 asks for evidence beside stakeholders, for an alternative, and for a second look on its day."""
    assert [message for _, message in said("G4", "decisions", **DECISION | change)] == messages


@pytest.mark.parametrize(
    ("item", "word"),
    [
        ({"heard": "2026-07-02"}, ""),
        ({"heard": "2026-07-01"}, "nothing is changed"),
        ({}, ""),
        ({"heard": "2026-01-01", "change": "Captions", "changed": "2026-07-02"}, ""),
        ({"heard": "2026-01-01", "change": "Captions", "changed": "2026-07-01"}, "nobody wrote what it did"),
        ({"heard": "2026-01-01", "change": "Captions"}, ""),
        ({"changed": "2026-01-01", "effect": "Fewer messages"}, ""),
    ],
)
def test_loops_are_closed_within_the_review_period(item: dict[str, Any], word: str) -> None:
    """G5 leaves 90 days, to the day, for a change and for its effect; what has no day is not judged."""
    found = said("G5", "iterations", feedback="No captions", **item)
    assert len(found) == bool(word) and all(word in message for _, message in found)


@pytest.mark.parametrize(("every", "count"), [("30d", 1), ("90d", 0)])
def test_the_team_says_how_long_a_loop_may_stay_open(every: str, count: int) -> None:
    """G5 takes the review period of the product."""
    loop = {"id": "one", "feedback": "No captions", "heard": "2026-08-30"}
    parts = {"product": {"name": "Example", "review_every": every}, "opportunities": {"iterations": [loop]}}
    assert len(hits("G5", book_of(parts))) == count
