"""Comparison, compass, HEART, pairs, owners, recall, agreement and rounds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from chart_samples import book
from grid_samples import written

from purposebook.charts.agreement import agreement
from purposebook.charts.comparison import comparison
from purposebook.charts.compass import compass
from purposebook.charts.heart_grid import heart_grid
from purposebook.charts.owners import owners
from purposebook.charts.pairs import pairs
from purposebook.charts.recall import recall
from purposebook.charts.rounds import rounds
from purposebook.domain.event_log import EventLog
from purposebook.measures.proportions import wilson


def test_a_comparison_names_the_alternatives_that_lose_every_row() -> None:
    """All win, both sides, and nothing compared are told apart."""
    figure = comparison(written())
    assert figure and figure.title == "We win every row against 1 of 4 alternatives: what do people like there?"
    readings = ["both sides are written", "we win every row", "both sides are written", "nothing is compared yet"]
    assert list(figure.table.column("Reading")) == readings
    assert "We win every row against “Hire a studio”. Not compared yet: “Write a book”." in figure.description


def test_a_comparison_without_all_win_says_who_beats_us() -> None:
    """An honest comparison reads so; one that is not made too."""
    honest = {"id": "a", "name": "A", "strengths": ["x"], "weaknesses": ["y"]}
    figure = comparison(book(mission={"alternatives": [honest]}))
    assert figure and figure.title == "1 of 1 alternative beats us somewhere; none is beaten in every row"
    figure = comparison(book(mission={"alternatives": [{"id": "a", "name": "A"}]}))
    assert figure and figure.title == "1 alternative is named, and nothing is compared yet"


def test_bars_of_a_comparison_run_to_both_sides_on_one_scale() -> None:
    """Four to the right are four times as long as one to the left."""
    figure = comparison(written())
    assert figure
    layer = next(one for one in figure.chart.to_dict()["layer"] if one["mark"].get("cornerRadius") == 1)
    bars = figure.chart.to_dict()["datasets"][layer["data"]["name"]]
    line = min(bar["x2"] for bar in bars)
    right = [bar["x2"] - bar["x"] for bar in bars if bar["x"] >= line]
    left = [bar["x2"] - bar["x"] for bar in bars if bar["x"] < line]
    assert [round(one / min(left)) for one in (*right, *left)] == [1, 4, 1, 3, 1]


def test_the_compass_counts_and_never_scores() -> None:
    """Four counts per level, wanted and not; empty levels are named."""
    figure = compass(written())
    assert figure
    assert figure.title == "Impacts are named on 3 of 6 levels; 2 make something worse, 2 of 5 impacts are unwanted"
    counts = [row[1:5] for row in figure.table.rows]
    assert counts == [(2, 0, 0, 1), (0,) * 4, (0, 1, 0, 0), (0,) * 4, (0, 0, 1, 0), (0,) * 4]
    assert "Nothing is named on market, society and business." in figure.description


def test_heart_rows_lead_to_a_metric_or_are_left_out_for_a_reason() -> None:
    """A metric that names its category fills a row; a missing metric and a missing row are seen."""
    figure = heart_grid(written())
    assert figure and figure.title == "1 of 5 categories leads to a metric; 1 is not used, for a reason"
    assert list(figure.table.column("Metric")) == [
        *("no metric yet", "not written yet", "first (not written yet)", "not used"),
        "Authors who publish within 30 days",
    ]
    assert "Nothing is written about engagement." in figure.description


def test_the_event_log_stands_in_where_no_metric_is_named() -> None:
    """Name the answer of the log in the metric's place, where the log is there; happiness is not in a log."""
    asked = {"events": {"file": "events.csv"}, "activation": {"events": ["b"], "within": "7d"}}
    rows = [{"category": "happiness", "goal": "Glad"}, {"category": "adoption", "goal": "They dare"}]
    without = book(metrics={"pirate": asked, "heart": rows})
    figure = heart_grid(without)
    assert figure and "event log" not in " ".join(figure.table.column("Metric"))
    figure = heart_grid(replace(without, events=EventLog(Path("events.csv"), "csv", ("actor", "at", "event"))))
    assert figure and list(figure.table.column("Metric")) == [
        *("no metric yet", "no metric; engagement in the event log", "no metric; activation in the event log"),
        *("not written yet", "not written yet"),
    ]
    assert figure.title == "0 of 5 categories lead to a metric; 2 ask the event log"
    assert "The event log is asked about engagement and adoption." in figure.description


