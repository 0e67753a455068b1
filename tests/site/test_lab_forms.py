"""Forms in a real browser: errors that lead to their fields, days that exist, lists that are fresh."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from labs import PATIENCE, Served, element_of, opened, serving
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

pytest.importorskip("jupyterlab")
pytestmark = pytest.mark.slow

FOCUSED = "element => element === document.activeElement"


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a small product's chapters."""
    with serving(tmp_path_factory.mktemp("forms")) as served:
        yield served


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """Open one window, in which a team has several tabs."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture(scope="module")
def mission(lab: Served, window: BrowserContext) -> Page:
    """Open the mission."""
    return opened(window.new_page(), lab.mission)


@pytest.fixture(scope="module")
def personas(lab: Served, window: BrowserContext) -> Page:
    """Open the personas in a second tab."""
    return opened(window.new_page(), lab.address("personas"))


def _has_focus(element: Locator) -> None:
    """Wait until an element has the focus."""
    expect(element).to_be_focused(timeout=PATIENCE)


def _add_persona(personas: Page, name: str) -> None:
    """Add a persona and save it."""
    form = element_of(personas, "Save personas")
    form.get_by_role("button", name="Add a persona").click()
    expect(form.get_by_label("Name", exact=True)).to_have_value("", timeout=PATIENCE)
    form.get_by_label("Name", exact=True).fill(name)
    form.get_by_role("button", name="Save personas").click()
    expect(form.locator(".pb-form-state:visible")).to_contain_text("Saved", timeout=PATIENCE)


def _shown_again(page: Page) -> None:
    """Come back to a tab; without a screen nothing else tells a page that it is looked at again."""
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")


def test_a_failed_save_leads_to_its_fields(mission: Page) -> None:
    """The summary takes the focus; each line of it is a link that puts the cursor into its field."""
    form = element_of(mission, "Save mission")
    horizon = form.get_by_label("Horizon", exact=True)
    tagline = form.get_by_label("Tagline", exact=True)
    before = horizon.input_value(), tagline.input_value()
    horizon.fill("soon")
    tagline.fill("x" * 501)
    form.get_by_role("button", name="Save mission").click()
    summary = form.get_by_role("alert")
    _has_focus(summary)
    expect(summary.get_by_role("heading")).to_have_text("Not saved. Please correct this first:")
    for field, link in ((horizon, "Vision, Horizon: "), (tagline, "Tagline: ")):
        summary.get_by_role("link", name=re.compile(f"^{link}")).press("Enter")
        _has_focus(field)
    horizon.fill(before[0])
    tagline.fill(before[1])


def test_a_field_is_described_by_its_hint_and_its_error(mission: Page) -> None:
    """A screen reader hears what is wrong with the field, and hears it no more once it is right."""
    form = element_of(mission, "Save mission")
    field = form.get_by_label("Horizon", exact=True)
    before = field.input_value()
    expect(field).not_to_have_attribute("aria-invalid", "true")
    field.fill("later")
    form.get_by_role("button", name="Save mission").click()
    expect(field).to_have_attribute("aria-invalid", "true", timeout=PATIENCE)
    expect(field).to_have_accessible_description(re.compile("by which it should be so.*Error: 'later' is not written"))
    expect(form.locator(".pb-form-state:visible")).to_have_attribute("role", "status")
    field.fill(before)
    expect(field).not_to_have_attribute("aria-invalid", "true", timeout=PATIENCE)
    expect(field).to_have_accessible_description(re.compile("by which it should be so.$"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31.02.2026", "31 February 2026 does not exist"),
        ("2026-02-30", "30 February 2026 does not exist"),
        ("2026-02", "This is not a complete date"),
    ],
)
def test_a_day_that_is_typed_and_does_not_exist_is_an_error(personas: Page, typed: str, said: str) -> None:
    """The keyboard writes it, the field keeps it, and nothing says that it is saved."""
    personas.bring_to_front()
    form = element_of(personas, "Save personas")
    day = form.get_by_label("Refined", exact=True)
    before = day.input_value()
    day.fill("")
    day.press_sequentially(typed)
    form.get_by_role("button", name="Save personas").click()
    expect(form.locator(".pb-form-error", has_text=said)).to_be_visible(timeout=PATIENCE)
    expect(day).to_have_value(typed)
    expect(form.locator(".pb-form-state:visible")).to_contain_text("Not saved")
    form.get_by_role("link", name=re.compile(said)).click()
    _has_focus(day)
    day.fill(before)


def test_lists_are_fresh_when_a_tab_is_shown_again(mission: Page, personas: Page, lab: Served) -> None:
    """What was added in another tab can be chosen at once; half a sentence and its cursor stay."""
    mission.bring_to_front()
    form = element_of(mission, "Save mission")
    purpose = form.get_by_label("Purpose", exact=True)
    before = purpose.input_value()
    purpose.fill("Half a sen")
    purpose.press("Home")
    purpose.press("ArrowRight")
    scrolled = mission.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop")
    personas.bring_to_front()
    _add_persona(personas, "Uncle at sea")
    expect(form.get_by_label("Uncle at sea")).to_have_count(0)
    _shown_again(mission)
    expect(form.get_by_label("Uncle at sea")).to_be_visible(timeout=PATIENCE)
    assert mission.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop") == scrolled
    assert purpose.evaluate(FOCUSED)
    assert (purpose.input_value(), purpose.evaluate("field => field.selectionStart")) == ("Half a sen", 1)
    purpose.fill(before)
    assert (lab.product / "personas.yml").read_text().count("Uncle at sea") == 1


def test_an_open_list_stays_under_the_cursor(mission: Page, lab: Served) -> None:
    """Somebody who has the focus in a list while a file changes chooses what they saw."""
    mission.bring_to_front()
    form = element_of(mission, "Save rightful claim")
    box = element_of(mission, "Save mission").get_by_label("Librarian", exact=True)
    box.focus()
    file = lab.product / "personas.yml"
    file.write_text(file.read_text().replace("personas:\n", "personas:\n  - {id: aaa, name: First of all}\n", 1))
    _shown_again(mission)
    expect(element_of(mission, "Save mission").get_by_label("First of all")).to_be_visible(timeout=PATIENCE)
    assert box.evaluate(FOCUSED)
    mission.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(element_of(mission, "Save mission").get_by_label("First of all")).not_to_be_checked()
    mission.keyboard.press("Space")
    assert form.count() == 1


def test_lists_are_fresh_when_the_way_leads_back_to_a_chapter(mission: Page, lab: Served) -> None:
    """The same in one tab: over the links at the top to another chapter and back."""
    mission.bring_to_front()
    mission.get_by_role("link", name="Personas").first.click()
    mission.wait_for_selector(".pb-ready:visible >> text=Save personas", timeout=PATIENCE)
    file = lab.product / "personas.yml"
    file.write_text(file.read_text().replace("personas:\n", "personas:\n  - {id: zzz, name: Last of all}\n", 1))
    mission.locator(".jp-NotebookPanel:visible").get_by_role("link", name="Mission", exact=True).first.click()
    expect(element_of(mission, "Save mission").get_by_label("Last of all")).to_be_visible(timeout=PATIENCE)


@pytest.mark.parametrize("theme", ["Light", "Dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_forms_with_errors_break_no_rule(mission: Page, width: int, theme: str) -> None:
    """Neither wide nor narrow, neither light nor dark does axe find anything, and nothing runs over the edge."""
    mission.bring_to_front()
    mission.set_viewport_size({"width": width, "height": 900})
    mission.evaluate(
        "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", f"JupyterLab {theme}"
    )
    mission.wait_for_selector(f"body[data-jp-theme-light={str(theme == 'Light').lower()}]", state="attached")
    form = element_of(mission, "Save mission")
    form.get_by_label("Tagline", exact=True).fill("x" * 501)
    form.get_by_role("button", name="Save mission").click()
    expect(form.get_by_role("link")).to_have_count(1, timeout=PATIENCE)
    found = Axe().run(mission, context=".pb-form-whole")
    assert found.violations_count == 0, found.generate_report()
    assert form.evaluate("form => form.scrollWidth <= form.clientWidth + 1")
