"""The rules that read opportunities and decisions: G1 to G5."""

from __future__ import annotations

from typing import Any, Final

from purposebook.checks.example import Example
from purposebook.checks.opportunity_findings import (
    is_bare_branch,
    is_weakly_decided,
    leaves_loop_open,
    lets_nothing_go,
    slips_through,
)
from purposebook.checks.rule import Rule

_HAND = {
    "id": "by-hand",
    "text": "Editors cut the recording",
    "status": "chosen",
    "tests": [{"assumption": "Authors hand over raw recordings", "result": "holds"}],
}
_GUIDE = {"id": "guide", "text": "A guide to recording without cuts"}


def _one(field: str, said: str, **item: Any) -> Example:
    """Show one item of the part."""
    return Example(said, {"opportunities": {field: [{"id": "one", **item}]}})


def _exit(text: str, **fields: Any) -> Example:
    """Show when the new uploader would be stopped."""
    item = {"about": "The new uploader", "metric": "publish-rate", "threshold": 30, "check_on": "2026-12-01"}
    return _one("exits", text, **item | fields)


OPPORTUNITY_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="G1",
        severity="warning",
        title="From outcome to test",
        looks_for="An opportunity that names no objective or has fewer than two solutions that are not dropped; a "
        "chosen solution none of whose assumptions was tested. An opportunity without any solution is left alone while "
        "another one of the same objective has some: it waits.",
        source="Teresa Torres, 'Continuous Discovery Habits': outcome, opportunities, several solutions, tests.",
        false_alarms="Solutions so small that trying them is the test.",
        advice="Name the objective that it would move, and think of a second way to take it.",
        strong=_one(
            "opportunities",
            "I cannot cut what I recorded: editors cut it (tested), or a guide helps to need no cuts.",
            text="I cannot cut what I recorded",
            objective="finish",
            solutions=[_HAND, _GUIDE],
        ),
        weak=_one(
            "opportunities",
            "I cannot cut what I recorded: editors cut it.",
            text="I cannot cut what I recorded",
            solutions=[_HAND | {"tests": []}],
        ),
        find=is_bare_branch,
        parts=frozenset({"opportunities"}),
    ),
    Rule(
        id="G2",
        severity="warning",
        title="What is kept serves the purpose",
        looks_for="An idea that is kept and names no clause of the mission, no persona, or no objective.",
        source="The practice of using the purpose as the filter for ideas.",
        false_alarms="Upkeep that serves everything a little.",
        advice="Name whom it helps, what it moves and which clause it serves, or park it.",
        strong=_one(
            "ideas",
            "Captions: for evening learners who finish.",
            text="Captions",
            verdict="keep",
            clauses=["people-finish"],
            personas=["evening-learner"],
            objectives=["complete"],
        ),
        weak=_one("ideas", "Badges for learners: kept.", text="Badges for learners", verdict="keep"),
        find=slips_through,
        parts=frozenset({"opportunities"}),
    ),
    Rule(
        id="G3",
        severity="warning",
        title="Letting go is agreed before the start",
        looks_for="A kill criterion without metric, threshold or day; one that was set after the work began; one whose "
        "day has passed while the work goes on.",
        source="The practice of kill criteria: what nobody agreed to stop before it began is rarely stopped.",
        false_alarms="A criterion that was tightened after the start, with its new day.",
        advice="Next time, agree on it before anybody begins; for this one, say so to those who decide.",
        strong=_exit(
            "Agreed on 2026-09-01, begun on 2026-09-08: stop below 30% on 2026-12-01.",
            set_on="2026-09-01",
            started="2026-09-08",
        ),
        weak=_exit("Below 30% on 2026-02-28, and still active in autumn.", check_on="2026-02-28"),
        find=lets_nothing_go,
        parts=frozenset({"opportunities"}),
    ),
    Rule(
        id="G4",
        severity="warning",
        title="Decisions rest on more than a voice",
        looks_for="A decision that cites stakeholders and no evidence, that names no alternative, or whose day to look "
        "again has passed.",
        source="Decision logs, and the practice of weighing stakeholders' wishes against evidence.",
        false_alarms="What the law decides has no alternative: say so in a silenced rule.",
        advice="Name the evidence, and what else was possible.",
        strong=_one(
            "decisions",
            "Build an editor, or cut by hand? By hand, after a week with nine authors.",
            question="Build an editor, or cut by hand first?",
            options=["Build an editor", "Cut by hand"],
            choice="Cut by hand",
            stakeholders=["author-circle"],
            evidence=["hand-edit-week"],
        ),
        weak=_one(
            "decisions",
            "Build an editor? The author circle wants one.",
            question="Build an editor?",
            choice="Build an editor",
            stakeholders=["author-circle"],
        ),
        find=is_weakly_decided,
        parts=frozenset({"opportunities"}),
    ),
    Rule(
        id="G5",
        severity="warning",
        title="Loops are closed",
        looks_for="Feedback that was heard longer ago than the review period and changed nothing; a change older than "
        "that whose effect nobody wrote down.",
        source="The practice of iterating: feedback, change and effect belong together.",
        false_alarms="Effects that take longer than a review period to show.",
        advice="Close the loop: write what was changed, or what it did.",
        strong=_one(
            "iterations",
            "Deaf learners cannot follow; captions since May; messages about captions fell.",
            feedback="Deaf learners cannot follow",
            heard="2026-05-03",
            change="Captions on each lesson",
            changed="2026-05-20",
            effect="Messages about captions fell",
        ),
        weak=_one(
            "iterations",
            "Deaf learners cannot follow, heard in May.",
            feedback="Deaf learners cannot follow",
            heard="2026-05-03",
        ),
        find=leaves_loop_open,
        parts=frozenset({"opportunities"}),
    ),
)
"""The rules of opportunities and decisions, in the order of their ids."""
