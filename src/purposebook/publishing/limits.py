"""How much one product may take of the machine, so that none takes it from the others."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

_TIMES_SECONDS: Final = 5
_TIMES_DISK: Final = 8


@dataclass(frozen=True)
class Limits:
    """Hold the limits of one product's runs."""

    chapter_seconds: int = 120
    """The longest that all cells of a chapter together may take."""
    chapter_mib: int = 1024
    """Memory that a chapter and the processes that it starts may take beyond what its process begins with."""
    pages_seconds: int = 300
    """The longest that Jupyter Book may take for one site."""
    product_seconds: int = 120 * _TIMES_SECONDS
    """The longest that all chapters of a product may take together, from the beginning of the first."""
    product_disk_mib: int = 1024 * _TIMES_DISK
    """Disk that the chapters of a product may fill with temporary files and in the folder in which they run."""
    chapter_processes: int = 256
    """So many processes a chapter may have at once."""

    @classmethod
    def of(cls, chapter_seconds: int, chapter_mib: int) -> Self:
        """Return the limits that belong to those of one chapter: who needs more for one needs more for all."""
        return cls(
            chapter_seconds,
            chapter_mib,
            product_seconds=chapter_seconds * _TIMES_SECONDS,
            product_disk_mib=chapter_mib * _TIMES_DISK,
        )

    def longest(self, chapters: int) -> int:
        """Return the longest that a product of so many chapters may take, with its pages."""
        return min(chapters * self.chapter_seconds, self.product_seconds) + self.pages_seconds


@dataclass(frozen=True)
class ProductShare:
    """Hold what the chapters of one product have in common."""

    folder: Path
    """In which they run."""
    laid: int
    """Bytes that stood there before the first of them."""
    until: float
    """When all of them have to be done, by the monotonic clock."""