def test_the_event_log_is_not_asked_where_another_metric_names_the_category() -> None:
    """A written row without a metric has one beside it: the log stands in for nothing."""
    asked = {"events": {"file": "events.csv"}, "activation": {"events": ["b"], "within": "7d"}}
    tagged = {"id": "begun", "name": "They begin", "heart": "adoption"}
    rows = [{"category": "adoption", "goal": "They dare"}]
    without = book(metrics={"pirate": asked, "heart": rows, "metrics": [tagged]})
    figure = heart_grid(replace(without, events=EventLog(Path("events.csv"), "csv", ("actor", "at", "event"))))
    assert figure and list(figure.table.column("Metric"))[2:4] == ["no metric yet", "They begin"]
    assert figure.title == "1 of 5 categories leads to a metric; 1 asks the event log"


def test_business_metrics_are_paired_guarded_lonely_or_paired_with_their_like() -> None:
    """A named partner comes before guards; a partner that counts for the business is no user value."""
    figure = pairs(written())
    assert figure and figure.title == "2 of 5 business metrics have a user-value metric beside it"
    states = ["paired", "no user-value metric", "guarded", "counts for the business too", "no such metric is written"]
    assert list(figure.table.column("State")) == states


def test_owners_stand_under_their_area() -> None:
    """Metrics without an owner or an area are named, areas without a metric too."""
    figure = owners(written())
    assert figure and figure.title == "2 of 6 metrics have an owner; 3 have no area"
    assert list(figure.table.column("Area")) == ["Product", "Sales", "Sales", *["No area yet"] * 3]
    assert "Areas without a metric: marketing, service and operations." in figure.description


def test_recall_shows_shares_with_their_interval() -> None:
    """The newest round comes first; intents that were not asked for have no row."""
    figure = recall(written())
    assert figure and figure.title == "On 10 Sep 2026, 7 of 9 could say the vision and 4 of 9 could say the intents"
    assert figure.table.rows[0][2:] == (7, 9, *(round(one, 4) for one in (7 / 9, *wilson(7, 9))), "")
    assert list(figure.table.column("What")) == ["Vision", "Intents", "Vision"]


def test_a_recall_of_more_than_were_asked_has_no_share() -> None:
    """Counts that cannot be are said, and not drawn."""
    figure = recall(book(strategy={"recall": [{"date": "2026-09-10", "asked": 5, "vision": 7}]}))
    assert figure and figure.table.rows[0][2:] == (7, 5, "", "", "", "7 of 5 is no proportion: no share")
    assert figure.listing[0].items[0].note == "7 of 5 is no proportion: no share"
    assert figure.title == "On 10 Sep 2026, no share of members can be told"


@pytest.mark.parametrize("asked", [1, 4])
def test_a_recall_of_fewer_than_five_has_no_number(asked: int) -> None:
    """Neither title, picture, list nor table tells how many of so few could say it."""
    rounds = [{"date": "2026-09-10", "asked": asked, "vision": 1}, {"date": "2026-03-10", "asked": 5, "vision": 3}]
    figure = recall(book(strategy={"recall": rounds}))
    assert figure and figure.title == "On 10 Sep 2026, no share of members can be told"
    note = "fewer than 5 members were asked: no share, because it would point at persons"
    assert figure.table.rows[0] == ("2026-09-10", "Vision", "", "", "", "", "", note)
    assert [item.note[:8] for group in figure.listing for item in group.items] == ["fewer th", "3 of 5: "]
    assert f"1 of {asked}" not in str(figure.chart.to_dict())


def ranked(*sums: int) -> Any:
    """Draw a ranking of five members."""
    places = [{"need": f"n{at}", "ranks": ranks} for at, ranks in enumerate(sums)]
    return agreement(book(personas={"rankings": [{"date": "2026-09-03", "members": 5, "places": places}]}))


