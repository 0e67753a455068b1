"""Stand-ins for modules that a library imports and that we never use: for as long as the library is being read."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from types import ModuleType


@contextlib.contextmanager
def standing_in(module: ModuleType) -> Iterator[None]:
    """Let `module` stand for the one of its name, unless that has been read already."""
    absent = module.__name__ not in sys.modules
    if absent:
        sys.modules[module.__name__] = module
    try:
        yield
    finally:
        if absent:
            del sys.modules[module.__name__]
