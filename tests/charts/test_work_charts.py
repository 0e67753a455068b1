"""Work by origin, period and proof, status lines, kill criteria, the kata, decision rights and reviews."""

from __future__ import annotations

from typing import Any

import pytest
from chart_samples import AS_OF, book
from grid_samples import written

from purposebook.charts.decision_rights import decision_rights
from purposebook.charts.exits import exits
from purposebook.charts.kata_board import kata_board
from purposebook.charts.reviews import reviews
from purposebook.charts.status_lines import status_lines
from purposebook.charts.work_origin import work_origin
from purposebook.charts.work_periods import work_gain, work_value
from purposebook.charts.work_proof import work_proof


def item(id: str, **more: Any) -> dict[str, Any]:
    """Make a work item."""
    return {"id": id, "title": id, **more}


def test_work_by_origin_shows_how_far_items_get() -> None:
    """What nobody classified is a group of its own."""
    figure = work_origin(written())
    assert figure
    assert figure.title == "2 of 10 work items come from evidence; 2 are not classified; 2 of 7 shipped were measured"
    rows = {row[0]: row[1:] for row in figure.table.rows}
    assert rows["Evidence"] == (2, 2, 0, 2, 1) and rows["Wish"] == (3, 1, 0, 1, 0)
    assert rows["Not classified"] == (2, 0, 0, 1, 0)


def test_only_what_shipped_can_be_measured_after_shipping() -> None:
    """A metric that is named for open work measured nothing yet."""
    figure = work_origin(book(work={"items": [item("a", origin="wish", measured_by="m")]}))
    assert figure and figure.table.rows[1] == ("Wish", 1, 0, 0, 0, 0)


def test_work_by_value_stands_in_the_quarter_of_its_closing() -> None:
    """The last day of a quarter belongs to it; effort is added up where it is written."""
    days = {"a": "2026-03-31", "b": "2026-04-01", "c": "2025-12-31"}
    items = [item(id, status="done", closed=day, value="both", effort=2.5) for id, day in days.items()]
    items += [item("d", status="done", value="both"), item("e", closed="2026-01-01")]
    figure = work_value(book(work={"items": items}))
    assert figure
    periods = ["2025, quarter 4", "2026, quarter 1", "2026, quarter 2", "Done, no date", "Open"]
    assert list(dict.fromkeys(figure.table.column("Period"))) == periods
    both = [row[2:] for row in figure.table.rows if row[1] == "Both"]
    assert both == [(1, 2.5, 0)] * 3 + [(1, None, 1), (0, None, 0)]
    assert figure.title.endswith("none value to users, none value from users, 4 both, none upkeep and 1 not classified")


def test_easy_wins_and_hard_improvements_are_counted_over_time() -> None:
    """No ratio is wanted of them."""
    figure = work_gain(written())
    assert figure and figure.title == "Of 10 work items: 3 easy wins, 3 hard improvements and 4 not classified"
    assert figure.table.rows[:3] == (
        *(("2026, quarter 1", "Easy wins", 2, 8, 0), ("2026, quarter 1", "Hard improvements", 0, None, 0)),
        ("2026, quarter 1", "Not classified", 0, None, 0),
    )
    assert "nowhere laid down" in figure.description


def test_effort_without_proven_value_is_a_share_of_all_effort() -> None:
    """Neither evidence nor measured: 3 + 2 + 1 + 5 of 38 days; unclassified work stands apart."""
    figure = work_proof(written())
    assert figure
    assert figure.title == (
        "28.9\u00a0% of the effort is spent on work with no proven value: 4 items; 1 is not classified and not measured"
    )
    assert [row[1:3] for row in figure.table.rows] == [(1, 5), (1, 8), (1, 13), (4, 11), (1, 1)]


def test_proof_counts_items_where_effort_is_missing() -> None:
    """A share of an effort that is known in part would be made up."""
    items = [item("a", status="done", origin="wish", effort=3), item("b", status="doing", origin="evidence")]
    figure = work_proof(book(work={"items": items}))
    assert figure and figure.title == "1 of 2 items has no proven value"
    assert work_proof(book(work={"items": [item("a", status="open"), item("b", status="dropped")]})) is None


def test_status_lines_are_counted_quarter_by_quarter() -> None:
    """Lines without a day or a subject are not lost."""
    figure = status_lines(written())
    assert figure
    assert figure.title == "Of 10 status lines, 2 are about the problem, 6 about delivery; 2 not classified yet"
    said = {group.heading: [(one.text, one.note) for one in group.items] for group in figure.listing}
    assert said == {
        "Written in": [
            ("2026, quarter 2", "the problem 2; delivery 5"),
            ("2026, quarter 3", "delivery 1; not classified 1"),
            ("No day", "not classified 1"),
        ]
    }


