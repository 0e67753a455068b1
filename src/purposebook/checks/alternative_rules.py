"""The rule that reads the comparison with alternatives: W1."""

from __future__ import annotations

from typing import Any, Final

from purposebook.checks.alternative_findings import always_wins
from purposebook.checks.example import Example
from purposebook.checks.rule import Rule

_NOTHING: Final = {
    "id": "do-nothing",
    "name": "Do nothing",
    "strengths": ["Costs nothing"],
    "weaknesses": ["Nobody learns"],
}


def _compared(text: str, *alternatives: dict[str, Any]) -> Example:
    """Show a comparison."""
    return Example(text, {"mission": {"alternatives": list(alternatives)}})


ALTERNATIVE_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="W1",
        severity="warning",
        title="An honest comparison",
        looks_for="An alternative with weaknesses and no strength: we win every row. A comparison in which doing "
        "nothing is missing.",
        source="The question of a rightful claim: what people do instead, nothing included, and where that is better.",
        false_alarms="Doing nothing in words that the rule does not know: give it the id 'do-nothing'.",
        advice="Ask somebody who stays with the alternative why, and write that as its strength.",
        strong=_compared("Do nothing: costs nothing, but nobody learns.", _NOTHING),
        weak=_compared(
            "Video studio: expensive, slow.",
            {"id": "studio", "name": "Video studio", "weaknesses": ["Expensive", "Slow"]},
        ),
        find=always_wins,
        parts=frozenset({"mission"}),
    ),
)
"""The rule of the alternatives."""
