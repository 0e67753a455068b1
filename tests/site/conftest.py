"""The sites that these tests look at, built once, and the browser that looks."""

import functools
import http.server
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from published_sites import Sites, build_sites


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Build the examples beside a hostile and a broken product, once for all workers of a test run."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base  # workers have a folder each in that of the run
    shared = Path(os.environ.get("PURPOSEBOOK_SITES", shared))  # sites of an earlier run, while a test is written
    with FileLock(shared / "sites.lock"):
        if not (shared / "texts.json").is_file():
            texts = build_sites(shared)
            (shared / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    return Sites(shared / "site", json.loads((shared / "texts.json").read_text(encoding="utf-8")))


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
