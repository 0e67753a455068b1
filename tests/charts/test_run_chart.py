"""A run chart shows what is known of a metric, and nothing else."""

from __future__ import annotations

import datetime as dt
from typing import Any

from chart_samples import AS_OF, book

from purposebook.charts.figure import Figure
from purposebook.charts.palette import LIGHT
from purposebook.charts.run_chart import run_chart, sparkline
from purposebook.domain.metrics import Observation
from purposebook.measures.product import measure


def drawn(values: list[float], *, days: int = 7, **metric: Any) -> Figure | None:
    """Draw values of one metric, a week apart unless told."""
    start = dt.date(2026, 1, 5)
    rows = [
        Observation(metric="m", date=start + dt.timedelta(days=days * at), value=value)
        for at, value in enumerate(values)
    ]
    sample = book(metrics={"metrics": [{"id": "m", "name": "Lessons finished", **metric}]}, observations=rows)
    return run_chart(sample.metrics.metrics[0], measure(sample, AS_OF).metrics[0])


def texts(figure: Figure | None) -> set[str]:
    """Return every text that a chart writes."""
    assert figure
    sets = figure.chart.to_dict()["datasets"].values()
    return {row["text"] for rows in sets for row in rows if "text" in row}


def marks(figure: Figure | None, **look: Any) -> list[dict[str, Any]]:
    """Return the layers with that look."""
    assert figure
    layers = figure.chart.to_dict()["layer"]
    return [layer for layer in layers if look.items() <= layer["mark"].items()]


def test_no_observation_draws_nothing() -> None:
    """There is nothing to see yet."""
    assert drawn([]) is None


def test_the_title_says_where_the_metric_stands() -> None:
    """A reader who reads the title only knows value, day and target."""
    figure = drawn([40, 62], unit="%", direction="increase", target={"value": 75})
    assert figure and figure.title == "Lessons finished: 62\u00a0% on 12 Jan 2026, below the target of 75\u00a0%"


def test_below_the_baseline_is_said_first() -> None:
    """Nothing is glossed over."""
    figure = drawn([40, 20], direction="increase", baseline={"value": 25}, target={"value": 75})
    assert figure and figure.title.endswith("20 on 12 Jan 2026, below the baseline of 25")


def test_target_and_baseline_are_labelled_lines() -> None:
    """Lines that are no data are dashed and say what they are."""
    figure = drawn([40, 62], baseline={"value": 25}, target={"value": 75})
    assert {"target 75", "baseline 25", "62"} <= texts(figure)
    assert len(marks(figure, stroke=LIGHT["ink"], strokeDash=[7, 4])) == 1


def test_limits_are_a_band_with_its_mean() -> None:
    """Twelve points make a band; eleven do not."""
    assert marks(drawn([50, 52, 48] * 4), type="rect", fill=LIGHT["band"])
    assert not marks(drawn([50, 52, 48] * 3), type="rect")


def test_a_signal_has_shape_colour_and_words() -> None:
    """A point beyond a limit is a triangle, coloured by whether it is welcome, and named."""
    figure = drawn([50, 52, 48] * 4 + [90], direction="increase")
    assert marks(figure, shape="triangle-up", fill=LIGHT["good"])
    assert figure and "better than normal variation (beyond a limit), last on 30 Mar 2026" in figure.description
    assert "better than normal variation" in texts(figure)


def test_the_same_signal_is_unwelcome_where_less_is_better() -> None:
    """Direction decides, not height."""
    assert marks(drawn([50, 52, 48] * 4 + [90], direction="decrease"), shape="triangle-up", fill=LIGHT["bad"])


def test_changes_are_ruled_and_named() -> None:
    """A dated change stands above the plot at its day."""
    figure = drawn([50] * 9, changes=[{"date": "2026-02-02", "what": "Help with editing"}])
    assert "Help with editing" in texts(figure)
    assert figure and "Changes: Help with editing (2 Feb 2026)." in figure.description


