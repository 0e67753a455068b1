"""The layers of a run chart, from the band of normal variation up to the labels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from purposebook.charts.layer import Layer, layer, layered, unchecked
from purposebook.charts.palette import LIGHT
from purposebook.charts.run_labels import end_labels, key, ticks, unit_label
from purposebook.charts.run_scales import HEIGHT, Note, Scale, notes, value_scale
from purposebook.charts.run_signals import Marked, sorts, triangle
from purposebook.charts.words import day, span, with_unit
from purposebook.domain.metrics import Metric
from purposebook.measures.metric import MetricMeasures
from purposebook.measures.series import Point

if TYPE_CHECKING:
    import altair as alt

MANY: Final = 30
"""Beyond so many points intervals become a pale band, and only signals and the latest point are marked."""
_LANES: Final = 5
_SMALL: Final = 11


@unchecked()
def run_layers(metric: Metric, measured: MetricMeasures, signals: Sequence[Marked]) -> alt.TopLevelLayerSpec:
    """Layer a whole run chart; it follows the width of its column."""
    from purposebook.charts.quick_altair import alt

    first, last = _ends(measured)
    scale = value_scale(metric, measured)
    changes = [note for note in notes(metric, first, last) if note.lane < _LANES]
    lanes = max((note.lane + 1 for note in changes), default=0)
    sides = _sides(scale)
    layers = [
        _extent(first, last, sides),
        *_band(measured, sides),
        *_changes(changes, sides),
        *_levels(measured, sides),
        *_course(metric, measured, sides),
        *_marks(metric, measured, signals, sides),
        *ticks(scale),
        *end_labels(metric, measured, scale),
    ]
    layers += [unit_label(metric.unit, lanes)] if metric.unit.strip() else []
    layers += key(signals, lanes + bool(metric.unit.strip()))
    return layered(
        layers,
        width="container",
        height=HEIGHT,
        padding={"left": 2, "top": 2, "right": 2, "bottom": 2},
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    )


@unchecked()
def spark_layers(measured: MetricMeasures) -> alt.TopLevelLayerSpec:
    """Layer a line without axes, its latest point marked and its target dashed."""
    from purposebook.charts.quick_altair import alt

    rows = [{"date": point.date.isoformat(), "value": point.value} for point in measured.series]
    x = alt.X("date:T", axis=None, scale=alt.Scale(type="utc"))
    y = alt.Y("value:Q", axis=None, scale=alt.Scale(zero=False, padding=4))
    line = layer(rows, "line", stroke=LIGHT["s1"], strokeWidth=1.8).encode(x=x, y=y)
    dot = layer(rows[-1:], "point", shape="circle", size=50, opacity=1, fill=LIGHT["s1"], stroke=LIGHT["s1"])
    layers = [line, dot.encode(x=x, y=y)]
    if measured.target is not None:
        goal = layer([{"value": measured.target}], "rule", stroke=LIGHT["muted"], strokeDash=[4, 3])
        layers.insert(0, goal.encode(y=y))
    return layered(layers, width=160, height=40, padding=5)


def _ends(measured: MetricMeasures) -> tuple[dt.date, dt.date]:
    """Return the first and last day that are drawn; a single point gets room on either side."""
    first, last = measured.series[0].date, measured.series[-1].date
    room = dt.timedelta(days=0 if first < last else 20)
    return first - room, last + room


def _sides(scale: Scale) -> dict[str, Any]:
    """Return both axes."""
    from purposebook.charts.quick_altair import alt

    time = alt.Scale(type="utc", nice=False, padding=10)
    values = alt.Scale(domain=[scale.low, scale.high], nice=False, zero=False)
    axis = alt.Axis(values=list(scale.ticks), labels=False)
    return {
        "x": alt.X("date:T", title=None, scale=time, axis=alt.Axis(tickCount=6, labelOverlap=True, labelSeparation=8)),
        "y": alt.Y("value:Q", title=None, scale=values, axis=axis),
    }


def _extent(first: dt.date, last: dt.date, sides: dict[str, Any]) -> Layer:
    """Stretch the time axis over the days that are shown; draws nothing."""
    rows = [{"date": date.isoformat()} for date in (first, last)]
    return layer(rows, "rule", stroke=LIGHT["line"], opacity=0).encode(x=sides["x"])


def _band(measured: MetricMeasures, sides: dict[str, Any]) -> Iterator[Layer]:
    """Draw the limits of each phase as a band with edges, and its mean as a line."""
    from purposebook.charts.quick_altair import alt

    rows = [
        {
            "date": phase.start.isoformat(),
            "end": phase.end.isoformat(),
            "value": phase.limits.lower,
            "upper": phase.limits.upper,
            "mean": phase.limits.mean,
        }
        for phase in measured.phases
        if phase.limits
    ]
    if not rows:
        return
    yield layer(rows, "rect", fill=LIGHT["band"]).encode(**sides, x2=alt.X2("end:T"), y2=alt.Y2("upper:Q"))
    for field, look in (("value", "absent"), ("upper", "absent"), ("mean", "muted")):
        width = 1.4 if field == "mean" else 0.8
        rule = layer(rows, "rule", stroke=LIGHT[look], strokeWidth=width)
        yield rule.encode(x=sides["x"], x2=alt.X2("end:T"), y=alt.Y(f"{field}:Q"))


def _changes(changes: Sequence[Note], sides: dict[str, Any]) -> Iterator[Layer]:
    """Draw each change as a dotted rule with its words above the plot."""
    from purposebook.charts.quick_altair import alt

    for note in changes:
        rows = [{"date": note.date.isoformat(), "text": note.text, "what": note.what, "day": day(note.date)}]
        tips = [alt.Tooltip("what:N", title="Change"), alt.Tooltip("day:N", title="Date")]
        top = -8 - 14 * note.lane
        rule = layer(rows, "rule", stroke=LIGHT["muted"], strokeDash=[1.5, 3], strokeWidth=1.2)
        yield rule.encode(x=sides["x"], y=alt.value(top - 4), y2=alt.value(HEIGHT), tooltip=tips)
        shift = 5 if note.align == "left" else -5
        text = layer(rows, "text", align=note.align, dx=shift, color=LIGHT["muted"], fontSize=_SMALL)
        yield text.encode(x=sides["x"], y=alt.value(top), text=alt.Text("text:N"), tooltip=tips)


def _levels(measured: MetricMeasures, sides: dict[str, Any]) -> Iterator[Layer]:
    """Draw target and baseline across the plot."""
    if measured.target is not None:
        look = {"stroke": LIGHT["ink"], "strokeDash": [7, 4], "strokeWidth": 1.5}
        yield layer([{"value": measured.target}], "rule", **look).encode(y=sides["y"])
    if measured.baseline is not None:
        look = {"stroke": LIGHT["absent"], "strokeDash": [2, 3], "strokeWidth": 1.5}
        yield layer([{"value": measured.baseline}], "rule", **look).encode(y=sides["y"])


def _course(metric: Metric, measured: MetricMeasures, sides: dict[str, Any]) -> Iterator[Layer]:
    """Draw intervals, the line, and its points."""
    from purposebook.charts.quick_altair import alt

    rows = [_row(metric, point) for point in measured.series]
    many = len(rows) > MANY
    spans = [row for row in rows if "low" in row]
    if spans and many:
        band = layer(spans, "area", fill=LIGHT["s1"], opacity=0.16)
        yield band.encode(x=sides["x"], y=alt.Y("low:Q"), y2=alt.Y2("high:Q"))
    whiskers = [row for row in (rows[-1:] if many else rows) if "low" in row]
    if whiskers:
        bar = layer(whiskers, "rule", stroke=LIGHT["s1"], strokeWidth=1.2, opacity=0.75)
        yield bar.encode(x=sides["x"], y=alt.Y("low:Q"), y2=alt.Y2("high:Q"))
    yield layer(rows, "line", stroke=LIGHT["s1"], strokeWidth=2).encode(**sides)
    look = {"shape": "circle", "opacity": 1, "fill": LIGHT["s1"], "stroke": LIGHT["paper"], "strokeWidth": 1}
    shown = rows[-1:] if many else rows
    yield layer(shown, "point", size=55, **look).encode(**sides, tooltip=_tips())


def _marks(
    metric: Metric, measured: MetricMeasures, signals: Sequence[Marked], sides: dict[str, Any]
) -> Iterator[Layer]:
    """Mark signals by shape and colour: a triangle points to the side of the mean on which they are."""
    from purposebook.charts.quick_altair import alt

    size = 45 if len(measured.series) > MANY else 130
    for side, welcome in sorts(signals):
        found = [one for one in signals if (one.side, one.welcome) == (side, welcome)]
        rows = [{**_row(metric, one.point), "words": one.words} for one in found]
        tips = [*_tips(), alt.Tooltip("words:N", title="Signal")]
        yield layer(rows, "point", size=size, **triangle(side, welcome)).encode(**sides, tooltip=tips)


def _row(metric: Metric, point: Point) -> dict[str, Any]:
    """Return one point with what a pointer reveals."""
    row: dict[str, Any] = {
        "date": point.date.isoformat(),
        "value": point.value,
        "day": day(point.date),
        "shown": with_unit(point.value, metric.unit),
        "span": "none",
    }
    if point.interval:
        low, high = point.interval
        row |= {"low": low, "high": high, "span": span(low, high, metric.unit)}
    return row


def _tips() -> list[Any]:
    """Name what a pointer reveals at a point."""
    from purposebook.charts.quick_altair import alt

    fields = (("day", "Date"), ("shown", "Value"), ("span", "Interval"))
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in fields]
