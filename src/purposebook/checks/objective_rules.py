"""The rules that read the objectives: O1 to O5."""

from __future__ import annotations

from typing import Final

from purposebook.checks.example import Example, objective_says
from purposebook.checks.objective_findings import (
    carries_number,
    has_no_clause_or_objective,
    has_too_few_or_many,
    is_about_us,
    reads_as_tasks,
)
from purposebook.checks.rule import Rule
from purposebook.checks.words import WORD_LANGUAGES

_CLAUSE = {"clauses": [{"id": "publish", "text": "publish a first course"}]}

OBJECTIVE_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="O1",
        severity="warning",
        title="An objective is a sentence, not a number",
        looks_for="A number, a quantity or a date in the objective's words. Numbers that belong to a name are passed "
        "over: letters beside digits (B2B, 5G), an acronym or a capital before (WCAG 2.2, Windows 11), words that are "
        "counted by name (level 2, article 5), programmes with a year (Agenda 2030). With %, a currency or a unit it "
        "is a quantity, whatever stands before.",
        source="Christina Wodtke on objectives: qualitative and inspiring; the numbers belong to the key results.",
        false_alarms="House styles differ, and some public promises hold a number.",
        advice="Say what will be true in words, and move the number to a metric's target.",
        strong=objective_says("First-time authors finish what they start."),
        weak=objective_says("Raise publishing from 25% to 75% by December."),
        find=carries_number,
        parts=frozenset({"objectives"}),
    ),
    Rule(
        id="O2",
        severity="warning",
        title="A few objectives, a few key results",
        looks_for="An active objective without a key result or with more than five; more than five active objectives.",
        source="John Doerr and Christina Wodtke: a handful of objectives, three to five key results each.",
        false_alarms="Small teams with one metric of each objective are fine; large ones may share a workbook.",
        advice="Tie each objective to one to five metrics, and pause what can wait.",
        strong=objective_says(
            "First-time authors finish what they start (key result: publish-rate).", key_results=["publish-rate"]
        ),
        weak=objective_says("First-time authors finish what they start (no key result)."),
        find=has_too_few_or_many,
        parts=frozenset({"objectives"}),
    ),
    Rule(
        id="O3",
        severity="error",
        title="Objectives serve the mission",
        looks_for="An objective that serves no clause of the mission (error); a clause that no objective serves "
        "(warning).",
        source="The practice of aligning objectives to the mission: the mission decides what is worth an objective.",
        false_alarms="A clause that is left for later on purpose: silence it with that reason.",
        advice="Name the mission clause in the objective's 'serves'.",
        strong=Example(
            "First-time authors finish what they start (serves: publish).",
            {
                "mission": _CLAUSE,
                "objectives": {
                    "objectives": [{"id": "finish", "statement": "First-time authors finish.", "serves": ["publish"]}]
                },
            },
        ),
        weak=Example(
            "First-time authors finish what they start (serves nothing).",
            {
                "mission": _CLAUSE,
                "objectives": {"objectives": [{"id": "finish", "statement": "First-time authors finish."}]},
            },
        ),
        find=has_no_clause_or_objective,
        parts=frozenset({"mission", "objectives"}),
    ),
    Rule(
        id="O4",
        severity="warning",
        title="An outcome, not a task list",
        looks_for="An objective that says what the team makes (launch the editor, the form is updated, a new "
        "portal) or works on (explore, review, identify), and nothing of what users then do.",
        source="18F's guides and the OKR literature: outcomes over outputs.",
        false_alarms="Platform teams whose output is the outcome of others; say so in 'outcome'. 'So that users "
        "can' does not count as something that users do; 'so that teachers finish' does.",
        advice="Fill in the outcome: who does what today, and what they will do instead.",
        strong=objective_says("First-time authors finish what they start."),
        weak=objective_says("Build the new editor, launch it and write the manual."),
        find=reads_as_tasks,
        parts=frozenset({"objectives"}),
        languages=WORD_LANGUAGES,
    ),
    Rule(
        id="O5",
        severity="warning",
        title="Users act in an outcome",
        looks_for="An outcome whose subject is the team, the company, the product, one of its features or another "
        "thing that the team makes.",
        source="Joshua Seiden: an outcome is a change in what people do.",
        false_alarms="Internal tools: staff who are declared personas or segments count as users. A product is "
        "known by its name, by nouns such as page or service, or by what products do (supports, runs on).",
        advice="Name the users as 'who'; declare staff as a persona if the product is made for them.",
        strong=objective_says(
            "First-time authors leave a course half made today; they will publish it within a month.",
            outcome={
                "who": "first-time authors",
                "from": "leave a course half made",
                "to": "publish it within a month",
            },
        ),
        weak=objective_says(
            "The product team ships rarely today; it will ship every week.",
            outcome={"who": "the product team", "from": "ships rarely", "to": "ships every week"},
        ),
        find=is_about_us,
        parts=frozenset({"objectives"}),
        languages=WORD_LANGUAGES,
    ),
)
"""The objectives' rules, in the order of their ids."""
