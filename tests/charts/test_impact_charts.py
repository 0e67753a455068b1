"""Tests of the pictures of event logs and experiments: what they say, and what they leave out."""

import datetime as dt
from dataclasses import replace

import pytest
from impact_samples import (
    DEFINITION,
    around,
    experiment,
    impact_pictures,
    log,
    metrics,
    rate,
    retained,
    together,
    two_groups,
)

from purposebook.charts.acquisition import acquisition
from purposebook.charts.cohorts import cohorts
from purposebook.charts.counterfactual import counterfactual
from purposebook.charts.drawing import SHEET
from purposebook.charts.estimates import differences, ratios
from purposebook.charts.figure import Figure
from purposebook.charts.funnel import funnel
from purposebook.charts.labels import width_of
from purposebook.charts.lead_lag import MOST, lead_lag
from purposebook.charts.looks import SMALL
from purposebook.charts.retention import retention
from purposebook.domain.metrics import Metric
from purposebook.measures.answer import Answer
from purposebook.measures.pirate.found import Age, Cohort, PirateMeasures, Retained

METRIC = Metric.model_validate({"id": "m", "name": "Published", "unit": "courses"})


def drawn(figure: Figure | None) -> Figure:
    """Return a picture that must be there."""
    assert figure is not None
    return figure


def words(figure: Figure) -> list[str]:
    """Return every text that a picture shows."""
    found = figure.chart.to_dict(validate=False)["datasets"].values()
    return [str(row["text"]) for rows in found for row in rows if "text" in row]


def dots_drawn(figure: Figure) -> int:
    """Count the dots of estimates in a picture."""
    chart = figure.chart.to_dict(validate=False)
    names = [one["data"]["name"] for one in chart["layer"] if one["mark"]["type"] == "point"]
    return sum(len(chart["datasets"][name]) for name in names)


def with_retention(kept: Retained) -> PirateMeasures:
    """Return what a log tells whose retention is this."""
    return PirateMeasures(**{**vars(log()), "retention": Answer(kept)})


def test_nothing_is_drawn_of_nothing() -> None:
    """An empty log and no experiment have no picture."""
    assert list(impact_pictures("empty")) == [None] * 7


def test_a_funnel_says_where_most_are_lost() -> None:
    """Counts, shares and what was kept stand in the table; the list has the steps in their order."""
    figure = drawn(funnel(log(), DEFINITION))
    assert figure.title.endswith("get as far as course_published; most are lost between signed_up and lesson_added")
    assert figure.table.rows[1][:4] == ("lesson_added", 43, 60, 0.7167)
    assert [row[6] for row in figure.table.rows] == ["", 0.7167, 0.6047]
    assert [item.text for item in figure.listing[0].items] == ["signed_up", "lesson_added", "course_published"]
    assert "within 30 days of the first" in figure.description


def test_a_cell_that_is_not_over_is_blank() -> None:
    """Neither a zero nor any mark stands for it; the table says so."""
    figure = drawn(cohorts(log(months=3)))
    shown = sorted(text for text in words(figure) if text.isdecimal())
    assert shown == sorted(["0", "1", "2", *("100",) * 3, *("50",) * 2, "32"])
    last = [row for row in figure.table.rows if row[0] == "2024-03-01"]
    assert [row[7] for row in last] == ["yes", "not yet"]
    assert last[1][3:7] == ("", "", "", "")


def test_a_zero_is_shown() -> None:
    """Nobody who came back is not the same as nobody could yet."""
    figure = drawn(cohorts(with_retention(retained(2, size=1))))
    assert words(figure).count("0") == 2  # the head of an age, and a share


def test_cohorts_say_whether_those_who_came_lately_stay() -> None:
    """The first and the newest cohort whose age is over stand in the title; one alone is no comparison."""
    younger = retained(3)
    newest = Cohort(dt.date(2024, 4, 1), 40, (Age(0, rate(40, 40)), Age(1, rate(30, 40))))
    found = with_retention(Retained(**{**vars(younger), "cohorts": (*younger.cohorts, newest)}))
    assert drawn(cohorts(found)).title == (
        "50\u00a0% of those of Jan 2024 are active in month 1, 75\u00a0% of those of Apr 2024"
    )
    assert drawn(cohorts(log(months=2))).title == "50\u00a0% of those of Jan 2024 are active in month 1"
    assert drawn(cohorts(log(months=1))).title == "No month after the first is over yet"


@pytest.mark.parametrize(("months", "cut"), [(13, False), (14, True)])
def test_ages_that_are_not_drawn_are_said(months: int, cut: bool) -> None:
    """The thirteenth column is the last; the table has all ages."""
    figure = drawn(cohorts(log(months=months)))
    assert ("The first 13 ages are drawn; the table has all." in figure.description) is cut
    assert max(row[2] for row in figure.table.rows if row[7] == "yes") == months - 1


