"""The rules that read reviews and answers about the company: L1 and U1."""

from __future__ import annotations

from typing import Any, Final

from purposebook.checks.example import Example
from purposebook.checks.review_findings import is_hearsay, is_loose_review
from purposebook.checks.rule import Rule

_CLAIM = {"text": "More authors publish than a year ago", "metric": "publish-rate"}
_ANSWER = {"question": "talks-to-users", "answer": "Two of us, every other week"}


def _review(text: str, **fields: Any) -> Example:
    """Show one review with a claim."""
    review = {"id": "summer", "title": "Summer review", "date": "2026-07-31", "claims": [_CLAIM], **fields}
    return Example(text, {"reviews": {"reviews": [review]}})


REVIEW_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="L1",
        severity="warning",
        title="Reviews are held, and hold",
        looks_for="A claim of a review without a number that was frozen in it; a decision of a review without owner or "
        "day; a last review that is longer ago than the review period.",
        source="The practice of evaluating continuously and in public: what is claimed can be looked up.",
        false_alarms="Claims about what no number shows: write them under 'learned'.",
        advice="Add what is missing to the review.",
        strong=_review(
            "More authors publish than a year ago: 25% on that day.",
            numbers=[{"metric": "publish-rate", "value": 25}],
            decisions=[{"text": "Hire a third editor", "owner": "Product manager", "by": "2026-11-30"}],
        ),
        weak=_review("More authors publish than a year ago."),
        find=is_loose_review,
        parts=frozenset({"reviews"}),
    ),
    Rule(
        id="U1",
        severity="warning",
        title="Answers about the company were seen",
        looks_for="An answer to one of the six questions about the company with no evidence that has a date.",
        source="Melissa Perri, 'Escaping the Build Trap': questions that show what kind of company it is.",
        false_alarms="Evidence that nobody may write down.",
        advice="Name something that was seen, with its day, as evidence.",
        strong=Example(
            "Two of us talk to users every other week: the interviews of September.",
            {
                "culture": {"company": [_ANSWER | {"evidence": ["int-12"]}]},
                "evidence": {"evidence": [{"id": "int-12", "kind": "interview", "date": "2026-09-03"}]},
            },
        ),
        weak=Example("Two of us talk to users every other week.", {"culture": {"company": [_ANSWER]}}),
        find=is_hearsay,
        parts=frozenset({"culture"}),
    ),
)
"""The rules of reviews and of the company, in the order of their ids."""
