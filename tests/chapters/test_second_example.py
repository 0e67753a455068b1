"""The second worked example teaches what it means to teach, and its numbers add up."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from pathlib import Path
from typing import Final

import pytest

from purposebook.checks.engine import check
from purposebook.domain.metrics import Observation
from purposebook.domain.references import declared, references
from purposebook.domain.responsibility import DIMENSIONS, STAGES, GroupOutcome
from purposebook.domain.wcag import CRITERIA
from purposebook.domain.workbook import PARTS, Workbook
from purposebook.measures.metric import MetricMeasures
from purposebook.measures.product import measure
from purposebook.storage.reading import read_workbook

FOLDER: Final = Path(__file__).parents[2] / "data" / "books-to-the-door"
AS_OF: Final = dt.date(2026, 10, 31)
CHANGE: Final = dt.date(2026, 3, 2)
ANNOUNCED: Final = {
    "mission/bookshop-parcel": "on purpose: nobody has asked the bookshop",
    "metrics/first-visit-in-time": "rule K10 says the same",
    "strategy/teams": "One team stands in no stream, on purpose",
    "opportunities/stop-fifth-reader": "Past due and still going on, on purpose",
    "work/btd-01": "shipped and never measured by one of our metrics, on purpose",
    "work/btd-22": "never classified, on purpose",
    "responsibility/worn-out": "Overdue, on purpose",
    "culture/company": "no research stands behind it",
    "reviews/autumn": "A claim without a frozen number, on purpose",
}
"""Where something may be found, and the words with which a comment of that file announces it."""


@pytest.fixture(scope="module")
def book() -> Workbook:
    """Read the example."""
    return read_workbook(FOLDER)


def measured(book: Workbook, id: str) -> MetricMeasures:
    """Measure one metric."""
    return next(one for one in measure(book, AS_OF).metrics if one.id == id)


def counted(book: Workbook, id: str, first: dt.date, last: dt.date) -> tuple[float, float]:
    """Add up what a metric counted in the whole between two days."""
    rows = [row for row in book.observations if row.metric == id and not row.segment and first <= row.date <= last]
    return sum(row.numerator or 0 for row in rows), sum(row.denominator or 0 for row in rows)


def note_of(book: Workbook, id: str) -> str:
    """Return what a piece of evidence says."""
    return next(one.note for one in book.evidence.evidence if one.id == id)


def test_every_part_and_key_is_written(book: Workbook) -> None:
    """Leave out only the address of a made-up service, the framework that is left out by name, and what needs no money.

    Its one question to readers is asked by phone and is a metric; visits are free, so nothing is divided by money.
    """
    empty = {f"{part}/{key}" for part in PARTS for key, value in getattr(book, part) if not value}
    assert book.written == frozenset(PARTS)
    assert empty == {"product/links", "metrics/pirate", "metrics/surveys", "metrics/service", "metrics/money"}
    assert [one.framework for one in book.product.not_used] == ["pirate-metrics"]


def test_every_reference_points_to_an_item_of_its_kind(book: Workbook) -> None:
    """Let each id name one thing only, and each reference a thing of the kind that is asked for."""
    items = list(declared(book))
    kinds = {item.id: item.kind for item in items}
    assert len(kinds) == len(items)
    assert [one for one in references(book) if kinds.get(one.target) not in one.kinds] == []


def test_only_announced_findings_remain(book: Workbook) -> None:
    """Show advice only where a comment says that the gap is there on purpose, and one silenced rule."""
    checked = check(book, AS_OF)
    found = {"/".join(one.where.split("/")[:2]) for one in checked.findings}
    assert "mission/bookshop-parcel" in found and found <= set(ANNOUNCED)
    assert checked.of("error") == ()
    assert [(one.rule, one.where) for one in checked.silenced] == [("X2", "evidence/evidence")]


@pytest.mark.parametrize("where", ANNOUNCED)
def test_each_gap_is_announced_by_a_comment(where: str) -> None:
    """Tell the reader of the file that a gap is meant."""
    text = (FOLDER / f"{where.partition('/')[0]}.yml").read_text(encoding="utf-8")
    said = " ".join(line.partition("#")[2].strip() for line in text.splitlines())
    assert ANNOUNCED[where] in said


@pytest.mark.parametrize("part", PARTS)
def test_everything_says_that_it_is_an_illustration(book: Workbook, part: str) -> None:
    """Say so at the head of each file, at each source and at each piece of evidence."""
    lines = (FOLDER / f"{part}.yml").read_text(encoding="utf-8").splitlines()
    head = " ".join(line for line in lines[: next(n for n, line in enumerate(lines) if not line.startswith("#"))])
    assert "our illustration" in head
    assert all("our illustration" in metric.source for metric in book.metrics.metrics)
    assert all("Our illustration." in " ".join(one.note.split()) for one in book.evidence.evidence)


@pytest.mark.parametrize("id", ["kept-visits", "steady-readers"])
def test_the_change_of_march_shows_as_a_step(book: Workbook, id: str) -> None:
    """From the first whole month on, each point lies above what was normal before."""
    metric = measured(book, id)
    before = metric.phases[0].limits
    after = [point.value for point in metric.series if point.date >= dt.date(2026, 4, 30)]
    assert before and metric.phases[0].end < CHANGE
    assert len(after) == 7 and min(after) > before.upper


def test_a_before_and_after_has_enough_months(book: Workbook) -> None:
    """Give the comparison at least eight points on each side of its change."""
    comparison = next(one.comparison for one in book.experiments.experiments if one.id == "own-visitor-try")
    assert comparison and comparison.metric and comparison.change == CHANGE
    sides = [point.date >= CHANGE for point in measured(book, comparison.metric).series]
    assert (sides.count(False), sides.count(True)) == (12, 8)


def test_first_visits_are_hit_or_miss(book: Workbook) -> None:
    """Keep the target inside what is normal for so few visits."""
    assert measured(book, "first-visit-in-time").assurance == "hit-or-miss"


def test_the_guard_got_worse_while_the_visit_got_cheaper(book: Workbook) -> None:
    """Show the price: more hours than any month before, each month since the change."""
    hours = measured(book, "volunteer-hours").series
    assert min(one.value for one in hours if one.date >= CHANGE) > max(one.value for one in hours if one.date < CHANGE)
    assert measured(book, "cost-per-visit").series[-1].value < 0.65 * measured(book, "cost-per-visit").series[0].value


def test_money_stands_beside_what_users_get(book: Workbook) -> None:
    """Pair each business metric with one that is not of the business."""
    metrics = {one.id: one for one in book.metrics.metrics}
    business = [one for one in metrics.values() if one.kind == "business"]
    assert business and all(metrics[one.pairs_with or ""].kind == "outcome" for one in business)


def test_segments_add_up_to_the_whole(book: Workbook) -> None:
    """Count nobody twice and leave nobody out, wherever a day is split by district."""
    days = groupby(sorted(book.observations, key=_day), key=_day)
    split = 0
    for _, rows in days:
        one_day = list(rows)
        parts = [row for row in one_day if row.segment]
        whole = next(row for row in one_day if not row.segment)
        if parts:
            split += 1
            assert sum(row.numerator or 0 for row in parts) == whole.numerator
            assert sum(row.denominator or 0 for row in parts) == whole.denominator
    assert split == 28


def _day(row: Observation) -> tuple[str, dt.date]:
    """Return the metric and the day of an observation."""
    return row.metric, row.date


def test_frozen_numbers_equal_the_observations_of_their_day(book: Workbook) -> None:
    """Freeze the newest observation up to each review, for every metric that had one."""
    units = {one.id: one.unit for one in book.metrics.metrics}
    for review in book.reviews.reviews:
        newest = {
            row.metric: row
            for row in sorted(book.observations, key=lambda row: row.date)
            if row.date <= review.date and not row.segment
        }
        assert {one.metric: one.date for one in review.numbers} == {id: row.date for id, row in newest.items()}
        for one in review.numbers:
            assert one.value == pytest.approx(newest[one.metric].value_in(units[one.metric]), abs=0.006)


def test_ranks_add_up(book: Workbook) -> None:
    """Let each member give each rank once: members x needs x (needs + 1) / 2."""
    for one in book.personas.rankings:
        needs = len(one.places)
        assert sum(place.ranks for place in one.places) == one.members * needs * (needs + 1) // 2
        assert all(one.members <= place.ranks <= one.members * needs for place in one.places)


def test_groups_add_up_to_the_readers_of_october(book: Workbook) -> None:
    """Sum the groups of each dimension to the whole, with no group that points at persons."""
    inclusion = book.responsibility.inclusion
    assert inclusion
    whole = counted(book, "steady-readers", AS_OF, AS_OF)
    for _, groups in groupby(inclusion.outcomes, key=lambda one: one.dimension):
        listed: list[GroupOutcome] = list(groups)
        assert (sum(one.reached for one in listed), sum(one.of for one in listed)) == whole
        assert all(one.of >= 10 for one in listed)


def test_all_stages_dimensions_and_criteria_are_answered(book: Workbook) -> None:
    """Visit six stages, consider six dimensions and one more, answer each A and AA criterion with evidence."""
    accessibility, inclusion = book.responsibility.accessibility, book.responsibility.inclusion
    assert accessibility and inclusion
    answered = {one.number: one for one in accessibility.criteria}
    assert set(answered) == {one.number for one in CRITERIA.values() if one.level != "AAA"}
    assert all(one.term != "not-evaluated" and one.evidence and one.note for one in answered.values())
    assert {one.stage for one in book.responsibility.visits} == set(STAGES)
    assert {one.name for one in inclusion.dimensions} == {*DIMENSIONS, "place"}


def test_the_footprint_is_what_its_comment_says(book: Workbook) -> None:
    """Divide by the visits of that month, and arrive at the number in the comment."""
    footprint = book.responsibility.footprint
    assert footprint and footprint.amount == counted(book, "kept-visits", dt.date(2026, 9, 1), dt.date(2026, 9, 30))[0]
    grams = sum(
        (one.energy or 0) * (one.intensity or 0)
        + (one.embodied or 0) * (one.reserved_time or 0) / (one.lifespan or 1) * (one.reserved or 0) / (one.total or 1)
        for one in footprint.components
    )
    assert (round(grams / 1000, 1), round(grams / footprint.amount)) == (124.3, 447)


@pytest.mark.parametrize(("year", "id"), [(2025, "visit-book-2025"), (2026, "visit-book-2026")])
def test_the_visit_book_says_what_was_counted(book: Workbook, year: int, id: str) -> None:
    """Quote the sums of March to October in the evidence as they stand in the observations."""
    kept, promised = counted(book, "kept-visits", dt.date(year, 3, 1), dt.date(year, 10, 31))
    assert f"{promised:,.0f} visits promised, {kept:,.0f} kept" in " ".join(note_of(book, id).split())
    assert f"Of the other {promised - kept:.0f}," in " ".join(note_of(book, id).split())


@pytest.mark.parametrize(("month", "id"), [(4, "survey-april"), (10, "survey-october")])
def test_surveys_say_what_was_counted(book: Workbook, month: int, id: str) -> None:
    """Quote how many answered and how many would miss the visits."""
    day = next(one.date for one in book.evidence.evidence if one.id == id)
    assert day and day.month == month
    gladly, answered = counted(book, "glad-of-visit", day, day)
    assert note_of(book, id).startswith(f"{answered:.0f} of ") and f"{gladly:.0f} would miss" in note_of(book, id)


def test_hours_of_the_streams_are_those_of_the_comment(book: Workbook) -> None:
    """Work and wait as long as the comment says: 2.5 and 280 hours, 1.4 and 70 hours."""
    hours = [
        (round(sum(step.hours or 0 for step in stream.steps), 1), sum(step.wait or 0 for step in stream.steps))
        for stream in book.strategy.streams
    ]
    assert hours == [(2.5, 280), (1.4, 70)]
    assert {step.team for stream in book.strategy.streams for step in stream.steps} < set(book.strategy.teams)


def test_expectations_came_first_and_one_failed(book: Workbook) -> None:
    """Write each expectation before its step of a week or less; let one of three fail."""
    failed = []
    for one in book.experiments.experiments:
        assert one.started and one.ended and one.expected and one.actual
        assert one.expected.recorded and one.expected.recorded < one.started
        assert one.started <= one.ended <= one.started + dt.timedelta(days=7)
        failed += [one.id] if (one.actual.value or 0) < (one.expected.value or 0) else []
    assert (len(book.experiments.experiments), failed) == (3, ["leaflets"])


def test_nothing_happens_after_the_day_on_which_it_is_read(book: Workbook) -> None:
    """Date observations, evidence and reviews up to the day of reading, and baselines before their targets."""
    assert max(row.date for row in book.observations) <= AS_OF
    assert max(one.date for one in book.evidence.evidence if one.date) <= AS_OF
    assert max(one.date for one in book.reviews.reviews) <= AS_OF
    assert all(item.created and (item.closed or AS_OF) >= item.created for item in book.work.items)
    for metric in book.metrics.metrics:
        if metric.baseline and metric.baseline.date and metric.target and metric.target.by:
            assert metric.baseline.date < metric.target.by


def test_a_goal_is_shared_with_the_other_example(book: Workbook) -> None:
    """Let the portfolio show one goal of two teams."""
    other = read_workbook(FOLDER.parent / "coursecraft")
    shared = [{item.shared for item in one.objectives.objectives} - {""} for one in (book, other)]
    assert shared[0] & shared[1] == {"Nobody is locked out"}
