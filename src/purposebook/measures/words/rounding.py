"""Numbers as a sentence writes them: with as few digits as still keep apart what differs."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from purposebook.measures.answer import tolerance
from purposebook.text.directions import isolated
from purposebook.text.numbers import NBSP, THIN

SHORT: Final = 3
"""Characters of a unit that stands beside every number; a longer one stands beside the first."""
_MOST: Final = 20
"""Decimals at most; values that need more differ by rounding only."""


@dataclass(frozen=True)
class Digits:
    """Say with how many decimals the numbers of one sentence are written, and in which unit."""

    decimals: int
    unit: str

    def number(self, value: float) -> str:
        """Write `value`: thousands apart, a true minus sign, no zeros at its end."""
        text = f"{abs(value):,.{self.decimals}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        sign = "−" if value < 0 and text != "0" else ""
        return sign + text.replace(",", THIN)

    def first(self, value: float) -> str:
        """Write `value` with its unit, however long that is."""
        return f"{self.number(value)}{NBSP}{isolated(self.unit)}" if self.unit else self.number(value)

    def again(self, value: float) -> str:
        """Write a further value of the same sentence, with a short unit only."""
        return self.first(value) if len(self.unit) <= SHORT else self.number(value)


def digits_for(value: float, unit: str, apart: Iterable[tuple[float, float]] = ()) -> Digits:
    """Return the digits that suit `value`, and as many more as keep each pair of `apart` from looking the same.

    Definition: percentages from ten on are whole, smaller ones have one decimal; other units have three digits that
    count. A pair whose values differ by more than floating point does (see `tolerance`) is never written alike: 74.96
    beside 75 has two decimals. Rounding keeps the order of values, so no interval is written that leaves out its own
    estimate. Units: the metric's own. Errors: none.
    """
    plain = unit.strip()
    kept = [pair for pair in apart if abs(pair[0] - pair[1]) > tolerance(pair)]
    enough = (
        decimals
        for decimals in range(_fewest(abs(value), plain), _MOST)
        if all(_differ(*pair, decimals) for pair in kept)
    )
    return Digits(next(enough, _MOST), plain)


def _fewest(size: float, unit: str) -> int:
    """Return the decimals that a value of this size has by itself."""
    if unit == "%" and size >= 1:
        return 0 if size >= 10 else 1
    if not 0 < size < 100:
        return 0
    return min(max(2 - math.floor(math.log10(size)), 0), _MOST - 1)


def _differ(one: float, other: float, decimals: int) -> bool:
    """Tell whether two values look different with so many decimals."""
    return f"{one:.{decimals}f}" != f"{other:.{decimals}f}"
