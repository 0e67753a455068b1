"""The rules that read needs and claims: R1 to R4."""

from __future__ import annotations

from typing import Final

from purposebook.checks.claims import CLAIM_PARTS
from purposebook.checks.example import need_says
from purposebook.checks.need_findings import is_about_knowing, is_half_said, rests_on_nothing, wants_solution
from purposebook.checks.rule import Rule
from purposebook.checks.words import WORD_LANGUAGES

NEED_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="R1",
        severity="warning",
        title="Needs, not solutions",
        looks_for="A need or a pain that asks for a solution: 'need a dashboard', 'lack of our app'.",
        source="GOV.UK's guide to user needs, and Teresa Torres: a lack of the solution is not a problem.",
        false_alarms="A real need for a thing.",
        advice="Ask what they would do with it, and write that.",
        strong=need_says("see on Monday which lessons learners did not understand"),
        weak=need_says("I need a dashboard of my lessons"),
        find=wants_solution,
        parts=frozenset({"mission", "personas"}),
        languages=WORD_LANGUAGES,
    ),
    Rule(
        id="R2",
        severity="warning",
        title="Who needs what, and what for",
        looks_for="A need that begins with 'as a user', that names a thing instead of something to be done, or that "
        "does not say what for: so that, because, without losing a weekend. The persona stands for the who.",
        source="GOV.UK's guide to user needs: as a ..., I need to ..., so that ...; never 'as a user'.",
        false_alarms="Other templates, and reasons in words that the rule does not know.",
        advice="Write it as 'I need to ..., so that ...', and put it under the persona who has it.",
        strong=need_says("As a teacher I need to make a lesson on Sunday, so that my weekend is not lost"),
        weak=need_says("As a user I need better videos"),
        find=is_half_said,
        parts=frozenset({"personas"}),
        languages=WORD_LANGUAGES,
    ),
    Rule(
        id="R3",
        severity="info",
        title="Needs are things to do",
        looks_for="A need to understand, to know about or to be aware of something.",
        source="GOV.UK's guide to user needs: needs are based on tasks; 'understand' and 'be aware of' only where "
        "somebody has to know it to do something, such as to comply with the law.",
        false_alarms="Compliance, and teaching, where understanding is what people come for.",
        advice="Ask what they do once they understand, and write that.",
        strong=need_says("I need to check whether I may use a song, so that I do not have to cut the lesson again"),
        weak=need_says("I need to understand copyright, so that I make no mistake"),
        find=is_about_knowing,
        parts=frozenset({"personas"}),
        languages=WORD_LANGUAGES,
    ),
    Rule(
        id="R4",
        severity="warning",
        title="Claims rest on something",
        looks_for="Pain points, needs, problems, messages, ladder entries, alternatives, assets, delivered values, "
        "impacts and opportunities without evidence that are not marked 'assumption: true'; links of the ripple that "
        "are called observed or tested without it; decisions that name neither evidence nor a stakeholder.",
        source="GOV.UK's guide to user needs: evidence from users, not opinions.",
        false_alarms="New ideas: mark them as assumptions, which is honest and counted apart.",
        advice="Name the evidence, or mark it 'assumption: true'.",
        strong=need_says("make a lesson without losing a weekend (int-07)", evidence=["int-07"]),
        weak=need_says("make a lesson without losing a weekend (nobody has said so)"),
        find=rests_on_nothing,
        parts=CLAIM_PARTS,
    ),
)
"""The rules of needs and claims, in the order of their ids."""
