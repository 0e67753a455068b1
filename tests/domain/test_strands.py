"""Items beside the thread lead to a clause of the mission, or they are named."""

from __future__ import annotations

from typing import Any

from purposebook.domain.slug import Slug
from purposebook.domain.strands import strands
from purposebook.domain.workbook import PARTS, Workbook

MISSION = {"clauses": [{"id": "publish", "text": "publish a course"}]}
OBJECTIVES = [
    {
        "id": "finish",
        "statement": "Authors finish",
        "serves": ["publish"],
        "needs": ["weekend"],
        "key_results": ["rate"],
    },
    {"id": "gone", "statement": "Dropped", "serves": ["publish"], "status": "dropped"},
    {"id": "adrift", "statement": "Serves nothing"},
]


def loose(**parts: Any) -> dict[str, tuple[int, list[str]]]:
    """Return, by kind, how many items there are and which lead nowhere."""
    contents: dict[str, Any] = {"product": {"name": "X"}, "mission": MISSION, "objectives": {"objectives": OBJECTIVES}}
    models: Any = {name: PARTS[name].model_validate(content) for name, content in (contents | parts).items()}
    return {one.kind: (one.total, [item.id for item in one.loose]) for one in strands(Workbook(Slug("x"), **models))}


def test_a_chain_of_references_leads_to_the_mission() -> None:
    """Option -> initiative -> intent -> clause; one without an intent leads nowhere."""
    strategy = {
        "intents": [{"id": "first", "text": "First", "serves": ["publish"]}],
        "initiatives": [{"id": "cut", "problem": "Cutting", "intent": "first"}, {"id": "lost", "problem": "Lost"}],
        "options": [{"id": "help", "name": "Help", "initiative": "cut"}, {"id": "app", "name": "App"}],
    }
    assert loose(strategy=strategy) == {"intent": (1, []), "initiative": (2, ["lost"]), "option": (2, ["app"])}


def test_what_stands_inside_leads_where_the_outer_leads() -> None:
    """A solution is tied by its opportunity."""
    opportunities = {
        "opportunities": [
            {
                "id": "hurts",
                "text": "Hurts",
                "objective": "finish",
                "solutions": [{"id": "cutters", "text": "Cutters"}],
            },
            {"id": "vague", "text": "Vague", "solutions": [{"id": "badges", "text": "Badges"}]},
        ]
    }
    assert loose(opportunities=opportunities) == {"opportunity": (2, ["vague"]), "solution": (2, ["badges"])}


def test_needs_and_metrics_of_an_objective_are_tied() -> None:
    """What is done for a need or a metric of an objective is done for the objective."""
    opportunities = {
        "iterations": [
            {"id": "heard", "feedback": "Slow", "metric": "rate"},
            {"id": "noise", "feedback": "Blue", "metric": "clicks"},
        ]
    }
    mission = {**MISSION, "delivers": [{"id": "row", "problem": "Weekends", "need": "weekend"}]}
    assert loose(opportunities=opportunities, mission=mission) == {"delivery": (1, []), "iteration": (2, ["noise"])}


def test_dropped_and_adrift_objectives_tie_nothing() -> None:
    """An objective that was dropped, or serves no clause, is no way to the mission."""
    experiments = {
        "experiments": [
            {"id": "one", "step": "Try", "goal": "gone"},
            {"id": "two", "step": "Try", "goal": "adrift"},
            {"id": "three", "step": "Try", "goal": "finish"},
        ]
    }
    assert loose(experiments=experiments) == {"experiment": (3, ["one", "two"])}


def test_circles_end() -> None:
    """Items that point at each other and at nothing else lead nowhere."""
    ripple = {
        "ripple": [
            {"id": "a", "text": "A", "ring": "individual", "causes": [{"effect": "b"}]},
            {"id": "b", "text": "B", "ring": "individual", "causes": [{"effect": "a"}]},
        ]
    }
    assert loose(mission={**MISSION, **ripple}) == {}
