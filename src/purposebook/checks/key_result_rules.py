"""The rules that read a metric's words: K2 to K5."""

from __future__ import annotations

from typing import Final

from purposebook.checks.example import metric_says
from purposebook.checks.key_result_findings import is_activity, is_milestone, is_output, is_vanity
from purposebook.checks.rule import Rule
from purposebook.checks.words import WORD_LANGUAGES

_GOOD = metric_says("Authors who publish within 30 days of starting")

WORDING_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="K2",
        severity="info",
        title="A result, not an activity",
        looks_for="A metric that opens with an activity: help, consult, analyse, participate. Nouns such as help "
        "requests are passed over, and so is an activity with what comes of it: help shoppers find, identify and "
        "build.",
        source="Google's public guidance on OKRs, which takes such verbs for a sign of activities.",
        false_alarms="Names of products and teams that begin with such a verb; a first step of work that ends in a "
        "thing (research and development of a table). On real lines it was right less than nine times in ten, so it "
        "only informs.",
        advice="Name what is different for users once the activity has worked.",
        strong=_GOOD,
        weak=metric_says("Help authors with their videos"),
        find=is_activity,
        parts=frozenset({"metrics"}),
        languages=WORD_LANGUAGES,
    ),
    Rule(
        id="K3",
        severity="warning",
        title="An outcome, not an output",
        looks_for="A metric that says what the team makes and no effect: as an order (ship the editor), a noun "
        "(launch of the portal), a statement (the form is updated, documentation ready, the page shows every "
        "course), a second step (identify needs and build a form) or a thing alone (dashboard for teachers). A "
        "number in per cent, a move from one value to another, or users who then do something, is an effect.",
        source="John Doerr and Joshua Seiden: a key result says what changes, not what is made.",
        false_alarms="Teams whose output is somebody else's outcome; a thing that people use and the words do not "
        "say so. 'Improve X from 20% to 30%' and 'build trust' pass. A share of what is made (document 80% of the "
        "endpoints) passes too, and so do verbs that nobody listed.",
        advice="Ask who does what differently once it is there, and count them.",
        strong=_GOOD,
        weak=metric_says("Ship the new video editor"),
        find=is_output,
        parts=frozenset({"metrics"}),
        languages=WORD_LANGUAGES,
    ),
    Rule(
        id="K4",
        severity="warning",
        title="Milestones are declared",
        looks_for="A metric that is done or not done and is not declared as 'kind: milestone': app launched, the "
        "audit is passed, get certified, users can upload files, 0 to 1 without a unit. Several things, a count and "
        "what stands under 'more of' are none. An order such as 'launch the app' is left to K3.",
        source="The OKR literature: a key result is graded, a milestone is reached or not.",
        false_alarms="Declared milestones pass; counts of things done, such as lessons completed, are passed over. "
        "What people can do quickly, better or without help is no milestone.",
        advice="Declare it as 'kind: milestone', or measure what it is for.",
        strong=_GOOD,
        weak=metric_says("Mobile editor launched"),
        find=is_milestone,
        parts=frozenset({"metrics"}),
        languages=WORD_LANGUAGES,
    ),
    Rule(
        id="K5",
        severity="info",
        title="No vanity metric",
        looks_for="Cumulative totals, page views, registered users, downloads or followers without a rate, a cohort "
        "or a denominator.",
        source="Eric Ries: a metric is actionable, accessible and auditable.",
        false_alarms="Goals of early awareness, when being seen is the question; small counts that stand for people "
        "who act (15 sign-ups of coaches). Real lines with such totals are too few to promise nine in ten, so it only "
        "informs.",
        advice="Relate it: of how many, by which cohort, how often each.",
        strong=metric_says("Registered users who publish within 30 days"),
        weak=metric_says("Total registered users"),
        find=is_vanity,
        parts=frozenset({"metrics"}),
        languages=WORD_LANGUAGES,
    ),
)
"""The rules of a metric's wording, in the order of their ids."""
