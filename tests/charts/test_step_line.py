"""The line of steps: expected beside actual."""

from __future__ import annotations

from typing import Any

from chart_samples import AS_OF, book, boxes, drawn, paths

from purposebook.charts.figure import Figure
from purposebook.charts.step_line import step_line

METRICS = {"metrics": [{"id": "rate", "name": "Rate", "unit": "%"}]}
WHOLE: dict[str, Any] = {
    "step": "Cut by hand",
    "started": "2026-02-02",
    "ended": "2026-02-08",
    "current": {"metric": "rate", "value": 25},
    "target_condition": {"value": 40, "text": "four in ten", "by": "2026-03-31"},
    "expected": {"value": 60, "text": "Most finish", "recorded": "2026-02-01"},
    "actual": {"value": 70},
}


def stepping(*steps: dict[str, Any]) -> Figure:
    """Draw steps."""
    named = [{"id": f"k{at}", "step": f"Step {at}", **step} for at, step in enumerate(steps)]
    figure = step_line(book(experiments={"experiments": named}, metrics=METRICS), AS_OF)
    assert figure
    return figure


def test_no_experiment_draws_nothing() -> None:
    """There is no step."""
    assert step_line(book(), AS_OF) is None


def test_one_whole_step_stands_beside_its_expectation() -> None:
    """Value, words, target condition and both ends of the scale are drawn."""
    figure = stepping(WHOLE)
    assert figure.title == "1 of 1 step tells both what was expected before and what happened"
    assert {"60 %", "Most finish", "70 %", "25 %", "target"} <= set(drawn(figure))
    assert "“Cut by hand” expected 60\u00a0%, saw 70\u00a0%." in figure.description
    assert figure.table.column("Target condition") == ("by 31 Mar 2026, 40\u00a0%, four in ten",)
    assert paths(figure, "together") == 2  # the target condition, and the key


def test_values_stand_in_their_order_on_the_scale() -> None:
    """Before, target, expected and happened: 25, 40, 60, 70 from left to right."""
    spec = stepping(WHOLE).chart.to_dict()
    rows = [row for rows in spec["datasets"].values() for row in rows]
    place = {row["note"]: row["x"] for row in rows if row.get("note") in {"before", "expected", "happened"}}
    assert place["before"] < place["expected"] < place["happened"]
    share = (place["expected"] - place["before"]) / (place["happened"] - place["before"])
    assert abs(share - (60 - 25) / (70 - 25)) < 1e-9


def test_words_alone_have_no_scale() -> None:
    """Without values of a metric there are words beside words, and no key."""
    figure = stepping({"started": "2026-01-05", "expected": {"text": "Upload"}, "actual": {"text": "Cutting"}})
    assert {"Upload", "Cutting"} <= set(drawn(figure)) and "target" not in drawn(figure)


def test_steps_stand_in_time_order() -> None:
    """The file's order does not count; a step without a date comes last."""
    figure = stepping({}, {"started": "2026-03-01"}, {"started": "2026-01-01"})
    assert figure.table.column("Step") == ("Step 2", "Step 1", "Step 0")
    assert {"not started yet", "still going on", "no date"} <= set(drawn(figure))


def test_a_step_of_the_future_has_not_begun() -> None:
    """A plan for the day after the report is not going on."""
    assert "still going on" in drawn(stepping({"started": "2026-10-31"}))
    planned = drawn(stepping({"started": "2026-11-01"}))
    assert "not started yet" in planned and "still going on" not in planned


def test_what_was_written_too_late_or_not_at_all_is_loose() -> None:
    """An expectation after the start teaches nothing, nor does an end without an outcome."""
    late = {**WHOLE, "expected": {"value": 60, "recorded": "2026-02-03"}}
    figure = stepping(late, {"started": "2026-03-01", "ended": "2026-03-05"})
    assert figure.title == "None of 2 steps tell both what was expected before and what happened"
    assert figure.table.column("Loose ends") == (
        *("written after the start", "nothing was expected; nobody wrote what happened"),
    )
    assert len(boxes(figure, "loose")) == 3 and "“Cut by hand” (written after the start)" in figure.description


def test_an_expectation_of_the_first_day_is_in_time() -> None:
    """Written on the day of the start is written before it ends."""
    assert not boxes(stepping({**WHOLE, "expected": {"value": 1, "recorded": "2026-02-02"}}), "loose")


def test_only_the_newest_steps_are_drawn() -> None:
    """Thirty are in the table, twenty in the picture."""
    figure = stepping(*({"started": f"2026-01-{at + 1:02}"} for at in range(30)))
    assert "The picture shows the newest 20 of 30 steps; the table has all." in figure.description
    assert "Step 9" not in drawn(figure) and "Step 29" in drawn(figure) and len(figure.table.rows) == 30
