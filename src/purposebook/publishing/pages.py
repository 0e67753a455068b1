"""Make the pages of a staged book: Jupyter Book, called from Python, in a process that has read it already."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from purposebook.errors import BuildFailed

FIXED: Final = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "NO_COLOR": "1"}
"""What a worker's environment must say from its start, or two builds would differ."""

HTML: Final = Path("_build", "html")
"""Where the pages are below their book."""


def make_pages(book: Path, as_of: dt.date) -> Path:
    """Return the folder of HTML that Jupyter Book makes of `book`; a warning is a failure."""
    from purposebook.publishing.quick_myst import read_myst

    read_myst()
    from jupyter_book.sphinx import build_sphinx

    made = book / HTML
    said = io.StringIO()
    with _dated(as_of), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = build_sphinx(
            book,
            made,
            noconfig=True,
            path_config=str(book / "_config.yml"),
            confoverrides={"external_toc_path": str(book / "_toc.yml"), "latex_individualpages": False},
            builder="html",
            warningiserror=True,
            keep_going=True,
            really_quiet=False,
            quiet=True,
        )
    if status != 0:
        why = "Jupyter Book could not make the pages: run 'jupyter-book build .' in the workspace to see why."
        failure = BuildFailed(why)
        failure.add_note(said.getvalue()[-4000:])  # shown with --debug only
        raise failure
    return made


@contextlib.contextmanager
def _dated(as_of: dt.date) -> Iterator[None]:
    """Let the pages carry the day of the report where they would carry the time of their making."""
    midnight = dt.datetime.combine(as_of, dt.time(), dt.UTC)
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(max(0, int(midnight.timestamp())))
    try:
        yield
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH")
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before
