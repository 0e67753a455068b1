"""The names of a product's parts, for those who ask for files and not for what they mean."""

from __future__ import annotations

from typing import Final

PART_NAMES: Final = (
    "product",
    "mission",
    "objectives",
    "personas",
    "evidence",
    "metrics",
    "strategy",
    "opportunities",
    "work",
    "experiments",
    "responsibility",
    "culture",
    "reviews",
)
"""The part `mission` is the file `mission.yml`."""
