"""The words of a run chart: values at its right, ticks at its left, unit and meanings of signals above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from purposebook.charts.labels import shorten, width_of
from purposebook.charts.layer import Layer, layer
from purposebook.charts.palette import LIGHT
from purposebook.charts.run_scales import Scale, apart_from_each_other
from purposebook.charts.run_signals import MEANINGS, Marked, sorts, triangle
from purposebook.charts.words import large, with_unit
from purposebook.domain.metrics import Metric
from purposebook.measures.metric import MetricMeasures

_SMALL: Final = 11
_LONGEST: Final = 122


def end_labels(metric: Metric, measured: MetricMeasures, scale: Scale) -> Iterator[Layer]:
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
        text = layer(rows, "text", align="left", dx=6, **look)
        yield text.encode(x=alt.value("width"), y=alt.Y("value:Q"), text=alt.Text("text:N"))


def _entries(metric: Metric, measured: MetricMeasures) -> Iterator[tuple[float, str, bool]]:
    """Yield value, words and weight of each label at the right; the unit, which the axis says, would cost width."""
    if measured.latest:
        percent = "%" if metric.unit.strip() == "%" else ""
        yield measured.latest.value, shorten(with_unit(measured.latest.value, percent), _LONGEST, 13), True
    named: list[tuple[str, float | None]] = [("target", measured.target), ("baseline", measured.baseline)]
    if measured.limits:
        limits = measured.limits
        named += [("mean", limits.mean), ("limit", limits.upper), ("limit", limits.lower)]
    for word, value in named:
        if value is not None:
            yield value, shorten(f"{word} {large(value)}", _LONGEST, _SMALL), False


def ticks(scale: Scale) -> Iterator[Layer]:
    """Write the values of the grid lines in our own words."""
    from purposebook.charts.quick_altair import alt

    rows = [{"value": tick, "text": large(tick)} for tick in scale.ticks]
    text = layer(rows, "text", align="right", dx=-8, color=LIGHT["muted"])
    yield text.encode(x=alt.value(0), y=alt.Y("value:Q"), text=alt.Text("text:N"))


def unit_label(unit: str, lanes: int) -> Layer:
    """Write the unit above the value axis."""
    from purposebook.charts.quick_altair import alt

    look = {"align": "left", "dx": -28, "color": LIGHT["muted"], "fontSize": _SMALL, "baseline": "bottom"}
    text = layer([{"text": shorten(unit, 240, _SMALL), "unit": unit}], "text", **look)
    tips = [alt.Tooltip("unit:N", title="Unit")]
    return text.encode(x=alt.value(0), y=alt.value(-8 - 14 * lanes), text=alt.Text("text:N"), tooltip=tips)


def key(signals: Sequence[Marked], lanes: int) -> Iterator[Layer]:
    """Say above the plot what each triangle means."""
    from purposebook.charts.quick_altair import alt

    x, y = -24, -13 - 14 * lanes
    for side, welcome in sorts(signals):
        rows = [{"text": f"{side} the mean: {MEANINGS[welcome]}" if welcome == "warn" else MEANINGS[welcome]}]
        mark = layer(rows, "point", size=80, **triangle(side, welcome))
        yield mark.encode(x=alt.value(x), y=alt.value(y))
        text = layer(rows, "text", align="left", color=LIGHT["muted"], fontSize=_SMALL)
        yield text.encode(x=alt.value(x + 9), y=alt.value(y), text=alt.Text("text:N"))
        x += 30 + round(width_of(rows[0]["text"], _SMALL))
