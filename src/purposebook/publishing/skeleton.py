"""Pages without the product's name and what cells show: Jupyter Book makes them once, and each product's are filled.

Each output of a cell is taken out of the book before the pages are made, and a mark stands in its place. Products whose
cells show something in the same places share such pages. Whether they come from Jupyter Book now, from the product
before or from an earlier build, they are filled in the same way.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import pickle
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from markupsafe import escape

from purposebook.errors import BuildFailed
from purposebook.publishing.frame.assets import INDEX_FILE
from purposebook.publishing.frame.index import index_of
from purposebook.publishing.gathering import local_addresses, missing
from purposebook.publishing.identity import NAME_MARK
from purposebook.publishing.order import Skeleton
from purposebook.publishing.trimming import html_of
from purposebook.storage import disk

_FORM: Final = "text/html"
_PAGE: Final = ".html"
_MOST: Final = 16
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


def filled(skeleton: Skeleton, name: str, shown: tuple[str, ...], pages: Iterable[str]) -> dict[str, bytes]:
    """Return every file of a product's site, with its `name` and what is `shown`, and a search index over `pages`."""
    files = dict(skeleton.files)
    html = {
        file: data.decode("utf-8").replace(NAME_MARK, str(escape(name)))  # first: what is shown is nobody's mark
        for file, data in sorted(files.items())
        if file.endswith(_PAGE)
    }
    used = sorted(int(number) for text in html.values() for number in _MARK.findall(text))
    if used != list(range(len(shown))):
        raise BuildFailed("the pages do not show all that the chapters show: see that no chapter is listed twice.")
    html = {file: _MARK.sub(lambda mark: shown[int(mark[1])], text) for file, text in html.items()}
    files |= {file: text.encode() for file, text in html.items()}
    files[INDEX_FILE] = index_of({page: html[f"{page}{_PAGE}"] for page in pages})
    return files


class Shelf:
    """Keep skeletons for the next product, in a folder that no other worker knows."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def count(self) -> int:
        """Return how many there are."""
        return len(list(self._folder.iterdir()))

    def get(self, key: str) -> Skeleton | None:
        """Return the skeleton with this key, if it is there."""
        path = self._folder / key
        return pickle.loads(path.read_bytes()) if path.is_file() else None  # noqa: S301 - our own

    def put(self, skeleton: Skeleton) -> None:
        """Keep a skeleton while there is room; a disk that refuses only means that it is made again."""
        if self.count() < _MOST:
            with contextlib.suppress(OSError):
                disk.write_bytes(self._folder / skeleton.key, pickle.dumps(skeleton), durable=False)


def _marked(cell: Mapping[str, Any], shown: list[str]) -> dict[str, Any]:
    """Return a cell with marks in place of its HTML outputs, which are added to `shown`."""
    if cell["cell_type"] != "code":
        return dict(cell)
    return {**cell, "outputs": [_mark(output, shown) for output in cell["outputs"]]}


def _mark(output: Mapping[str, Any], shown: list[str]) -> Mapping[str, Any]:
    """Return a mark for an output that is HTML; others are put into HTML by Jupyter Book."""
    if _FORM not in output.get("data", {}):
        return output
    html = html_of(output)
    shown.append(html)
    drawn = f' class="{_FIGURE}"' if _FIGURE in html else ""
    mark = f'<pb-shown data-number="{len(shown) - 1}"{drawn}></pb-shown>'
    return {**output, "data": {_FORM: mark}}


def check_loaded(files: Mapping[str, bytes], later: frozenset[str]) -> None:
    """Refuse pages that load what the site has not, and will not have `later`."""
    for text in (data.decode("utf-8") for file, data in files.items() if file.endswith(_PAGE)):
        for name in local_addresses(text):
            if name not in files and name not in later:
                raise missing(name)
