"""Repeat somebody's text inside a fault: short, on one line, printable."""

from __future__ import annotations

import difflib
import re
from functools import lru_cache

from purposebook.storage.limits import SHOWN_TEXT
from purposebook.text.directions import isolated


def shown(text: str) -> str:
    """Return a text fit for a fault."""
    start = text[: 2 * SHOWN_TEXT]
    line = re.sub(r" +", " ", "".join(mark if mark.isprintable() else " " for mark in start)).strip()
    whole = len(line) <= SHOWN_TEXT and len(text) == len(start)
    return isolated(line if whole else line[: SHOWN_TEXT - 3].rstrip() + "...")


@lru_cache(maxsize=4096)
def nearest(word: str, known: tuple[str, ...], cutoff: float = 0.6) -> str | None:
    """Return the known word that is nearest to what somebody wrote, if any is near."""
    near = difflib.get_close_matches(word[:200].casefold(), known, n=1, cutoff=cutoff)
    return near[0] if near else None


def did_you_mean(word: str, known: tuple[str, ...]) -> str:
    """Suggest the nearest known word, or name them all."""
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else f"known here: {', '.join(known)}"
