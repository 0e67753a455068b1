"""A team's text inside a sentence of ours: kept apart, so that its direction of writing moves none of our words.

A text that may run from right to left stands between two marks of Unicode, FIRST STRONG ISOLATE and POP DIRECTIONAL
ISOLATE. Pages turn them into `<bdi>`, pictures keep them, and terminal, JSON and SARIF are written without them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

OPEN: Final = "\u2068"
CLOSE: Final = "\u2069"
_TURNING: Final = frozenset({"R", "AL", "AN"})
"""Classes of letters and digits that run from right to left, or that stand differently beside such letters."""
_EMBEDDING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn, or stop turning, all that follows them."""
_HIDDEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ISOLATE: Final = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")


def isolated(text: str) -> str:
    """Return a team's text fit for a sentence of ours: without marks that turn what follows, and apart if it turns."""
    calm = text if text.isascii() else _EMBEDDING.sub("", text)
    turns = not calm.isascii() and any(unicodedata.bidirectional(sign) in _TURNING for sign in calm)
    return f"{OPEN}{calm}{CLOSE}" if turns else calm


def plain(text: str) -> str:
    """Return a sentence of ours without the marks that keep texts apart."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def pieces(sentence: str) -> list[str]:
    """Divide a sentence of ours: every second piece, from the second one on, is a text that was kept apart."""
    return _ISOLATE.split(sentence)


def visible(text: str) -> str:
    """Return what somebody typed, with a code in the place of each sign that cannot be seen."""
    return _HIDDEN.sub(lambda found: _code(found.group()), text)


def _code(sign: str) -> str:
    """Write the code of one sign."""
    return f"\\x{ord(sign):02x}" if ord(sign) < 0x100 else f"\\u{ord(sign):04x}"
