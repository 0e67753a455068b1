"""The sites that these tests look at, built once, and the browser that looks."""

import datetime as dt
import functools
import http.server
import json
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock
from hostile_product import write_hostile_product
from playwright.sync_api import Browser, sync_playwright

from purposebook.publishing.build import build
from purposebook.storage.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 11, 1)
CHAPTERS = ("index", "mission", "objectives", "personas", "metrics")


@dataclass(frozen=True)
class Sites:
    """Hold the folder of the sites, and the texts of the hostile product by their marks."""

    out: Path
    texts: dict[str, str]

    def pages(self, product: str) -> tuple[Path, ...]:
        """Return the pages of one product, its search page last."""
        return tuple(self.out / product / f"{page}.html" for page in (*CHAPTERS, "search"))

    def every_page(self) -> tuple[Path, ...]:
        """Return every page, the portfolio and the page of the broken product included."""
        return tuple(sorted(self.out.rglob("*.html")))


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Build the examples beside a hostile and a broken product, once for all workers of a test run."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base  # workers have a folder each in that of the run
    shared = Path(os.environ.get("PURPOSEBOOK_SITES", shared))  # sites of an earlier run, while a test is written
    with FileLock(shared / "sites.lock"):
        if not (shared / "texts.json").is_file():
            texts = _build(shared)
            (shared / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    return Sites(shared / "site", json.loads((shared / "texts.json").read_text(encoding="utf-8")))


def _build(shared: Path) -> dict[str, str]:
    """Build everything below `shared`."""
    data = shared / "data"
    for example in ("coursecraft", "first-steps"):
        shutil.copytree(ROOT / "data" / example, data / example)
    texts = write_hostile_product(data / "hostile")
    (data / "broken").mkdir()
    (data / "broken" / "product.yml").write_text("name: Broken\n<script>alert(1)</script>: x\n", encoding="utf-8")
    space = Workspace(ROOT, data)
    result = build(space, space.products(), shared / "site", DAY)
    assert [failure.product for failure in result.failed] == ["broken"], result.failed
    return texts


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start a real Chromium once."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield started
        started.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serve files without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal clean."""


@pytest.fixture(scope="session")
def address(sites: Sites) -> Iterator[str]:
    """Serve the sites on this machine."""
    handler = functools.partial(Quiet, directory=str(sites.out))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
