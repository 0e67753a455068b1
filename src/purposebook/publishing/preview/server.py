"""Serve the pages to this machine only, behind an address that nobody can guess, with a script that reloads them."""

from __future__ import annotations

import contextlib
import functools
import http.server
import mimetypes
import secrets
from html import escape
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from purposebook.publishing.frame.policy import CONTENT_SECURITY_POLICY
from purposebook.publishing.preview.state import State
from purposebook.storage.shipped import shipped

HOST: Final = "127.0.0.1"
_OWN: Final = "-"
"""The folder of what the preview adds; no product has this name."""
_ADDED: Final = ("preview.js", "preview.css")
_HEARTBEAT: Final = 15.0
_OPEN_POLICY: Final = CONTENT_SECURITY_POLICY + "; connect-src 'self'"


class PreviewServer(http.server.ThreadingHTTPServer):
    """Serve one folder of sites."""

    daemon_threads = True

    def __init__(self, sites: Path, state: State, port: int = 0) -> None:
        self.token = secrets.token_urlsafe(18)
        self.state = state
        super().__init__((HOST, port), functools.partial(_Handler, sites.resolve()))

    def address(self, product: str) -> str:
        """Return where a product's pages are."""
        return f"http://{HOST}:{self.server_port}/{self.token}/{product}/index.html"

    def hosts(self) -> frozenset[str]:
        """Return the names under which a browser on this machine may call us."""
        return frozenset({f"{HOST}:{self.server_port}", f"localhost:{self.server_port}"})


class _Handler(http.server.BaseHTTPRequestHandler):
    """Answer one request."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def __init__(self, sites: Path, *rest: object) -> None:
        self._sites = sites
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a page, a file, or the stream of states."""
        origin = self.headers.get("Origin")
        known = self.server.hosts()
        if self.headers.get("Host") not in known or (origin and urlsplit(origin).netloc not in known):
            return self.send_error(HTTPStatus.FORBIDDEN)
        token, _, path = unquote(urlsplit(self.path).path).lstrip("/").partition("/")
        if not secrets.compare_digest(token.encode(), self.server.token.encode()):
            return self.send_error(HTTPStatus.NOT_FOUND)
        if path == f"{_OWN}/states":
            return self._send_states()
        return self._send_file(path)

    def _send_file(self, path: str) -> None:
        """Send a file of the sites, or one of ours."""
        own = path.removeprefix(f"{_OWN}/")
        file = shipped("templates", "report", own) if path != own and own in _ADDED else self._sites / (path or ".")
        file = file / "index.html" if file.is_dir() else file
        try:
            inside = own in _ADDED or file.resolve().is_relative_to(self._sites)
            data = file.read_bytes() if inside else None
        except (OSError, ValueError):
            data = None
        if data is None:
            return self.send_error(HTTPStatus.NOT_FOUND)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return self._send(kind, self._with_script(data) if kind == "text/html" else data)

    def _with_script(self, page: bytes) -> bytes:
        """Add the script that reloads a page, and let it ask us for states."""
        base = f"/{self.server.token}/{_OWN}"
        added = (
            f'<link rel="stylesheet" href="{base}/preview.css">'
            f'<script defer src="{base}/preview.js" data-states="{base}/states" '
            f'data-number="{self.server.state.number}"></script></head>'
        )
        strict, open_ = escape(CONTENT_SECURITY_POLICY).encode(), escape(_OPEN_POLICY).encode()
        return page.replace(strict, open_, 1).replace(b"</head>", added.encode(), 1)

    def _send(self, kind: str, data: bytes) -> None:
        """Send some bytes that no browser keeps."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        with contextlib.suppress(OSError):  # the browser has left
            self.wfile.write(data)

    def _send_states(self) -> None:
        """Send each new state as it comes, as a stream of events."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        seen = ""
        with contextlib.suppress(OSError):
            while (state := self.server.state.after(seen, _HEARTBEAT)) is not None:
                self.wfile.write(f"data: {state}\n\n".encode() if state != seen else b": still here\n\n")
                self.wfile.flush()
                seen = state

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for what matters, and addresses out of logs."""
