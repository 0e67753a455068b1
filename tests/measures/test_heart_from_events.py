"""HEART told by the event log where no metric measures a category."""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from measured_samples import AS_OF
from pirate_plain import csv_of
from statsmodels.stats.proportion import proportion_confint

from purposebook.checks.example import book_of
from purposebook.domain.schemas import results_schema
from purposebook.measures import ProductMeasures, measure
from purposebook.measures.heart import HeartMeasures
from purposebook.measures.pirate.engaging import A_RATIO
from purposebook.measures.report import as_text
from purposebook.storage.reading import read_workbook

COURSECRAFT = Path(__file__).resolve().parents[2] / "data" / "coursecraft"
TRIO = ("actor", "at", "event")
LATE = "2026-10-30"
LOG = [
    *(("1", "2026-08-03", "join"), ("1", "2026-08-04", "win"), ("1", "2026-09-01", "x"), ("1", "2026-09-02", "x")),
    *(("2", "2026-08-31", "join"), ("2", "2026-09-30", "x"), ("3", "2026-08-01", "x"), ("9", LATE, "join")),
]
PIRATE = {
    "events": {"file": "events.csv"},
    "acquisition": {"event": "join"},
    "activation": {"events": ["win"], "within": "7d"},
    "retention": {},
    "funnel": {"steps": ["join", "win"], "within": "7d"},
}
GRID = [{"category": "happiness", "goal": "They would do it again"}]


def told(pirate: dict[str, object], *grid: dict[str, str], metrics: tuple[dict[str, str], ...] = ()) -> ProductMeasures:
    """Measure the small log by these definitions, with these rows of the grid."""
    book = book_of({"metrics": {"pirate": pirate, "heart": [*GRID, *grid], "metrics": list(metrics)}})
    with csv_of(LOG, TRIO) as log:
        found = measure(replace(book, events=log), AS_OF)
        assert found.heart
    return found


def by_category(found: ProductMeasures) -> dict[str, HeartMeasures]:
    """Return the one row of each category."""
    assert len(found.heart) == 5
    return {one.category: one for one in found.heart}


def test_the_log_answers_four_of_five() -> None:
    """By hand: 1 of 2 won in time, 3 rows of 2 actors in September, both came back, 1 of 2 reached the last step."""
    found = by_category(told(PIRATE))
    values = {id: one.latest and (one.latest.value, one.latest.n, one.unit) for id, one in found.items()}
    assert values == {
        "happiness": None,
        "engagement": (1.5, 2, "rows per active actor"),
        "adoption": (50, 2, "%"),
        "retention": (100, 2, "%"),
        "task-success": (50, 2, "%"),
    }
    assert {one.source for id, one in found.items() if id != "happiness"} == {"events"}
    assert {one.latest.date for one in found.values() if one.latest} == {dt.date.fromisoformat(LATE)}
    assert (found["happiness"].source, found["happiness"].reasons) == (None, ("no metric for happiness yet",))


def test_shares_have_wilsons_interval_and_the_ratio_says_why_it_has_none() -> None:
    """Agree with statsmodels, in the unit of the value."""
    found = by_category(told(PIRATE))
    latest = found["adoption"].latest
    assert latest and latest.interval and latest.method
    low, high = proportion_confint(1, 2, method="wilson")
    assert latest.interval == pytest.approx((100 * low, 100 * high), abs=1e-9)
    per_actor = found["engagement"]
    assert per_actor.latest and (per_actor.latest.interval, per_actor.reasons) == (None, (A_RATIO,))
    assert "1 actor is left out" in found["adoption"].reasons[0]


def test_each_number_names_its_definition() -> None:
    """Say kind, period, clock, event and time allowed."""
    found = by_category(told(PIRATE))
    assert [one.formula for one in found.values()] == [
        "",
        "rows of any event / active actors, in the month from 2026-09-01 to 2026-09-30",
        "actors with “win” within 7d of their start / actors whose 7d are over",
        "classic retention at age 1, by month, calendar clock, all cohorts for which it is over",
        "actors who reached “win” within 7d / actors who entered with “join”",
    ]
    bracket = {"kind": "bracket", "bracket": [1, 2], "period": "week", "event": "x", "clock": "24h"}
    several = {"events": ["win", "x"], "within": "7d", "match": "any"}
    found = by_category(told({**PIRATE, "retention": bracket, "activation": several, "complete_until": "2026-10-04"}))
    assert found["retention"].formula.startswith("bracket retention at ages 1 to 2, by week, 24h clock")
    assert found["adoption"].formula.startswith("actors with any of “win”, “x” within 7d")
    assert found["engagement"].formula.startswith("rows of “x” / active actors, in the week from 2026-09-28")


