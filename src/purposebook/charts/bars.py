"""Horizontal bars from zero, each labelled at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from purposebook.charts.layer import layer, layered, unchecked
from purposebook.charts.palette import LIGHT

if TYPE_CHECKING:
    import altair as alt

_ROW: Final = 34


@dataclass(frozen=True)
class Bar:
    """Hold one bar: its name, its length, and what stands at its end."""

    name: str
    value: float
    label: str
    whole: float = 0
    """More than zero where a faint track shows what a full bar would be."""


@unchecked()
def bars(rows: Sequence[Bar], axis: str, most: float) -> alt.TopLevelLayerSpec:
    """Draw bars below each other in the order given; an empty bar is a word and a tick at zero."""
    from purposebook.charts.quick_altair import alt

    values = [{"name": row.name, "value": row.value, "label": row.label, "full": most} for row in rows]
    y = alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=0, labelColor=LIGHT["ink"], minExtent=84))
    x = alt.X("value:Q", title=None, axis=None, scale=alt.Scale(domain=[0, most], nice=False))
    tips = [alt.Tooltip("name:N", title="Row"), alt.Tooltip("label:N", title=axis)]
    tipped: dict[str, Any] = {"y": y, "tooltip": tips}
    layers = [
        layer(values, "bar", height=14, color=LIGHT["s1"]).encode(x=x, **tipped),
        layer(values, "tick", color=LIGHT["muted"], thickness=1.5, size=20).encode(x=alt.datum(0), **tipped),
    ]
    end: Any = alt.X("value:Q")
    if any(row.whole for row in rows):
        full = alt.X("full:Q", axis=None)
        layers.insert(0, layer(values, "bar", height=14, color=LIGHT["line"]).encode(x=full, **tipped))
        end = alt.value("width")
    text = layer(values, "text", align="left", dx=8, color=LIGHT["ink"])
    return layered(
        [*layers, text.encode(x=end, text=alt.Text("label:N"), **tipped)],
        width="container",
        height=_ROW * len(rows),
        padding={"left": 2, "top": 0, "right": 2, "bottom": 0},
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    )
