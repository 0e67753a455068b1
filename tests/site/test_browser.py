"""Every page in a real browser: from a disk and over http, light and dark, wide and narrow."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from published_sites import CHAPTERS, Sites
from visits import visiting

pytestmark = pytest.mark.slow

LOOKS = [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)]
WAYS = [*((*look, False) for look in LOOKS), ("light", 1280, True), ("dark", 390, True)]
"""Every look from a disk; over http, where only addresses differ, the two that differ most, and axe not again."""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize(("theme", "width", "served"), WAYS)
def test_pages_are_offline_accessible_and_narrow_enough(  # noqa: PLR0917 - what is looked at, and how
    sites: Sites, browser: Browser, address: str, theme: str, width: int, served: bool
) -> None:
    """On every page no request leaves, no console speaks, axe finds nothing, nothing scrolls sideways."""
    found: dict[str, list[str]] = {}
    home = address if served else sites.out.as_uri()
    with visiting(browser, home, theme, width) as visit:
        for path in sites.every_page():
            if path.parent.name == "hostile" and (theme, width) != ("light", 390):
                continue  # its long pages are looked at once
            name = path.relative_to(sites.out).as_posix()
            page = visit.open(f"{home}/{name}")
            wide = ["scrolls sideways"] if page.evaluate(OVERFLOW) > 0 else []
            found[name] = [*visit.wrong(), *wide, *(() if served else accessibility(page))]
            visit.errors.clear()
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def accessibility(page: Page) -> list[str]:
    """Return what axe finds, each rule with the first place."""
    found = Axe().run(page).response["violations"]
    return [f"axe {rule['id']}: {rule['nodes'][0]['target']} of {len(rule['nodes'])}" for rule in found]


def test_charts_come_alive_under_the_policy(sites: Sites, browser: Browser) -> None:
    """Vega draws every chart anew without a single evaluation of code."""
    with visiting(browser, sites.out.as_uri()) as visit:
        for path in (page for product in ("coursecraft", "hostile") for page in sites.pages(product)[:-1]):
            page = visit.open(path.as_uri())
            for figure in page.locator("figure.pb-figure").all():
                figure.locator(".pb-figure-picture").scroll_into_view_if_needed()
                figure.locator("xpath=self::*[contains(@class, 'pb-hydrated')]").wait_for(timeout=15_000)
            assert visit.wrong() == [], path.name


def test_charts_need_no_script(sites: Sites, browser: Browser) -> None:
    """Without JavaScript every figure shows its picture, and the whole text can be read."""
    with visiting(browser, sites.out.as_uri(), java_script_enabled=False) as visit:
        for product in ("coursecraft", "hostile"):
            for path in sites.pages(product)[:-1]:
                visit.page.goto(path.as_uri())
                shown = visit.page.locator("figure.pb-figure")
                for number in range(shown.count()):
                    box = shown.nth(number).locator("svg:visible").first.bounding_box()
                    assert box and box["height"] > 20, f"{path.name} figure {number}"


def test_printed_pages_are_light_and_whole(sites: Sites, browser: Browser) -> None:
    """On paper the colours are light, the menu is gone, what was folded is open, nothing is wider than the sheet."""
    with visiting(browser, sites.out.as_uri(), "dark", 794) as visit:
        for path in sites.pages("coursecraft")[:-1]:
            page = visit.open(path.as_uri())
            page.emulate_media(media="print")
            page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
            assert page.evaluate("document.documentElement.dataset.theme") == "light"
            assert not page.locator(".pb-chapters").is_visible()
            assert page.evaluate("document.querySelectorAll('article details:not([open])').length") == page.evaluate(
                "document.querySelectorAll('figure details').length"
            )
            assert page.evaluate(OVERFLOW) <= 0, path.name
            assert len(page.pdf(format="A4")) > 10_000
            page.emulate_media(media="screen")


def test_the_colour_switch_is_remembered(sites: Sites, browser: Browser) -> None:
    """A reader's choice holds on the next page, too."""
    first, second, *_ = sites.pages("coursecraft")
    with visiting(browser, sites.out.as_uri(), "light") as visit:
        page = visit.open(first.as_uri())
        page.get_by_role("button", name="Dark colours").click()
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        page = visit.open(second.as_uri())
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert page.get_by_role("button", name="Light colours").is_visible()


@pytest.mark.parametrize("served", [False, True])
def test_searching_finds_places(sites: Sites, browser: Browser, address: str, served: bool) -> None:
    """From any page, a word leads to the sections that hold it, from a disk as over http."""
    home = address if served else sites.out.as_uri()
    with visiting(browser, home) as visit:
        page = visit.open(f"{home}/coursecraft/mission.html")
        page.get_by_label("Search").fill("weekend")
        page.get_by_label("Search").press("Enter")
        page.wait_for_selector(".pb-search-results li")
        assert "weekend" in page.locator(".pb-search-results mark").first.inner_text().lower()
        page.locator(".pb-search-results a").first.click()
        page.wait_for_selector("article h1")
        assert visit.wrong() == []


def test_every_page_leads_to_every_chapter(sites: Sites, browser: Browser) -> None:
    """The menu names the chapters in the order of the book, and the links lead somewhere."""
    with visiting(browser, sites.out.as_uri()) as visit:
        for path in sites.pages("coursecraft"):
            page = visit.open(path.as_uri())
            leads = page.eval_on_selector_all(".pb-chapters > ul > li > a", "links => links.map(link => link.href)")
            assert [lead.rsplit("/", 1)[1].split("#")[0] for lead in leads] == [
                f"{name}.html" for name in CHAPTERS
            ] or (path.name == "index.html")
            links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
            own = {link.split("#")[0].split("?")[0] for link in links if link.startswith(sites.out.as_uri())}
            assert not [link for link in own if not (sites.out / link.removeprefix(f"{sites.out.as_uri()}/")).is_file()]
