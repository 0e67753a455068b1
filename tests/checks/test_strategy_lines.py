"""The rules of intents, initiatives, whys and value streams."""

from __future__ import annotations

from typing import Any

import pytest
from rule_trials import hits

from purposebook.checks.example import book_of

INTENT = {"id": "first", "text": "Half publish.", "horizon": "2027", "metric": "rate", "owner": "Lead"}
WHYS = {"build": "a", "problem": "b", "customer": "c", "business": "d"}
SOLUTIONS = (
    "We need a mobile app",
    "Build a dashboard for learners",
    "A mobile app.",
    "Lack of a search bar",
    "Launch the new portal",
)
PROBLEMS = (
    "Cutting a lesson takes longer than teaching it.",
    "The app crashes on Sundays.",
    "Publishing a course takes a weekend.",
    "Build times keep authors waiting.",
    "Our dashboard is slow",
    "The creation of a lesson takes a weekend",
)
FRENCH = (("Développer une application", True), ("Publier un cours prend un week-end.", False))


def said(rule: str, product: dict[str, Any] | None = None, **strategy: Any) -> list[tuple[str, str]]:
    """Return place and message of what a rule says about a strategy."""
    parts = {"product": {"name": "Example"} | (product or {}), "strategy": strategy}
    return [(hit.where, hit.message) for hit in hits(rule, book_of(parts))]


def initiative(problem: str = "Cutting takes long.", **fields: Any) -> dict[str, Any]:
    """Return an initiative that serves the intent."""
    return {"id": "cut", "problem": problem, "intent": "first", **fields}


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ((), None),
        (("horizon",), "a horizon"),
        (("metric", "owner"), "a metric and an owner"),
        (("horizon", "metric", "owner"), "a horizon, a metric and an owner"),
    ],
)
def test_an_intent_has_horizon_metric_and_owner(missing: tuple[str, ...], words: str | None) -> None:
    """C1 names in one finding what an intent lacks."""
    intent = {key: value for key, value in INTENT.items() if key not in missing}
    assert said("C1", intents=[intent]) == ([("strategy/first", f"'Half publish.' lacks {words}.")] if words else [])


def test_an_initiative_serves_an_intent() -> None:
    """C1 names an initiative without an intent, once, whatever else is wrong with it."""
    assert said("C1", initiatives=[initiative(intent=None)]) == [
        ("strategy/cut", "'Cutting takes long.' serves no intent.")
    ]
    both = said("C1", initiatives=[initiative("We need an app", intent=None)])
    assert [where for where, _ in both] == ["strategy/cut"]
    assert "serves no intent and names a solution ('need an app')" in both[0][1]


@pytest.mark.parametrize("problem", SOLUTIONS)
def test_solutions_in_place_of_problems(problem: str) -> None:
    """C1 finds what is asked for, made, or all that is said."""
    assert len(said("C1", initiatives=[initiative(problem)])) == 1


@pytest.mark.parametrize("problem", PROBLEMS)
def test_problems_pass(problem: str) -> None:
    """C1 lets a problem with a thing that exists pass."""
    assert said("C1", initiatives=[initiative(problem)]) == []


@pytest.mark.parametrize(("problem", "wrong"), FRENCH)
def test_solutions_in_french(problem: str, wrong: bool) -> None:
    """C1 reads French initiatives too."""
    assert bool(said("C1", {"language": "fr"}, initiatives=[initiative(problem)])) is wrong


def test_no_words_are_read_in_other_languages() -> None:
    """C1 still asks for the intent where it cannot read the words."""
    assert said("C1", {"language": "de"}, initiatives=[initiative("We need a mobile app")]) == []
    assert said("C1", {"language": "de"}, initiatives=[initiative("(Eine App)", intent=None)]) != []


@pytest.mark.parametrize("status", ["done", "stopped"])
def test_what_is_over_is_left_alone(status: str) -> None:
    """Neither C1 nor C2 speaks of initiatives that are over."""
    item = initiative("A mobile app", intent=None, status=status)
    assert said("C1", initiatives=[item]) + said("C2", initiatives=[item]) == []


@pytest.mark.parametrize(
    ("status", "speaks"), [("active", True), ("exploring", True), ("proposed", False), ("done", False)]
)
def test_whys_are_asked_of_what_is_worked_on(status: str, speaks: bool) -> None:
    """C2 asks for the whys of what is explored or active."""
    assert bool(said("C2", initiatives=[initiative(status=status)])) is speaks
    assert said("C2", initiatives=[initiative(status=status, whys=WHYS)]) == []


def test_missing_whys_are_named() -> None:
    """C2 says which of the answers are missing."""
    item = initiative(status="active", whys=WHYS | {"build": "", "business": " "})
    message = "'Cutting takes long.' is worked on, and does not say why to build it and what the business gains."
    assert said("C2", initiatives=[item]) == [("strategy/cut", message)]


STREAM = {"id": "lesson", "value": "A lesson", "steps": [{"name": "Cut", "team": "Editors"}, {"name": "Check"}]}


@pytest.mark.parametrize(
    ("strategy", "found"),
    [
        ({}, []),
        (
            {"teams": ["Editors"], "streams": []},
            [("strategy/teams", "This team stands in no value stream: 'Editors'.")],
        ),
        ({"streams": [STREAM | {"steps": STREAM["steps"][:1]}]}, []),
        ({"teams": ["  "], "streams": []}, []),
        ({"teams": [], "streams": [STREAM | {"steps": []}]}, []),
        ({"teams": ["editors "], "streams": [STREAM]}, [("strategy/lesson", "Nobody is named for 'Check'.")]),
        (
            {"teams": ["Editors", "Sales", "Support"], "streams": [STREAM | {"steps": STREAM["steps"][:1]}]},
            [("strategy/teams", "These teams stand in no value stream: 'Sales', 'Support'.")],
        ),
    ],
)
def test_teams_and_steps(strategy: dict[str, Any], found: list[tuple[str, str]]) -> None:
    """C3 names teams outside of every stream, and steps that nobody does."""
    assert said("C3", **strategy) == found
