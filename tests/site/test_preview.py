"""A team edits its files, and the open pages of `purposebook preview` follow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import Error as BrowserError
from previews import DAY, PATIENCE, Running, banner, book, complaints, previewing, save
from visits import visiting

from purposebook.publishing.frame.policy import CONTENT_SECURITY_POLICY

THERE = "Math.abs(window.scrollY - 1500) < 8"
GO_THERE = f"document.readyState === 'complete' && (window.scrollTo({{top: 1500, behavior: 'instant'}}), {THERE})"
"""To scroll in a page that is still being read leads nowhere; what the test before put back brings such pages."""
AS_BEFORE = f"{THERE} && document.documentElement.dataset.theme === 'dark'"
pytestmark = pytest.mark.slow

VALUE = "publish-rate,2026-09-30,75"
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Preview the worked example."""
    with previewing(book(tmp_path_factory.mktemp("preview") / "w", "coursecraft", "first-steps"), "coursecraft") as run:
        yield run


@pytest.fixture(autouse=True)
def _as_before(shown: Running) -> Iterator[None]:
    """Give every test the files as they were."""
    kept = {
        path: path.read_bytes() for path in shown.root.rglob("*") if ".purposebook" not in path.parts and path.is_file()
    }
    yield
    for path, data in kept.items():
        if path.name != "said.txt" and (not path.exists() or path.read_bytes() != data):
            path.write_bytes(data)


def in_place(path: Path, text: str) -> None:
    """Save a file as some editors do: emptied, then filled."""
    path.write_text(text, encoding="utf-8")


def in_a_burst(path: Path, text: str) -> None:
    """Save a file many times at once."""
    for number in range(20):
        save(path, text + f"publish-rate,2026-10-{number + 1:02},{number},,,,\n")
    save(path, text)


