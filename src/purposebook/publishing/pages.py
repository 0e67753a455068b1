"""Make the pages of a staged book: Jupyter Book in a process of its own."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from purposebook.errors import BuildFailed

BOOK_SECONDS: Final = 300
"""The longest that Jupyter Book may take for one site."""

_RUN: Final = "import sys; from jupyter_book.cli.main import main; sys.argv[0] = 'jupyter-book'; main()"
_ARGUMENTS: Final = ("build", ".", "--builder", "html", "--warningiserror", "--keep-going", "--quiet")


def make_pages(book: Path, as_of: dt.date) -> Path:
    """Return the folder of HTML that Jupyter Book makes of `book`; a warning is a failure."""
    command = [sys.executable, "-P", "-c", _RUN, *_ARGUMENTS]
    fixed = _environment(as_of)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, fixed arguments
            command,
            cwd=book,
            env=fixed,
            capture_output=True,
            check=False,
            timeout=BOOK_SECONDS,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired as error:
        why = f"Jupyter Book took longer than {BOOK_SECONDS} seconds: make the chapters smaller."
        raise BuildFailed(why) from error
    if done.returncode != 0:
        why = "Jupyter Book could not make the pages: run 'jupyter-book build .' in the workspace to see why."
        failure = BuildFailed(why)
        failure.add_note(done.stderr.decode("utf-8", "replace")[-4000:])  # shown with --debug only
        raise failure
    return book / "_build" / "html"


def _environment(as_of: dt.date) -> dict[str, str]:
    """Return this process's environment with everything fixed that would make two builds differ."""
    midnight = dt.datetime.combine(as_of, dt.time(), dt.UTC)
    fixed = {
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": str(max(0, int(midnight.timestamp()))),
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
    }
    return {**os.environ, **fixed, "PYTHONUTF8": "1", "NO_COLOR": "1"}
