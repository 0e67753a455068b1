"""Rankings as published: the ranks that each member gave, and the W that is printed beside them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

Ranks = tuple[float, ...]


@dataclass(frozen=True)
class Rankings:
    """Hold one table."""

    source: str
    rows: tuple[Ranks, ...]
    """A row for each member, a column for each thing that was ranked."""
    printed: float
    digits: int

    @property
    def sums(self) -> tuple[float, ...]:
        """Return the sum of the ranks of each thing."""
        return tuple(map(sum, zip(*self.rows, strict=True)))

    @property
    def ties(self) -> tuple[int, ...]:
        """Return how many things share a place, for each place that is shared."""
        return tuple(sorted(count for row in self.rows for count in Counter(row).values() if count > 1))


EXECUTIVES = Rankings(
    "S. Siegel (1956), Nonparametric Statistics, chapter 9: three executives rank six applicants",
    ((1, 6, 3, 2, 5, 4), (1, 5, 6, 4, 2, 3), (6, 3, 2, 5, 4, 1)),
    0.16,
    2,
)
OBSERVERS = Rankings(
    "M. G. Kendall (1948), Rank Correlation Methods, chapter 6: four observers rank six objects",
    ((5, 4, 1, 6, 3, 2), (2, 3, 1, 5, 6, 4), (4, 1, 6, 3, 2, 5), (4, 3, 2, 5, 1, 6)),
    0.229,
    3,
)
TIED = Rankings(
    "M. G. Kendall (1948), Rank Correlation Methods, chapter 6: three rankings of ten objects, with ties",
    (
        (1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10),
        (2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5),
        (2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10),
    ),
    0.828,
    3,
)
RANKINGS = (EXECUTIVES, OBSERVERS, TIED)
