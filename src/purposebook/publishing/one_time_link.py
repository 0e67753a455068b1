"""A link that leads to an address once.

A browser's command line can be read by everybody on the machine, and a page on the disk by no browser that is kept in a
box of its own. So the browser is given a link that is worth nothing after its first use.
"""

from __future__ import annotations

import secrets
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


class OneTimeLink:
    """Lead the first visitor on, and nobody else."""

    def __init__(self, target: str) -> None:
        self.used = threading.Event()
        path = f"/{secrets.token_urlsafe(24)}"
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(path, target, self.used))
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}{path}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(path: str, target: str, used: threading.Event) -> type[BaseHTTPRequestHandler]:
    """Return what answers requests: once with the target, otherwise with nothing."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with lock:
                right = secrets.compare_digest(self.path.encode(), path.encode()) and not used.is_set()
                self.send_response(302 if right else 404)
                if right:
                    self.send_header("Location", target)
                self.send_header("Cache-Control", "no-store")
                self.send_header("Content-Length", "0")
                self.end_headers()
                if right:
                    used.set()

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing: the terminal is for our sentences."""

    return Handler
