"""Service and money: each figure from two metrics, on the days that both have, or the reason why not."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_samples import AS_OF
from statsmodels.stats.proportion import proportion_confint

from purposebook.checks.example import book_of
from purposebook.domain.workbook import Workbook
from purposebook.measures.money import ALONE, MoneyMeasures, measure_money, month_over_month
from purposebook.measures.product import measure
from purposebook.measures.ratios import Figure
from purposebook.measures.series import Point
from purposebook.measures.service import measure_service

UNITS = {
    "begun": "courses",
    "done": "courses",
    "online": "courses",
    "cost": "EUR",
    "paid": "EUR",
    "serving": "EUR",
    "spent": "USD",
}


def book(rows: dict[str, dict[str, float]], **keys: object) -> Workbook:
    """Make a workbook of counts by metric and day."""
    metrics = [{"id": id, "name": id, "unit": UNITS.get(id, ""), "kind": "business"} for id in rows]
    cells = [
        {"metric": id, "date": day, "value": value} for id, values in rows.items() for day, value in values.items()
    ]
    return book_of({"metrics": {"metrics": metrics, **keys}, "observations": cells})


def service(rows: dict[str, dict[str, float]], **named: str) -> dict[str, Figure]:
    """Measure a service."""
    whole = book(rows, service=named)
    numbers = {one.id: one for one in measure(whole, AS_OF).metrics}
    return {one.id: one for one in measure_service(whole.metrics.service, numbers)}


def money(rows: dict[str, dict[str, float]], **named: str) -> MoneyMeasures:
    """Measure money."""
    whole = book(rows, money=named)
    return measure_money(whole, {one.id: one for one in measure(whole, AS_OF).metrics})


DAYS = [f"2026-0{month}-28" for month in range(1, 9)]
COUNTS = st.dictionaries(st.sampled_from(DAYS), st.integers(0, 500), min_size=1)


@given(begun=COUNTS, done=COUNTS)
def test_completion_is_what_pandas_and_statsmodels_say(begun: dict[str, float], done: dict[str, float]) -> None:
    """Join the days, divide, and give Wilson's interval where the counts are a proportion."""
    found = service({"begun": begun, "done": done}, started="begun", completed="done")["completion"]
    both = pd.DataFrame({"done": pd.Series(done), "begun": pd.Series(begun)}).dropna().query("begun > 0").sort_index()
    assert [str(point.date) for point in found.points] == list(both.index)
    for point, (_, line) in zip(found.points, both.iterrows(), strict=True):
        assert point.value == pytest.approx(100 * line.done / line.begun)
        if line.done <= line.begun:
            low, high = proportion_confint(line.done, line.begun, method="wilson")
            assert point.interval == pytest.approx((100 * low, 100 * high), abs=1e-6)
        else:
            assert point.interval is None and any("these are no shares" in reason for reason in found.reasons)


def test_take_up_and_cost() -> None:
    """Give 60 % online, and 12.5 EUR for each that was completed."""
    rows = {"online": {DAYS[0]: 120}, "begun": {DAYS[0]: 200}, "done": {DAYS[0]: 80}, "cost": {DAYS[0]: 1000}}
    found = service(rows, digital="online", all="begun", cost="cost", completed="done", started="begun")
    assert (found["take-up"].latest or pytest.fail()).value == 60
    cost = found["cost-per-transaction"]
    assert cost.latest == Point(dt.date(2026, 1, 28), 12.5)
    assert (cost.unit, cost.formula) == ("EUR per completed transaction", "cost / done")
    assert cost.reasons == ("a ratio and no share of counted cases: no interval",)


@pytest.mark.parametrize(
    ("rows", "named", "reason"),
    [
        (
            {"begun": {DAYS[0]: 0}, "done": {DAYS[0]: 0}},
            {},
            "begun is zero or less on 2026-01-28: nothing to divide by",
        ),
        ({"begun": {DAYS[0]: 5}, "done": {DAYS[1]: 5}}, {}, "no day on which both done and begun were noted"),
        ({"begun": {DAYS[0]: 5}, "done": {}}, {}, "done has no value yet: nothing to compute with"),
        ({"begun": {DAYS[0]: 5}}, {}, "done is not written: nothing to compute with"),
        ({"begun": {DAYS[0]: 5.5}, "done": {DAYS[0]: 2}}, {}, "not whole-number counts on some days"),
        ({"begun": {DAYS[0]: 5}}, {"completed": ""}, "no metric is named for 'completed': nothing to compute with"),
    ],
)
def test_no_number_has_a_reason(rows: dict[str, dict[str, float]], named: dict[str, str], reason: str) -> None:
    """Refuse in a sentence, never with a wrong number."""
    keys = {"started": "begun", "completed": "done", **named}
    found = service(rows, **{key: id for key, id in keys.items() if id})["completion"]
    assert any(said.startswith(reason) for said in found.reasons)