def test_heads_of_the_funnel_fit_their_columns() -> None:
    """Bold letters, a sixth wider than those of a note, do not run over the right edge."""
    data = drawn(funnel(log(), DEFINITION)).chart.to_dict(validate=False)["datasets"].values()
    heads = [row for rows in data for row in rows if str(row.get("text")).startswith("Share of")]
    assert [one["x"] + width_of(one["text"], SMALL) * 7 / 6 <= SHEET for one in heads] == [True]


def test_old_cohorts_are_counted_where_they_are_not_drawn() -> None:
    """The table has all of them."""
    figure = drawn(cohorts(log(months=40)))
    assert "The newest 24 of 40 cohorts are drawn" in figure.description
    assert len({row[0] for row in figure.table.rows}) == 40


@pytest.mark.parametrize(
    ("kind", "clock", "said"),
    [
        ("classic", "calendar", "Classic retention: active in that very month. Ages are calendar months"),
        ("rolling", "calendar", "Rolling retention: active in that month or later. Ages are calendar months"),
        ("bracket", "24h", "Bracket retention: active in any span of 30 days from 1 to 3. Ages are spans of 30 days"),
    ],
)
def test_kind_and_clock_are_named_on_every_picture(kind: str, clock: str, said: str) -> None:
    """Retention of another kind is another number."""
    found = with_retention(Retained(**{**vars(retained(4)), "kind": kind, "clock": clock, "bracket": (1, 3)}))
    for figure in (drawn(cohorts(found)), drawn(retention(found))):
        assert figure.description.startswith(said)


def test_a_curve_needs_two_ages() -> None:
    """One point is no curve; ages that are not over have none."""
    assert retention(log(months=1)) is None
    assert [row[0] for row in drawn(retention(log(months=3))).table.rows if row[1] != ""] == [0, 1, 2]


def test_actors_without_a_channel_are_named_so() -> None:
    """They are counted, and are not called a channel in the title."""
    figure = drawn(acquisition(log(("",), months=2)))
    assert figure.title.endswith("the log names no channel")
    assert figure.source == "event log, up to 30 Sep 2026"


def test_an_estimate_stands_beside_its_decision_rule() -> None:
    """Whoever has none is told so; what could not be estimated says why."""
    by_id = {"a": experiment("a"), "b": experiment("b", rule=""), "c": experiment("c")}
    figure = drawn(differences(by_id, [two_groups("a"), two_groups("b", 0.0), two_groups("c", None)]))
    notes = [item.note for item in figure.listing[0].items]
    assert notes[0] == "+20 points, 5 to 34; decision rule: Ten points or more: keep it"
    assert notes[1].endswith("no decision rule was written beforehand")
    assert notes[2].startswith("no estimate: no trials in one group")
    assert figure.title == "1 of 2 estimates is clear of no effect"


def test_a_ratio_stands_beside_the_plain_one() -> None:
    """And the caveat is in the description."""
    figure = drawn(ratios({"a": experiment("a")}, [around("a")]))
    assert figure.listing[0].items[0].note.startswith("×1.3, ×1.04 to ×1.56; plain ×1.9")
    assert "The plain before/after ratio does not account for the trend." in figure.description


def test_a_ratio_without_an_interval_is_said_and_not_drawn() -> None:
    """Give the number and what it lacks; neither a dot nor a bar nor the word that there is no estimate."""
    by_id = {id: experiment(id) for id in "abc"}
    bare = replace(around("b"), interval=None, reasons=("the ratio has no interval",))
    figure = drawn(ratios(by_id, [around("a"), bare, around("c", ratio=None)]))
    noted = figure.listing[0].items[1]
    assert noted.note == "×1.3, without an interval; plain ×1.9; decision rule: Ten points or more: keep it"
    assert noted.state == "" and figure.listing[0].items[2].note.startswith("no estimate: ")
    assert figure.title == "1 of 2 estimates is clear of no effect"
    assert figure.table.rows[1][1:4] == (1.3, "", "") and "has no interval" in figure.table.rows[1][8]
    assert "An estimate without an interval is written, not drawn." in figure.description
    alone = drawn(ratios(by_id, [bare]))
    assert alone.title == "1 experiment with a comparison, and no interval yet"
    assert (dots_drawn(figure), dots_drawn(alone)) == (1, 0)


def test_a_title_claims_no_trend_that_was_not_in_the_model() -> None:
    """Only who asked for the trend has it accounted for."""
    flat = experiment("a")
    sloped = flat.model_copy(
        update={"comparison": flat.comparison and flat.comparison.model_copy(update={"trend": True})}
    )
    titles = [drawn(counterfactual(one, METRIC, around("a"))).title for one in (flat, sloped)]
    assert [title.endswith("the trend accounted for") for title in titles] == [False, True]


