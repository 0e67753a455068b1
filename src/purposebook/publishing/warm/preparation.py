"""Read the code that chapters and pages need, and do once what every run would do again: who is forked inherits it."""

from __future__ import annotations

import datetime as dt
import importlib
import os
from pathlib import Path
from typing import Any, Final

from purposebook.domain.variables import PAINTER
from purposebook.publishing.quick_papermill import read_papermill, read_schema

_FIRST: Final = "purposebook.charts.quick_altair"
"""It keeps a parser away that takes seconds to load and is never used."""
_CHAPTERS: Final = (
    "purposebook.notebook.chapter",
    "purposebook.notebook.figures",
    "purposebook.publishing.making",
    "purposebook.publishing.warm.engine",
    "purposebook.storage.opening",
    "purposebook.storage.workspace",
    "IPython.core.logger",
    "bdb",
)
"""The last four are read by every chapter when it begins."""
_DAY: Final = dt.date(2026, 1, 1)
_CHAPTER: Final[dict[str, Any]] = {
    "cells": [
        {
            "cell_type": "markdown",
            "id": "a",
            "metadata": {},
            "source": "# Report\n\nA sentence.\n\n## Section\n\n*Words*.",
        },
        {
            "cell_type": "code",
            "id": "b",
            "metadata": {"tags": ["remove-input"]},
            "source": "...",
            "execution_count": None,
            "outputs": [{"output_type": "display_data", "data": {"text/html": "<p>Words</p>"}, "metadata": {}}],
        },
    ],
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}


def read_chapters() -> None:
    """Import what every chapter needs, and make the shell."""
    importlib.import_module(_FIRST)
    read_papermill()
    for name in _CHAPTERS:
        importlib.import_module(name)
    from purposebook.publishing.warm.shell import ChapterShell

    ChapterShell.instance()
    read_schema()


def prepare_views() -> None:
    """Show every view of the worked example once, with empty pictures, and validate a notebook."""
    import nbformat

    from purposebook.notebook import cards, painter
    from purposebook.notebook.snapshot import Snapshot
    from purposebook.notebook.views import VIEWS
    from purposebook.storage.reading import read_workbook
    from purposebook.storage.shipped import shipped

    cards.prepare()
    snapshot = Snapshot(read_workbook(shipped("data", "coursecraft")), _DAY)
    before = os.environ.get(PAINTER)
    os.environ[PAINTER] = painter.BLANK
    for views in VIEWS.values():
        for view in views.values():
            view(snapshot)
    os.environ.pop(PAINTER)
    if before is not None:
        os.environ[PAINTER] = before
    nbformat.validate(nbformat.from_dict(_CHAPTER))  # type: ignore[no-untyped-call]


def prepare_pages(folder: Path) -> None:
    """Let Jupyter Book make a page that nobody will see, in an empty folder."""
    from purposebook.publishing.book import derived_config, stage_book
    from purposebook.publishing.identity import Identity
    from purposebook.publishing.pages import make_pages
    from purposebook.storage.shipped import shipped

    settings = derived_config(shipped("_config.yml").read_bytes())
    stage_book(folder, settings, {"report": _CHAPTER}, Identity())
    make_pages(folder, _DAY)
