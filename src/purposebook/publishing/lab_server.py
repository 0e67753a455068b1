"""Run JupyterLab for as long as somebody works in it: our sentences in the terminal, its own lines in a log."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from purposebook.errors import PurposebookError
from purposebook.publishing.one_time_link import OneTimeLink
from purposebook.storage import disk

PATIENCE: Final = 120
"""Seconds in which JupyterLab starts, even on a busy machine."""
_BROWSER_PATIENCE: Final = 15
"""Seconds in which a browser asks for its first page."""
_END: Final = 5
"""Seconds in which JupyterLab ends its kernels; they end by themselves when it is ended by force."""
_OPENER: Final = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"
_NO_PORT: Final = "could not be started because"
"""What JupyterLab notes when it gets no port."""


@dataclass(frozen=True)
class Place:
    """Say where a JupyterLab keeps its own files, and what to call what it shows."""

    private: Path
    """The folder with its settings and its log."""
    product: str
    """The product's name, fit for a terminal."""
    again: str
    """The command that opens the product."""

    @property
    def log(self) -> Path:
        """Return the file that JupyterLab writes its lines into."""
        return self.private / "jupyterlab.log"


def serve(
    arguments: tuple[str, ...], variables: Mapping[str, str], place: Place, page: str, say: Callable[[str], None]
) -> None:
    """Run JupyterLab until Ctrl+C and open a page of it in the browser; nothing outlives this call."""
    say(f"Opening the chapters of {place.product} ...")
    token = secrets.token_hex(24)
    file = _token_file(place.private, token)
    environment = {**variables, "JUPYTER_TOKEN_FILE": str(file)}
    with disk.begin(place.log) as log:
        lab = subprocess.Popen(  # noqa: S603 - our own command, no shell
            arguments, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    try:
        with contextlib.suppress(KeyboardInterrupt):
            say(_greeting(lab, place, _address(lab, place, page, token)))
            lab.wait()
            raise _ended(place)
    finally:
        file.unlink(missing_ok=True)
        _end(lab)
    say("Stopped. What you saved is in the product's files.")


def _token_file(private: Path, token: str) -> Path:
    """Write the token of this run where only its owner can read it: a command line and a log are for others too."""
    file = private / f"token-{os.getpid()}"
    file.unlink(missing_ok=True)
    disk.append(file, token.encode())
    return file


def _address(lab: subprocess.Popen[bytes], place: Place, page: str, token: str) -> str:
    """Wait until JupyterLab answers; return the page's address, with the token in it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if lab.poll() is not None:
            raise _not_started(place)
        if url := _url(place.private / "runtime", token):
            return f"{url}doc/tree/{page}?token={token}"
        time.sleep(0.05)
    raise PurposebookError(f"JupyterLab did not start within {PATIENCE} seconds. Its log is {_shown(place.log)}.")


def _url(runtime: Path, token: str) -> str:
    """Return where the server with this token listens; empty while it does not."""
    for file in runtime.glob("jpserver-*.json"):
        with contextlib.suppress(OSError, ValueError):  # gone, or half written
            known = json.loads(file.read_text(encoding="utf-8"))
            if known["token"] == token:
                return str(known["url"])
    return ""


def _greeting(lab: subprocess.Popen[bytes], place: Place, address: str) -> str:
    """Open the browser, and say where the chapters are to be seen."""
    if _is_opened(lab, address):
        return f"The chapters of {place.product} are open in your browser. Stop with Ctrl+C."
    return (
        f"No browser opened by itself. To see the chapters of {place.product}, open this address:\n  {address}\n"
        "Keep the address to yourself: it lets anybody on this machine use your chapters. Stop with Ctrl+C."
    )


def _is_opened(lab: subprocess.Popen[bytes], address: str) -> bool:
    """Open the browser with a link that works once; tell whether a browser followed it."""
    if not _has_screen():
        return False
    with OneTimeLink(address) as link:
        opener = subprocess.Popen(  # noqa: S603 - our own command, no shell
            (sys.executable, "-c", _OPENER, link.address), start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        end = time.monotonic() + _BROWSER_PATIENCE
        while time.monotonic() < end and opener.poll() in (None, 0) and lab.poll() is None:
            if link.used.wait(0.1):
                return True
    return False


def _has_screen() -> bool:
    """Tell whether a browser can show itself; a browser of the terminal would fight for it with this command."""
    known = any(os.environ.get(name) for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"))
    return known or not sys.platform.startswith("linux")


def _not_started(place: Place) -> PurposebookError:
    """Say why JupyterLab ended before it showed anything."""
    if _NO_PORT in place.log.read_text(encoding="utf-8", errors="replace"):
        return PurposebookError("Every port that JupyterLab tries is in use. Stop another JupyterLab, then open again.")
    return PurposebookError(
        "JupyterLab did not start. Install it again with: pip install --force-reinstall 'purposebook[lab]'. "
        f"Its log is {_shown(place.log)}."
    )


def _ended(place: Place) -> PurposebookError:
    """Say that JupyterLab ended while somebody worked in it."""
    return PurposebookError(
        "JupyterLab stopped by itself. What you saved is in the product's files. "
        f"Go on with: {place.again}. Its log is {_shown(place.log)}."
    )


def _shown(log: Path) -> str:
    """Return the log's place as seen from here."""
    with contextlib.suppress(ValueError):
        return str(log.relative_to(Path.cwd()))
    return str(log)


def _end(lab: subprocess.Popen[bytes]) -> None:
    """Let JupyterLab end its kernels; end it by force when it does not answer."""
    if lab.poll() is None:
        lab.terminate()
    try:
        lab.wait(timeout=_END)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        lab.kill()
        lab.wait()
