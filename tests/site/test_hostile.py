"""Hostile text: shown as it was written wherever it is shown, and nothing else happens."""

import json
import re

import pytest
from playwright.sync_api import Browser
from published_sites import Sites
from visits import visiting

pytestmark = pytest.mark.slow

MARK = re.compile(r"m\d{4}m")
READ = """(() => {
  const page = document.documentElement.cloneNode(true);
  page.querySelectorAll("script, style").forEach((part) => part.remove());
  return page.textContent;
})()"""
NEVER_SHOWN = 0
"""Most texts that no page needs to show, such as the place of a rule that is silenced and does not apply."""


def squeezed(text: str) -> str:
    """Return a text with its white space as a reader sees it."""
    return " ".join(text.split())


def bare(text: str) -> str:
    """Return a text without what the labels of a picture leave out: spaces at line ends, and marks of direction."""
    marks = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # a text that runs from right to left is isolated
    return "".join(sign for sign in text if not sign.isspace() and sign not in marks)


@pytest.fixture(scope="module")
def shown(sites: Sites, browser: Browser) -> str:
    """Return the text of every page of the hostile product, after proving that nothing ran on any of them."""
    texts = []
    with visiting(browser, sites.out.as_uri()) as visit:
        for path in sites.pages("hostile"):
            page = visit.open(path.as_uri())
            page.mouse.move(640, 450)
            texts.append(page.evaluate(READ))
            assert visit.wrong() == [], path.name
            for name in ("alert", "body", "attributes", "getElementById"):
                assert page.evaluate(f"typeof document.{name}") != "string"
    return squeezed("\n".join(texts))


def test_every_text_is_shown_as_it_was_written(sites: Sites, shown: str) -> None:
    """Each text that a page shows is there whole, character by character."""
    missing = [mark for mark, text in sites.texts.items() if mark in shown and squeezed(text) not in shown]
    assert missing == []
    assert len([mark for mark in sites.texts if mark not in shown]) <= NEVER_SHOWN


def test_a_shortened_text_says_so(sites: Sites, shown: str) -> None:
    """Where a label is too small for a text, it holds the text's beginning and an ellipsis, and nothing altered."""
    page = bare(shown)
    for place in MARK.finditer(page):
        text = bare(sites.texts[place.group()])
        rest = page[place.start() : place.start() + len(text)]
        same = next((number for number, (one, other) in enumerate(zip(rest, text, strict=False)) if one != other), None)
        assert same is None or rest[same] == "…", (text[:120], rest[:120])


def test_the_name_is_text_in_title_header_and_search(sites: Sites, browser: Browser) -> None:
    """The product's name stands in the tab, the header, the portfolio and the search page as it was written."""
    name = squeezed(sites.texts["m0000m"])
    with visiting(browser, sites.out.as_uri()) as visit:
        page = visit.open(f"{sites.pages('hostile')[-1].as_uri()}?q=%3Cscript%3Ealert(1)%3C/script%3E")
        assert page.title() == f"Search · {name}"
        assert squeezed(page.locator(".pb-brand-name").inner_text()) == name
        assert "<script>alert(1)</script>" in page.locator("#pb-search-status").inner_text()
        assert page.locator(".pb-search-results li").count() > 0
        assert visit.wrong() == []
        page = visit.open((sites.out / "index.html").as_uri())
        assert name in [squeezed(heading) for heading in page.locator("h2").all_inner_texts()]
        assert visit.wrong() == []


def test_tooltips_show_text(sites: Sites, browser: Browser) -> None:
    """Hovering over every chart runs nothing."""
    with visiting(browser, sites.out.as_uri()) as visit:
        for path in sites.pages("hostile")[:-1]:
            page = visit.open(path.as_uri())
            for mark in page.locator("figure svg [role='graphics-symbol']:visible").all()[:12]:
                mark.hover(force=True, timeout=2000)
            assert visit.wrong() == [], path.name


def test_specifications_hold_no_way_out(sites: Sites) -> None:
    """Chart data cannot end their element; they parse to the very texts."""
    for path in sites.pages("hostile")[:-1]:
        for spec in re.findall(
            r'<script type="application/json"[^>]*>(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL
        ):
            assert not set("<>&\u2028\u2029") & set(spec)
            json.loads(spec)
