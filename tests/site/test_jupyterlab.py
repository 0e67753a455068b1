"""A team works on its mission in the real JupyterLab, driven in a real browser."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from purposebook.publishing.open_lab import command, environment, open_product
from purposebook.storage.workspace import Workspace

pytest.importorskip("jupyterlab")

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "notebook" / "forms" / "full"
HOSTILE = "<img src=x onerror=window.ran=1> $5 to $10"
PATIENCE = 60_000
"""Milliseconds in which a kernel starts on a busy machine."""

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Lab:
    """Know a running JupyterLab and the product that it shows."""

    address: str
    product: Path


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Serve a small product's chapters; nothing runs any more afterwards."""
    root = tmp_path_factory.mktemp("workspace")
    product = _workspace(root)
    personas = product / "personas.yml"
    personas.write_text(personas.read_text().replace("name: Librarian", f"name: {HOSTILE}"))
    notebook = open_product(Workspace.find(root), "circle", "mission", launch=False)
    server = subprocess.Popen(
        command(notebook, "--no-browser", "--ServerApp.port=0"), env=environment(notebook.parent),
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield Lab(_address(server, notebook), product)
    finally:
        server.terminate()
        server.wait(timeout=30)
    _wait_until(lambda: not _still_running(str(root)), "every process ends with the server")


def _workspace(root: Path) -> Path:
    """Fill a folder with the book and one small product; return the product's folder."""
    for name in ("_config.yml", "_toc.yml"):
        shutil.copy(ROOT / name, root)
    shutil.copytree(ROOT / "chapters", root / "chapters")
    return Path(shutil.copytree(SMALL, root / "data" / "circle"))


def _address(server: subprocess.Popen[bytes], notebook: Path) -> str:
    """Return where the chapter is served, with the token that the server made up."""
    told = notebook.parent / ".jupyter" / "runtime" / f"jpserver-{server.pid}.json"
    _wait_until(lambda: told.is_file() and told.read_text().endswith("}"), "the server starts")
    known = json.loads(told.read_text())
    assert known["hostname"] == "127.0.0.1"
    assert known["token"]
    return f"{known['url']}doc/tree/{notebook.name}?token={known['token']}"


def _answers(runtime: Path) -> bool:
    """Tell whether the server whose state stands in this folder takes connections."""
    try:
        known = json.loads(next(runtime.glob("jpserver-*.json")).read_text())
        with urlopen(f"{known['url']}api?token={known['token']}", timeout=5) as answer:  # noqa: S310 - our own server
            return bool(answer.status == 200)
    except (OSError, KeyError, ValueError):
        return False


def _wait_until(holds: object, what: str) -> None:
    """Wait for something that a file or the list of processes tells."""
    end = time.monotonic() + PATIENCE / 1000
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < end, f"not in time: {what}"
        time.sleep(0.05)


def _still_running(mark: str) -> list[str]:
    """Return the command lines of processes, other than our own, that name a folder; where the system lists them."""
    found = []
    for place in Path("/proc").glob("[0-9]*/cmdline") if Path("/proc").is_dir() else ():
        try:
            line = place.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if mark in line and place.parent.name != str(os.getpid()):
            found.append(line)
    return found


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Hold the address of every request."""
    return []


@pytest.fixture(scope="module")
def page(lab: Lab, browser: Browser, asked: list[str]) -> Iterator[Page]:
    """Open the chapter in a browser."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(lab.address)
    ready(opened)
    yield opened
    opened.close()


def _is_outside(address: str) -> bool:
    """Tell whether a request leaves this machine."""
    parts = urlsplit(address)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1"


def ready(page: Page) -> None:
    """Wait until the chapter has run to its end, by itself."""
    page.wait_for_selector(".pb-chapter.pb-ready", timeout=PATIENCE)
    expect(page.get_by_role("button", name="Save rightful claim")).to_be_attached(timeout=PATIENCE)


def form(page: Page, button: str) -> Locator:
    """Return the form with this button."""
    return page.locator(".pb-form-whole", has=page.get_by_role("button", name=button, exact=True))


def below(form: Locator) -> Locator:
    """Return what stands under a form."""
    return form.locator("xpath=ancestor::div[contains(@class,'jp-CodeCell')]/following-sibling::div[1]")


def test_no_code_is_seen(page: Page) -> None:
    """The team sees prose and forms, no cell, no prompt, no menu of a notebook."""
    assert page.locator(".jp-CodeCell .jp-InputArea:visible, .jp-InputPrompt:visible, .cm-editor:visible").count() == 0
    assert "open_chapter" not in page.locator("body").inner_text()
    assert page.locator("#jp-menu-panel:visible, .jp-NotebookPanel-toolbar:visible").count() == 0
    assert page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop") == 0


def test_a_mission_is_saved_and_the_findings_follow(page: Page, lab: Lab) -> None:
    """Press 'Save mission': the file holds the change with its comments, and the page below changes in place."""
    statement = form(page, "Save mission")
    findings = below(statement)
    before = findings.inner_text()
    statement.get_by_label("Mission", exact=True).fill("Books that come to you.")
    expect(statement.get_by_text("Not saved yet: 1")).to_be_visible()
    statement.get_by_role("button", name="Save mission").click()
    expect(statement.get_by_text("Saved at ")).to_be_visible(timeout=PATIENCE)
    text = (lab.product / "mission.yml").read_text()
    assert "mission: Books that come to you." in text
    assert "# Written on the first evening." in text
    assert "# the promise" in text
    expect(findings).not_to_have_text(before, timeout=PATIENCE)
    expect(findings).to_contain_text("tagline", ignore_case=True)


def test_what_is_wrong_is_told_beside_the_question(page: Page, lab: Lab) -> None:
    """A refused answer stays in its field, and the file as it was."""
    statement = form(page, "Save mission")
    before = (lab.product / "mission.yml").read_bytes()
    horizon = statement.get_by_label("Horizon", exact=True)
    horizon.fill("soon")
    statement.get_by_role("button", name="Save mission").click()
    expect(statement.get_by_text("Error: 'soon' is not written as it should be")).to_be_visible(timeout=PATIENCE)
    expect(horizon).to_have_value("soon")
    assert (lab.product / "mission.yml").read_bytes() == before
    horizon.fill("2031")
    expect(statement.get_by_text("Error:")).to_have_count(0)


def test_a_name_is_shown_as_text(page: Page) -> None:
    """Neither markup nor a formula in a team's text comes to life in a form."""
    statement = form(page, "Save mission")
    expect(statement.get_by_label("<img src=x onerror=window.ran=1> ＄5 to ＄10")).to_be_visible()
    assert page.evaluate("window.ran") is None
    assert statement.locator("img, mjx-container, .MathJax").count() == 0


def test_forms_are_accessible_and_fit_a_telephone(page: Page) -> None:
    """Neither wide nor narrow does a form break a rule of axe or run over the edge."""
    from axe_playwright_python.sync_playwright import Axe

    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, context=".pb-form-whole")
        assert found.violations_count == 0, found.generate_report()
        wide = "[...document.querySelectorAll('.pb-form-whole')].some(form => form.scrollWidth > form.clientWidth + 1)"
        assert not page.evaluate(wide)


