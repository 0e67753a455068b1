"""Stand-ins for what a library reads and that we never use: for as long as they are needed."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any


@contextlib.contextmanager
def replaced(names: dict[str, Any], stand_ins: Mapping[str, Any]) -> Iterator[None]:
    """Let `stand_ins` take the places of their `names`, as in `vars(module)`; put back at last what was there."""
    before = {name: names[name] for name in stand_ins if name in names}
    names.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del names[name]
        names.update(before)


@contextlib.contextmanager
def standing_in(*modules: ModuleType, missing: Iterable[str] = ()) -> Iterator[None]:
    """Let each of `modules` stand for the one of its name, and let those that are `missing` be as if not installed.

    What has been read already stays as it is.
    """
    known: dict[str, Any] = sys.modules
    wanted = {module.__name__: module for module in modules} | dict.fromkeys(missing)
    with replaced(known, {name: module for name, module in wanted.items() if name not in known}):
        yield


class Later(ModuleType):
    """Stand for a module until somebody uses it."""

    def __getattr__(self, name: str) -> Any:
        """Return what the module itself has."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(importlib.import_module(self.__name__), name)