def test_the_way_without_the_change_begins_with_it() -> None:
    """Before it there is nothing to compare with."""
    figure = drawn(counterfactual(experiment("a"), METRIC, around("a")))
    before = [row for row in figure.table.rows if str(row[0]) < "2026-03-01"]
    assert {row[3] for row in before} == {""}
    assert all(row[3] != "" for row in figure.table.rows[len(before) :])
    assert counterfactual(experiment("a"), METRIC, around("a", ratio=None)) is None


NAMED = metrics(("Authors who publish", "Revenue per author", "Hours of cutting"))


def courses(figure: Figure) -> list[int]:
    """Return how many points each piece of the drawn lines has, key results first."""
    spec, found = figure.chart.to_dict(), []
    for one in spec["layer"]:
        if one["mark"]["type"] == "line" and one["mark"].get("strokeWidth") == 1.8:
            places = [row["path"] for row in spec["datasets"][one["data"]["name"]]]
            found += [places.count(path) for path in dict.fromkeys(places)]
    return found


def test_what_moves_together_is_named_with_its_lag_and_never_as_a_cause() -> None:
    """Title, description and list say association; the table has each month with the one that follows it."""
    figure = drawn(lead_lag(NAMED, [together("m0", "m1"), together("m2", "m1", months=3, way=-1)]))
    assert figure.title == "1 of 2 pairs moves together from month to month, 1 in opposite ways"
    assert "it is an association. “moves together” is not “causes”" in figure.description
    first, last = figure.table.rows[0], figure.table.rows[-1]
    assert (first[-2], last[-2], last[5]) == (1.0, -1.0, "2026-03")
    assert (first[0], first[1], first[4], first[5]) == (
        *("Authors who publish", "2025-01"),
        *("Revenue per author", "2025-02"),
    )
    note = figure.listing[0].items[0].note
    assert note.startswith("one month later: the two move together from month to month; rank correlation 1")
    assert courses(figure) == [12] * 4


def test_a_trend_alone_is_not_called_moving_together() -> None:
    """Without changes that agree the title says so."""
    figure = drawn(lead_lag(NAMED, [together("m0", "m1", count=8)]))
    assert (
        figure.title
        == "None of 1 pair moves together from month to month, 1 over the whole time, with too few months to tell more"
    )
    assert "too little to compare monthly changes" in figure.listing[0].items[0].note
    assert figure.table.rows[0][-1] == ""
    assert "Changes leave a steady trend out" not in figure.description


def test_a_line_breaks_where_a_month_is_missing() -> None:
    """Nothing is drawn through a month without a value."""
    assert courses(drawn(lead_lag(NAMED, [together("m0", "m1", gap=4)]))) == [4, 7, 4, 7]


def test_pairs_with_few_months_are_sentences() -> None:
    """They are not drawn, and nothing is drawn where there are no others."""
    few = together("m2", "m1", count=7)
    assert lead_lag(NAMED, [few]) is None
    figure = drawn(lead_lag(NAMED, [together("m0", "m1"), few]))
    assert figure.title == "1 of 1 pair moves together from month to month"
    assert "Not drawn: “Hours of cutting” and “Revenue per author” one month later (7 months with" in figure.description


def test_only_so_many_pairs_are_drawn() -> None:
    """The table and the list have all."""
    every = metrics(tuple(f"Metric {at}" for at in range(MOST + 3)))
    figure = drawn(lead_lag(every, [together(id, "m0") for id in list(every)[1:]]))
    assert len(courses(figure)) == 2 * MOST and len(figure.listing) == MOST + 2
    assert f"The picture shows the first {MOST} of {MOST + 2} pairs" in figure.description


def test_no_word_of_a_series_lies_where_a_value_can() -> None:
    """What each mark is stands in a key above the plot, and its three entries fit into a narrow picture."""
    spec = drawn(counterfactual(experiment("a"), METRIC, around("a"))).chart.to_dict()
    words = [
        (spec["datasets"][one["data"]["name"]][0]["text"], one["encoding"])
        for one in spec["layer"]
        if one["mark"]["type"] == "text"
    ]
    assert {text for text, _ in words} == {"seen", "fitted", "without the change", "change, 1 Mar 2026"}
    assert all(encoding["y"]["value"] < 0 for _, encoding in words)
    key = {text: encoding["x"]["value"] for text, encoding in words if "value" in encoding["x"]}
    ends = [at + width_of(text, 11) for text, at in key.items()]
    assert all(end < begin for end, begin in zip(ends, list(key.values())[1:], strict=False)) and ends[-1] < 300
