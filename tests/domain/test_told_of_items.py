"""What an item says of itself by its dates and kinds; pictures, cards and rules ask it here."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from purposebook.charts.pairs import pairs
from purposebook.checks.metric_kinds import may_be_user_value
from purposebook.domain.experiments import Experiment
from purposebook.domain.metrics import Metric, Metrics
from purposebook.domain.personas import Stakeholder
from purposebook.domain.product import Product
from purposebook.domain.slug import Slug
from purposebook.domain.workbook import Workbook

BUSINESS = ({"kind": "business"}, {"level": "business"}, {"money": "revenue"}, {"money": "revenue", "level": "user"})


@pytest.mark.parametrize("said", BUSINESS)
def test_a_business_metric_is_one_for_pictures_and_rules(said: dict[str, str]) -> None:
    """By kind, by level or as money: it is drawn among the pairs, and is no metric of what people get."""
    metric = Metric.model_validate({"id": "m", "name": "Orders", **said})
    book = Workbook(Slug("x"), Product(name="X"), metrics=Metrics(metrics=(metric,)))
    assert metric.is_business and not may_be_user_value(metric)
    figure = pairs(book)
    assert figure and figure.table.column("Business metric") == ("Orders",)


@pytest.mark.parametrize("said", [{}, {"kind": "outcome"}, {"level": "user"}, {"kind": "guardrail", "level": "market"}])
def test_other_metrics_are_not(said: dict[str, str]) -> None:
    """What nobody declared as business is none."""
    assert not Metric.model_validate({"id": "m", "name": "Orders", **said}).is_business


@pytest.mark.parametrize(
    ("dates", "after_start", "after_result"),
    [
        ({"expected": "2026-02-02"}, False, False),
        ({"expected": "2026-02-02", "started": "2026-02-02"}, False, False),
        ({"expected": "2026-02-03", "started": "2026-02-02"}, True, False),
        ({"expected": "2026-02-07", "started": "2026-02-02", "ended": "2026-02-06"}, True, True),
        ({"expected": "2026-02-07", "ended": "2026-02-06", "actual": "2026-02-08"}, False, False),
        ({"expected": "2026-02-07", "ended": "2026-02-08", "actual": "2026-02-06"}, False, True),
        ({"started": "2026-02-02", "ended": "2026-02-06"}, False, False),
    ],
)
def test_when_something_was_expected(dates: dict[str, str], after_start: bool, after_result: bool) -> None:
    """The result is known when it was written down, or else when the step ended; the day itself is in time."""
    recorded: dict[str, Any] = {key: {"recorded": dates.pop(key)} for key in ("expected", "actual") if key in dates}
    one = Experiment.model_validate({"id": "e", "step": "Try it", **dates, **recorded})
    assert (one.expected_after_start, one.expected_after_result) == (after_start, after_result)


def test_contact_is_overdue_the_day_after_it_was_due() -> None:
    """Without a last contact or a rhythm nothing is due; the calendar ends before some rhythms do."""
    one = Stakeholder.model_validate({"id": "s", "name": "S", "last_contact": "2026-08-01", "contact_every": "90d"})
    assert one.contact_due == dt.date(2026, 10, 30)
    assert [one.is_overdue(dt.date(2026, 10, day)) for day in (29, 30, 31)] == [False, False, True]
    assert one.model_copy(update={"contact_every": None}).contact_due is None
    assert one.model_copy(update={"last_contact": dt.date(9999, 12, 1)}).contact_due == dt.date.max
