"""The rules that read the accessibility report: S1 and S2."""

from __future__ import annotations

from typing import Any, Final

from purposebook.checks.accessibility_findings import claims_too_much, leaves_unevaluated
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
    Rule(
        id="S2",
        severity="warning",
        title="Evaluated at levels A and AA",
        looks_for="A success criterion of level A or AA whose term is 'not-evaluated'.",
        source="ITI's VPAT and the catalogue of OpenACR: the term 'Not Evaluated' is for criteria of level AAA only.",
        false_alarms="A report that is still being written, between two audits.",
        advice="Evaluate it, or leave it out until you have; 'not-applicable' is for what your product does not have.",
        strong=_report(
            "1.1.1 is supported; 1.4.8, of level AAA, is not evaluated.",
            criteria=[{"number": "1.1.1", "term": "supports"}, {"number": "1.4.8", "term": "not-evaluated"}],
        ),
        weak=_report("1.1.1 is not evaluated.", criteria=[{"number": "1.1.1", "term": "not-evaluated"}]),
        find=leaves_unevaluated,
        parts=frozenset({"responsibility"}),
    ),
)
"""The rules of the accessibility report."""
