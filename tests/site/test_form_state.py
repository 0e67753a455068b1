"""What a form says is true, and what somebody typed is kept, when the server or the kernel stops under it."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect
from workbooks import PATIENCE, Workbook, form, kept, opened, ready, said, state, wait_until

pytest.importorskip("jupyterlab")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="Windows knows neither SIGKILL nor SIGSTOP"),
]

ROUNDS = int(os.environ.get("PURPOSEBOOK_KILLS", "5"))
"""How often the workbook is stopped under a half-typed form; each way in turn."""
SLEEP = 60
"""Seconds that a server sleeps, and in a long run a kernel too."""
SOON = 20_000
"""Milliseconds in which a form notices that nobody answers, on a busy machine."""
TYPED = "Half a sentence about"
GONE = re.compile("nothing is being saved now")
STAYS = """() => {
  const line = document.querySelector(".pb-progress");
  if (line) line.after(line.cloneNode(true));
  return line !== null;
}"""
"""Keep a copy of the preparing line, which goes as soon as everything is ready."""

Way = Callable[[Workbook], None]
ENDS: dict[str, tuple[str, signal.Signals]] = {
    "server killed": ("server", signal.SIGKILL),
    "kernel killed": ("kernel", signal.SIGKILL),
    "server ended": ("server", signal.SIGTERM),
    "server asleep": ("server", signal.SIGSTOP),
    "kernel asleep": ("kernel", signal.SIGSTOP),
} if os.name != "nt" else {}  # fmt: skip
EACH = [(number, list(ENDS)[number % len(ENDS)]) for number in range(ROUNDS)] if ENDS else []


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    """Open a product; each test leaves it running."""
    with opened(tmp_path_factory.mktemp("workspace")) as found:
        yield found


@pytest.fixture
def page(workbook: Workbook, browser: Browser) -> Iterator[Page]:
    """Show the chapter of the mission in a browser that has kept nothing."""
    if not workbook.answers():  # an earlier test ended it and failed
        workbook.restart()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    shown = context.new_page()
    shown.goto(workbook.address())
    yield ready(shown)
    context.close()


def mission(workbook: Workbook) -> str:
    """Return what the file holds."""
    return (workbook.product / "mission.yml").read_text(encoding="utf-8")


def purpose(page: Page) -> str:
    """Return what stands in the question that the tests type into."""
    return form(page).get_by_label("Purpose", exact=True).input_value()


def type_half(page: Page, text: str) -> None:
    """Type without leaving the field."""
    field = form(page).get_by_label("Purpose", exact=True)
    field.fill("")
    field.press_sequentially(text, delay=15)


def again(workbook: Workbook, page: Page, how: str) -> None:
    """Do what the page advises."""
    if how != "kernel killed":
        workbook.restart()
    else:
        expect(form(page).get_by_role("button", name="Reload this page")).to_be_visible(timeout=PATIENCE)
    page.reload()
    ready(page)


def use(page: Page, button: str = "Save mission") -> None:
    """Take back what was typed."""
    form(page, button).get_by_role("button", name="Use it").click()
    expect(form(page, button).get_by_role("button", name="Use it")).to_be_hidden(timeout=PATIENCE)


@contextmanager
def asleep(process: psutil.Process) -> Iterator[None]:
    """Let a process do nothing for a while."""
    process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)


@pytest.mark.parametrize(("number", "how"), EACH)
def test_nothing_typed_is_lost_or_called_saved(workbook: Workbook, page: Page, number: int, how: str) -> None:
    """Stop the workbook under a half-typed form: the form says so, keeps the text and gives it back."""
    which, number_of_signal = ENDS[how]
    process: psutil.Process = getattr(workbook, which)
    text, before = f"{TYPED} run {number}", mission(workbook)
    type_half(page, text)
    process.send_signal(number_of_signal)
    page.keyboard.type(", and more")
    expect(state(form(page))).to_have_text(GONE, timeout=SOON)
    typed = purpose(page)
    assert typed.startswith(text)
    assert not form(page).get_by_label("Purpose", exact=True).is_editable()
    if number_of_signal == signal.SIGSTOP:  # a laptop that was closed: everything goes on
        time.sleep(SLEEP if which == "server" or len(ENDS) < ROUNDS else 8)
        process.send_signal(signal.SIGCONT)
        expect(form(page).get_by_label("Purpose", exact=True)).to_be_editable(timeout=PATIENCE)
    lines = said(page)
    assert lines[0].startswith("Not saved yet"), lines
    assert not [line for line in lines if line.startswith("Saved")], lines
    assert not page.evaluate("window.covered")
    if number_of_signal != signal.SIGSTOP:
        again(workbook, page, how)
        expect(form(page).get_by_text("You typed this before the workbook stopped")).to_be_visible(timeout=PATIENCE)
        use(page)
    expect(state(form(page))).to_have_text("Not saved yet: 1\u00a0change", timeout=PATIENCE)
    assert purpose(page) == typed
    assert mission(workbook) == before
    form(page).get_by_role("button", name="Save mission").click()
    expect(state(form(page))).to_have_text(re.compile(r"Saved at \d\d:\d\d\."), timeout=PATIENCE)
    assert typed in mission(workbook)
    wait_until(lambda: kept(page) == [], "the browser keeps nothing that is saved")


def test_two_forms_of_a_page_are_kept(workbook: Workbook, page: Page) -> None:
    """Each form offers its own text."""
    type_half(page, "A purpose nobody saved")
    other = form(page, "Save rightful claim").get_by_role("textbox").first
    other.press_sequentially("An asset nobody saved")
    workbook.server.kill()
    expect(state(form(page, "Save rightful claim"))).to_have_text(GONE, timeout=SOON)
    again(workbook, page, "server killed")
    expect(form(page).get_by_text("A purpose nobody saved")).to_be_visible(timeout=PATIENCE)
    expect(form(page, "Save rightful claim").locator(".pb-form-kept")).to_contain_text(
        "An asset nobody saved", timeout=PATIENCE
    )
    expect(form(page, "Save rightful claim").get_by_role("button", name="Use it")).to_be_visible(timeout=PATIENCE)
    use(page, "Save rightful claim")
    assert "An asset nobody saved" in other.input_value()


def test_what_is_discarded_is_forgotten(workbook: Workbook, page: Page) -> None:
    """Text that nobody wants is offered once."""
    before = purpose(page)
    type_half(page, "Nobody wants this")
    workbook.server.kill()
    expect(state(form(page))).to_have_text(GONE, timeout=SOON)
    again(workbook, page, "server killed")
    form(page).get_by_role("button", name="Discard").click()
    expect(form(page).get_by_text("Nobody wants this")).to_be_hidden(timeout=PATIENCE)
    assert purpose(page) == before
    wait_until(lambda: "Nobody wants" not in page.evaluate("JSON.stringify(localStorage)"), "the browser forgets it")


def test_newer_words_in_the_file_stay(workbook: Workbook, page: Page) -> None:
    """What somebody saved meanwhile is not overwritten: both are shown."""
    type_half(page, "Older words of mine")
    workbook.server.kill()
    expect(state(form(page))).to_have_text(GONE, timeout=SOON)
    text = re.sub(r"(?m)^purpose:.*$", "purpose: Newer words of theirs.", mission(workbook))
    (workbook.product / "mission.yml").write_text(text, encoding="utf-8")
    again(workbook, page, "server killed")
    expect(form(page).get_by_text("Older words of mine")).to_be_visible(timeout=PATIENCE)
    expect(form(page).get_by_role("button", name="Use it")).to_be_hidden()
    assert purpose(page) == "Newer words of theirs."
    form(page).get_by_role("button", name="Discard").click()
    expect(form(page).get_by_text("Older words of mine")).to_be_hidden(timeout=PATIENCE)
    assert mission(workbook) == text


def test_a_half_typed_item_is_kept(workbook: Workbook, page: Page) -> None:
    """A new item of a list, and one that has a name, come back with what was typed into them."""
    page.goto(workbook.address("personas"))
    ready(page)
    personas = form(page, "Save personas")
    first = personas.get_by_label("Name", exact=True).first
    first.press("End")
    first.press_sequentially(" far away")
    personas.get_by_role("button", name="Add a persona").click()
    name = personas.get_by_label("Name", exact=True).first
    expect(name).to_have_value("")
    with asleep(workbook.kernel):
        name.press_sequentially("Van dri")
        workbook.server.kill()
        expect(state(personas)).to_have_text(GONE, timeout=SOON)
    again(workbook, page, "server killed")
    expect(personas.get_by_text("Van dri", exact=True)).to_be_visible(timeout=PATIENCE)
    use(page, "Save personas")
    expect(state(personas)).to_have_text(re.compile("Not saved yet: 2"))
    options = personas.get_by_label("Which persona?").locator("option").all_inner_texts()
    assert [" ".join(option.split()) for option in options][::2] == ["1. Reader at home far away", "3. Van dri"]


def test_save_waits_for_the_words_before_it(workbook: Workbook, page: Page) -> None:
    """However slow the kernel is, a click on Save saves all that was typed before it."""
    type_half(page, "Typed slowly")
    expect(state(form(page))).to_have_text(re.compile("Not saved yet: "), timeout=PATIENCE)
    said(page)
    with asleep(workbook.kernel):
        page.keyboard.type(", then quickly to the end")
        form(page).get_by_role("button", name="Save mission").click()
    expect(state(form(page))).to_have_text(re.compile("Saved at"), timeout=PATIENCE)
    assert "Typed slowly, then quickly to the end" in mission(workbook)
    assert [line for line in said(page) if line.startswith("Saved")] == [state(form(page)).inner_text()]


def test_words_stay_with_their_item_when_another_is_picked(workbook: Workbook, page: Page) -> None:
    """However slow the kernel is, what was typed goes to the item that was shown, and the picked one is shown."""
    page.goto(workbook.address("personas"))
    ready(page)
    personas = form(page, "Save personas")
    name, pick = personas.get_by_label("Name", exact=True).first, personas.get_by_label("Which persona?")
    name.press("End")
    with asleep(workbook.kernel):
        name.press_sequentially(" on a hill", delay=10)
        pick.select_option(index=1)
    expect(name).to_have_value("Librarian", timeout=PATIENCE)
    pick.select_option(index=0)
    expect(name).to_have_value(re.compile("Reader at home.* on a hill"), timeout=PATIENCE)
    assert ["hill" in option for option in pick.locator("option").all_inner_texts()] == [True] + [False] * (
        pick.locator("option").count() - 1
    )


def test_two_tabs_keep_their_own_text(workbook: Workbook, page: Page) -> None:
    """What is saved in one tab does not take away what another one keeps."""
    other = page.context.new_page()
    other.goto(workbook.address())
    ready(other)
    type_half(page, "Typed in the first tab")
    form(other).get_by_label("Tagline", exact=True).fill("Typed in the second tab.")
    form(other).get_by_role("button", name="Save mission").click()
    expect(state(form(other))).to_have_text(re.compile("Saved at"), timeout=PATIENCE)
    workbook.server.kill()
    expect(state(form(page))).to_have_text(GONE, timeout=SOON)
    expect(state(form(other))).to_have_text(GONE, timeout=SOON)
    again(workbook, page, "server killed")
    expect(form(page).get_by_text("Typed in the first tab")).to_be_visible(timeout=PATIENCE)
    assert form(page).get_by_label("Tagline", exact=True).input_value() == "Typed in the second tab."


@pytest.mark.parametrize("delay", [0, 0.03, 0.1, 0.3])
def test_a_save_that_is_cut_short_loses_nothing(workbook: Workbook, page: Page, delay: float) -> None:
    """Kill the kernel in the middle of a save: the text stands in the file, or is offered."""
    text = f"Cut short after {delay} seconds"
    type_half(page, text)
    expect(state(form(page))).to_have_text(re.compile("Not saved yet: "), timeout=PATIENCE)
    said(page)
    form(page).get_by_role("button", name="Save mission").click()
    time.sleep(delay)
    workbook.kernel.kill()
    expect(form(page).get_by_role("button", name="Reload this page")).to_be_visible(timeout=PATIENCE)
    lines = said(page)
    assert lines[0] == "Saving …"
    is_saved = text in mission(workbook)
    assert is_saved or not [line for line in lines if line.startswith("Saved")]
    page.reload()
    ready(page)
    offer = form(page).locator(".pb-form-offer").get_by_text(text)
    expect(offer).to_be_visible(visible=not is_saved, timeout=PATIENCE)


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_a_form_is_accessible_however_it_stands(
    workbook: Workbook, browser: Browser, theme: str, tmp_path: Path
) -> None:
    """From the preparing line to the offer, no rule of axe is broken and nothing runs over the edge."""
    workbook.choose(theme)
    pictures = Path(os.environ.get("PURPOSEBOOK_PICTURES", tmp_path))
    page = browser.new_page()
    page.goto(workbook.address())
    page.wait_for_function(STAYS, timeout=PATIENCE)
    ready(page)
    look(page, pictures / f"{theme} preparing", ".pb-progress")
    page.locator(".pb-progress").evaluate("line => line.remove()")
    look(page, pictures / f"{theme} untouched")
    horizon = form(page).get_by_label("Horizon", exact=True)
    before = horizon.input_value()
    horizon.fill("soon")
    form(page).get_by_role("button", name="Save mission").click()
    expect(form(page).get_by_role("link")).to_have_count(1, timeout=PATIENCE)
    look(page, pictures / f"{theme} refused")
    horizon.fill(before)
    type_half(page, f"{TYPED} {theme}")
    expect(state(form(page))).to_have_text(re.compile("Not saved yet: "), timeout=PATIENCE)
    look(page, pictures / f"{theme} half")
    form(page).get_by_role("button", name="Save mission").click()
    expect(state(form(page))).to_have_text(re.compile("Saved at"), timeout=PATIENCE)
    look(page, pictures / f"{theme} saved")
    type_half(page, TYPED)
    workbook.kernel.kill()
    expect(form(page).get_by_role("button", name="Reload this page")).to_be_visible(timeout=PATIENCE)
    look(page, pictures / f"{theme} locked")
    page.reload()
    ready(page)
    expect(form(page).get_by_role("button", name="Use it")).to_be_visible(timeout=PATIENCE)
    look(page, pictures / f"{theme} offer")
    page.close()


def look(page: Page, picture: Path, part: str = ".pb-form-whole") -> None:
    """Ask axe about a part of the page at two widths, and keep a picture of each."""
    from axe_playwright_python.sync_playwright import Axe

    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 2400})
        page.screenshot(path=f"{picture} {width} page.png")
        page.locator(part).first.screenshot(path=f"{picture} {width}.png")
        found = Axe().run(page, context=part)
        assert found.violations_count == 0, found.generate_report()
        wide = "part => [...document.querySelectorAll(part)].some(form => form.scrollWidth > form.clientWidth + 1)"
        assert not page.evaluate(wide, part)