def test_intervals_are_drawn_where_they_exist() -> None:
    """Counts give error bars from low to high."""
    rows = [Observation(metric="m", date=dt.date(2026, at, 1), numerator=30, denominator=80) for at in (1, 2)]
    sample = book(metrics={"metrics": [{"id": "m", "name": "Share", "unit": "%"}]}, observations=rows)
    figure = run_chart(sample.metrics.metrics[0], measure(sample, AS_OF).metrics[0])
    assert figure and [layer for layer in figure.chart.to_dict()["layer"] if layer["encoding"].get("y2")]
    assert list(figure.table.column("Counted")) == [80, 80] and round(figure.table.column("From")[0], 1) == 27.7


def test_the_table_keeps_changes_that_no_point_follows() -> None:
    """What happened after the last observation is not lost."""
    figure = drawn([50, 51], changes=[{"date": "2026-10-01", "what": "New editor"}])
    assert figure and list(figure.table.column("Change")) == ["", "", "New editor"]


def test_many_points_turn_intervals_into_a_band_and_lose_their_dots() -> None:
    """Months of days stay readable and light."""
    figure = drawn([50 + at % 7 for at in range(200)], days=1)
    assert figure
    dots = marks(figure, type="point", shape="circle")
    data = figure.chart.to_dict()["datasets"]
    assert [len(data[layer["data"]["name"]]) for layer in dots] == [1]


def test_a_year_of_weeks_shows_intervals_as_one_band() -> None:
    """Fifty whiskers are a thicket: a pale band holds them, the newest point keeps its own, and the words say so."""
    start = dt.date(2025, 1, 6)
    rows = [
        Observation(metric="m", date=start + dt.timedelta(days=7 * at), numerator=30 + at % 5, denominator=90)
        for at in range(52)
    ]
    sample = book(metrics={"metrics": [{"id": "m", "name": "Finished", "unit": "%"}]}, observations=rows)
    figure = run_chart(sample.metrics.metrics[0], measure(sample, AS_OF).metrics[0])
    assert figure and "pale band" in figure.description
    data = figure.chart.to_dict()["datasets"]
    whiskers = marks(figure, type="rule", stroke=LIGHT["s1"])
    assert [len(data[layer["data"]["name"]]) for layer in whiskers] == [1]
    assert len(marks(figure, type="area")) == 1


def test_time_is_universal() -> None:
    """A day is the same day wherever the page is built or read."""
    figure = drawn([1, 2])
    assert figure
    scales = [
        layer["encoding"]["x"].get("scale") for layer in figure.chart.to_dict()["layer"] if "x" in layer["encoding"]
    ]
    assert {scale["type"] for scale in scales if scale} == {"utc"}


def test_extreme_values_are_drawn() -> None:
    """Nothing overflows on the largest and smallest numbers that a row may hold."""
    for values in ([0.0, 0.0], [1e15, -1e15], [1e-300, 2e-300], [5.0]):
        assert drawn(values)


def test_a_sparkline_has_no_axes() -> None:
    """A line in the size of a word keeps the words of the whole chart."""
    sample = book(
        metrics={"metrics": [{"id": "m", "name": "Share"}]},
        observations=[Observation(metric="m", date=dt.date(2026, at, 1), value=at) for at in (1, 2)],
    )
    figure = sparkline(sample.metrics.metrics[0], measure(sample, AS_OF).metrics[0])
    assert figure and figure.chart.to_dict()["width"] == 160 and figure.title == "Share: 2 on 1 Feb 2026"


def test_a_very_long_series_shows_its_newest_points() -> None:
    """1,000 points are drawn and tabled, the description says so, and the numbers are those of all points."""
    start = dt.date(2020, 1, 1)
    rows = [Observation(metric="m", date=start + dt.timedelta(days=at), value=at % 7) for at in range(2_000)]
    changes = [{"date": "2020-02-01", "what": "Early"}]
    sample = book(metrics={"metrics": [{"id": "m", "name": "M", "changes": changes}]}, observations=rows)
    measured = measure(sample, AS_OF).metrics[0]
    figure = run_chart(sample.metrics.metrics[0], measured)
    assert figure
    assert len(figure.table.rows) == 1_000
    assert "Only the newest 1000 of 2000 points are drawn" in figure.description
    assert "Early" not in figure.description
    assert len(measured.series) == 2_000
