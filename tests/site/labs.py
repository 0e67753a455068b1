"""A JupyterLab with a small product's chapters, and what a page of it can be asked."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page
from test_jupyterlab import PATIENCE, _address, _wait_until, _workspace

from purposebook.publishing.open_lab import command, environment, open_product
from purposebook.storage.workspace import Workspace

__all__ = ["PATIENCE", "Served", "element_of", "opened", "serving", "wait_until"]
wait_until = _wait_until

DIALOGS = ".jp-Dialog, .lm-Menu, .jp-FileConflict"


@dataclass(frozen=True)
class Served:
    """Know a running JupyterLab and the product that it shows."""

    mission: str
    """Where the mission is served, with the token."""
    product: Path

    def address(self, chapter: str) -> str:
        """Return where a chapter is served."""
        return self.mission.replace("mission.ipynb", f"{chapter}.ipynb")


@contextmanager
def serving(root: Path) -> Iterator[Served]:
    """Serve a small product's chapters, with `jupyterapp` in reach of the tests."""
    product = _workspace(root)
    notebook = open_product(Workspace.find(root), "circle", "mission", launch=False)
    options = ("--no-browser", "--ServerApp.port=0", "--LabApp.expose_app_in_browser=True")
    server = subprocess.Popen(
        command(notebook, *options), env=environment(notebook.parent),
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield Served(_address(server, notebook), product)
    finally:
        server.terminate()
        server.wait(timeout=30)


def opened(page: Page, address: str) -> Page:
    """Open a chapter and wait until it has run to its end."""
    page.goto(address)
    page.wait_for_selector(".pb-chapter.pb-ready", timeout=PATIENCE)
    return page


def element_of(page: Page, button: str) -> Locator:
    """Return the form with this button."""
    return page.locator(".pb-form-whole", has=page.get_by_role("button", name=button, exact=True))
