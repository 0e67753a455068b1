"""The style sheets and scripts of a site: what they are, and which page needs which."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from purposebook.publishing.frame.licences import LICENCES, licences
from purposebook.publishing.identity import FILE_NAME as IDENTITY
from purposebook.storage import disk
from purposebook.storage.shipped import shipped

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_THEMES: Final = {
    "styles/pydata-sphinx-theme.css": "pydata_sphinx_theme",
    "styles/sphinx-book-theme.css": "sphinx_book_theme",
}
"""The style sheets of the theme, each with the package that it comes from."""
THEME_STYLES: Final = (*_THEMES, "pygments.css")
PYGMENTS: Final = f"_static/{THEME_STYLES[-1]}"
"""The one style sheet that Jupyter Book writes by the book's own settings."""
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


@cache
def static_files() -> Mapping[str, bytes]:
    """Return the files that are the same for every site by their names, read from what is installed here.

    Those that are made for a site, Vega and `PYGMENTS` are left out.
    """
    own = (*STYLES, *SCRIPTS, "mode.js", "hydrate.js", "search.js")
    themes = {f"_static/{name}": _of_theme(package, name) for name, package in _THEMES.items()}
    return themes | {f"_static/{name}": content(name) for name in own} | {LICENCES: licences()}


def _of_theme(package: str, name: str) -> bytes:
    """Return a style sheet of an installed theme, without running any code of it."""
    found = find_spec(package)
    place = Path(found.origin).parent if found and found.origin else Path()
    return (place / "theme" / package / "static" / name).read_bytes()


def _versioned(name: str) -> str:
    """Return a file's address with a mark of its content, so that no browser shows yesterday's."""
    return f"_static/{name}?v={hashlib.sha256(_mark(name)).hexdigest()[:8]}"


def _mark(name: str) -> bytes:
    """Return what changes whenever a file does: its bytes, or the version of Vega, which takes seconds to bundle."""
    return version("vl-convert-python").encode() if name == VEGA else content(name)