def test_a_share_is_no_count() -> None:
    """Refuse to divide a percentage by something."""
    whole = book_of({"metrics": {"metrics": [{"id": "rate", "name": "Rate", "unit": "%"}]}})
    numbers = {one.id: one for one in measure(whole, AS_OF).metrics}
    asked = whole.metrics.model_validate({"service": {"started": "rate", "completed": "rate"}}).service
    (found,) = measure_service(asked, numbers)
    assert found.reasons == ("rate is a share in %: a count or an amount is needed here",)


def test_what_is_not_declared_is_not_there() -> None:
    """Show nothing about a service or money that nobody declared."""
    assert measure_service(None, {}) == ()
    assert money({}).figures == ()


def test_customers_and_margin_by_hand() -> None:
    """Spend 900 on 12 customers: 75 each; keep 700 of 1000: 70 %."""
    rows = {"cost": {DAYS[0]: 900}, "done": {DAYS[0]: 12}, "paid": {DAYS[0]: 1000, DAYS[1]: 0}}
    rows["serving"] = {DAYS[0]: 300, DAYS[1]: 10}
    found = {
        one.id: one
        for one in money(rows, spend="cost", new_customers="done", revenue="paid", variable_cost="serving").figures
    }
    assert [(point.value, point.interval) for point in found["cac"].points] == [(75, None)]
    assert found["cac"].unit == "EUR per new customer"
    assert [point.value for point in found["margin"].points] == [70]
    assert found["margin"].formula == "(paid - serving) / paid"
    assert "paid is zero or less on 2026-02-28: no margin" in found["margin"].reasons
    assert ALONE in found["margin"].reasons


def test_two_currencies_make_no_margin() -> None:
    """Refuse to subtract dollars from euros."""
    (found,) = money({"paid": {DAYS[0]: 9}, "spent": {DAYS[0]: 3}}, revenue="paid", variable_cost="spent").figures
    assert found.points == () and "different units (EUR and USD)" in found.reasons[0]


@pytest.mark.parametrize(
    ("values", "change", "reason"),
    [
        ({"2026-01-31": 100, "2026-02-10": 90, "2026-02-28": 110}, 0.1, ""),
        ({"2025-12-31": 100, "2026-01-31": 80}, -0.2, ""),
        ({"2026-01-31": 100, "2026-03-31": 110}, None, "no value in the month before"),
        ({"2026-01-31": 0, "2026-02-28": 110}, None, "recurring revenue was zero or less"),
        ({}, None, "no value of recurring revenue"),
    ],
)
def test_month_over_month(values: dict[str, float], change: float | None, reason: str) -> None:
    """Compare the last values of two neighbouring months, and nothing else."""
    found = month_over_month(tuple(Point(dt.date.fromisoformat(day), value) for day, value in values.items()))
    assert found.value == (None if change is None else pytest.approx(change))
    assert not reason or found.reasons[0].startswith(reason)


def test_money_stands_beside_what_users_get() -> None:
    """Find the partner that a metric names, and the key results that lead to it; never another number of money."""
    metrics = [
        {"id": "mrr", "name": "MRR", "unit": "EUR", "kind": "business", "pairs_with": "glad"},
        {"id": "glad", "name": "Glad", "kind": "outcome"},
        {"id": "done", "name": "Done", "kind": "outcome"},
        {"id": "sales", "name": "Sales", "kind": "business"},
    ]
    objective = {"id": "o", "statement": "O", "outcome": {"leads_to": "mrr"}, "key_results": ["done", "sales"]}
    rows = [{"metric": "mrr", "date": f"2026-0{month}-28", "value": 100 * month} for month in (1, 2)]
    parts = {"metrics": {"metrics": metrics, "money": {"mrr": "mrr"}}, "objectives": {"objectives": [objective]}}
    whole = book_of({**parts, "observations": rows})
    found = measure_money(whole, {one.id: one for one in measure(whole, AS_OF).metrics})
    assert found.figures[0].beside == ("glad", "done")
    assert found.figures[0].reasons == () and found.mrr_change.value == 1
