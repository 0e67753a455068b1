"""The experiments' rules on cases that are easy to get wrong."""

from __future__ import annotations

from typing import Any

import pytest
from rule_trials import hits

from purposebook.checks.example import book_of
from purposebook.checks.rule import Hit

WHOLE: dict[str, Any] = {
    "for_whom": "ana",
    "expected": {"text": "They finish", "recorded": "2026-06-05"},
    "signal": "Lessons by Friday",
}


def said(id: str, **fields: Any) -> tuple[Hit, ...]:
    """Return what a rule says about one experiment."""
    return hits(id, book_of({"experiments": {"experiments": [{"id": "e", "step": "Cut by hand", **fields}]}}))


@pytest.mark.parametrize(
    ("field", "missing"),
    [
        ("for_whom", "for whom it is"),
        ("expected", "which outcome is expected"),
        ("signal", "by which signal one would know"),
    ],
)
def test_what_a_hypothesis_lacks_is_named(field: str, missing: str) -> None:
    """H1 names exactly the part that is missing."""
    rest = {key: value for key, value in WHOLE.items() if key != field}
    assert [hit.message for hit in said("H1", **rest)] == [f"'Cut by hand' does not say {missing}."]


@pytest.mark.parametrize("outcome", [{"target_condition": {"value": 0}}, {"expected": {"text": "They finish"}}])
def test_either_state_is_an_outcome(outcome: dict[str, Any]) -> None:
    """A target condition or an expectation says the outcome, in words or as a number."""
    assert said("H1", for_whom="ana", signal="Lessons", **outcome) == ()


@pytest.mark.parametrize("empty", [{"target_condition": {"by": "2026-06-12"}}, {"expected": {"text": "  "}}])
def test_an_empty_state_is_no_outcome(empty: dict[str, Any]) -> None:
    """A day alone, or blanks, say nothing."""
    assert len(said("H1", for_whom="ana", signal="Lessons", **empty)) == 1


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, "has no threshold or decision rule, and no day on which the result is read."),
        ({"decision_rule": "Five: build it"}, "has no day on which the result is read."),
        ({"target_condition": {"by": "2026-06-12"}}, "has no threshold or decision rule."),
        ({"target_condition": {"value": 5, "by": "2026-06-12"}}, ""),
        ({"expected": {"value": 0}, "ended": "2026-06-12"}, ""),
        ({"decision_rule": "Five: build it", "ended": "2026-06-12"}, ""),
    ],
)
def test_threshold_rule_and_day(fields: dict[str, Any], wrong: str) -> None:
    """H2 wants a number or a rule, and a day."""
    assert [hit.message for hit in said("H2", **fields)] == ([f"'Cut by hand' {wrong}"] if wrong else [])


SEEN = {"text": "They did", "recorded": "2026-06-12"}


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ({}, []),
        ({"expected": {"text": "x", "recorded": "2026-06-12"}, "actual": SEEN}, []),
        ({"expected": {"text": "x", "recorded": "2026-06-13"}, "actual": SEEN}, [("actual", "error")]),
        ({"actual": SEEN}, [("expected", "error")]),
        ({"expected": {"text": "x"}, "actual": SEEN}, [("expected", "warning")]),
        (
            {"expected": {"text": "x", "recorded": "2026-06-01"}, "actual": {"text": "They did"}},
            [("actual", "warning")],
        ),
        ({"expected": {"text": "x", "recorded": "2026-06-09"}, "started": "2026-06-08"}, [("expected", "error")]),
        ({"expected": {"text": "x", "recorded": "2026-06-08"}, "started": "2026-06-08"}, []),
        ({"started": "2026-06-08", "ended": "2026-06-15"}, []),
        ({"started": "2026-06-08", "ended": "2026-06-16"}, [("ended", "warning")]),
        ({"started": "2026-06-08", "ended": "2026-06-07"}, [("ended", "error")]),
    ],
)
def test_days_of_a_step(fields: dict[str, Any], places: list[tuple[str, str]]) -> None:
    """H3 compares days, to the day; the same day is early enough, and seven days are a week."""
    found = [(hit.where.rpartition("/")[2], hit.severity or "error") for hit in said("H3", **fields)]
    assert found == places


def test_a_result_without_day_has_the_day_of_its_end() -> None:
    """Where the step has an end, the result needs no day of its own."""
    days = {"started": "2026-06-08", "ended": "2026-06-12", "expected": {"text": "x", "recorded": "2026-06-08"}}
    assert said("H3", actual={"text": "They did"}, **days) == ()
