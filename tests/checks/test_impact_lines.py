"""The rules of delivered value, impact and owners."""

from __future__ import annotations

from typing import Any

import pytest
from rule_trials import hits, metrics, objective

from purposebook.checks.example import book_of

WHOLE = {"persona": "ana", "need": "rest", "value": "An evening", "metric": "hours"}
REVENUE = {"id": "revenue", "name": "Revenue", "kind": "business"}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({}, ""),
        ({"persona": None}, "'Editing' names no persona."),
        ({"need": None, "persona": None}, "'Editing' names no persona and no need."),
        ({"metric": None}, "'Editing' names no metric of its value."),
        ({"metric": None, "not_measured": "We hear it"}, ""),
        ({"metric": None, "not_measured": "  "}, "'Editing' names no metric of its value."),
        ({"metric": None, "value": ""}, ""),
        ({"metric": None, "value": "  "}, ""),
        ({"need": None, "metric": None}, "'Editing' names no need and no metric of its value."),
    ],
)
def test_what_a_row_of_value_needs(change: dict[str, Any], message: str) -> None:
    """D1 names persona, need, and what shows the value unless nothing can."""
    rows = [{"id": "evenings", "problem": "Editing"} | WHOLE | change]
    found = [(hit.where, hit.message) for hit in hits("D1", book_of({"mission": {"delivers": rows}}))]
    assert found == ([("mission/evenings", message)] if message else [])


def impacts(*items: dict[str, Any]) -> list[str]:
    """Return the severities with which I1 speaks of these impacts."""
    written = [{"id": f"i{n}", "text": "Something", **item} for n, item in enumerate(items)]
    return [hit.severity or "warning" for hit in hits("I1", book_of({"metrics": {"impacts": written}}))]


@pytest.mark.parametrize(
    ("items", "severities"),
    [
        ([], []),
        ([{"level": "user"}], ["info"]),
        ([{"level": "user", "effect": "worse"}], []),
        ([{"level": "user", "intended": False}], []),
        ([{"level": "business"}], ["warning", "info"]),
        ([{"level": "business", "effect": "worse"}, {"level": "business"}], ["warning"]),
        ([{"level": "business", "effect": "worse"}, {"level": "society"}], []),
        ([{"level": "business", "intended": False}], ["warning"]),
        ([{"level": "business"}, {"level": "market"}], ["info"]),
    ],
)
def test_where_the_compass_points(items: list[dict[str, Any]], severities: list[str]) -> None:
    """I1 asks for one level beyond the business, and for one effect that nobody wanted."""
    assert impacts(*items) == severities


@pytest.mark.parametrize(("owner", "count"), [("", 1), ("  ", 1), ("Designer", 0)])
def test_who_looks_after_a_key_result(owner: str, count: int) -> None:
    """K11 speaks of key results without an owner."""
    sheet = metrics({"id": "rate", "name": "Rate", "owner": owner}, {"id": "other", "name": "Other"})
    book = book_of({"metrics": sheet, "objectives": objective(key_results=["rate"])})
    assert [hit.where for hit in hits("K11", book)] == ["metrics/rate"] * count


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_over_needs_no_owner(status: str) -> None:
    """K11 leaves key results of objectives that are over alone."""
    sheet = metrics({"id": "rate", "name": "Rate"})
    assert hits("K11", book_of({"metrics": sheet, "objectives": objective(key_results=["rate"], status=status)})) == ()


def test_a_key_result_that_goes_on_elsewhere_needs_an_owner() -> None:
    """K11 names a metric once where one of its objectives is over and two go on."""
    goals = [
        {"id": f"goal-{n}", "statement": "Authors finish.", "key_results": ["rate"], "status": status}
        for n, status in enumerate(("done", "active", "active"))
    ]
    book = book_of({"metrics": metrics({"id": "rate", "name": "Rate"}), "objectives": {"objectives": goals}})
    assert [hit.where for hit in hits("K11", book)] == ["metrics/rate"]


@pytest.mark.parametrize(("pair", "speaks"), [(None, True), ("calm", False), ("sales", True), ("gone", True)])
def test_a_pair_is_a_user_value_metric(pair: str | None, speaks: bool) -> None:
    """K7 takes the pair that a business metric names, unless it is a business metric too or unwritten."""
    others = ({"id": "calm", "name": "Calm", "kind": "guardrail"}, {"id": "sales", "name": "Sales", "kind": "business"})
    sales = {"pairs_with": "calm"}
    sheet = metrics(REVENUE | {"pairs_with": pair}, others[0], others[1] | sales)
    assert bool(hits("K7", book_of({"metrics": sheet}))) is speaks


def test_only_metrics_without_a_pair_are_named() -> None:
    """K7 names the business metric that stands alone."""
    sheet = metrics(
        REVENUE | {"pairs_with": "calm"},
        {"id": "calm", "name": "Calm", "kind": "guardrail"},
        {"id": "sales", "name": "Sales", "kind": "business"},
    )
    found = hits("K7", book_of({"metrics": sheet}))
    assert [(hit.where, hit.message) for hit in found] == [
        ("metrics/sales", "No metric beside 'Sales' shows what users gain.")
    ]
