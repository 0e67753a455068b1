"""Run `purposebook preview` as a team does, in a workspace of its own."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from playwright.sync_api import Locator, Page
from visits import Visit

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-01"
PATIENCE = 60_000
"""Milliseconds in which a busy machine makes new pages."""
BOOK = ("_config.yml", "_toc.yml")


@dataclass(frozen=True)
class Running:
    """Know a preview that runs, what it shows, and where."""

    process: psutil.Popen
    root: Path
    folder: Path
    address: str

    @property
    def home(self) -> str:
        """Return how every address of the preview begins."""
        return self.address.rsplit("/", 2)[0]

    def page(self, name: str) -> str:
        """Return the address of one of the product's pages."""
        return self.address.replace("index.html", f"{name}.html")

    def family(self) -> list[psutil.Process]:
        """Return the preview's process and all below it."""
        return [psutil.Process(self.process.pid), *self.process.children(recursive=True)]


def book(root: Path, *products: str) -> Path:
    """Make a workspace with the repository's book and some of its products."""
    for name in BOOK:
        root.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    shutil.copytree(ROOT / "chapters", root / "chapters")
    for product in products:
        shutil.copytree(ROOT / "data" / product, root / "data" / product)
    return root


def command(root: Path, product: str, *options: str) -> list[str]:
    """Return what somebody types to see a product."""
    return [sys.executable, "-m", "purposebook", "preview", product, "--workspace", str(root), *options]


@contextmanager
def previewing(root: Path, product: str) -> Iterator[Running]:
    """Run a preview until the end of the block; its words go to a file in the workspace."""
    said = root / "said.txt"
    with said.open("w", encoding="utf-8") as out:
        process = psutil.Popen(command(root, product, "--as-of", DAY), stdout=out, stderr=out)
    try:
        yield Running(process, root, root / "data" / product, _address(process, said))
    finally:
        if process.is_running():
            process.send_signal(signal.SIGINT)
        process.wait(30)


def _address(process: psutil.Popen, said: Path) -> str:
    """Wait until the preview tells its address."""
    for _ in range(1200):
        told = [line for line in said.read_text(encoding="utf-8").splitlines() if line.startswith("Open http")]
        if told:
            return told[0].removeprefix("Open ")
        try:
            code = process.wait(0.1)
        except psutil.TimeoutExpired:
            continue
        raise AssertionError(f"ended with {code}: {said.read_text(encoding='utf-8')}")
    raise AssertionError("no address")


def save(path: Path, text: str) -> None:
    """Save a file as editors do: aside, then renamed."""
    aside = path.with_name(f".{path.name}.new")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


def banner(page: Page) -> Locator:
    """Return what the preview says on a page."""
    return page.locator(".pb-preview")


def complaints(visit: Visit) -> list[str]:
    """Return what was noted about a page, but for what it no longer waited for when it made way for a newer one."""
    return [line for line in visit.wrong() if not line.startswith(f"failed: {visit.home}")]


def run(root: Path, product: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a preview that is expected to end by itself."""
    asked = command(root, product, *options)
    return subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60, stdin=subprocess.DEVNULL)
