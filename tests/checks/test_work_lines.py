"""The rule of the work items on cases that are easy to get wrong."""

from __future__ import annotations

from typing import Any

import pytest
from rule_trials import hits

from purposebook.checks.example import book_of

WHOLE: dict[str, Any] = {"title": "Captions", "origin": "evidence", "value": "to-users", "status": "open"}
DONE = WHOLE | {"status": "done", "closed": "2026-08-20", "measured_by": "completion"}


def said(*items: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what V1 says, place and message."""
    numbered = [{"id": f"w{n}", **item} for n, item in enumerate(items, 1)]
    return [(hit.where, hit.message) for hit in hits("V1", book_of({"work": {"items": numbered}}))]


def test_classified_and_measured_work_passes() -> None:
    """Open work needs no measure, and dropped work needs nothing."""
    assert said(WHOLE, DONE, {"title": "Badges", "status": "dropped"}) == []


@pytest.mark.parametrize(
    ("field", "missing"),
    [({"origin": None}, "origin"), ({"value": None}, "value"), ({"origin": None, "value": None}, "")],
)
def test_one_unclassified_item_is_named(field: dict[str, None], missing: str) -> None:
    """The finding says which of the two is missing."""
    assert said(WHOLE | field) == [("work/w1", f"'Captions' has no {missing or 'origin and no value'}.")]


def test_many_unclassified_items_are_counted() -> None:
    """A tracker that was read in is one finding."""
    assert said(WHOLE, *[{"title": "Old"}] * 3) == [
        ("work/items", "3 of 4 work items have no origin or no value, first 'Old'.")
    ]


def test_one_unmeasured_item_is_named_and_many_are_counted() -> None:
    """Of what should have been measured, so many were not."""
    blind = DONE | {"measured_by": None}
    assert said(blind) == [("work/w1/measured_by", "'Captions' has shipped and was never measured.")]
    assert said(blind, DONE, blind) == [
        (
            "work/items/measured_by",
            "2 of 3 shipped items, upkeep and defects aside, were never measured, first 'Captions'.",
        )
    ]


@pytest.mark.parametrize("kind", [{"value": "upkeep"}, {"origin": "defect"}])
def test_upkeep_and_defects_need_no_measure(kind: dict[str, str]) -> None:
    """Nobody looks at a metric for a repaired button."""
    assert said(DONE | kind | {"measured_by": None}) == []


@pytest.mark.parametrize(
    ("items", "kinds"),
    [
        ([DONE] * 5, "are of the value 'to-users'"),
        ([DONE] * 4, ""),
        ([DONE] * 4 + [DONE | {"value": "both"}], ""),
        ([DONE] * 4 + [DONE | {"closed": "2026-01-01"}], ""),
        ([DONE] * 4 + [DONE | {"closed": "2026-10-01"}], ""),
        (
            [DONE | {"value": "both", "size": "easy-win"}, *[DONE | {"size": "easy-win"}] * 4],
            "are of the gain 'easy-win'",
        ),
        (
            [*[DONE | {"origin": "wish"}] * 4, DONE | {"origin": "sales-promise", "value": "both"}],
            "come from wishes and sales promises",
        ),
    ],
)
def test_recent_work_of_one_kind(items: list[dict[str, Any]], kinds: str) -> None:
    """Five or more items of the review period that are alike are told; fewer, older or later ones are not."""
    found = [message for where, message in said(*items) if where == "work/items/value"]
    assert found == ([f"All 5 items of the last 90 days {kinds}."] if kinds else [])
