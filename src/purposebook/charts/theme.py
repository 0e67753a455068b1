"""The look that every chart shares, as a configuration that each chart carries along."""

from __future__ import annotations

from typing import Any, Final

from purposebook.charts.palette import LIGHT

FONT: Final = "Liberation Sans, Arial, Helvetica, sans-serif"
"""The renderer bundles the first; the others have the same widths, so a picture is as wide on every machine."""
TEXT_SIZE: Final = 12


def theme() -> dict[str, Any]:
    """Return the configuration: faint grid, no frames, text in ink and muted."""
    return {
        "aria": False,
        "background": None,
        "font": FONT,
        "padding": 4,
        "view": {"stroke": None},
        "axis": {
            "domainColor": LIGHT["muted"],
            "gridColor": LIGHT["line"],
            "gridWidth": 0.7,
            "labelColor": LIGHT["muted"],
            "labelFontSize": TEXT_SIZE,
            "labelPadding": 6,
            "tickColor": LIGHT["muted"],
            "titleColor": LIGHT["muted"],
            "titleFontSize": TEXT_SIZE,
            "titleFontWeight": "normal",
        },
        "axisY": {"domain": False, "ticks": False},
        "axisX": {"grid": False, "tickSize": 4},
        "text": {"color": LIGHT["ink"], "fontSize": TEXT_SIZE},
    }
