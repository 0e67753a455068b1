"""A site's pages without what cells show: Jupyter Book makes them once, and they are filled whenever only that changes.

Each output of a cell is taken out of the book before the pages are made, and a mark stands in its place. Whether the
pages come from Jupyter Book now or are remembered from an earlier build, they are filled in the same way.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from purposebook.errors import BuildFailed
from purposebook.publishing.frame.index import INDEX_FILE, index_of
from purposebook.publishing.gathering import local_addresses
from purposebook.publishing.order import Skeleton

FORM: Final = "text/html"
_FIGURE: Final = "pb-figure"
"""What the frame looks for in a page to know that it needs scripts that draw."""
_MARK: Final = re.compile(r'<pb-shown data-number="(\d+)"(?: class="pb-figure")?></pb-shown>')
"""No text can hold it: a book's own raw HTML is off, and every name in a frame is escaped."""


def lifted(chapters: Mapping[str, Mapping[str, Any]]) -> tuple[dict[str, dict[str, Any]], tuple[str, ...]]:
    """Return trimmed chapters with marks in place of their HTML outputs, and these outputs in the marks' order."""
    shown: list[str] = []
    marked = {
        name: {**notebook, "cells": [_marked(cell, shown) for cell in notebook["cells"]]}
        for name, notebook in chapters.items()
    }
    return marked, tuple(shown)


def key_of(book: Path, as_of: dt.date) -> str:
    """Return the hash of a staged book and of the day that its pages bear."""
    found = hashlib.sha256(as_of.isoformat().encode())
    for path in sorted(book.iterdir()):
        data = path.read_bytes()
        found.update(f"\0{path.name}\0{len(data)}\0".encode() + data)
    return found.hexdigest()


def filled(skeleton: Skeleton, shown: tuple[str, ...], pages: Iterable[str]) -> dict[str, bytes]:
    """Return every file of the site, with `shown` in the places of the marks and a search index over `pages`."""
    files = dict(skeleton.files)
    html = {name: data.decode("utf-8") for name, data in sorted(files.items()) if name.endswith(".html")}
    used = sorted(int(number) for text in html.values() for number in _MARK.findall(text))
    if used != list(range(len(shown))):
        raise BuildFailed("the pages do not show all that the chapters show: see that no chapter is listed twice.")
    html = {name: _MARK.sub(lambda mark: shown[int(mark[1])], text) for name, text in html.items()}
    files |= {name: text.encode() for name, text in html.items()}
    files[INDEX_FILE] = index_of({page: html[f"{page}.html"] for page in pages})
    _check_loaded(html, {*files, *skeleton.later})
    return files


def _marked(cell: Mapping[str, Any], shown: list[str]) -> dict[str, Any]:
    """Return a cell with marks in place of its HTML outputs, which are added to `shown`."""
    if cell["cell_type"] != "code":
        return dict(cell)
    return {**cell, "outputs": [_mark(output, shown) for output in cell["outputs"]]}


def _mark(output: Mapping[str, Any], shown: list[str]) -> Mapping[str, Any]:
    """Return a mark for an output that is HTML; others are put into HTML by Jupyter Book."""
    if FORM not in output.get("data", {}):
        return output
    html = "".join(output["data"][FORM])
    shown.append(html)
    drawn = f' class="{_FIGURE}"' if _FIGURE in html else ""
    mark = f'<pb-shown data-number="{len(shown) - 1}"{drawn}></pb-shown>'
    return {**output, "data": {FORM: mark}}


def _check_loaded(html: Mapping[str, str], files: set[str]) -> None:
    """Refuse pages that load what the site has not."""
    for name in _missing(html, files):
        raise BuildFailed(f"'{name}' is no file of the book: look for it in the chapters of _toc.yml.")


def _missing(html: Mapping[str, str], files: set[str]) -> Iterator[str]:
    """Yield each file that a page loads and that is not there."""
    for text in html.values():
        yield from (name for name in local_addresses(text) if name not in files)
