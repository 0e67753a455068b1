"""The rules of numbers and days that cannot be: K12 and X3."""

from __future__ import annotations

from typing import Any, Final

from purposebook.checks.example import Example
from purposebook.checks.plausible_findings import cannot_be, lies_ahead
from purposebook.checks.rule import Rule


def _share(reached: int, of: int) -> Example:
    """Show one counted share."""
    metric: dict[str, Any] = {"id": "publish-rate", "name": "Authors who publish", "unit": "%"}
    row = {"metric": "publish-rate", "date": "2026-06-30", "numerator": reached, "denominator": of}
    return Example(
        f"Authors who publish: {reached} of {of}.", {"metrics": {"metrics": [metric]}, "observations": [row]}
    )


def _survey(date: str) -> Example:
    """Show a piece of evidence of this day."""
    piece = {"id": "int-1", "kind": "interview", "date": date}
    return Example(f"Six teachers, interviewed on {date}.", {"evidence": {"evidence": [piece]}})


PLAUSIBLE_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="K12",
        severity="warning",
        title="Numbers that can be",
        looks_for="A counted share (%) below 0 or above 100, as an observation or a target; a target of more than "
        "1000 times the baseline, or dated before it or more than 50 years after it.",
        source="Guides on data quality, which ask of each number first whether it can be at all.",
        false_alarms="Growth and other ratios in %, if they are counted with numerator and denominator: write them "
        "as values. A baseline of nearly nothing.",
        advice="Look for a slip: numerator and denominator exchanged, a point lost, a year mistyped.",
        strong=_share(42, 80),
        weak=_share(80, 42),
        find=cannot_be,
        parts=frozenset({"metrics", "observations"}),
    ),
    Rule(
        id="X3",
        severity="warning",
        title="Nothing is dated ahead",
        looks_for="Evidence, observations and answers of surveys dated after the day of the check.",
        source="Guides on data quality: what is yet to come cannot have been seen.",
        false_alarms="A check as of an earlier day, which finds whatever came after it.",
        advice="Correct the date; plans belong into targets and expectations.",
        strong=_survey("2026-09-01"),
        weak=_survey("2062-09-01"),
        find=lies_ahead,
        parts=frozenset({"evidence", "observations", "answers"}),
    ),
)
"""The rules of what cannot be, in the order of their ids."""
