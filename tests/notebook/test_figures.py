"""A figure's HTML: whole without scripts, harmless whatever it holds, the same bytes every time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from figure_samples import TEXTS, figures
from lxml import html

from purposebook.charts.figure import Figure, table
from purposebook.charts.quick_altair import alt
from purposebook.notebook.figures import figure_html, picture_html, spec_of, vega_bundle

HERE = Path(__file__).parent
DRAWN = {"circle", "clippath", "defs", "g", "line", "path", "rect", "svg", "text", "tspan"}
FRAME = {"figure", "figcaption", "div", "p", "bdi", "ul", "li", "span", "details", "summary", "script"}
TABLE = {"table", "thead", "tbody", "tr", "th", "td"}


@pytest.fixture(scope="module")
def pages() -> dict[str, html.HtmlElement]:
    """Write each figure and read it as a browser's parser does."""
    return {figure.name: html.fragment_fromstring(figure_html(figure, "he")) for figure in figures()}


@pytest.mark.parametrize("name", ["run-rate", "levels", "alignment", "thread"])
def test_nothing_stands_in_a_figure_that_we_did_not_write(pages: dict[str, html.HtmlElement], name: str) -> None:
    """Hostile text adds no element, no handler and no address."""
    for element in pages[name].iter():
        assert str(element.tag).lower() in DRAWN | FRAME | TABLE
        assert not [key for key in element.attrib if key.startswith("on") or key in {"href", "src", "style", "srcdoc"}]


def test_texts_come_back_as_they_were_written(pages: dict[str, html.HtmlElement]) -> None:
    """The table shows the very text, ten thousand characters too."""
    cells = {cell.text_content() for cell in pages["alignment"].iter("th", "td")}
    assert set(TEXTS) <= cells


def test_the_specification_holds_the_very_text(pages: dict[str, html.HtmlElement]) -> None:
    """Escaped for the page, a specification reads back unchanged."""
    raw = pages["alignment"].xpath("//script")[0].text
    assert not set("<>&\u2028\u2029") & set(raw)
    rows = [row for rows in json.loads(raw)["datasets"].values() for row in rows]
    assert set(TEXTS) <= {row.get("whole") for row in rows}


def test_a_specification_names_no_address(pages: dict[str, html.HtmlElement]) -> None:
    """Not even the schema's, so that a page holds no address that we did not mean."""
    assert not [page for page in pages.values() if re.search(r"https?:", page.xpath("//script")[0].text)]


def test_a_picture_that_follows_its_column_is_drawn_for_page_and_telephone(pages: dict[str, html.HtmlElement]) -> None:
    """Without any script both widths are there, each as wide as promised."""
    widths = {block.get("class"): block[0].get("width") for block in pages["run-rate"].xpath("//div[div][1]/div")}
    assert widths == {"pb-static pb-wide": "700", "pb-static pb-narrow": "340"}


def test_a_wide_picture_has_a_list_for_narrow_columns(pages: dict[str, html.HtmlElement]) -> None:
    """The thread is drawn once and told once, in the team's language."""
    assert len(pages["thread"].xpath("//svg")) == 1
    team = pages["thread"].xpath("//li/span[@class='pb-team']")
    assert TEXTS[0] in [item.text_content() for item in team]
    assert {item.get("lang") for item in team} == {"he"} and {item.get("dir") for item in team} == {"auto"}


def test_every_picture_is_named_and_described(pages: dict[str, html.HtmlElement]) -> None:
    """A screen reader hears title and description."""
    for page in pages.values():
        known = {element.get("id"): element for element in page.iter() if element.get("id")}
        for svg in page.xpath("//svg"):
            assert svg.get("role") == "img"
            assert known[svg.get("aria-labelledby")].text_content()
            assert known[svg.get("aria-describedby")].text_content()


