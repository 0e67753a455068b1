"""The only way by which a chart becomes part of a page."""

from __future__ import annotations

import json
import math
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from purposebook.charts.palette import as_variable
from purposebook.notebook.cards import render, trusted

if TYPE_CHECKING:
    from purposebook.charts.figure import Chart, Figure

WIDE: Final = 700
"""Pixels of a picture that fills the column of a page."""
NARROW: Final = 340
"""Pixels of a picture that fills a telephone."""
_ESCAPES: Final = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_EXPOSE: Final = "window.purposebookVega = {embed: vegaEmbed};"


def figure_html(figure: Figure, language: str = "") -> str:
    """Write a figure that needs no script: picture, words, source, data, and the specification beside them."""
    spec = spec_of(figure.chart)
    return render(
        "figure.html",
        figure=figure,
        id=f"fig-{figure.name}",
        language=language,
        pictures=_pictures(figure, spec),
        spec=trusted(_as_script(_in_variables(spec))),
        header=figure.table.columns,
        rows=[[_shown(cell) for cell in row] for row in figure.table.rows],
        team=[name in figure.team for name in figure.table.columns],
    )


def picture_html(figure: Figure) -> str:
    """Write the picture alone with its name and description, for a card that says the rest itself."""
    from purposebook.notebook.static_svg import static_svg

    id = f"fig-{figure.name}"
    svg = static_svg(_at(spec_of(figure.chart), NARROW), id, f"{id}-title", f"{id}-description")
    return render("picture.html", figure=figure, id=id, svg=trusted(svg))


def spec_of(chart: Chart) -> dict[str, Any]:
    """Return a chart's specification, free of any theme that a notebook switched on and of web addresses."""
    from purposebook.charts.quick_altair import alt
    from purposebook.charts.theme import theme

    with alt.theme.enable("none"):
        spec: dict[str, Any] = chart.to_dict(validate=False)
    spec.pop("$schema", None)
    return {**spec, "config": theme()}


@cache
def vega_bundle() -> str:
    """Return Vega, Vega-Lite and Vega-Embed as one script that exposes `purposebookVega.embed`."""
    import vl_convert

    return str(vl_convert.javascript_bundle(snippet=_EXPOSE))


def _pictures(figure: Figure, spec: dict[str, Any]) -> list[tuple[str, Any]]:
    """Draw the picture once, or once per width where it follows its column."""
    from purposebook.notebook.static_svg import static_svg

    id = f"fig-{figure.name}"
    words = (f"{id}-title", f"{id}-description")
    if spec.get("width") != "container":
        return [("whole", trusted(static_svg(spec, id, *words)))]
    sizes = (("wide", WIDE), ("narrow", NARROW))
    return [(size, trusted(static_svg(_at(spec, width), f"{id}-{size}", *words))) for size, width in sizes]


def _at(spec: dict[str, Any], width: int) -> dict[str, Any]:
    """Give a picture that follows its column a width of its own."""
    return {**spec, "width": width} if spec.get("width") == "container" else spec


def _in_variables(part: Any) -> Any:
    """Let every colour of a specification follow the page; data stay as they are."""
    if isinstance(part, dict):
        return {key: value if key in {"data", "datasets"} else _in_variables(value) for key, value in part.items()}
    if isinstance(part, list):
        return [_in_variables(value) for value in part]
    return as_variable(part) if isinstance(part, str) else part


def _as_script(spec: dict[str, Any]) -> str:
    """Write JSON in which nothing can end the script element or begin another."""
    text = json.dumps(spec, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign, escape in _ESCAPES.items():  # translate() takes thirty times as long where a letter is not ASCII
        text = text.replace(sign, escape)
    return text


def _shown(cell: Any) -> str:
    """Write one cell of the data table; a missing value is an empty cell."""
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, float):
        from purposebook.charts.words import number

        return number(cell, 6)
    return str(cell)
