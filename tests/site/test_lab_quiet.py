"""Nothing of JupyterLab's own comes between a team and its chapter."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from labs import DIALOGS, PATIENCE, Served, element_of, opened, serving
from playwright.sync_api import Browser, Page, expect

pytest.importorskip("jupyterlab")
pytestmark = pytest.mark.slow

PLACES = ("body", ".jp-Notebook", ".jp-MarkdownCell", ".jp-CodeCell", ".pb-form-whole textarea", ".pb-form-save")
"""Where the focus can be: nowhere, in the prose, in a field, on a button."""
PRESS_ALL = """(place) => {
  const app = window.jupyterapp, ran = [], named = {
    Enter: 13, Escape: 27, ArrowUp: 38, ArrowDown: 40, ArrowLeft: 37, ArrowRight: 39, Tab: 9, Home: 36, End: 35,
    PageUp: 33, PageDown: 34, Delete: 46, Backspace: 8, Space: 32,
  };
  const target = document.querySelector(".pb-chapter " + place) || document.querySelector(place);
  app.commands.commandExecuted.connect((_, told) => ran.push(told.id));
  for (const binding of app.commands.keyBindings) for (const stroke of binding.keys) {
    const parts = stroke.split(" "), key = parts.at(-1);
    const code = named[key] || (/^F[0-9]+$/.test(key) ? 111 + Number(key.slice(1)) : key.toUpperCase().charCodeAt(0));
    const press = new KeyboardEvent("keydown", {
      key, keyCode: code, which: code, bubbles: true, cancelable: true, shiftKey: parts.includes("Shift"),
      ctrlKey: parts.includes("Ctrl") || parts.includes("Accel"), altKey: parts.includes("Alt"),
      metaKey: parts.includes("Cmd"),
    });
    target.dispatchEvent(press);
    if (press.defaultPrevented) ran.push(stroke + " was taken from the browser for " + binding.command);
  }
  return new Promise(done => setTimeout(() => done([app.commands.keyBindings.length, ran]), 1500));
}"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a small product's chapters."""
    with serving(tmp_path_factory.mktemp("quiet")) as served:
        yield served


