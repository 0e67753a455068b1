"""The rules that follow value to those who get it: D1, I1 and K11."""

from __future__ import annotations

from typing import Any, Final

from purposebook.checks.example import Example
from purposebook.checks.impact_findings import belongs_to_nobody, delivers_loosely, looks_one_way
from purposebook.checks.rule import Rule

_OBJECTIVE = {
    "objectives": [{"id": "finish", "statement": "First-time authors finish.", "key_results": ["publish-rate"]}]
}


def _row(text: str, **fields: Any) -> Example:
    """Show one row of delivered value."""
    row = {"id": "evenings", "problem": "Editing one lesson eats a weekend", **fields}
    return Example(text, {"mission": {"delivers": [row]}})


def _impacts(text: str, *levels: str) -> Example:
    """Show impacts on these levels, the last one for the worse where there are several."""
    impacts = [{"id": f"on-{level}", "text": f"What the {level} notices", "level": level} for level in levels]
    return Example(text, {"metrics": {"impacts": [*impacts[:-1], impacts[-1] | {"effect": "worse"}]}})


def _owned(text: str, owner: str) -> Example:
    """Show a key result that this role looks after."""
    metric = {"id": "publish-rate", "name": "Authors who publish", "owner": owner}
    return Example(text, {"metrics": {"metrics": [metric]}, "objectives": _OBJECTIVE})


IMPACT_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="D1",
        severity="warning",
        title="Value reaches somebody",
        looks_for="A row of delivered value that names no persona or no need, or whose value has neither a metric nor "
        "a reason why it is not measured.",
        source="The practice of following each problem to a need and to the value that is delivered.",
        false_alarms="Rows that are being written.",
        advice="Name who has the problem and the need behind it, and what shows the value or why nothing can.",
        strong=_row(
            "Editing eats a weekend (first-time author, weekend): a lesson in one evening, shown by editing hours.",
            persona="first-time-author",
            need="weekend",
            value="A lesson made in one evening",
            metric="editing-hours",
        ),
        weak=_row("Editing eats a weekend: a lesson in one evening.", value="A lesson made in one evening"),
        find=delivers_loosely,
        parts=frozenset({"mission"}),
    ),
    Rule(
        id="I1",
        severity="warning",
        title="The compass points beyond the business",
        looks_for="Impacts that are all on the business (warning), and impacts of which none is unwanted or for the "
        "worse (info).",
        source="The practice of looking at impact on users, market, community, society and environment too, and at "
        "what nobody intended.",
        false_alarms="None known; if you looked for unwanted effects and found none, say so in a silenced rule.",
        advice="Write down what changes for users, market, community, society or environment.",
        strong=_impacts("Teachers get weekends back; servers use more energy.", "user", "environment"),
        weak=_impacts("Revenue falls in summer.", "business"),
        find=looks_one_way,
        parts=frozenset({"metrics"}),
    ),
    Rule(
        id="K11",
        severity="info",
        title="Somebody looks after the number",
        looks_for="A key result whose metric has no owner.",
        source="The practice of naming, across product, marketing and sales, who looks after which metric.",
        false_alarms="Teams of one.",
        advice="Name the role that looks after it.",
        strong=_owned("Authors who publish; the product manager looks after it.", "Product manager"),
        weak=_owned("Authors who publish.", ""),
        find=belongs_to_nobody,
        parts=frozenset({"metrics"}),
    ),
)
"""The rules of value and impact, in the order of their ids."""