@pytest.mark.parametrize(
    ("more", "flag"),
    [
        ({"check_on": "2026-10-30"}, "past its day and still active"),
        ({"check_on": "2026-10-31"}, ""),
        ({"check_on": "2026-10-30", "status": "kept"}, ""),
        ({"set_on": "2026-02-02", "started": "2026-02-01"}, "set after the start"),
        ({"set_on": "2026-02-01", "started": "2026-02-01"}, ""),
    ],
)
def test_kill_criteria_are_flagged(more: dict[str, Any], flag: str) -> None:
    """The day of the check, and the day of the start, are in time."""
    figure = exits(book(opportunities={"exits": [{"id": "x", "about": "Badges", **more}]}), AS_OF)
    assert figure and figure.table.column("Flag") == (flag,)


def test_kill_criteria_name_metric_and_threshold() -> None:
    """When to stop is said in the metric's unit."""
    figure = exits(written(), AS_OF)
    assert figure
    assert figure.title == "1 of 4 kill criteria is past its day and still active; 1 was set after the start"
    assert figure.table.column("Stop if")[0] == "Authors who publish within 30 days below 30"
    assert figure.table.column("Stop if")[3] == "no metric and threshold yet"


def test_days_at_both_ends_of_the_calendar_are_drawn() -> None:
    """The first and the last day there is break no time line."""
    ends = {"set_on": "0001-01-01", "check_on": "9999-12-31"}
    assert exits(book(opportunities={"exits": [{"id": "x", "about": "All time", **ends}]}), AS_OF)
    last = [{"id": "r", "title": "Last", "date": "9999-12-31"}]
    assert reviews(book(reviews={"reviews": last}), AS_OF)


def test_the_kata_board_flags_expectations_that_came_after_the_result() -> None:
    """Missing fields are named; what goes on has neither result nor learning yet."""
    figure = kata_board(written())
    assert figure and figure.title == "1 of 3 experiments says what was learned; 1 expected what was already known"
    assert figure.table.column("Expected")[1] == "written after the result; 20 Jun 2026: Seven of nine"
    assert figure.table.rows[1][-1] == "missing"
    assert figure.table.rows[2][1:] == (*["missing"] * 3, "Nobody can pay it", "missing", "not yet", "not yet")
    assert [item.state for item in figure.listing[0].items] == ["", "bad", "warn"]


def test_an_expectation_of_the_day_of_the_result_is_in_time() -> None:
    """Nobody knows the hour."""
    one = {"id": "e", "step": "Try", "expected": {"text": "x", "recorded": "2026-06-12"}, "ended": "2026-06-12"}
    figure = kata_board(book(experiments={"experiments": [one]}))
    assert figure and "already known" not in figure.title


def test_decision_rights_compare_words_not_case_or_spaces() -> None:
    """The same words are as it should be; one side alone is not compared."""
    figure = decision_rights(written())
    assert figure
    assert figure.title == (
        "1 of 4 kinds of decision is taken today by those who should take it; 1 has only one side written"
    )
    readings = ["not as it should be", "as it should be", "one side is not written", "not as it should be"]
    assert list(figure.table.column("Reading")) == readings
    assert "With no next step: “What is built next”." in figure.description


def test_reviews_are_late_or_in_time() -> None:
    """Ninety days after the last is in time; the day after is overdue."""
    figure = reviews(written(), AS_OF)
    assert figure and figure.title == "3 reviews, the last on 31 Jul 2026; the next has been due since 29 Oct 2026"
    notes = ["the next came in time", "the next came 22 days late", "the next is overdue by 2 days"]
    assert list(figure.table.column("Note")) == notes
    just = [{"id": "r", "title": "R", "date": "2026-08-02"}]
    figure = reviews(book(reviews={"reviews": just}), AS_OF)
    assert figure and figure.title == "1 review, the last on 2 Aug 2026; the next is due by 31 Oct 2026"


def test_a_review_that_is_still_to_come_is_planned() -> None:
    """Nothing is overdue before it has been."""
    figure = reviews(book(reviews={"reviews": [{"id": "r", "title": "R", "date": "2026-11-05"}]}), AS_OF)
    assert figure and figure.title == "No review so far; the next is planned for 5 Nov 2026"
