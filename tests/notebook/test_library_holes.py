"""Holes of the libraries under the cards and figures: each is shown open first, then closed in what we write."""

from __future__ import annotations

import json

import altair as alt
import pandas as pd
import pytest
from lxml import html

from purposebook.charts.figure import Figure, table
from purposebook.notebook.figures import figure_html

BREAKOUT = "</script><script>alert(1)</script>"
TAG = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def figure() -> Figure:
    """Draw one bar whose name breaks out of scripts and attributes."""
    rows = [{"name": f"{BREAKOUT}{TAG}", "value": 1}]
    chart = alt.Chart(alt.Data(values=rows)).mark_bar().encode(x="value:Q", y="name:N")
    return Figure("bars", TAG, chart, BREAKOUT, table(["Name", "Value"], [(TAG, 1)]), BREAKOUT)


def scripts(page: str) -> list[str]:
    """Return the code of every script that a browser would run."""
    return [
        element.text or ""
        for element in html.document_fromstring(page).iter("script")
        if element.get("type") in {None, "text/javascript", "module"}
    ]


def test_data_of_altairs_own_page_breaks_out(figure: Figure) -> None:
    """Altair's HTML runs a script that stands in a data cell; our figure keeps it as text."""
    assert "alert(1)" in scripts(figure.chart.to_html())
    ours = figure_html(figure)
    assert scripts(ours) == []
    [spec] = html.document_fromstring(ours).xpath("//script[@type='application/json']/text()")
    assert BREAKOUT in json.dumps(json.loads(spec))


def test_headers_of_a_pandas_style_are_raw() -> None:
    """Pandas writes a styled table's headers as they are; ours are text."""
    assert html.document_fromstring(pd.DataFrame({TAG: [1]}).style.to_html()).xpath("//img[@onerror]")


def test_titles_and_cells_of_a_figure_are_text(figure: Figure) -> None:
    """A figure's title, description, source and cells come back as the very text, and make no element."""
    page = html.document_fromstring(figure_html(figure))
    assert page.xpath("//img") == []
    assert TAG in page.xpath("//td//text() | //th//text()")
    assert TAG in page.text_content()
    assert BREAKOUT in page.text_content()
