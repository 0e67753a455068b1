"""What the organisation gets: recurring revenue, cost of a customer, contribution margin, beside what users get."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from purposebook.domain.metrics import Money
from purposebook.domain.workbook import Workbook
from purposebook.measures.answer import Answer, finite
from purposebook.measures.ratios import ByMetric, Figure, finite_points, series_named
from purposebook.measures.series import Point
from purposebook.measures.service import figure

ALONE: Final = "no metric of what users get stands beside it: pair one with it"
NO_MRR: Final[Answer[float]] = Answer.refused("no metric of recurring revenue is named: no change")


@dataclass(frozen=True)
class MoneyMeasures:
    """Hold the figures of money, and how recurring revenue moved."""

    figures: tuple[Figure, ...]
    mrr_change: Answer[float]
    """From the last value of one calendar month to that of the next, as a plain fraction."""


def measure_money(book: Workbook, metrics: ByMetric) -> MoneyMeasures:
    """Return the figures of money for which metrics are named, each with the user-value metrics beside it.

    Definition: *MRR* = what active subscriptions pay a month, as its metric was noted; *CAC* = spend / new customers;
    *contribution margin* = (revenue - variable cost) / revenue, in %. Beside a figure stand the metrics that one of its
    own metrics `pairs_with`, and the key results of objectives whose outcome leads to one of them. Days on which there
    is nothing to divide by are left out with a reason. Units: `Figure.unit`. Errors: none.
    Source: plain arithmetic of management accounting; that money is read beside user value is M. Perri, Escaping the
    Build Trap (2018).
    """
    money = book.metrics.money
    if money is None:
        return MoneyMeasures((), NO_MRR)
    named = {"mrr": (money.mrr,), "cac": (money.spend, money.new_customers)}
    named["margin"] = money.revenue, money.variable_cost
    figures = tuple(_beside(book, one, named[one.id]) for one in _figures(money, metrics))
    mrr = next((one.points for one in figures if one.id == "mrr"), None)
    return MoneyMeasures(figures, NO_MRR if mrr is None else month_over_month(mrr))


def month_over_month(points: tuple[Point, ...]) -> Answer[float]:
    """Return how much the last value of the newest month is above that of the month before, as a share of the latter.

    Definition: (this - before) / before. Refused where the month before has no value, or none above zero.
    """
    if not points:
        return Answer.refused("no value of recurring revenue: no change")
    last = {_month(point.date): point.value for point in points}
    newest = _month(points[-1].date)
    before = last.get(newest - 1)
    if before is None:
        return Answer.refused("no value in the month before: no change from month to month")
    if before <= 0:
        return Answer.refused("recurring revenue was zero or less in the month before: nothing to divide by")
    return finite((last[newest] - before) / before, "change from month to month")


def paired_with(book: Workbook, *ids: str | None) -> tuple[str, ...]:
    """Return the ids of the user-value metrics that belong beside metrics of money."""
    by_id = {metric.id: metric for metric in book.metrics.metrics}
    wanted = [id for id in ids if id]
    named = [by_id[id].pairs_with for id in wanted if id in by_id]
    led = [
        id
        for objective in book.objectives.objectives
        if objective.outcome and objective.outcome.leads_to in wanted
        for id in objective.key_results
    ]
    return tuple(dict.fromkeys(id for id in (*named, *led) if id in by_id and not by_id[id].is_business))


def _figures(money: Money, metrics: ByMetric) -> Iterator[Figure]:
    """Yield the figures that are declared."""
    if money.mrr:
        found = metrics.get(money.mrr)
        points, reasons = series_named(money.mrr, metrics)
        unit = found.unit if found else ""
        yield Figure(
            "mrr", "Monthly recurring revenue", f"sum of active subscriptions: {money.mrr}", unit, points, reasons
        )
    spend = metrics.get(money.spend or "")
    unit = f"{spend.unit if spend else ''} per new customer".strip()
    said = "cac", "Customer acquisition cost", unit
    yield from figure(said, ("spend", money.spend), ("new_customers", money.new_customers), metrics)
    if money.revenue or money.variable_cost:
        yield _margin(money, metrics)


def _margin(money: Money, metrics: ByMetric) -> Figure:
    """Return the contribution margin."""
    cost, revenue = money.variable_cost, money.revenue
    formula = f"({revenue or 'revenue'} - {cost or 'variable_cost'}) / {revenue or 'revenue'}"
    blank = Figure("margin", "Contribution margin", formula, "%", (), ())
    if not cost or not revenue:
        key = "revenue" if cost else "variable_cost"
        return replace(blank, reasons=(f"no metric is named for '{key}': nothing to compute with",))
    (paid, no_revenue), (spent, no_cost) = series_named(revenue, metrics), series_named(cost, metrics)
    units = {metrics[id].unit.strip() for id in (revenue, cost) if id in metrics}
    reasons = [*no_revenue, *no_cost]
    if not reasons and len(units) > 1:
        reasons = [f"{revenue} and {cost} have different units ({' and '.join(sorted(units))}): no margin"]
    if reasons:
        return replace(blank, reasons=tuple(reasons))
    costs = {point.date: point.value for point in spent}
    both = [(point.date, point.value, costs[point.date]) for point in paid if point.date in costs]
    points, too_large = finite_points(
        [Point(day, 100 * (income - out) / income) for day, income, out in both if income > 0]
    )
    return replace(blank, points=points, reasons=(*_margin_reasons(revenue, cost, both), *too_large))


def _margin_reasons(revenue: str, cost: str, both: list[tuple[dt.date, float, float]]) -> Iterator[str]:
    """Say on which days there is no margin."""
    if not both:
        yield f"no day on which both {revenue} and {cost} were noted"
    for day in [day for day, income, _ in both if income <= 0][:3]:
        yield f"{revenue} is zero or less on {day}: no margin"


def _beside(book: Workbook, one: Figure, ids: tuple[str | None, ...]) -> Figure:
    """Put the user-value metrics beside a figure, or say that there is none."""
    partners = paired_with(book, *ids)
    return replace(one, beside=partners, reasons=one.reasons if partners else (*one.reasons, ALONE))


def _month(day: dt.date) -> int:
    """Return a number of its month that is one more than that of the month before."""
    return 12 * day.year + day.month