@pytest.fixture(scope="module")
def page(lab: Served, browser: Browser) -> Iterator[Page]:
    """Open the mission, and note where the page stood in every frame until it had run."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(
        """window.stood = []; window.told = [];
        (function look() {
          const page = document.querySelector(".pb-chapter .jp-WindowedPanel-outer");
          const line = document.querySelector(".pb-progress");
          if (page) window.stood.push(page.scrollTop);
          if (line && window.told.at(-1) !== line.textContent) window.told.push(line.textContent);
          requestAnimationFrame(look);
        })();"""
    )
    yield opened(page, lab.mission)
    page.close()


def _state(page: Page) -> Any:
    """Return what a shortcut could have changed."""
    return page.evaluate(
        """() => { const panel = window.jupyterapp.shell.currentWidget; return [
          panel.content.widgets.length,
          panel.content.widgets.every(cell => cell.model.type !== "markdown" || cell.rendered),
          panel.content.widgets.map(cell => cell.model.sharedModel.getSource()).join(), panel.context.path,
          Array.from(window.jupyterapp.shell.widgets("main")).length, window.jupyterapp.shell.leftCollapsed]; }"""
    )


def test_the_page_stays_where_the_reader_is(page: Page) -> None:
    """While cells run, nothing moves; a line says how many exercises are ready, and goes."""
    assert set(page.evaluate("window.stood")) == {0}
    told = page.evaluate("window.told")
    exercises = page.locator(".pb-form-whole").count()
    assert told[0] == f"Preparing the exercises: 0 of {exercises} ready"
    assert len(told) >= min(3, exercises)
    assert page.locator(".pb-progress").count() == 0
    assert page.locator(DIALOGS).count() == 0


@pytest.mark.parametrize("place", PLACES)
def test_no_shortcut_of_jupyterlab_does_anything(page: Page, place: str) -> None:
    """Every registered key, pressed wherever the focus can be, runs no command and stays with the browser."""
    before = _state(page)
    bindings, ran = page.evaluate(PRESS_ALL, place)
    assert bindings > 100
    assert ran == []
    assert _state(page) == before
    assert page.locator(f"{DIALOGS}, #jp-left-stack:visible, .jp-SideBar:visible").count() == 0


@pytest.mark.parametrize(
    "keys", ["Control+b", "Control+Shift+c", "Control+Shift+f", "Control+s", "Alt+l", "d d", "a", "b", "x", "m"]
)
def test_real_keys_reach_no_cell(page: Page, keys: str) -> None:
    """The same with a real keyboard, after a click into the prose."""
    before = _state(page)
    page.locator(".jp-MarkdownCell p").first.click()
    for key in keys.split():
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert _state(page) == before
    assert page.locator(f"{DIALOGS}, #jp-left-stack:visible, .jp-SideBar:visible").count() == 0


def test_fields_take_every_key(page: Page) -> None:
    """Letters that are shortcuts elsewhere, copying, pasting and undoing work in a field."""
    field = element_of(page, "Save mission").get_by_label("Purpose", exact=True)
    before = field.input_value()
    field.fill("")
    field.press_sequentially("dd axb m")
    field.press("Control+a")
    field.press("Control+c")
    field.press("End")
    field.press("Control+v")
    assert field.input_value() == "dd axb mdd axb m"
    field.fill(before)


def test_what_is_typed_and_pressed_reaches_the_kernel_in_turn(page: Page) -> None:
    """No widget has a thread of its own in the kernel: a click never overtakes the text that was typed before it."""
    assert page.evaluate("window.jupyterapp.serviceManager.kernels.commsOverSubshells") == "disabled"
    kernel = "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel"
    assert page.evaluate(f"{kernel}.requestListSubshell({{}}).done.then(reply => reply.content.subshell_id)") == []


def test_a_double_click_selects_a_word_and_opens_nothing(page: Page) -> None:
    """Prose stays prose."""
    before = _state(page)
    page.locator(".jp-MarkdownCell p").nth(3).dblclick()
    assert page.evaluate("getSelection().toString().trim()")
    assert _state(page) == before
    assert page.locator(".cm-editor:visible").count() == 0


def test_a_right_click_offers_the_browsers_own_menu(page: Page) -> None:
    """No menu offers to cut or to merge cells."""
    page.evaluate(
        """window.taken = null;
        addEventListener("contextmenu", event => setTimeout(() => window.taken = event.defaultPrevented));"""
    )
    page.locator(".jp-MarkdownCell p").nth(3).click(button="right")
    page.wait_for_function("window.taken !== null")
    assert page.evaluate("window.taken") is False
    assert page.locator(".lm-Menu").count() == 0


def test_two_tabs_on_one_chapter_never_ask_which_file_should_stay(lab: Served, page: Page, browser: Browser) -> None:
    """Both tabs fill in the same chapter, both are told to save it, and the file changes meanwhile: nobody is asked."""
    other = opened(browser.new_page(), lab.mission)
    for number, tab in enumerate((page, other, page, other)):
        field = element_of(tab, "Save mission").get_by_label("Tagline", exact=True)
        field.fill(f"Line {number}")
        notebook = lab.product.parents[1] / ".purposebook" / "circle" / "mission.ipynb"
        notebook.write_text(notebook.read_text().rstrip("\n") + "\n" * (number + 2))
        tab.keyboard.press("Control+s")
        tab.wait_for_timeout(500)
        assert tab.locator(DIALOGS).count() == 0
        assert tab.evaluate("window.jupyterapp.shell.currentWidget.context.model.dirty") is False
    other.close(run_before_unload=True)
    time.sleep(0.5)
    assert other.is_closed()


def test_a_chapter_is_left_without_a_question(page: Page) -> None:
    """What is typed is kept by the form; the browser asks nothing when the page is left."""
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Personas").first.click()
    expect(page.get_by_role("button", name="Save personas")).to_be_visible(timeout=PATIENCE)
    page.reload()
    page.wait_for_selector(".pb-chapter.pb-ready", timeout=PATIENCE)
    assert asked == []
    assert page.locator(DIALOGS).count() == 0
