"""The rule that reads the ripple: T1."""

from __future__ import annotations

from typing import Any, Final

from purposebook.checks.example import Example
from purposebook.checks.ripple_findings import breaks_off
from purposebook.checks.rule import Rule

_LESSON: Final = {"id": "lesson-done", "text": "A lesson is finished on Sunday", "ring": "interaction"}


def _ripple(text: str, *effects: dict[str, Any]) -> Example:
    """Show a ripple."""
    return Example(text, {"mission": {"ripple": list(effects)}})


RIPPLE_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="T1",
        severity="warning",
        title="If this, then that, because",
        looks_for="A ripple that skips a ring, an effect that follows from nothing or from which nothing follows, and "
        "a link whose assumption is not written.",
        source="The W. K. Kellogg Foundation's logic model guide: read each link as if-then, and write down what you "
        "assume.",
        false_alarms="Effects that really reach a whole field at once; a ripple that is being written.",
        advice="Add the effect between, or the cause, and write in 'because' why the one should bring the other.",
        strong=_ripple(
            "If a lesson is finished on Sunday, then its author dares a second one, because who finishes one dares "
            "the next.",
            _LESSON,
            {
                "id": "second-lesson",
                "text": "The author makes a second lesson",
                "ring": "individual",
                "causes": [{"effect": "lesson-done", "because": "Who finishes one dares the next"}],
            },
        ),
        weak=_ripple(
            "If a lesson is finished on Sunday, then all schools teach better.",
            _LESSON,
            {
                "id": "better-schools",
                "text": "All schools teach better",
                "ring": "industry",
                "causes": [{"effect": "lesson-done"}],
            },
        ),
        find=breaks_off,
        parts=frozenset({"mission"}),
    ),
)
"""The rule of the ripple."""
