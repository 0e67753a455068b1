"""The layers of a run chart, from the band of normal variation up to the labels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Final

from purposebook.charts.labels import shorten
from purposebook.charts.palette import LIGHT
from purposebook.charts.run_scales import HEIGHT, Note, Scale, apart_from_each_other, notes, value_scale
from purposebook.charts.run_signals import Marked
from purposebook.charts.words import day, number, with_unit
from purposebook.domain.metrics import Metric
from purposebook.measures.metric import MetricMeasures
from purposebook.measures.series import Point

_MANY: Final = 150
"""From so many points on, intervals become a band and only signals and the latest point are marked."""
_LANES: Final = 5
_SMALL: Final = 11
_LABELS: Final = 92


def run_layers(metric: Metric, measured: MetricMeasures, signals: Sequence[Marked]) -> Any:
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
        *_marks(metric, signals, sides),
        *_labels(metric, measured, scale),
    ]
    if metric.unit.strip():
        layers.append(_unit(metric.unit, lanes))
    return alt.LayerChart(layer=layers).properties(
        width="container",
        height=HEIGHT,
        padding={"left": 2, "top": 26 + 14 * lanes, "right": _LABELS, "bottom": 4},
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    )


def spark_layers(measured: MetricMeasures) -> Any:
    """Layer a line without axes, its latest point marked and its target dashed."""
    from purposebook.charts.quick_altair import alt

    rows = [{"date": point.date.isoformat(), "value": point.value} for point in measured.series]
    x = alt.X("date:T", axis=None, scale=alt.Scale(type="utc"))
    y = alt.Y("value:Q", axis=None, scale=alt.Scale(zero=False, padding=4))
    line = _chart(rows, "line", stroke=LIGHT["s1"], strokeWidth=1.8).encode(x=x, y=y)
    dot = _chart(rows[-1:], "point", shape="circle", size=50, opacity=1, fill=LIGHT["s1"], stroke=LIGHT["s1"])
    layers = [line, dot.encode(x=x, y=y)]
    if measured.target is not None:
        goal = _chart([{"value": measured.target}], "rule", stroke=LIGHT["muted"], strokeDash=[4, 3])
        layers.insert(0, goal.encode(y=y))
    return alt.LayerChart(layer=layers).properties(width=160, height=40, padding=5)


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
    axis = alt.Axis(values=list(scale.ticks), minExtent=34, format=",~r" if abs(scale.high) < 1e9 else "~g")
    return {
        "x": alt.X("date:T", title=None, scale=time, axis=alt.Axis(tickCount=6, labelOverlap=True, labelSeparation=8)),
        "y": alt.Y("value:Q", title=None, scale=values, axis=axis),
    }


def _extent(first: dt.date, last: dt.date, sides: dict[str, Any]) -> Any:
    """Stretch the time axis over the days that are shown; draws nothing."""
    rows = [{"date": date.isoformat()} for date in (first, last)]
    return _chart(rows, "rule", opacity=0).encode(x=sides["x"])


def _chart(rows: list[dict[str, Any]], mark: str, **look: Any) -> Any:
    """Draw rows of data with one mark."""
    from purposebook.charts.quick_altair import alt

    return alt.Chart(alt.InlineData(values=rows), mark=alt.MarkDef(**{"type": mark, **look}))


def _band(measured: MetricMeasures, sides: dict[str, Any]) -> Iterator[Any]:
    """Draw the limits of each phase as a band with edges, and its mean as a line."""
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
    yield _chart(rows, "rect", fill=LIGHT["band"]).encode(**sides, x2="end:T", y2="upper:Q")
    for field, look in (("value", "absent"), ("upper", "absent"), ("mean", "muted")):
        width = 1.4 if field == "mean" else 0.8
        rule = _chart(rows, "rule", stroke=LIGHT[look], strokeWidth=width)
        yield rule.encode(x=sides["x"], x2="end:T", y=f"{field}:Q")


def _changes(changes: Sequence[Note], sides: dict[str, Any]) -> Iterator[Any]:
    """Draw each change as a dotted rule with its words above the plot."""
    from purposebook.charts.quick_altair import alt

    for note in changes:
        rows = [{"date": note.date.isoformat(), "text": note.text, "what": note.what, "day": day(note.date)}]
        tips = [alt.Tooltip("what:N", title="Change"), alt.Tooltip("day:N", title="Date")]
        top = -8 - 14 * note.lane
        rule = _chart(rows, "rule", stroke=LIGHT["muted"], strokeDash=[1.5, 3], strokeWidth=1.2)
        yield rule.encode(x=sides["x"], y=alt.value(top - 4), y2=alt.value(HEIGHT), tooltip=tips)
        shift = 5 if note.align == "left" else -5
        text = _chart(rows, "text", align=note.align, dx=shift, color=LIGHT["muted"], fontSize=_SMALL)
        yield text.encode(x=sides["x"], y=alt.value(top), text="text:N", tooltip=tips)


def _levels(measured: MetricMeasures, sides: dict[str, Any]) -> Iterator[Any]:
    """Draw target and baseline across the plot."""
    if measured.target is not None:
        look = {"stroke": LIGHT["ink"], "strokeDash": [7, 4], "strokeWidth": 1.5}
        yield _chart([{"value": measured.target}], "rule", **look).encode(y=sides["y"])
    if measured.baseline is not None:
        look = {"stroke": LIGHT["absent"], "strokeDash": [2, 3], "strokeWidth": 1.5}
        yield _chart([{"value": measured.baseline}], "rule", **look).encode(y=sides["y"])


def _course(metric: Metric, measured: MetricMeasures, sides: dict[str, Any]) -> Iterator[Any]:
    """Draw intervals, the line, and its points."""
    rows = [_row(metric, point) for point in measured.series]
    many = len(rows) > _MANY
    spans = [row for row in rows if "low" in row]
    if spans and many:
        yield _chart(spans, "area", fill=LIGHT["line"]).encode(x=sides["x"], y="low:Q", y2="high:Q")
    elif spans:
        bar = _chart(spans, "rule", stroke=LIGHT["s1"], strokeWidth=1.2, opacity=0.75)
        yield bar.encode(x=sides["x"], y="low:Q", y2="high:Q")
    yield _chart(rows, "line", stroke=LIGHT["s1"], strokeWidth=2).encode(**sides)
    look = {"shape": "circle", "opacity": 1, "fill": LIGHT["s1"], "stroke": LIGHT["paper"], "strokeWidth": 1}
    shown = rows[-1:] if many else rows
    yield _chart(shown, "point", size=55, **look).encode(**sides, tooltip=_tips())


def _marks(metric: Metric, signals: Sequence[Marked], sides: dict[str, Any]) -> Iterator[Any]:
    """Mark signals by shape and colour: a triangle points to the side of the mean on which they are."""
    from purposebook.charts.quick_altair import alt

    for side, shape in (("above", "triangle-up"), ("below", "triangle-down")):
        for welcome in ("good", "bad", "warn"):
            found = [one for one in signals if one.side == side and one.welcome == welcome]
            if found:
                rows = [{**_row(metric, one.point), "words": one.words} for one in found]
                look = {"fill": LIGHT[welcome], "stroke": LIGHT["paper"], "strokeWidth": 1, "opacity": 1}
                tips = [*_tips(), alt.Tooltip("words:N", title="Signal")]
                yield _chart(rows, "point", shape=shape, size=130, **look).encode(**sides, tooltip=tips)


def _labels(metric: Metric, measured: MetricMeasures, scale: Scale) -> Iterator[Any]:
    """Write values where their lines end, free of each other."""
    from purposebook.charts.quick_altair import alt

    entries = list(_entries(metric, measured))
    places = apart_from_each_other([value for value, _, _ in entries], scale)
    for strong in (True, False):
        rows = [
            {"value": place, "text": text}
            for (_, text, bold), place in zip(entries, places, strict=True)
            if bold == strong
        ]
        look = {"color": LIGHT["muted"], "fontSize": _SMALL}
        if strong:
            look = {"color": LIGHT["s1"], "fontSize": 13, "fontWeight": "bold"}
        text = _chart(rows, "text", align="left", dx=6, **look)
        yield text.encode(x=alt.value("width"), y="value:Q", text="text:N")


def _entries(metric: Metric, measured: MetricMeasures) -> Iterator[tuple[float, str, bool]]:
    """Yield value, words and weight of each label at the right."""
    percent = "%" if metric.unit.strip() == "%" else ""
    if measured.latest:
        yield measured.latest.value, shorten(with_unit(measured.latest.value, percent), _LABELS - 8, 13), True
    named: list[tuple[str, float | None]] = [("target", measured.target), ("baseline", measured.baseline)]
    if measured.limits:
        limits = measured.limits
        named += [("mean", limits.mean), ("upper limit", limits.upper), ("lower limit", limits.lower)]
    for word, value in named:
        if value is not None:
            yield value, shorten(f"{word} {number(value)}{percent}", _LABELS - 8, _SMALL), False


def _unit(unit: str, lanes: int) -> Any:
    """Write the unit above the value axis."""
    from purposebook.charts.quick_altair import alt

    look = {"align": "left", "dx": -30, "color": LIGHT["muted"], "fontSize": _SMALL, "baseline": "bottom"}
    text = _chart([{"text": shorten(unit, 240, _SMALL), "unit": unit}], "text", **look)
    tips = [alt.Tooltip("unit:N", title="Unit")]
    return text.encode(x=alt.value(0), y=alt.value(-8 - 14 * lanes), text="text:N", tooltip=tips)


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
        row |= {"low": low, "high": high}
        row["span"] = f"{with_unit(low, metric.unit)} to {with_unit(high, metric.unit)}"
    return row


def _tips() -> list[Any]:
    """Name what a pointer reveals at a point."""
    from purposebook.charts.quick_altair import alt

    fields = (("day", "Date"), ("shown", "Value"), ("span", "Interval"))
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in fields]
