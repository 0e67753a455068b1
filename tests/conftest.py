"""What tests of every layer share: one real browser, and a garbage collector that leaves the collected tests alone."""

import gc
import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = os.environ.get("PURPOSEBOOK_BROWSER") or shutil.which("chromium")


def pytest_collection_finish() -> None:
    """Set what is loaded apart: statsmodels asks for full collections, which would look at every test again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start a real Chromium once; Playwright refuses a second start in the same process."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()
