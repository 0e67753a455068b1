"""CourseCraft's event log says what the rest of the example says, row by row and without our own engine."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import correlation

import pytest

from purposebook.measures.money import measure_money
from purposebook.measures.product import measure
from purposebook.storage.reading import read_workbook

COURSECRAFT = Path(__file__).parents[2] / "data" / "coursecraft"
AS_OF = dt.date(2026, 10, 31)
MILESTONES = {
    "course_started",
    "first_recording",
    "first_lesson",
    "course_published",
    "second_course",
    "invite_sent",
    "invite_accepted",
    "share_paid",
}
DAY = dt.timedelta(days=1)
Days = dict[str, dt.date]


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a CSV file of the example."""
    with (COURSECRAFT / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def observed(metric: str) -> Iterator[tuple[dt.date, int, int]]:
    """Yield day, numerator and denominator of a metric's rows."""
    for row in rows("observations"):
        if row["metric"] == metric:
            yield dt.date.fromisoformat(row["date"]), int(row["numerator"]), int(row["denominator"])


def days(event: str) -> Days:
    """Return the first day of an event for each actor."""
    found: Days = {}
    for row in rows("events"):
        if row["event"] == event:
            day = dt.date.fromisoformat(row["at"])
            found[row["actor"]] = min(day, found.get(row["actor"], day))
    return found


def between(found: Days, first: dt.date, last: dt.date) -> set[str]:
    """Return the actors whose day lies between two days, both included."""
    return {actor for actor, day in found.items() if first <= day <= last}


def test_only_milestones_are_kept() -> None:
    """No visit, no minute and no hour of the day; numbers drawn by lot for actors."""
    assert {row["event"] for row in rows("events")} == MILESTONES
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", row["at"]) for row in rows("events"))
    assert all(re.fullmatch(r"author-\d{4}", row["actor"]) for row in rows("events"))
    once = ("course_started", "first_recording", "first_lesson", "course_published", "second_course")
    told = Counter((row["actor"], row["event"]) for row in rows("events") if row["event"] in once)
    assert set(told.values()) == {1}


def test_numbers_do_not_tell_who_came_first() -> None:
    """A higher number is no later author."""
    started = days("course_started")
    numbers = [int(actor.removeprefix("author-")) for actor in started]
    assert abs(correlation([day.toordinal() for day in started.values()], numbers)) < 0.05


@pytest.mark.parametrize(("monday", "in_time", "starters"), list(observed("first-lesson-rate")), ids=str)
def test_first_lessons_are_those_of_the_week(monday: dt.date, in_time: int, starters: int) -> None:
    """Whoever started in the week, and finished a first lesson within 14 days, is counted as in observations.csv."""
    started, lesson = days("course_started"), days("first_lesson")
    week = between(started, monday, monday + 6 * DAY)
    done = [actor for actor in week if actor in lesson and lesson[actor] <= started[actor] + 14 * DAY]
    assert (len(done), len(week)) == (in_time, starters)


def test_the_engine_adds_up_the_weeks() -> None:
    """Activation is the sum of all weeks whose 14 days are over, and nobody else is over."""
    found = measure(read_workbook(COURSECRAFT), AS_OF).pirate
    assert found and found.activation.value
    weeks = list(observed("first-lesson-rate"))
    sums = sum(week[1] for week in weeks), sum(week[2] for week in weeks)
    assert (found.activation.value.actors, found.activation.value.of) == sums


def test_autumn_is_that_of_the_funnel() -> None:
    """Evidence `funnel-q1`: 12 stopped before a recording, 397 before a lesson, 21 after it; 143 of 573 published."""
    autumn = between(days("course_started"), dt.date(2025, 10, 6), dt.date(2026, 1, 4))
    recorded, finished = (autumn & days(event).keys() for event in ("first_recording", "first_lesson"))
    published = autumn & between(days("course_published"), dt.date(2025, 10, 6), dt.date(2026, 2, 16))
    lost = len(autumn - recorded), len(recorded - finished), len(finished - published)
    assert (len(autumn), lost, len(published)) == (573, (12, 397, 21), 143)
    assert recorded >= finished >= published


def test_shares_round_to_the_published_figures() -> None:
    """A quarter of the autumn's starters published, and three quarters of the summer's by the end of September."""
    published = days("course_published")
    for first, last, by, share in (
        (dt.date(2025, 10, 6), dt.date(2026, 1, 4), dt.date(2026, 2, 16), 25),
        (dt.date(2026, 7, 6), dt.date(2026, 8, 30), dt.date(2026, 9, 30), 75),
    ):
        begun = between(days("course_started"), first, last)
        assert round(100 * len(begun & between(published, first, by)) / len(begun)) == share


def test_milestones_follow_each_other() -> None:
    """Nobody publishes without a lesson, nor finishes one before it was recorded."""
    chain = [days(event) for event in ("course_started", "first_recording", "first_lesson", "course_published")]
    for before, after in pairwise(chain):
        assert all(actor in before and before[actor] <= day for actor, day in after.items())
    second = days("second_course")
    assert all(day > chain[-1][actor] for actor, day in second.items() if actor in chain[-1])


def test_two_in_three_came_through_a_colleague() -> None:
    """Evidence `welcome-answers`: 396 of the 594 who started between 6 July and 4 October."""
    channels = {row["actor"]: row["channel"] for row in rows("events") if row["event"] == "course_started"}
    begun = between(days("course_started"), dt.date(2026, 7, 6), dt.date(2026, 10, 4))
    assert (sum(channels[actor] == "a colleague" for actor in begun), len(begun)) == (396, 594)
    assert abs(sum(channel == "a colleague" for channel in channels.values()) / len(channels) - 2 / 3) < 0.01


@pytest.mark.parametrize(
    ("seen_on", "first", "last"),
    [
        (dt.date(2026, 6, 30), dt.date(2025, 10, 1), dt.date(2025, 12, 31)),
        (dt.date(2026, 9, 30), dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
    ],
    ids=str,
)
def test_second_courses_are_those_of_the_quarter(seen_on: dt.date, first: dt.date, last: dt.date) -> None:
    """Of those who published in the quarter whose 180 days were then over, as many began again."""
    published, second = days("course_published"), days("second_course")
    quarter = between(published, first, last)
    again = [actor for actor in quarter if actor in second and second[actor] <= published[actor] + 180 * DAY]
    assert (seen_on, len(again), len(quarter)) in set(observed("second-course-rate"))


def test_shares_add_up_to_the_revenue_of_the_month() -> None:
    """As many euros as in observations.csv, from as many authors, each of whom has published."""
    published, started = days("course_published"), days("course_started")
    paid = [row for row in rows("events") if row["event"] == "share_paid"]
    sums, authors = Counter[str](), Counter(row["at"] for row in paid)
    for row in paid:
        sums[row["at"]] += int(row["value"])
        assert row["actor"] not in started or published[row["actor"]].isoformat() < row["at"]
    found = {(day, sums[day], authors[day]) for day in sums}
    assert found == {(day.isoformat(), *counts) for day, *counts in observed("revenue-per-author")}


def test_sums_are_counted_from_the_log() -> None:
    """What service and money rest on is what the log says of each month."""
    values = {(row["metric"], row["date"]): float(row["value"]) for row in rows("observations") if row["value"]}
    counted = {"courses-started": "course_started", "courses-published": "course_published"}
    for (metric, date), value in values.items():
        month = dt.date.fromisoformat(date)
        if metric in counted:
            assert len(between(days(counted[metric]), month.replace(day=1), month)) == value
    assert {date for metric, date in values if metric in counted} == {"2026-08-31", "2026-09-30", "2026-10-31"}


def test_the_margin_is_that_of_the_bookkeeping() -> None:
    """Worked out from revenue and cost it is the margin that was noted, to a decimal."""
    book = read_workbook(COURSECRAFT)
    found = measure_money(book, {one.id: one for one in measure(book, AS_OF).metrics})
    margin = next(one for one in found.figures if one.id == "margin")
    noted = {row["date"]: float(row["value"]) for row in rows("observations") if row["metric"] == "contribution-margin"}
    assert len(margin.points) == 3
    assert all(round(point.value, 1) == noted[point.date.isoformat()] for point in margin.points)


def test_lessons_are_not_more_than_were_finished() -> None:
    """A first lesson is one of the lessons that `editing-hours` counts in its month."""
    first = Counter(day.strftime("%Y-%m") for day in days("first_lesson").values())
    finished = {
        row["date"][:7]: int(row["denominator"]) for row in rows("observations") if row["metric"] == "editing-hours"
    }
    assert first.keys() == finished.keys()
    assert all(count <= finished[month] for month, count in first.items())


def test_invitations_come_from_authors_who_published() -> None:
    """Whoever accepts names the one who sent it, from a colleague, on an earlier day or the same."""
    sent = {(row["actor"], row["at"]) for row in rows("events") if row["event"] == "invite_sent"}
    published, started = days("course_published"), days("course_started")
    for row in rows("events"):
        if row["event"] == "invite_accepted":
            host = row["invited_by"]
            assert any(actor == host and at <= row["at"] for actor, at in sent)
            assert host not in started or published[host].isoformat() < row["at"]
