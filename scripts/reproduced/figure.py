"""One published figure: what was printed, and what Purposebook computes from the same data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """Hold one figure, of one number or several."""

    what: str
    printed: str
    """The numbers as printed, divided by blanks."""
    values: tuple[float, ...]
    """The same numbers as computed, in the units of print."""

    @property
    def computed(self) -> str:
        """Return the computed numbers with as many decimals as the printed ones have."""
        decimals = (len(one.partition(".")[2]) for one in self.printed.split())
        return " ".join(f"{value:.{digits}f}" for value, digits in zip(self.values, decimals, strict=True))

    @property
    def agrees(self) -> bool:
        """Tell whether all printed digits are the computed ones."""
        return self.printed == self.computed


@dataclass(frozen=True)
class Source:
    """Hold the figures of one publication."""

    name: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Different:
    """Hold a figure that is not reproduced, what Purposebook says instead, and why."""

    what: str
    source: str
    printed: str
    says: str
    why: str
