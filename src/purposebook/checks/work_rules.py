"""The rule that reads the work items: V1."""

from __future__ import annotations

from typing import Any, Final

from purposebook.checks.example import Example
from purposebook.checks.rule import Rule
from purposebook.checks.work_findings import is_work_without_value

_DONE: Final = {"status": "done", "closed": "2026-08-20", "origin": "evidence", "value": "to-users"}


def _work(text: str, *items: dict[str, Any]) -> Example:
    """Show work items."""
    return Example(text, {"work": {"items": list(items)}})


WORK_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="V1",
        severity="warning",
        title="Work is for somebody",
        looks_for="Work items without origin or value; items that have shipped and that no metric was looked at for, "
        "upkeep and repaired defects aside; five or more items of the last review period that are all of one value or "
        "one gain, or that all come from wishes and sales promises.",
        source="Melissa Perri on the build trap: what ships and is never measured has no known value.",
        false_alarms="What shipped yesterday; a period that is meant for one kind of work, such as a move.",
        advice="Say where each item came from and for whom it is, and look at a metric once it has shipped.",
        strong=_work(
            "Captions for every lesson: from evidence, to users, measured by completion.",
            {"id": "craft-12", "title": "Captions for every lesson", "measured_by": "completion", **_DONE},
        ),
        weak=_work(
            "Captions for every lesson: done.",
            {"id": "craft-12", "title": "Captions for every lesson", "status": "done"},
        ),
        find=is_work_without_value,
        parts=frozenset({"work"}),
    ),
)
"""The rule of the work items."""
