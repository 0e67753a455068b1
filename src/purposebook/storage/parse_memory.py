"""Remember what the newest texts say, so that the same text is not parsed again: not even by a forked process."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

_Said = TypeVar("_Said")


def remembered(
    parse: Callable[[str, str], _Said], *, longest: int, short: int, long: int
) -> Callable[[str, str], _Said]:
    """Remember what `parse` made of the newest texts: `short` texts of up to `longest` characters, and `long` others.

    What it returns is shared by all callers, so it must be frozen. Both numbers bound the memory that it holds.
    """
    short_texts, long_texts = lru_cache(maxsize=short)(parse), lru_cache(maxsize=long)(parse)

    def known(name: str, text: str) -> _Said:
        """Parse a text that is new here."""
        return (short_texts if len(text) <= longest else long_texts)(name, text)

    return known
