"""The style sheets and scripts of a site: what they are, and which page needs which."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from purposebook.publishing.frame.licences import LICENCES, licences
from purposebook.publishing.identity import FILE_NAME as IDENTITY
from purposebook.storage import disk
from purposebook.storage.shipped import shipped

if TYPE_CHECKING:
    from sphinx.application import Sphinx

THEME_STYLES: Final = ("styles/pydata-sphinx-theme.css", "styles/sphinx-book-theme.css", "pygments.css")
STYLES: Final = ("palette.css", "site.css", "purposebook.css", "figures.css")
SCRIPTS: Final = ("site.js",)
VEGA: Final = "vega.js"
FIGURE_SCRIPTS: Final = (VEGA, "hydrate.js")
"""Loaded only where there is a figure: Vega is the heaviest file of a site."""
SEARCH_SCRIPTS: Final = ("search-index.js", "search.js")
INDEX_FILE: Final = f"_static/{SEARCH_SCRIPTS[0]}"
_FIGURE_MARK: Final = "pb-figure"


def styles() -> tuple[str, ...]:
    """Return a page's style sheets, the theme's first, each with the version of its content."""
    return (*(f"_static/{name}" for name in THEME_STYLES), *(_versioned(name) for name in STYLES))


def scripts(body: str, page: str) -> tuple[str, ...]:
    """Return the scripts that run after a page is read."""
    if page == "search":
        return tuple(f"_static/{name}" for name in (*SCRIPTS, *SEARCH_SCRIPTS))
    return tuple(_versioned(name) for name in (*SCRIPTS, *(FIGURE_SCRIPTS if _FIGURE_MARK in body else ())))


def mode_script() -> str:
    """Return the script that chooses light or dark before anything is painted."""
    return _versioned("mode.js")


def write_assets(app: Sphinx) -> None:
    """Put our files beside the theme's; a staged book gets Vega later, from where all sites have it."""
    staged = (Path(app.srcdir) / IDENTITY).is_file()
    for name in ("mode.js", "search.js", *STYLES, *SCRIPTS, *FIGURE_SCRIPTS):
        if name != VEGA or not staged:
            disk.jot(Path(app.outdir) / "_static" / name, content(name))
    disk.jot(Path(app.outdir) / LICENCES, licences())


@cache
def content(name: str) -> bytes:
    """Return the bytes of one of our files."""
    if name == "palette.css":
        from purposebook.charts.palette import css_variables

        return css_variables().encode()
    if name == VEGA:
        from purposebook.notebook.figures import vega_bundle

        return vega_bundle().encode()
    return shipped("templates", "report", name).read_bytes()


def _versioned(name: str) -> str:
    """Return a file's address with a mark of its content, so that no browser shows yesterday's."""
    return f"_static/{name}?v={hashlib.sha256(_mark(name)).hexdigest()[:8]}"


def _mark(name: str) -> bytes:
    """Return what changes whenever a file does: its bytes, or the version of Vega, which takes seconds to bundle."""
    return version("vl-convert-python").encode() if name == VEGA else content(name)
