"""One layer of a chart: rows of our own columns, drawn with one mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import altair as alt


def layer(rows: list[dict[str, Any]], mark: str, **look: Any) -> alt.Chart:
    """Draw rows of data with one mark; what is drawn where is still to be encoded."""
    from purposebook.charts.quick_altair import alt

    return alt.Chart(alt.InlineData(values=rows), mark=alt.MarkDef(**{**look, "type": mark}))
