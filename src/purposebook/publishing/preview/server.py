"""Serve the pages to this machine only, behind an address that nobody can guess, with a script that reloads them."""

from __future__ import annotations

import functools
import http.server
import mimetypes
import secrets
import socketserver
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

from markupsafe import escape

from purposebook.publishing.frame.policy import CONTENT_SECURITY_POLICY
from purposebook.publishing.preview.state import State
from purposebook.storage.shipped import shipped

HOST: Final = "127.0.0.1"
_OWN: Final = "-"
"""The folder of what the preview adds; no product has this name."""
_ADDED: Final = (f"{_OWN}/preview.js", f"{_OWN}/preview.css")
_STATES: Final = f"{_OWN}/states"
_HEARTBEAT: Final = 15.0
_PATIENCE: Final = 60.0
"""So many seconds a browser may keep a connection on which it says nothing."""
_STRICT: Final = str(escape(CONTENT_SECURITY_POLICY)).encode()
_OPEN: Final = str(escape(f"{CONTENT_SECURITY_POLICY}; connect-src 'self'")).encode()
_KINDS: Final = mimetypes.MimeTypes()
"""What endings mean, whatever this machine's own lists say."""
_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class PreviewServer(http.server.ThreadingHTTPServer):
    """Serve one folder of sites."""

    daemon_threads = True

    def __init__(self, sites: Path, state: State, port: int = 0) -> None:
        self.token = secrets.token_urlsafe(18)
        self.state = state
        super().__init__((HOST, port), functools.partial(_Handler, sites.resolve()))

    def server_bind(self) -> None:
        """Take the port without asking a name server what this machine is called, which can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that left in the middle of an answer."""

    def address(self, product: str) -> str:
        """Return where a product's pages are."""
        return f"http://{HOST}:{self.server_port}/{self.token}/{product}/index.html"

    def hosts(self) -> frozenset[str]:
        """Return the names under which a browser on this machine may call us."""
        return frozenset({f"{HOST}:{self.server_port}", f"localhost:{self.server_port}"})

    def knows(self, token: str) -> bool:
        """Tell whether somebody was given the address."""
        return secrets.compare_digest(token.encode("utf-8", "replace"), self.token.encode())


class _Handler(http.server.BaseHTTPRequestHandler):
    """Answer one request."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "Purposebook"
    sys_version = ""
    timeout = _PATIENCE

    def __init__(self, sites: Path, *rest: object) -> None:
        self._sites = sites
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a page, a file, or the stream of states."""
        if not self._from_here():
            return self.send_error(HTTPStatus.FORBIDDEN)
        token, _, path = unquote(self.path.partition("?")[0]).removeprefix("/").partition("/")
        if not self.server.knows(token):
            return self.send_error(HTTPStatus.NOT_FOUND)
        return self._send_states() if path == _STATES else self._send_file(path)

    def _from_here(self) -> bool:
        """Tell whether whoever asks used our own address, and is not a page from elsewhere."""
        origin, hosts = self.headers.get("Origin"), self.server.hosts()
        return self.headers.get("Host") in hosts and (origin is None or origin in {f"http://{host}" for host in hosts})

    def _send_file(self, path: str) -> None:
        """Send a file of the sites, or one of ours."""
        number = self.server.state.number  # before the page is read, or a newer one could pass for this
        try:
            file = _found(self._sites, path)
            data = file.read_bytes() if file else None
        except (OSError, ValueError):
            file = data = None
        if file is None or data is None:
            return self.send_error(HTTPStatus.NOT_FOUND)
        if file.name == "index.html" and not path.endswith("index.html") and not path.endswith("/") and path:
            return self._lead_to(f"/{self.server.token}/{path}/")
        kind = _KINDS.guess_type(file.name)[0] or "application/octet-stream"
        return self._send(kind, self._with_script(data, number) if kind == "text/html" else data)

    def _with_script(self, page: bytes, number: int) -> bytes:
        """Add the script that reloads a page, and let it ask us for states."""
        base = f"/{self.server.token}/{_OWN}"
        added = (
            f'<link rel="stylesheet" href="{base}/preview.css">'
            f'<script defer src="{base}/preview.js" data-states="{base}/states" data-number="{number}"></script></head>'
        )
        return page.replace(_STRICT, _OPEN, 1).replace(b"</head>", added.encode(), 1)

    def _lead_to(self, address: str) -> None:
        """Send a browser to the address from which a page's links are right."""
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(address))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, kind: str, data: bytes) -> None:
        """Send some bytes that no browser keeps."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _send_states(self) -> None:
        """Send each new state as it comes, as a stream of events; the last one says that no more will come."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        seen = ""
        while (state := self.server.state.after(seen, _HEARTBEAT)) is not None:
            self.wfile.write(f"data: {state}\n\n".encode() if state != seen else b": still here\n\n")
            seen = state
        self.wfile.write(b"event: end\ndata: {}\n\n")

    def end_headers(self) -> None:
        """Add what every answer says."""
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for what matters, and addresses out of logs."""


def _found(sites: Path, path: str) -> Path | None:
    """Return the file of a path: one that we add, or a plain one of the sites, not hidden and inside."""
    if path in _ADDED:
        return shipped("templates", "report", Path(path).name)
    if any(part.startswith(".") for part in path.split("/")):
        return None
    file = sites / path
    file = file / "index.html" if file.is_dir() else file
    return file if file.is_file() and file.resolve().is_relative_to(sites) else None
