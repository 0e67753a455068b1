"""A team's text inside a sentence of ours: kept apart, so that its direction of writing moves none of our words.

A text that may run from right to left stands between two marks of Unicode, FIRST STRONG ISOLATE and POP DIRECTIONAL
ISOLATE. Pages turn them into `<bdi>`, pictures keep them, and terminal, JSON and SARIF are written without them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

OPEN: Final = "\u2068"
CLOSE: Final = "\u2069"
_TURNING: Final = frozenset({"R", "AL", "AN"})
"""Classes of letters and digits that run from right to left, or that stand differently beside such letters."""
_EMBEDDING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn, or stop turning, all that follows them."""
_HINTS: Final = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""The same, and marks that only hint at a direction."""
_ISOLATE: Final = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")


def isolated(text: str) -> str:
    """Return a team's text fit for a sentence of ours: without marks that turn what follows, and apart if it turns."""
    calm = text if text.isascii() else _EMBEDDING.sub("", text)
    turns = not calm.isascii() and any(unicodedata.bidirectional(sign) in _TURNING for sign in calm)
    return f"{OPEN}{calm}{CLOSE}" if turns else calm


def with_isolates_only(text: str) -> str:
    """Return a text in which nothing but whole isolates has a direction of its own."""
    if text.isascii():
        return text
    calm = (_HINTS.sub("", piece) for piece in pieces(text))
    return "".join(f"{OPEN}{piece}{CLOSE}" if at % 2 else piece for at, piece in enumerate(calm))


def closed_on_each(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a broken text; an isolate that goes on below ends with its line and begins anew."""
    inside = False
    for line in lines:
        begun = f"{OPEN}{line}" if inside else line
        inside = begun.count(OPEN) > begun.count(CLOSE)
        yield f"{begun}{CLOSE}" if inside else begun


def plain(text: str) -> str:
    """Return a sentence of ours without the marks that keep texts apart."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def is_mixed(text: str) -> bool:
    """Tell whether a text is a sentence of ours in which one of the team's is kept apart."""
    return OPEN in text


def pieces(sentence: str) -> list[str]:
    """Divide a sentence of ours: every second piece, from the second one on, is a text that was kept apart."""
    return _ISOLATE.split(sentence)


def typed(text: str, most: int = 80) -> str:
    """Quote what somebody typed as it was typed, with a code in the place of each sign that cannot be seen."""
    short = text if len(text) <= most else f"{text[: most - 1]}…"
    return f"'{''.join(sign if sign.isprintable() else _code(sign) for sign in short)}'"


def _code(sign: str) -> str:
    """Write the code of one sign."""
    return ascii(sign)[1:-1]
