"""How much one product may take of the machine, so that none takes it from the others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Hold the limits of one product's runs."""

    chapter_seconds: int = 120
    """The longest that all cells of a chapter together may take."""
    chapter_mib: int = 1024
    """Memory that a chapter may take beyond what its process begins with; kept where the system can (Linux)."""
    pages_seconds: int = 300
    """The longest that Jupyter Book may take for one site."""
