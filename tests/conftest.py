"""What tests of every layer share: the scripts, a real browser, and a garbage collector that leaves tests alone."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

sys.path.append(str(Path(__file__).resolve().parents[1] / "scripts"))  # they are no package
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
