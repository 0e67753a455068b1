"""The preview's server gives its files to nobody but a browser on this machine that knows the address."""

from __future__ import annotations

import http.client
import os
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from purposebook.publishing.preview.server import PreviewServer
from purposebook.publishing.preview.state import State

WAYS_OUT = [
    *("..", "../secret.txt", "%2e%2e/secret.txt", "%2E%2E%2fsecret.txt", "a/../../secret.txt", "a/link.html"),
    *("/etc/passwd", "%2fetc/passwd", "a%00.html", "%00", "%ff%fe", "x" * 5000),
    *(".purposebook-lock", "a/.hidden", "b/index.html", "-/server.py", "a/pipe", "pipes", "pipes/"),
]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    """Serve one site beside things that nobody may get."""
    sites = tmp_path / "sites"
    for name in ("sites/a/index.html", "secret.txt", "sites/.purposebook-lock", "sites/a/.hidden"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<head></head>secret", encoding="utf-8")
    (sites / "a" / "link.html").symlink_to(tmp_path / "secret.txt")
    if hasattr(os, "mkfifo"):
        (sites / "pipes").mkdir()
        os.mkfifo(sites / "a" / "pipe")
        os.mkfifo(sites / "pipes" / "index.html")
    with PreviewServer(sites, State()) as made:
        threading.Thread(target=made.serve_forever, args=(0.02,), daemon=True).start()
        yield made
        made.shutdown()


def ask(server: PreviewServer, path: str, headers: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Ask for a path, just as it is written; return the answer's code and text."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", path, headers=dict(headers or {}))
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_whoever_knows_the_address_gets_the_page(server: PreviewServer) -> None:
    """The page comes with the script that reloads it."""
    code, text = ask(server, f"/{server.token}/a/index.html")
    assert code == 200
    assert f'src="/{server.token}/-/preview.js"' in text
    assert ask(server, f"/{server.token}/-/preview.js")[0] == 200
    assert ask(server, f"/{server.token}/a")[0] == 302
    assert ask(server, f"/{server.token}/a/")[0] == 200


@pytest.mark.parametrize("token", ["", "a", "guess", "%00", "x" * 24])
def test_a_wrong_token_finds_nothing(server: PreviewServer, token: str) -> None:
    """Without the secret there is no page, no script and no stream."""
    for path in ("a/index.html", "-/states", "-/preview.js"):
        assert ask(server, f"/{token}/{path}")[0] == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
def test_other_pages_are_refused(server: PreviewServer, headers: dict[str, str]) -> None:
    """A page from elsewhere, and one with a name that leads to this machine, gets nothing even with the token."""
    assert ask(server, f"/{server.token}/a/index.html", headers)[0] == 403
    assert ask(server, f"/{server.token}/-/states", headers)[0] == 403


def test_own_pages_are_served(server: PreviewServer) -> None:
    """Both names of this machine are good, as host and as origin."""
    for host in (f"127.0.0.1:{server.server_port}", f"localhost:{server.server_port}"):
        assert ask(server, f"/{server.token}/a/index.html", {"Host": host, "Origin": f"http://{host}"})[0] == 200


@pytest.mark.parametrize("way", WAYS_OUT)
def test_no_way_leads_out(server: PreviewServer, way: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither dots nor links nor odd bytes lead to a file outside, a hidden one, a pipe or one that is not there."""
    code, text = ask(server, f"/{server.token}/{way}")
    assert (code, "secret" in text) == (404, False)
    assert capfd.readouterr().err == ""
