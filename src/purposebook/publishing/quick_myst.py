"""MyST-NB, imported without the database that it would keep results in: our books are made of results."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Final

from purposebook.charts.stand_ins import standing_in

_DATABASE: Final = "jupyter_cache.cache.db"


def read_myst() -> None:
    """Import what a book needs; the database's toolkit alone would take a third of that time."""
    with standing_in(_StandIn(_DATABASE)):
        for name in ("myst_nb.sphinx_ext", "sphinx_external_toc", "sphinx_book_theme", "jupyter_book.sphinx"):
            importlib.import_module(name)


class _StandIn(ModuleType):
    """Let names be imported that only a book would use which runs its notebooks."""

    def __getattr__(self, name: str) -> type:
        """Return something to be named in annotations."""
        if name.startswith("__"):
            raise AttributeError(name)
        return object
