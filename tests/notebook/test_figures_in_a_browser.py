"""Figures in a real browser, opened from a file under a strict policy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from figure_samples import BREAKOUT, figures, write_page
from playwright.sync_api import Browser, Page

from purposebook.notebook.figures import figure_html

pytestmark = pytest.mark.slow
LIVE = ".pb-figure.pb-hydrated"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page that notes whatever should not happen."""
    context = browser.new_context(viewport={"width": 1280, "height": 4000})
    opened = context.new_page()
    opened.noted = []  # type: ignore[attr-defined]
    note = opened.noted.append  # type: ignore[attr-defined]
    opened.on("console", lambda message: note(message.text))
    opened.on("pageerror", lambda error: note(str(error)))
    opened.on("dialog", lambda dialog: note(dialog.message))
    opened.on("request", lambda request: None if request.url.startswith("file:") else note(request.url))
    yield opened
    context.close()


def hydrated(page: Page, address: str, count: int = 4) -> None:
    """Open a page and wait until its figures have come to life."""
    page.goto(address)
    page.wait_for_function("n => document.querySelectorAll('.pb-hydrated').length >= n", arg=count)


def test_figures_come_to_life_without_a_word(page: Page, tmp_path: Path) -> None:
    """Under a policy without eval nothing is logged, asked for outside or run from a text."""
    hydrated(page, write_page(tmp_path))
    assert page.locator(LIVE).count() == 4
    assert page.noted == []  # type: ignore[attr-defined]


def test_a_switch_of_the_theme_changes_colours_at_once(page: Page, tmp_path: Path) -> None:
    """Live pictures follow the page without being drawn anew."""
    hydrated(page, write_page(tmp_path))
    colour = "getComputedStyle(document.querySelector('#fig-run-rate .pb-live .mark-line path')).stroke"
    light = page.evaluate(colour)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert (light, page.evaluate(colour)) == ("rgb(12, 92, 117)", "rgb(111, 198, 222)")


def test_a_live_picture_fills_its_column_and_keeps_its_name(page: Page, tmp_path: Path) -> None:
    """It is as wide as its column, and a screen reader hears the same as before."""
    hydrated(page, write_page(tmp_path))
    live = page.locator("#fig-run-rate .pb-live")
    widths = live.evaluate("block => [block.clientWidth, block.querySelector('svg').clientWidth]")
    assert widths[0] == widths[1] > 1000
    assert page.get_by_role("img", name=figures()[0].title, exact=True).count() == 1


def test_a_pointer_reveals_text_as_text(page: Page, tmp_path: Path) -> None:
    """A hostile text in a tip is shown letter by letter."""
    hydrated(page, write_page(tmp_path))
    page.locator("#fig-alignment .pb-live svg text", has_text="onerror").first.hover()
    assert page.locator(".pb-tip dd").first.text_content() == BREAKOUT
    page.keyboard.press("Escape")
    assert page.locator(".pb-tip").is_hidden()


def test_a_picture_that_cannot_live_stays_as_it_is(page: Page, tmp_path: Path) -> None:
    """One broken specification leaves its static picture, and the others alone."""
    broken = figure_html(figures()[0]).replace('"datasets":', '"broken":{', 1)
    hydrated(page, write_page(tmp_path, broken, figure_html(figures()[1])), 1)
    assert page.locator("#fig-run-rate .pb-static svg").first.is_visible()
    assert page.locator("#fig-levels .pb-live svg").is_visible()


def test_a_specification_can_load_nothing(page: Page, tmp_path: Path) -> None:
    """Even one that asks for a file gets none, and its picture stays."""
    greedy = figure_html(figures()[1]).replace('"data":{"name"', '"data":{"url":"palette.css","name"', 1)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    hydrated(page, write_page(tmp_path, greedy, figure_html(figures()[2])), 1)
    assert sum(url.endswith("palette.css") for url in asked) == 1


def test_without_scripts_every_picture_is_there(browser: Browser, tmp_path: Path) -> None:
    """The static picture needs nothing but the page, wide and narrow."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(write_page(tmp_path))
    assert page.locator("#fig-run-rate .pb-narrow svg").is_visible()
    assert page.locator("#fig-thread .pb-figure-listing").is_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.locator("#fig-run-rate .pb-wide svg").is_visible()
    assert page.locator("#fig-thread svg").is_visible()
    context.close()


def test_print_shows_the_static_picture_in_light_colours(page: Page, tmp_path: Path) -> None:
    """Whatever the screen showed, paper gets the whole static picture."""
    hydrated(page, write_page(tmp_path))
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print")
    assert page.locator("#fig-run-rate .pb-wide svg").is_visible()
    assert page.locator(".pb-live").first.is_hidden()
    line = "getComputedStyle(document.querySelector('#fig-run-rate .pb-wide path[stroke^=\"var(--pb-s1\"]')).stroke"
    assert page.evaluate(line) == "rgb(12, 92, 117)"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(browser: Browser, tmp_path: Path, theme: str, width: int) -> None:
    """Live figures are as accessible as static ones, at a desk and on a telephone."""
    context = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 4000})
    page = context.new_page()
    page.goto(write_page(tmp_path))
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    page.wait_for_selector("#fig-run-rate.pb-hydrated")
    assert [found["id"] for found in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
