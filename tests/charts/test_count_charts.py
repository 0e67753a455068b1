"""Levels of impact, freshness of evidence, and how much is written."""

from __future__ import annotations

from chart_samples import AS_OF, book

from purposebook.charts.completeness import completeness
from purposebook.charts.freshness import freshness
from purposebook.charts.levels import levels
from purposebook.domain.workbook import PARTS


def test_levels_are_counted_and_never_added_up() -> None:
    """Every level has a bar, an empty one too."""
    metrics = [{"id": "a", "name": "A", "level": "user"}, {"id": "b", "name": "B", "level": "business"}]
    figure = levels(book(metrics={"metrics": metrics}))
    assert figure and figure.title == "Metrics look at 2 of 6 levels of impact: user and business"
    assert list(figure.table.column("Metrics")) == [1, 0, 0, 0, 0, 1]


def test_business_alone_is_said_aloud() -> None:
    """A team that measures itself only reads so."""
    figure = levels(book(metrics={"metrics": [{"id": "a", "name": "A", "level": "business"}]}))
    assert figure and figure.title == "Only the business itself is measured, nobody outside it"


def test_metrics_without_a_level_have_a_bar_of_their_own() -> None:
    """What is not known is shown as not known."""
    figure = levels(book(metrics={"metrics": [{"id": "a", "name": "A"}]}))
    assert figure and figure.title == "No metric says yet whom it concerns"
    assert figure.table.column("Level")[-1] == "No level yet"


def test_no_metric_has_no_level() -> None:
    """There is nothing to count."""
    assert levels(book()) is None


def test_evidence_is_fresh_stale_undated_or_of_tomorrow() -> None:
    """The last day of the review period is fresh; the day before is stale."""
    dates = {"new": "2026-08-02", "old": "2026-08-01", "tomorrow": "2026-11-01", "never": None}
    rows = [{"id": id, "kind": "interview", "note": id, "date": date} for id, date in dates.items()]
    figure = freshness(book(evidence={"evidence": rows}), AS_OF)
    assert figure and figure.title == "1 of 4 pieces of evidence is from the last 90 days; the newest is 90 days old"
    assert dict(zip(figure.table.column("Id"), figure.table.column("State"), strict=True)) == {
        **{"old": "stale", "new": "fresh"},
        **{"tomorrow": "after the report's day", "never": "not dated"},
    }


def test_evidence_without_dates_has_no_time_line() -> None:
    """Without a day there is no place on it."""
    assert freshness(book(evidence={"evidence": [{"id": "a", "kind": "desk"}]}), AS_OF) is None


def test_neighbours_in_time_stand_above_each_other() -> None:
    """Three interviews of one day are three dots."""
    rows = [{"id": f"e{at}", "kind": "interview", "date": "2026-10-01"} for at in range(3)]
    figure = freshness(book(evidence={"evidence": rows}), AS_OF)
    assert figure
    dots = [row for rows in figure.chart.to_dict()["datasets"].values() for row in rows if "state" in row]
    assert len({dot["row"] for dot in dots}) == 3


def test_unwritten_parts_count_what_they_would_ask() -> None:
    """A part that was not begun has its fields, none of them written."""
    figure = completeness(book())
    assert figure
    written = dict(zip(figure.table.column("Part"), figure.table.column("Fields written"), strict=True))
    assert written == {name.capitalize(): int(name == "product") for name in PARTS}
    assert min(figure.table.column("Fields")) > 2
    assert figure.title == "1 of 13 parts is begun; mission, objectives, personas and 9 more are not"


def test_a_part_that_is_not_used_is_left_out_on_purpose() -> None:
    """Nobody is asked for what the team does not use; what is written all the same counts."""
    unused = [{"framework": name, "because": "We are three"} for name in ("Culture", "strategy", "mission", "kata")]
    figure = completeness(book(product={"name": "Sample", "not_used": unused}, mission={"mission": "Teach"}))
    assert figure and figure.title == "2 of 11 parts are begun; objectives, personas, evidence and 6 more are not"
    assert "culture left out on purpose" in figure.description and "mission 1 of" in figure.description


def test_the_table_names_what_is_still_empty() -> None:
    """The next step is in the table."""
    figure = completeness(book(mission={"mission": "Teach", "purpose": " "}))
    assert (
        figure
        and "Purpose" in figure.table.column("Still empty")[1]
        and "Mission" not in figure.table.column("Still empty")[1].split("; ")
    )