def test_text_that_is_not_saved_survives_a_reload(page: Page) -> None:
    """Leaving the page loses nothing: the chapter runs again and the text is there."""
    form(page, "Save mission").get_by_label("Purpose", exact=True).fill("Half a sen")
    expect(form(page, "Save mission").get_by_text("Not saved yet: 1")).to_be_visible(timeout=PATIENCE)
    page.reload()
    ready(page)
    expect(form(page, "Save mission").get_by_label("Purpose", exact=True)).to_have_value("Half a sen")


def test_the_other_chapters_are_one_press_away(page: Page) -> None:
    """A link at the top opens the next chapter, which runs by itself too."""
    page.get_by_role("link", name="Personas").first.click()
    expect(page.get_by_role("button", name="Save personas")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="What they need").click()
    expect(page.get_by_role("button", name="Add a need")).to_be_visible(timeout=PATIENCE)
    page.get_by_label("Which persona?").select_option(label=f"2. {HOSTILE}")
    page.get_by_role("button", name="Remove this persona").click()
    expect(page.get_by_text(f"Remove {HOSTILE}?")).to_be_visible()
    assert page.evaluate("window.ran") is None
    assert page.locator(".pb-form-whole :is(img, mjx-container)").count() == 0


def test_nothing_left_this_machine(page: Page, asked: list[str]) -> None:
    """Neither JupyterLab nor a chapter asked anybody else for anything."""
    assert page.url.startswith("http://127.0.0.1:")
    assert asked
    assert [address for address in asked if _is_outside(address)] == []


@pytest.mark.skipif(os.name == "nt", reason="a terminal of Windows sends no SIGINT to a group")
def test_the_command_ends_with_ctrl_c(tmp_path: Path) -> None:
    """`purposebook open` serves until Ctrl-C, and takes JupyterLab with it."""
    _workspace(tmp_path)
    opened = subprocess.Popen(
        [sys.executable, "-m", "purposebook", "open", "circle", "--workspace", str(tmp_path)],
        env={**os.environ, "BROWSER": "true"}, start_new_session=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    runtime = tmp_path / ".purposebook" / "circle" / ".jupyter" / "runtime"
    try:
        _wait_until(lambda: list(runtime.glob("jpserver-*.json")), "the server starts")
        _wait_until(lambda: _answers(runtime), "the server answers")
        os.killpg(opened.pid, signal.SIGINT)
        _, said = opened.communicate(timeout=60)
    finally:
        opened.kill()
    assert (opened.returncode, "Traceback" in said) == (0, False), said
    _wait_until(lambda: not _still_running(str(tmp_path)), "every process ends with the command")
