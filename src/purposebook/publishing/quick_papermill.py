"""papermill, imported without what it would only need for notebooks at web addresses and for other people's engines."""

from __future__ import annotations

import importlib
import sys
from typing import Any, Final

from purposebook.charts.stand_ins import Later, standing_in

_WEB: Final = "requests"


def read_papermill() -> None:
    """Import papermill; looking for plugins in every installed package, and reading HTTP's code, take half of that."""
    if "papermill" in sys.modules:
        return
    import entrypoints  # type: ignore[import-untyped] # comes with papermill

    find, entrypoints.get_group_all = entrypoints.get_group_all, lambda *_, **__: ()
    try:
        with standing_in(Later(_WEB)):
            importlib.import_module("papermill")
    finally:
        entrypoints.get_group_all = find
    _write_only_somewhere(sys.modules["papermill.execute"])


def _write_only_somewhere(execute: Any) -> None:
    """Spare a notebook that goes nowhere from being written as text."""
    write = execute.write_ipynb

    def write_somewhere(notebook: Any, path: str | None) -> None:
        """Write a notebook, if anywhere."""
        if path is not None:
            write(notebook, path)

    execute.write_ipynb = write_somewhere
