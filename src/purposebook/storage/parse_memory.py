"""Remember what the newest texts say, so that the same text is not parsed again: not even by a forked process."""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Final, Generic, TypeVar

_Said = TypeVar("_Said")
_OURS: Final = ("purposebook.domain.", "purposebook.storage.")
_QUICK: Final = 1


class Memory(Generic[_Said]):
    """Remember what `parse` made of the newest texts: `short` texts of up to `longest` characters, and `long` others.

    What it returns is shared by all callers, so it must be frozen. The numbers bound the memory that it holds.
    """

    def __init__(self, parse: Callable[[str, str], _Said], *, longest: int, short: int, long: int) -> None:
        self._parse = parse
        self._longest = longest
        self._short, self._long = lru_cache(maxsize=short)(self._made), lru_cache(maxsize=long)(self._made)
        self._handed: dict[tuple[str, str], _Said] = {}

    def __call__(self, name: str, text: str) -> _Said:
        """Parse a text that is new here."""
        return (self._short if len(text) <= self._longest else self._long)(name, text)

    def packed(self, texts: Iterable[tuple[str, str]]) -> bytes:
        """Return what these texts (a name, a text) say, for a process that begins later."""
        return zlib.compress(pickle.dumps({(name, text): self(name, text) for name, text in texts}), _QUICK)

    def take(self, packed: bytes | None) -> None:
        """Know what an earlier process packed, and only that; bytes that are damaged or foreign say nothing."""
        self._handed = _unpacked(packed) if packed else {}

    def knows(self, texts: Iterable[tuple[str, str]]) -> bool:
        """Tell whether nothing but these texts was handed here, and all of them."""
        return self._handed.keys() == set(texts)

    def _made(self, name: str, text: str) -> _Said:
        """Return what was handed here, or parse."""
        found = self._handed.get((name, text))
        return self._parse(name, text) if found is None else found


class _Reader(pickle.Unpickler):
    """Read values of our own models and dates, and nothing that could act."""

    def find_class(self, module: str, name: str) -> Any:
        """Refuse every name that no part of a product is made of."""
        if module.startswith(_OURS) or (module, name) == ("datetime", "date"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a product")


def _unpacked(packed: bytes) -> dict[tuple[str, str], Any]:
    """Return what was packed; nothing of what cannot be read."""
    try:
        return dict(_Reader(io.BytesIO(zlib.decompress(packed))).load())
    except (zlib.error, pickle.UnpicklingError, EOFError, AttributeError, ImportError, TypeError, ValueError):
        return {}
