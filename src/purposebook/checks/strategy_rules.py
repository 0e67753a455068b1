"""The rules that read the strategy: C1 to C3."""

from __future__ import annotations

from typing import Any, Final

from purposebook.checks.example import Example
from purposebook.checks.rule import Rule
from purposebook.checks.strategy_findings import flows_past_somebody, is_adrift, skips_the_whys

_INTENT = {
    "id": "first-courses",
    "text": "Half of those who start a course publish it.",
    "horizon": "2027",
    "metric": "publish-rate",
    "owner": "Product lead",
}
_WHYS = {
    "build": "Starters stop at the cutting",
    "problem": "A lesson eats a weekend",
    "customer": "Weekends back",
    "business": "More courses to sell",
}


def _initiative(problem: str, **fields: Any) -> Example:
    """Show an initiative beside an intent."""
    item = {"id": "cutting", "problem": problem, **fields}
    return Example(problem, {"strategy": {"intents": [_INTENT], "initiatives": [item]}})


def _stream(text: str, team: str) -> Example:
    """Show a stream of one step, and one team."""
    stream = {"id": "lesson", "value": "A lesson that can be published", "steps": [{"name": "Cut", "team": team}]}
    return Example(text, {"strategy": {"teams": ["Editors"], "streams": [stream]}})


STRATEGY_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="C1",
        severity="warning",
        title="From vision to problem without a gap",
        looks_for="An intent without horizon, metric or owner; an initiative that serves no intent, or that names a "
        "solution where the problem should stand. Initiatives that are done or stopped are left alone.",
        source="Melissa Perri, 'Escaping the Build Trap': strategic intents, and initiatives that are problems.",
        false_alarms="A problem with a thing that exists, in the words of a wish. Solutions are found in English and "
        "French only, and only of the kinds that the lists know: an app, a dashboard, a button.",
        advice="Name the intent that it serves, and ask what would be different for people if it worked.",
        strong=_initiative("Cutting a lesson takes longer than teaching it.", intent="first-courses"),
        weak=_initiative("Build a mobile app"),
        find=is_adrift,
        parts=frozenset({"strategy"}),
    ),
    Rule(
        id="C2",
        severity="warning",
        title="Three whys before the work",
        looks_for="An initiative that is explored or active, and does not say why to build it, which problem it "
        "solves, and what customers and business gain.",
        source="The three whys of product-led practice: why build it, which problem, what benefit.",
        false_alarms="Work that the law asks for: say so as the first why, and silence the rule if the others have no "
        "answer.",
        advice="Answer the whys, or set the initiative back to 'proposed'.",
        strong=_initiative(
            "Cutting a lesson takes longer than teaching it (with three whys).",
            intent="first-courses",
            status="active",
            whys=_WHYS,
        ),
        weak=_initiative(
            "Cutting a lesson takes longer than teaching it (without a why).", intent="first-courses", status="active"
        ),
        find=skips_the_whys,
        parts=frozenset({"strategy"}),
    ),
    Rule(
        id="C3",
        severity="warning",
        title="Everybody stands in a stream",
        looks_for="A team that does no step of any value stream, and a step of which nobody knows who does it.",
        source="Melissa Perri, 'Escaping the Build Trap': teams are organised along the streams of value.",
        false_alarms="Teams whose name is written in two ways; teams that work for other teams, until what they offer "
        "has a stream of its own.",
        advice="Name the step that the team does, or ask whom its work reaches.",
        strong=_stream("Editors cut the lesson.", "Editors"),
        weak=_stream("Somebody cuts the lesson; the editors stand in no stream.", ""),
        find=flows_past_somebody,
        parts=frozenset({"strategy"}),
    ),
)
"""The rules of the strategy, in the order of their ids."""
