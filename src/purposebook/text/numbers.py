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


def percent(share: float) -> str:
    """Write a share that was computed, a plain fraction, in per cent: three digits that count."""
    return f"{number(100 * share, 3)}{NBSP}%"


def whole_percent(share: float) -> str:
    """Write progress, pace or another plain fraction as a whole percentage."""
    value = 100 * share
    return f"{number((round(value) or 0) if math.isfinite(value) else value)}{NBSP}%"


def percents(low: float, high: float) -> str:
    """Write the interval of a share, both ends plain fractions: to a tenth of a point."""
    return f"{_tenth(low)}{NBSP}% to {_tenth(high)}{NBSP}%"


def points(difference: float) -> str:
    """Write a difference of shares, a plain fraction, in points with its sign: to a tenth."""
    return f"{'+' if difference > 0 else ''}{_tenth(difference)}"


def score(value: float) -> str:
    """Write a score between 0 and 1, always with two decimals."""
    return _signed(f"{abs(value):.2f}", value)


def coefficient(value: float) -> str:
    """Write a ratio, a correlation or a p-value: three digits that count."""
    return number(value, 3)


def _tenth(share: float) -> str:
    """Write a fraction in per cent, to a tenth."""
    return number(round(100 * share, 1))


def without_noise(value: float) -> float:
    """Return the short decimal number that a sum of floats stands beside: 0.3 for 0.30000000000000004."""
    near = float(f"{value:.12g}")
    return near if abs(near - value) <= 4 * math.ulp(value) else value


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
