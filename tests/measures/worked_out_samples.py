"""A workbook with surveys, a service, money and HEART, whose numbers can be worked out by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from measured_samples import AS_OF

from purposebook.checks.example import book_of
from purposebook.domain.workbook import Workbook
from purposebook.measures import ProductMeasures, measure

JAN, FEB = "2026-01-31", "2026-02-28"
ROWS = {
    "begun": {JAN: 200},
    "done": {JAN: 80},
    "online": {JAN: 120},
    "cost": {JAN: 1000},
    "mrr": {JAN: 100, FEB: 110},
    "spent": {JAN: 900},
    "won": {JAN: 12},
    "paid": {JAN: 1000, FEB: 0},
    "serving": {JAN: 300, FEB: 10},
    "glad": {},
}
UNITS = dict.fromkeys(("cost", "mrr", "spent", "paid", "serving"), "EUR")
METRICS = {
    "metrics": [
        {"id": id, "name": id, "unit": UNITS.get(id, ""), "kind": "outcome" if id == "glad" else "business"}
        for id in ROWS
    ],
    "surveys": [
        {"id": "asked", "name": "Asked", "kind": "csat", "question": "How glad?", "asked": 120, "metric": "glad"},
        {"id": "recommend", "name": "Recommend", "kind": "nps"},
    ],
    "service": {"started": "begun", "completed": "done", "digital": "online", "cost": "cost"},
    "money": {"mrr": "mrr", "spend": "spent", "new_customers": "won", "revenue": "paid", "variable_cost": "serving"},
    "heart": [
        {"category": "happiness", "metric": "glad"},
        {"category": "engagement", "not_used_because": "Five users a month"},
        {"category": "retention", "metric": "nowhere"},
    ],
}
ANSWERS = [
    *({"date": "2026-03-31", "score": score} for score in (1, 2, 3, 4)),
    {"date": "2026-06-30", "score": 5, "count": 30},
    {"date": "2026-06-30", "score": 3, "count": 6},
    {"date": "2026-09-30", "score": 5, "count": 9, "segment": "solo"},
    {"date": "2026-09-30", "score": 3, "count": 6, "segment": "team"},
    {"date": "2026-09-30", "score": 1, "count": 2, "segment": "school"},
]


def worked_out_book(answers: list[dict[str, object]] = ANSWERS) -> Workbook:
    """Make the workbook, with these answers to the first survey."""
    cells = [{"metric": id, "date": day, "value": value} for id, days in ROWS.items() for day, value in days.items()]
    metrics = [{**one, "pairs_with": "glad"} if one["id"] == "mrr" else one for one in METRICS["metrics"]]
    given = [{"survey": "asked", **one} for one in answers]
    return book_of({"metrics": {**METRICS, "metrics": metrics}, "observations": cells, "answers": given})


def declaring(**keys: object) -> ProductMeasures:
    """Measure the workbook with other keys in its metrics."""
    whole = worked_out_book()
    written = {**whole.metrics.model_dump(by_alias=True, exclude_unset=True), **keys}
    return measure(replace(whole, metrics=whole.metrics.model_validate(written)), AS_OF)


def series_that_may_have_begun_at_zero() -> Workbook:
    """Make an experiment with a ratio of 58 to 1/8 = 464, whose base cannot be told from zero."""
    values = [0.0] * 7 + [1.0] + [0.0] * 7 + [464.0]
    days = [dt.date(2026, 1, 5) + dt.timedelta(weeks=at) for at in range(16)]
    rows = [{"metric": "rate", "date": str(day), "value": value} for day, value in zip(days, values, strict=True)]
    comparison = {"kind": "before-after", "metric": "rate", "change": str(days[8])}
    return book_of(
        {
            "metrics": {"metrics": [{"id": "rate", "name": "Rate", "unit": "%"}]},
            "experiments": {"experiments": [{"id": "since", "step": "Ask them", "comparison": comparison}]},
            "observations": rows,
        }
    )