def test_a_metric_and_a_reason_go_first() -> None:
    """Ask the log neither where a metric is named, written or not, nor where the category is left out."""
    metrics = ({"id": "back", "name": "Back", "unit": "%", "heart": "retention"},)
    grid = {"category": "adoption", "not_used_because": "Invited only"}, {"category": "task-success", "metric": "gone"}
    found = by_category(told(PIRATE, *grid, metrics=metrics))
    assert [found[id].latest for id in ("adoption", "retention", "task-success")] == [None] * 3
    assert [found[id].source for id in ("adoption", "retention", "task-success")] == [None, "observations", None]
    assert found["retention"].reasons == ("back has no value yet",)


def test_what_is_not_declared_is_not_asked() -> None:
    """Tell engagement alone, which needs no definition; with no log, nothing."""
    found = by_category(told({"events": {"file": "events.csv"}}))
    assert [id for id, one in found.items() if one.source] == ["engagement"]
    assert found["adoption"].reasons == ("no metric for adoption yet",)
    book = book_of({"metrics": {"pirate": PIRATE, "heart": GRID}})
    assert not any(one.source for one in measure(book, AS_OF).heart)
    assert told(PIRATE).book and measure(book_of({"metrics": {"pirate": PIRATE}}), AS_OF).heart == ()


@pytest.mark.parametrize(
    ("category", "keys", "reason"),
    [
        ("adoption", {"activation": {"events": ["win"], "within": "90d"}}, "nobody's time (90d) has fully elapsed"),
        ("task-success", {"funnel": {"steps": ["gone", "win"], "within": "7d"}}, "the event “gone” never occurs"),
        ("retention", {"complete_until": "2026-08-31"}, "age 1 has not fully elapsed for any cohort: no retention"),
        ("retention", {"retention": {"kind": "bracket"}}, "retention of kind bracket needs a bracket"),
        ("engagement", {"complete_until": "2026-08-30"}, "the log covers 2026-08-01 to 2026-08-30, which holds no"),
    ],
)
def test_no_answer_has_its_reason(category: str, keys: dict[str, object], reason: str) -> None:
    """Say that no metric is named, then what the log lacks."""
    one = by_category(told({**PIRATE, **keys}))[category]
    assert (one.latest, one.source, one.reasons[0]) == (
        None,
        "events",
        f"no metric for {category.replace('-', ' ')} yet",
    )
    assert one.reasons[1].startswith(reason)


def test_json_and_text_say_where_the_number_is_from() -> None:
    """Mark it as the log's, with its formula, as the schema describes."""
    found = told(PIRATE)
    made = found.as_json()
    jsonschema.Draft202012Validator(results_schema("measures")).validate(made)
    adoption = made["heart"][2]
    assert (adoption["metric"], adoption["source"], adoption["latest"]["value"]) == (None, "events", 50)
    assert adoption["formula"].startswith("actors with “win”") and made["heart"][0]["formula"] is None
    text = " ".join(as_text(found).split())
    assert "adoption - 50 % [9.45, 90.5] n=2 on 2026-10-30 event log: actors with “win”" in text


@cache
def rows() -> dict[str, list[tuple[dt.date, str]]]:
    """Return the example's milestones by author."""
    found = defaultdict(list)
    with (COURSECRAFT / "events.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["actor"]].append((dt.date.fromisoformat(row["at"]), row["event"]))
    return found


def example() -> dict[str, HeartMeasures]:
    """Measure the example as if nobody had named a metric for any category."""
    book = read_workbook(COURSECRAFT)
    plain = {"pirate": book.metrics.pirate.model_dump(by_alias=True) if book.metrics.pirate else None, "heart": GRID}
    return by_category(measure(replace(book, metrics=book.metrics.model_validate(plain)), AS_OF))


def test_the_example_read_row_by_row() -> None:
    """Count October's milestones, and who of each month's starters came back in the month after."""
    found = example()
    october = [actor for actor, own in rows().items() for day, _ in own if (day.year, day.month) == (2026, 10)]
    engaged = found["engagement"].latest
    assert engaged and engaged.n == len(set(october))
    assert engaged.value == pytest.approx(len(october) / engaged.n)
    starts = {
        a: min(day for day, event in own if event == "course_started") for a, own in rows().items() if _began(own)
    }
    months = {actor: day.year * 12 + day.month for actor, day in starts.items()}
    over = [actor for actor, month in months.items() if month < 2026 * 12 + 10]
    back = [a for a in over if any(day.year * 12 + day.month == months[a] + 1 for day, _ in rows()[a])]
    kept = found["retention"].latest
    assert kept and (kept.n, kept.value) == (len(over), pytest.approx(100 * len(back) / len(over)))


def _began(own: list[tuple[dt.date, str]]) -> bool:
    """Say whether an author started a course within the log."""
    return any(event == "course_started" for _, event in own)
