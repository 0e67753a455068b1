"""A number, or the reasons why there is none."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

T = TypeVar("T")

TOO_LARGE: Final = "the numbers are too large to compute with"


@dataclass(frozen=True)
class Answer(Generic[T]):
    """Hold a value with its caveats, or nothing with the reasons why."""

    value: T | None
    reasons: tuple[str, ...] = ()
    """Why there is no value, or what a reader of the value has to know."""

    @classmethod
    def refused(cls, *reasons: str) -> Answer[T]:
        """Refuse to compute, for these reasons."""
        return cls(None, reasons)


def finite(value: float, what: str, *caveats: str) -> Answer[float]:
    """Return `value`, or a refusal of `what` where floating point has run out of range."""
    if not math.isfinite(value):
        return Answer.refused(f"{TOO_LARGE}: no {what}")
    return Answer(value + 0.0, caveats)  # adding zero turns -0.0, which nobody can read, into 0.0


def tolerance(values: tuple[float, ...]) -> float:
    """Return the distance below which two of `values` differ by rounding only.

    1e-12 of the largest magnitude: some thousand times the spacing of floating-point numbers there, and far below any
    difference that a team could measure.
    """
    return 1e-12 * max((abs(value) for value in values), default=0.0)
