"""A metric around a change: what was seen, what the model fits, and where the trend of before would have led."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from purposebook.charts.estimates import said_step
from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import rest
from purposebook.charts.labels import width_of
from purposebook.charts.layer import Layer, layer, layered, unchecked
from purposebook.charts.palette import LIGHT
from purposebook.charts.words import apart, counted, day, number, sentences, with_unit
from purposebook.domain.experiments import Experiment
from purposebook.domain.metrics import Metric
from purposebook.measures.experiment import ExperimentMeasures, Fitted

if TYPE_CHECKING:
    import altair as alt

_HEIGHT: Final = 230
_SEEN: Final = {"shape": "circle", "size": 48, "opacity": 1, "fill": LIGHT["s1"], "stroke": LIGHT["paper"]}
_FITTED: Final = {"stroke": LIGHT["s1"], "strokeWidth": 2}
_WITHOUT: Final = {"stroke": LIGHT["s2"], "strokeWidth": 2, "strokeDash": [6, 4]}
_KEY: Final = (("seen", "point", _SEEN), ("fitted", "rule", _FITTED), ("without the change", "rule", _WITHOUT))
_KEY_Y: Final = -34
_SAMPLE: Final = 20
_COLUMNS: Final = ("Date", "Value", "Fitted", "Without the change", "Unit")


def counterfactual(experiment: Experiment, metric: Metric, found: ExperimentMeasures) -> Figure | None:
    """Draw the series of a before-and-after comparison, or nothing where no model could be fitted."""
    change = experiment.comparison.change if experiment.comparison else None
    if not found.points or change is None:
        return None
    return Figure(
        f"counterfactual-{experiment.id}",
        _title(experiment, metric, found),
        _layers(metric, found.points, change),
        _description(found, change),
        table(_COLUMNS, [_fact(point, metric.unit) for point in found.points]),
        metric.source,
        team=("Unit",),
    )


@unchecked()
def _layers(metric: Metric, points: tuple[Fitted, ...], change: dt.date) -> alt.TopLevelLayerSpec:
    """Layer the change, the counterfactual, the fit and what was seen."""
    from purposebook.charts.quick_altair import alt

    rows = [_row(point, metric.unit) for point in points]
    sides = {
        "x": alt.X("date:T", title=None, scale=alt.Scale(type="utc"), axis=alt.Axis(tickCount=6, labelOverlap=True)),
        "y": alt.Y("value:Q", title=metric.unit.strip() or None, scale=alt.Scale(zero=False, padding=8)),
    }
    tips = [alt.Tooltip(f"{field}:N", title=title) for field, title in (("day", "Date"), ("shown", "Seen"))]
    dots = layer(rows, "point", **_SEEN)
    return layered(
        [*_key(), *_change(change, sides), *_lines(rows, sides, change), dots.encode(**sides, tooltip=tips)],
        width="container",
        height=_HEIGHT,
        padding={"left": 2, "top": 6, "right": 2, "bottom": 2},
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    )


def _change(change: dt.date, sides: dict[str, Any]) -> Iterator[Layer]:
    """Mark the day of the change."""
    from purposebook.charts.quick_altair import alt

    rows = [{"date": change.isoformat(), "text": f"change, {day(change)}"}]
    rule = layer(rows, "rule", stroke=LIGHT["muted"], strokeDash=[1.5, 3], strokeWidth=1.2)
    yield rule.encode(x=sides["x"], y=alt.value(-8), y2=alt.value(_HEIGHT))
    text = layer(rows, "text", align="center", color=LIGHT["muted"], fontSize=11)
    yield text.encode(x=sides["x"], y=alt.value(-14), text=alt.Text("text:N"))


def _lines(rows: list[dict[str, Any]], sides: dict[str, Any], change: dt.date) -> Iterator[Layer]:
    """Draw the fit on either side of the change, and the way without it dashed."""
    from purposebook.charts.quick_altair import alt

    edge = change.isoformat()
    for side in ([row for row in rows if row["date"] < edge], [row for row in rows if row["date"] >= edge]):
        line = layer(side, "line", **_FITTED)
        yield line.encode(x=sides["x"], y=alt.Y("fitted:Q"))
    without = [row for row in rows if "without" in row]
    dashed = layer(without, "line", **_WITHOUT)
    yield dashed.encode(x=sides["x"], y=alt.Y("without:Q"))


def _key() -> Iterator[Layer]:
    """Say above the plot, where no value can lie, what each mark is."""
    from purposebook.charts.quick_altair import alt

    x = 0.0
    for words, mark, look in _KEY:
        rows = [{"text": words}]
        sample = layer(rows, mark, **look)
        if mark == "rule":
            yield sample.encode(x=alt.value(x), x2=alt.value(x + _SAMPLE), y=alt.value(_KEY_Y))
        else:
            yield sample.encode(x=alt.value(x + _SAMPLE / 2), y=alt.value(_KEY_Y))
        text = layer(rows, "text", align="left", color=LIGHT["ink"], fontSize=11)
        yield text.encode(x=alt.value(x + _SAMPLE + 5), y=alt.value(_KEY_Y), text=alt.Text("text:N"))
        x += _SAMPLE + 19 + round(width_of(words, 11))


def _row(point: Fitted, unit: str) -> dict[str, Any]:
    """Return one point with what a pointer reveals."""
    row = {
        "date": point.date.isoformat(),
        "value": point.value,
        "fitted": point.fitted,
        "day": day(point.date),
        "shown": with_unit(point.value, unit),
    }
    return row if point.without is None else {**row, "without": point.without}


def _title(experiment: Experiment, metric: Metric, found: ExperimentMeasures) -> str:
    """Say the estimate in the words of the metric."""
    name = apart(metric.name, 60)
    if found.ratio is None:
        return f"{name} before and after {said_step(experiment)}"
    trend = ", the trend accounted for" if experiment.comparison and experiment.comparison.trend else ""
    return f"{name} at ×{number(found.ratio)} after {said_step(experiment)}{trend}"


def _description(found: ExperimentMeasures, change: dt.date) -> str:
    """Say what the lines are, and what to know."""
    before = sum(point.date < change for point in found.points)
    after = counted(len(found.points) - before, "point")
    return rest(
        (
            f"{counted(before, 'point')} before the change and {after} after it.",
            "Dots are what was seen, full lines what the model fits;",
            "the dashed line is where it would have gone on without the change.",
            f"Method: {found.method}." if found.method else "",
            sentences(found.caveats),
        )
    )


def _fact(point: Fitted, unit: str) -> tuple[object, ...]:
    """Return a point's row of the table."""
    without = "" if point.without is None else round(point.without, 4)
    return point.date.isoformat(), point.value, round(point.fitted, 4), without, unit