def test_ids_are_unique_and_begin_with_the_figure(pages: dict[str, html.HtmlElement]) -> None:
    """Any figures may stand on one page."""
    ids = [element.get("id") for page in pages.values() for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(id.startswith("fig-") for id in ids)


def test_tables_have_headers_for_columns_and_rows(pages: dict[str, html.HtmlElement]) -> None:
    """No header is empty, and each cell has two."""
    for page in pages.values():
        heads = page.xpath("//th[@scope='col']")
        assert heads and all(head.text_content().strip() for head in heads)
        assert len(page.xpath("//tbody/tr/th[@scope='row']")) == len(page.xpath("//tbody/tr"))


def test_colours_are_variables_in_picture_and_specification(pages: dict[str, html.HtmlElement]) -> None:
    """One picture serves light, dark and print."""
    for page in pages.values():
        source = html.tostring(page, encoding="unicode")
        assert not re.search(r'(?<!,)#[0-9a-f]{6}["\\]', source)
        painted = [
            value for element in page.iter() for key, value in element.attrib.items() if key in {"fill", "stroke"}
        ]
        assert all(value == "none" or value.startswith("var(--pb-") for value in painted)


def test_a_colour_that_a_team_writes_stays_text() -> None:
    """Data are never taken for our palette."""
    chart = alt.Chart(alt.InlineData(values=[{"text": "#16202b"}])).mark_text().encode(text="text:N")
    raw = html.fragment_fromstring(figure_html(plain(chart))).xpath("//script")[0].text
    assert '"text":"#16202b"' in raw


def test_a_theme_that_a_notebook_switched_on_changes_nothing() -> None:
    """Only our own look reaches a page."""
    chart = figures()[0].chart
    usual = spec_of(chart)
    with alt.theme.enable("dark"):
        assert spec_of(chart) == usual


def test_clip_ids_are_renamed_with_their_references() -> None:
    """A clipped mark still finds its clip."""
    chart = alt.Chart(alt.InlineData(values=[{"x": 1}, {"x": 2}])).mark_line(clip=True).encode(x="x:Q", y="x:Q")
    source = figure_html(plain(chart))
    assert 'clip-path="url(#fig-plain-1)"' in source and 'id="fig-plain-1"' in source


def test_missing_values_are_empty_cells() -> None:
    """Neither None nor NaN is shown as a word."""
    shown = html.fragment_fromstring(figure_html(plain(figures()[0].chart, [("a", None, float("nan"), 1234567.5)])))
    assert [cell.text_content() for cell in shown.xpath("//tbody//td")] == ["", "", "1\u202f234\u202f568"]


def plain(chart: alt.Chart, rows: list[tuple[object, ...]] | None = None) -> Figure:
    """Make a figure around a chart."""
    columns = [f"Column {at}" for at in range(len(rows[0]) if rows else 1)]
    return Figure("plain", "A chart is seen", chart, "It is described.", table(columns, rows or [("a",)]))


def test_a_picture_alone_keeps_its_name() -> None:
    """A card shows a sparkline with its words for whoever cannot see it."""
    block = html.fragment_fromstring(picture_html(figures()[0]))
    assert block.xpath("//svg")[0].get("aria-labelledby") == "fig-run-rate-title"
    assert block.xpath("//*[@id='fig-run-rate-title']")[0].text_content() == figures()[0].title


def test_two_processes_write_the_same_bytes() -> None:
    """Neither hash seed nor time zone nor what was drawn before shows."""
    code = "from figure_samples import *; print(''.join(map(figure_html, figures())))"
    surroundings = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONUTF8": "1", "TZ": "Pacific/Auckland"}
    other = subprocess.run(
        [sys.executable, "-c", code], cwd=HERE, env=surroundings, capture_output=True, encoding="utf-8", check=True
    )
    assert other.stdout.strip() == "".join(map(figure_html, figures())).strip()


def test_the_script_library_is_whole_and_the_same_every_time() -> None:
    """One local file exposes what the page's own script needs, and nothing in it runs text as code at load."""
    bundle = vega_bundle()
    assert "purposebookVega" in bundle[-400:]
    vega_bundle.cache_clear()
    assert vega_bundle() == bundle