def settles(page: Page, script: str) -> bool:
    """Wait until a script says yes, through further reloads: a burst may bring several.

    Playwright's own waiting evaluates a string in the page, which the strict policy forbids.
    """
    for _ in range(PATIENCE // 100):
        try:
            if page.evaluate(script):
                return True
        except BrowserError:  # the page was replaced meanwhile
            pass
        page.wait_for_timeout(100)
    return False


def test_pages_open_under_the_strict_policy(shown: Running, browser: Browser) -> None:
    """Every page may ask the preview for states and is as strict as a published one otherwise; nothing complains."""
    with visiting(browser, shown.home) as visit:
        for name in ("index", "mission", "metrics", "opportunities", "review"):
            page = visit.open(shown.page(name))
            policy = page.locator("meta[http-equiv]").get_attribute("content")
            assert policy == f"{CONTENT_SECURITY_POLICY}; connect-src 'self'"
            assert page.locator("time").first.get_attribute("datetime") == DAY
            assert page.evaluate("fetch(document.scripts[0].src).then(found => found.status)") == 200
        assert complaints(visit) == []


@pytest.mark.parametrize(("write", "value"), [(save, "81.5"), (in_place, "82.5"), (in_a_burst, "83.5")])
def test_a_saved_number_comes_to_the_open_page(
    shown: Running, browser: Browser, write: Callable[[Path, str], None], value: str
) -> None:
    """Whatever way an editor saves, the page shows it where the reader was, in the colours that were chosen."""
    observations = shown.folder / "observations.csv"
    with visiting(browser, shown.home) as visit:
        page = visit.open(shown.page("metrics"))
        page.get_by_role("button", name="Dark colours").click()
        assert settles(page, GO_THERE)
        write(observations, observations.read_text().replace(VALUE, f"publish-rate,2026-09-30,{value}"))
        expect(page.locator(".pb-article")).to_contain_text(value, timeout=PATIENCE)
        assert settles(page, AS_BEFORE)
        assert complaints(visit) == []


def test_a_fault_shows_until_it_is_mended(shown: Running, browser: Browser) -> None:
    """File, line and field stand below the old page; another fault takes its place; with the last one it goes."""
    mission = shown.folder / "mission.yml"
    good = mission.read_text()
    with visiting(browser, shown.home) as visit:
        page = visit.open(shown.page("mission"))
        save(mission, good + "misson: typo\n")
        expect(banner(page)).to_contain_text(re.compile(r"mission\.yml:\d+ misson: .*did you mean"), timeout=PATIENCE)
        assert page.locator(".pb-article h1").is_visible()
        save(mission, good + f"'{HOSTILE}': [\n")
        expect(banner(page)).not_to_contain_text("misson", timeout=PATIENCE)
        save(mission, good)
        expect(banner(page)).to_have_count(0, timeout=PATIENCE)
        assert complaints(visit) == []


def test_text_of_a_fault_never_runs(shown: Running, browser: Browser) -> None:
    """Markup in a fault is shown as it was written."""
    mission = shown.folder / "mission.yml"
    with visiting(browser, shown.home) as visit:
        page = visit.open(shown.page("mission"))
        save(mission, mission.read_text() + f"'{HOSTILE}': x\n")
        expect(banner(page)).to_contain_text(HOSTILE, timeout=PATIENCE)
        assert banner(page).locator("img").count() == 0
        assert complaints(visit) == []


@pytest.mark.parametrize(
    ("file", "broken", "told"),
    [
        ("_toc.yml", "root: [", "_toc.yml"),
        ("_toc.yml", "format: jb-book\nroot: chapters/nowhere\n", "nowhere"),
        ("_config.yml", "title: [", "_config.yml"),
        ("chapters/metrics.ipynb", "no notebook", "metrics"),
    ],
)
def test_a_broken_book_is_named_and_heals(shown: Running, browser: Browser, file: str, broken: str, told: str) -> None:
    """What is wrong with the book itself shows on the page, too, and goes when it is mended."""
    path = shown.root / file
    good = path.read_text()
    with visiting(browser, shown.home) as visit:
        page = visit.open(shown.page("mission"))
        save(path, broken)
        expect(banner(page)).to_contain_text(told, timeout=PATIENCE)
        save(path, good)
        expect(banner(page)).to_have_count(0, timeout=PATIENCE)
        assert complaints(visit) == []


def test_a_changed_chapter_shows_in_every_tab(shown: Running, browser: Browser) -> None:
    """Two pages that are open at once both follow."""
    chapter = shown.root / "chapters" / "mission.ipynb"
    with visiting(browser, shown.home) as one, visiting(browser, shown.home) as other:
        pages = [one.open(shown.page("mission")), other.open(shown.page("index"))]
        save(chapter, chapter.read_text().replace('"# Mission', '"# Our reason'))
        for page in pages:
            expect(page.locator(".pb-chapters")).to_contain_text("Our reason", timeout=PATIENCE)
        assert complaints(one) + complaints(other) == []


def test_a_product_may_go_and_come_back(shown: Running, browser: Browser) -> None:
    """An archived product is named in a sentence; once it is back, its page is, too."""
    aside = shown.root / "aside"
    with visiting(browser, shown.home) as visit:
        page = visit.open(shown.page("index"))
        shown.folder.rename(aside)
        expect(banner(page)).to_contain_text("There is no product 'coursecraft'", timeout=PATIENCE)
        aside.rename(shown.folder)
        expect(banner(page)).to_have_count(0, timeout=PATIENCE)
        expect(page.locator(".pb-article h1")).to_be_visible(timeout=PATIENCE)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_banner_can_be_read_by_everybody(shown: Running, browser: Browser, theme: str, width: int) -> None:
    """Axe finds nothing, and nothing scrolls sideways."""
    mission = shown.folder / "mission.yml"
    with visiting(browser, shown.home, theme, width) as visit:
        page = visit.open(shown.page("mission"))
        save(mission, mission.read_text() + f"{theme}-{width}: typo\n" + "a" * 200 + ": x\n")
        expect(banner(page)).to_contain_text(f"{theme}-{width}: unknown", timeout=PATIENCE)
        assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
