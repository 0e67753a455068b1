"""Stand-ins for modules that a library imports and that we never use: for as long as the library is being read."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any


@contextlib.contextmanager
def standing_in(*modules: ModuleType) -> Iterator[None]:
    """Let each of `modules` stand for the one of its name, unless that has been read already."""
    absent = [module.__name__ for module in modules if module.__name__ not in sys.modules]
    sys.modules.update({module.__name__: module for module in modules if module.__name__ in absent})
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


class Later(ModuleType):
    """Stand for a module until somebody uses it."""

    def __getattr__(self, name: str) -> Any:
        """Return what the module itself has."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(importlib.import_module(self.__name__), name)


@contextlib.contextmanager
def missing(*names: str) -> Iterator[None]:
    """Let the modules of these `names` be as if they were not installed, unless they have been read already."""
    modules: dict[str, Any] = sys.modules
    absent = [name for name in names if name not in modules]
    modules.update(dict.fromkeys(absent))
    try:
        yield
    finally:
        for name in absent:
            del modules[name]
