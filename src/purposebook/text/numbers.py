"""How a number that stands by itself is rounded and written: in a card as in a picture."""

from __future__ import annotations

import math
from typing import Final

NBSP: Final = "\u00a0"
THIN: Final = "\u202f"
"""What stands between thousands."""
_NOISE: Final = 1e-12
"""So far apart, as a share of a number, are the same sums done in another order."""


def number(value: float, digits: int | None = None) -> str:
    """Write a number: thousands apart, a true minus sign, no zeros at its end.

    Definition: what has at most four decimals was written so by somebody and stays whole; what was computed has one
    decimal from ten on, and three digits that count below. With `digits`, so many count, and never fewer than the
    whole part has. Beyond 1e15 and below 1e-6 it is written with a power of ten.
    """
    size = abs(value)
    if value and not 1e-6 <= size < 1e15:
        return _signed(f"{size:.{digits or 3}g}", value)
    text = f"{size:,.{_decimals(size, digits)}f}"
    return _signed(text.rstrip("0").rstrip(".") if "." in text else text, value)


def _decimals(size: float, digits: int | None) -> int:
    """Return how many decimals a number of this size has at most."""
    if size == 0:
        return 0
    if digits is None and abs(round(size, 4) - size) <= _NOISE * size:
        return 4
    if digits is None and size >= 10:
        return 1
    return max(0, (digits or 3) - 1 - math.floor(math.log10(size)))


def _signed(text: str, value: float) -> str:
    """Put the sign before a number, unless nothing is left of it."""
    return ("−" if value < 0 and text != "0" else "") + text.replace(",", THIN)
