"""The rules that read experiments: H1 to H3."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from purposebook.checks.example import Example
from purposebook.checks.hypothesis_findings import has_no_test, is_half_a_hypothesis, is_told_afterwards
from purposebook.checks.rule import Rule

_STEP: Final[Mapping[str, Any]] = {"id": "hand-cut", "step": "Cut by hand whatever nine authors send"}
_HYPOTHESIS: Final[Mapping[str, Any]] = {
    **_STEP,
    "for_whom": "first-time-author",
    "target_condition": {"text": "Authors finish a lesson", "value": 5, "by": "2026-06-12"},
    "signal": "Lessons finished by Friday",
    "expected": {"text": "Five of nine finish", "value": 5, "recorded": "2026-06-05"},
    "decision_rule": "Five of nine or more: look for editors",
}


def _experiment(text: str, *experiments: Mapping[str, Any]) -> Example:
    """Show experiments."""
    return Example(text, {"experiments": {"experiments": list(experiments)}})


_WHOLE: Final = _experiment(
    "We cut by hand whatever nine first-time authors send, and expect that five of them finish a lesson by Friday "
    "12 June; at five or more we look for editors.",
    _HYPOTHESIS,
)

HYPOTHESIS_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="H1",
        severity="warning",
        title="A whole hypothesis",
        looks_for="An experiment that does not say for whom it is, which outcome is expected, or by which signal one "
        "would know; the step itself is always there.",
        source="18F's guides on hypotheses: we believe that this, done for these people, brings this outcome; we know "
        "it by this signal.",
        false_alarms="Steps that only look: reading the log, listening to calls.",
        advice="Write for whom you try it, what you expect, and what you will watch, before you start.",
        strong=_WHOLE,
        weak=_experiment("We cut by hand whatever nine authors send.", _STEP),
        find=is_half_a_hypothesis,
        parts=frozenset({"experiments"}),
    ),
    Rule(
        id="H2",
        severity="warning",
        title="The decision comes before the result",
        looks_for="An experiment without threshold or decision rule, or without a day on which the result is read.",
        source="Guides on experiments: fix threshold, rule and length before you look, or any result will do.",
        false_alarms="Qualitative tests: for them a rule in words is enough.",
        advice="Write at which result you will do what, and on which day you look.",
        strong=_WHOLE,
        weak=_experiment(
            "We cut by hand whatever nine first-time authors send, and see how it goes.",
            {**_STEP, "expected": {"text": "It helps", "recorded": "2026-06-05"}},
        ),
        find=has_no_test,
        parts=frozenset({"experiments"}),
    ),
    Rule(
        id="H3",
        severity="error",
        title="Expect first, then look",
        looks_for="A result that has no expectation, or that is dated before it; an expectation written after the "
        "start; an end before the start (errors). A step longer than a week, and dates that are missing beside a "
        "result (warnings).",
        source="Mike Rother's Improvement Kata: write what you expect before the step, and take small steps.",
        false_alarms="Wrong clocks and typing errors; steps that cannot be shorter than a week.",
        advice="Correct the dates; where nobody wrote it down before, say that in 'learned' and expect first next "
        "time.",
        strong=_experiment(
            "Expected on 5 June, done from 8 to 12 June, seen on 12 June.",
            {
                **_HYPOTHESIS,
                "started": "2026-06-08",
                "ended": "2026-06-12",
                "actual": {"text": "Seven of nine finished", "value": 7, "recorded": "2026-06-12"},
            },
        ),
        weak=_experiment(
            "Seen on 12 June, expected on 15 June.",
            {
                **_STEP,
                "actual": {"text": "Seven of nine finished", "value": 7, "recorded": "2026-06-12"},
                "expected": {"text": "Seven of nine finish", "value": 7, "recorded": "2026-06-15"},
            },
        ),
        find=is_told_afterwards,
        parts=frozenset({"experiments"}),
    ),
)
"""The experiments' rules, in the order of their ids."""
