"""How the experiments' rules find what they look for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from purposebook.checks.reading import listed, quoted
from purposebook.checks.rule import Hit, Question
from purposebook.domain.experiments import Experiment, Recorded, TargetCondition
from purposebook.domain.workbook import Workbook

LONGEST_STEP: Final = 7
"""Days."""


def is_half_a_hypothesis(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find experiments that lack for whom, the outcome or the signal (H1)."""
    for item in book.experiments.experiments:
        wanted = (
            (item.for_whom, "for whom it is"),
            (_says(item.target_condition) or _says(item.expected), "which outcome is expected"),
            (item.signal.strip(), "by which signal one would know"),
        )
        missing = [what for there, what in wanted if not there]
        if missing:
            yield Hit(f"experiments/{item.id}", f"{quoted(item.step)} does not say {listed(missing)}.")


def _says(state: TargetCondition | Recorded | None) -> bool:
    """Tell whether a state is told in words or as a number."""
    return state is not None and bool(state.text.strip() or state.value is not None)


def has_no_test(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find experiments without threshold or rule, or without a day on which they are read (H2)."""
    for item in book.experiments.experiments:
        states = tuple(state for state in (item.target_condition, item.expected) if state)
        ruled = item.decision_rule.strip() or any(state.value is not None for state in states)
        dated = item.ended or (item.target_condition and item.target_condition.by)
        wanted = ((ruled, "threshold or decision rule"), (dated, "day on which the result is read"))
        missing = [what for there, what in wanted if not there]
        if missing:
            yield Hit(f"experiments/{item.id}/decision_rule", f"{quoted(item.step)} has no {_neither(missing)}.")


def _neither(missing: list[str]) -> str:
    """Join as in `a, and no b`."""
    return ", and no ".join(missing)


def is_told_afterwards(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find results without an earlier expectation, and steps that are long or end before they begin (H3)."""
    for item in book.experiments.experiments:
        yield from _expected_late(item)
        yield from _result_early(item)
        yield from _length(item)


def _expected_late(item: Experiment) -> Iterator[Hit]:
    """Find an expectation that is missing or undated beside a result, or that was written after the start."""
    where, day = f"experiments/{item.id}/expected", item.expected_on
    seen = _says(item.actual)
    if seen and not _says(item.expected):
        yield Hit(where, f"{quoted(item.step)} has a result, and nothing was expected before.")
    elif seen and day is None:
        yield Hit(where, "The expectation has no day, so nobody can tell whether it came first.", "", "warning")
    elif day and item.started and item.expected_after_start:
        yield Hit(where, f"The expectation is of {_on(day)}, after the start on {_on(item.started)}.")


def _result_early(item: Experiment) -> Iterator[Hit]:
    """Find a result that is dated before the expectation, or not at all."""
    where, expected = f"experiments/{item.id}/actual", item.expected_on
    seen = item.known_on if _says(item.actual) else None
    if seen and expected and item.expected_after_result:
        yield Hit(where, f"The result is of {_on(seen)}, and was expected on {_on(expected)} only.")
    elif _says(item.actual) and seen is None:
        yield Hit(where, "The result has no day.", "Write on which day you saw it.", "warning")


def _length(item: Experiment) -> Iterator[Hit]:
    """Find a step that ends before it begins, or takes longer than a week."""
    if item.started is None or item.ended is None:
        return
    where, days = f"experiments/{item.id}/ended", (item.ended - item.started).days
    if days < 0:
        yield Hit(where, f"The step ends on {_on(item.ended)}, before it starts on {_on(item.started)}.")
    elif days > LONGEST_STEP:
        advice = "Ask what you could know after a week, and make that the next step."
        yield Hit(where, f"The step took {days} days; a step of the kata takes at most a week.", advice, "warning")


def _on(day: dt.date) -> str:
    """Write a day."""
    return day.isoformat()