def test_sums_of_fewer_than_five_members_are_not_shown() -> None:
    """Of three and four members only W is told, with nothing from which single ranks would follow."""
    places = [{"need": f"n{at}", "ranks": ranks} for at, ranks in enumerate((8, 14, 11, 11, 11, 8))]
    figure = agreement(book(personas={"rankings": [{"date": "2026-09-03", "members": 3, "places": places}]}))
    assert figure and figure.title == "3 members ranked 6 needs; they agree to W = 0.16, on a scale from 0 to 1"
    assert figure.table.rows == (("2026-09-03", 3, "", "", "", 0.162),)
    assert [(item.text, item.note) for group in figure.listing for item in group.items] == [("3 members", "W = 0.16")]
    assert "Sums of fewer than 5 members are not shown" in figure.description
    assert "n1" not in str(figure.chart.to_dict())


def test_agreement_orders_needs_and_says_how_far_members_agree() -> None:
    """The newest round is drawn, earlier ones are told; W = 12·18 / (25·24)."""
    figure = agreement(written())
    assert figure and figure.title == "5 members ranked 3 needs; they agree to W = 0.36, on a scale from 0 to 1"
    assert list(figure.table.column("Sum of ranks")) == [7, 10, 13, 10, 10, 10]
    assert "Before: 3 Mar 2026 W = 0.00 (5 members)." in figure.description
    assert [row[2] for row in ranked(9, 6).table.rows] == ["n1 (not written yet)", "n0 (not written yet)"]


def test_agreement_from_impossible_sums_is_refused_with_the_reason() -> None:
    """The sums stay to be seen."""
    figure = ranked(7, 10, 12)
    assert figure.title == "5 members ranked 3 needs, but their agreement cannot be computed"
    assert "There is none here: the ranks add up to 29" in figure.description
    assert set(figure.table.column("Kendall's W")) == {""}


def test_rounds_are_drawn_area_by_area_without_a_total() -> None:
    """Rounds of an area stand below each other in their order."""
    figure = rounds(written())
    assert figure
    assert figure.title == "On 3 Sep 2026 the middle answer was people 3, strategy 4, process 3 and culture 4, of 5"
    assert [row[:3] for row in figure.table.rows[:2]] == [("people", "2026-03-03", 6), ("people", "2026-09-03", 7)]
    assert len(figure.table.rows) == 8


def test_a_round_that_would_tell_one_answer_is_nowhere() -> None:
    """Five and, three months later, six: neither picture, list nor table tells of the six, and the text says why."""
    areas = [{"area": "people", "median": 3}]
    rows = [{"date": "2026-06-03", "members": 5}, {"date": "2026-09-03", "members": 6}]
    places = [{"need": "n0", "ranks": 5}, {"need": "n1", "ranks": 10}]
    asked = [{"date": "2026-06-03", "asked": 5, "vision": 5}, {"date": "2026-09-03", "asked": 6, "vision": 5}]
    written = book(
        culture={"rounds": [{**row, "spreads": areas} for row in rows]},
        personas={"rankings": [{**row, "places": places} for row in rows]},
        strategy={"recall": asked},
    )
    for draw in (rounds, agreement, recall):
        figure = draw(written)
        assert figure and "6" not in {str(cell) for row in figure.table.rows for cell in row}
        assert "of 6" not in f"{figure.title} {figure.description} {figure.chart.to_dict()} {figure.listing}"
        assert "left out" in f"{figure.description} {figure.table.rows}"


def test_quartiles_out_of_order_are_not_drawn() -> None:
    """A median above the upper quartile is a slip of the pen."""
    spread = {"area": "people", "median": 5, "lower": 2, "upper": 4}
    figure = rounds(book(culture={"rounds": [{"date": "2026-09-03", "members": 20, "spreads": [spread]}]}))
    assert figure and figure.listing[0].items[0].note == "median and quartiles are not in order"
    assert not [one for one in figure.chart.to_dict()["layer"] if one["mark"].get("strokeWidth") == 3]
