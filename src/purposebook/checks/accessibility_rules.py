"""The rule that reads the accessibility report: S1."""

from __future__ import annotations

from typing import Any, Final

from purposebook.checks.accessibility_findings import claims_too_much
from purposebook.checks.example import Example
from purposebook.checks.rule import Rule


def _report(text: str, **fields: Any) -> Example:
    """Show an accessibility report."""
    return Example(text, {"responsibility": {"accessibility": fields}})


ACCESSIBILITY_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="S1",
        severity="warning",
        title="Accessible, as shown by people",
        looks_for="A criterion that is said to be supported, in part or whole, without evidence; a claim of "
        "conformance that rests on tool scans only, leaves criteria of level A or AA unanswered, or stands beside one "
        "that fails.",
        source="GOV.UK's audit of accessibility tools: 13 tools found between 13 % and 40 % of 142 known barriers.",
        false_alarms="Criteria that a tool can decide alone, such as the language of a page.",
        advice="Try it with keyboard and screen reader, with people who use them, and name that as evidence.",
        strong=_report(
            "1.4.3 is supported: measured by an expert (audit-05).",
            criteria=[{"number": "1.4.3", "term": "supports", "method": "expert-review", "evidence": ["audit-05"]}],
        ),
        weak=_report(
            "It conforms to WCAG 2.2: our scan found nothing.",
            claim="conforms",
            criteria=[{"number": "1.4.3", "term": "supports", "method": "tool-scan"}],
        ),
        find=claims_too_much,
        parts=frozenset({"responsibility"}),
    ),
)
"""The rule of the accessibility report."""
