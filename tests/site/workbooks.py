"""Run `purposebook open` as a team does, and end its parts as life does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

import psutil
from playwright.sync_api import Locator, Page, expect

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "notebook" / "forms" / "full"
PATIENCE = 240_000
"""Milliseconds in which a kernel starts on a busy machine."""

WATCH = """
window.seen = [];
window.covered = false;
let last = {}, typed = false;
addEventListener("input", () => { if (!typed) { typed = true; last = {}; window.seen.length = 0; } }, true);
const look = () => {
  window.covered = window.covered || document.querySelector(".jp-Dialog") !== null;
  for (const state of document.querySelectorAll(".pb-form-whole .pb-form-state")) {
    const form = state.closest(".pb-form-whole").querySelector(".pb-form-save").textContent;
    if (!state.checkVisibility() || !state.innerText || last[form] === state.innerText) continue;
    last[form] = state.innerText;
    window.seen.push(form + ": " + state.innerText);
  }
  requestAnimationFrame(look);
};
look();
"""
"""Note what the state line of a form says from the first input on, and each dialog, in every frame that is drawn."""


@dataclass
class Workbook:
    """Know a product in a workspace of its own, and the JupyterLab that serves it now."""

    root: Path
    command: psutil.Popen | None = None
    known: dict[str, object] = field(default_factory=dict)

    @property
    def product(self) -> Path:
        """Return the product's folder."""
        return self.root / "data" / "circle"

    @property
    def server(self) -> psutil.Process:
        """Return the process of JupyterLab."""
        return psutil.Process(int(str(self.known["pid"])))

    @property
    def kernel(self) -> psutil.Process:
        """Return the process of the kernel that a page talks with; others may be newer."""
        with urlopen(f"{self.known['url']}api/kernels?token={self.known['token']}", timeout=5) as answer:  # noqa: S310 - our own server
            kernels = json.load(answer)
        asked = max(kernels, key=lambda kernel: (kernel["connections"], kernel["last_activity"]))
        return next(child for child in self.server.children() if asked["id"] in " ".join(child.cmdline()))

    def address(self, chapter: str = "mission") -> str:
        """Return where a chapter is served, with the token."""
        return f"{self.known['url']}doc/tree/{chapter}.ipynb?token={self.known['token']}"

    def start(self) -> None:
        """Run the command until its server answers."""
        self.command = psutil.Popen(
            [sys.executable, "-m", "purposebook", "open", "circle", "--workspace", str(self.root)],
            env={**os.environ, "BROWSER": "true"}, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        wait_until(self.answers, "the server answers")

    def choose(self, theme: str) -> None:
        """Choose the colours of JupyterLab."""
        settings = (
            self.root / ".purposebook" / "circle" / ".jupyter" / "settings" / "@jupyterlab" / "apputils-extension"
        )
        settings.mkdir(parents=True, exist_ok=True)
        (settings / "themes.jupyterlab-settings").write_text(json.dumps({"theme": theme}))

    def answers(self) -> bool:
        """Tell whether the command's own server takes connections."""
        assert self.command
        for child in self.command.children():
            told = self.root / ".purposebook" / "circle" / ".jupyter" / "runtime" / f"jpserver-{child.pid}.json"
            try:
                self.known = json.loads(told.read_text())
                with urlopen(f"{self.known['url']}api?token={self.known['token']}", timeout=5) as answer:  # noqa: S310 - our own server
                    return bool(answer.status == 200)
            except (OSError, ValueError):
                continue
        return False

    def end(self) -> None:
        """End every process that is left."""
        if self.command and self.command.is_running():
            left = [*self.command.children(recursive=True), self.command]
            for process in left:
                process.kill()
            psutil.wait_procs(left, timeout=30)

    def restart(self) -> None:
        """Run the command again, as the page advises."""
        self.end()
        self.start()


@contextmanager
def opened(root: Path) -> Iterator[Workbook]:
    """Open a small product in JupyterLab until the end of the block."""
    for name in ("_config.yml", "_toc.yml"):
        shutil.copy(ROOT / name, root)
    shutil.copytree(ROOT / "chapters", root / "chapters")
    shutil.copytree(SMALL, root / "data" / "circle")
    workbook = Workbook(root)
    try:
        workbook.start()
        yield workbook
    finally:
        workbook.end()


def wait_until(holds: Callable[[], bool], what: str, seconds: float = PATIENCE / 1000) -> None:
    """Wait for something that a file or the list of processes tells."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"not in time: {what}"
        time.sleep(0.05)


def ready(page: Page) -> Page:
    """Wait until the chapter has run to its end, and watch what its forms say."""
    page.wait_for_selector(".pb-chapter.pb-ready", timeout=PATIENCE)
    expect(page.locator(".pb-form-whole .pb-form-save").first).to_be_attached(timeout=PATIENCE)
    expect(page.locator(".pb-form-whole .pb-form-gone")).to_have_count(0, timeout=PATIENCE)
    page.evaluate(WATCH)
    return page


def form(page: Page, button: str = "Save mission") -> Locator:
    """Return the form with this button."""
    return page.locator(".pb-form-whole", has=page.locator(".pb-form-save", has_text=button))


def state(form: Locator) -> Locator:
    """Return the line that says how a form stands."""
    return form.locator(".pb-form-state:visible")


def said(page: Page, button: str = "Save mission") -> list[str]:
    """Return what the state line of a form has said since the last question, and begin anew."""
    seen: list[str] = page.evaluate("window.seen.splice(0)")
    return [line.partition(": ")[2] for line in seen if line.startswith(f"{button}: ")]


def kept(page: Page) -> list[str]:
    """Return what the browser keeps."""
    found: list[str] = page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('purposebook-form:'))")
    return found
