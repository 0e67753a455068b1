"""papermill, imported without what it would only need for notebooks at web addresses and for other people's engines."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any, Final

from purposebook.publishing.stand_ins import standing_in

_WEB: Final = "requests"


def read_papermill() -> None:
    """Import papermill; looking for plugins in every installed package, and reading HTTP's code, take half of that."""
    if "papermill" in sys.modules:
        return
    import entrypoints  # type: ignore[import-untyped] # comes with papermill

    find, entrypoints.get_group_all = entrypoints.get_group_all, lambda *_, **__: ()
    try:
        with standing_in(_Later(_WEB)):
            importlib.import_module("papermill")
    finally:
        entrypoints.get_group_all = find


class _Later(ModuleType):
    """Stand for a module until somebody uses it."""

    def __getattr__(self, name: str) -> Any:
        """Return what the module itself has."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(importlib.import_module(self.__name__), name)
