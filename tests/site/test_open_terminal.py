"""`purposebook open` in a real terminal: our sentences and nothing else."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
from test_jupyterlab import _still_running, _wait_until, _workspace

from purposebook.publishing.open_lab import port

pty = pytest.importorskip("pty")
pytest.importorskip("jupyterlab")
pytestmark = pytest.mark.slow

FOLLOW = "import sys, urllib.request; urllib.request.urlopen(sys.argv[1])"
"""A browser that shows nothing."""
IN_A_TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
NOISE = re.compile(r"Traceback|\[[A-Z] 20|ServerApp|y/\[n\]|Shutdown this|jupyter server", re.IGNORECASE)


@dataclass
class Terminal:
    """Know a command in a terminal of its own, and what it wrote there."""

    process: subprocess.Popen[bytes]
    root: Path
    written: Path

    @property
    def text(self) -> str:
        """Return what stands in the terminal."""
        return self.written.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")

    @property
    def private(self) -> Path:
        """Return where JupyterLab keeps its own files."""
        return self.root / ".purposebook" / "circle" / ".jupyter"

    def press_ctrl_c(self) -> int:
        """Press Ctrl+C; return the exit code."""
        assert self.process.stdin
        self.process.stdin.write(b"\x03")
        self.process.stdin.flush()
        return self.process.wait(timeout=60)

    def shows(self, words: str) -> None:
        """Wait until words stand in the terminal."""
        _wait_until(lambda: words in self.text, words)


@contextmanager
def terminal(root: Path, **variables: str) -> Iterator[Terminal]:
    """Open a product in a terminal."""
    _workspace(root)
    written = root / "terminal.txt"
    command = (sys.executable, "-m", "purposebook", "open", "circle", "--workspace", str(root))
    with written.open("wb") as screen:
        process = subprocess.Popen(
            (sys.executable, "-c", IN_A_TERMINAL, *command), start_new_session=True, env={**os.environ, **variables},
            stdin=subprocess.PIPE, stdout=screen, stderr=screen,
        )  # fmt: skip
    try:
        yield Terminal(process, root, written)
    finally:
        process.kill()
        process.wait()
    _wait_until(lambda: not _still_running(str(root)), "every process ends with the command")


def _follower(folder: Path) -> str:
    """Return a browser that follows the link."""
    script = folder / "follow.py"
    script.write_text(FOLLOW)
    return f"{sys.executable} {script} %s"


def _servers(private: Path) -> list[int]:
    """Return the processes of JupyterLab."""
    return [int(file.stem.removeprefix("jpserver-")) for file in (private / "runtime").glob("jpserver-*.json")]


def test_three_sentences_from_start_to_end(tmp_path: Path) -> None:
    """It opens, it is open, it stopped; no token anywhere, and Ctrl+C asks nothing."""
    with terminal(tmp_path, BROWSER=_follower(tmp_path)) as shown:
        shown.shows("Stop with Ctrl+C.")
        pressed = time.monotonic()
        assert shown.press_ctrl_c() == 0
        assert time.monotonic() - pressed < 15
        assert shown.text.replace("^C", "").splitlines() == [
            "Opening the chapters of Reading Circle ...",
            "The chapters of Reading Circle are open in your browser. Stop with Ctrl+C.",
            "Stopped. What you saved is in the product's files.",
        ]
        assert "token" not in (shown.private / "jupyterlab.log").read_text()
        assert not list(shown.private.glob("token-*"))


def test_without_a_browser_the_address_is_told(tmp_path: Path) -> None:
    """It works as it stands there; its token is in no log and on no command line."""
    with terminal(tmp_path, BROWSER="false") as shown:
        shown.shows("Stop with Ctrl+C.")
        (address,) = re.findall(r"http://127\.0\.0\.1:\d+/doc/tree/\w+\.ipynb\?token=\w+", shown.text)
        token = address.partition("token=")[2]
        with urlopen(address, timeout=20) as answer:  # noqa: S310 - our own server
            assert answer.status == 200
        assert not _still_running(token)
        assert token not in (shown.private / "jupyterlab.log").read_text()
        assert shown.press_ctrl_c() == 0
        assert not NOISE.search(shown.text)


def test_no_free_port_is_a_sentence(tmp_path: Path) -> None:
    """Somebody who cannot be served is told why, and what to do."""
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", port(tmp_path / ".purposebook" / "circle")))
        taken.listen()
        with terminal(tmp_path, BROWSER="false", JUPYTER_PORT_RETRIES="0") as shown:
            assert shown.process.wait(timeout=60) == 1
            assert "Every port that JupyterLab tries is in use." in shown.text
            assert not NOISE.search(shown.text)


def test_a_broken_jupyterlab_is_a_sentence(tmp_path: Path) -> None:
    """The log, which may be sent to somebody, is named; the terminal holds no traceback."""
    broken = tmp_path / "broken" / "jupyterlab"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("")
    (broken / "__main__.py").write_text("raise ImportError('half installed')\n")
    with terminal(tmp_path, BROWSER="false", PYTHONPATH=str(broken.parent)) as shown:
        assert shown.process.wait(timeout=60) == 1
        assert "JupyterLab did not start." in shown.text
        assert "jupyterlab.log" in shown.text
        assert not NOISE.search(shown.text)
        assert "half installed" in (shown.private / "jupyterlab.log").read_text()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_jupyterlab_that_ends_by_itself_is_a_sentence(tmp_path: Path, number: int) -> None:
    """A crash is told with what is safe and how to go on."""
    with terminal(tmp_path, BROWSER=_follower(tmp_path)) as shown:
        shown.shows("Stop with Ctrl+C.")
        (server,) = _servers(shown.private)
        os.kill(server, number)
        assert shown.process.wait(timeout=60) == 1
        assert "JupyterLab stopped by itself. What you saved is in the product's files." in shown.text
        assert "Go on with: purposebook open circle" in shown.text
        assert not NOISE.search(shown.text)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_closed_terminal_takes_jupyterlab_with_it(tmp_path: Path, number: int) -> None:
    """Whoever closes the window leaves nothing running."""
    with terminal(tmp_path, BROWSER=_follower(tmp_path)) as shown:
        shown.shows("Stop with Ctrl+C.")
        line = " -m purposebook open circle"
        for place in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = place.read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:  # some other process has ended meanwhile
                continue
            if line in words and str(tmp_path) in words and IN_A_TERMINAL not in words:
                os.kill(int(place.parent.name), number)
        shown.process.wait(timeout=60)
        assert not NOISE.search(shown.text)
