"""What a build tells whoever watches it, while it runs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from purposebook.errors import Fault


@dataclass(frozen=True)
class ProductStarted:
    """Say that the work on a product begins."""

    product: str
    number: int
    """1-based place among the products of this build."""
    total: int
    chapters: int


@dataclass(frozen=True)
class ChapterRan:
    """Say that every cell of a chapter ran."""

    product: str
    chapter: str


@dataclass(frozen=True)
class PagesMade:
    """Say that Jupyter Book made the pages, before they are verified."""

    product: str


@dataclass(frozen=True)
class SitePublished:
    """Say that a verified site took the place of the one before."""

    product: str
    pages: int


@dataclass(frozen=True)
class ProductFailed:
    """Say why a product has no new site."""

    product: str
    message: str
    """A sentence with the next step, or one line per fault."""
    faults: tuple[Fault, ...] = ()
    last_good: dt.date | None = None
    """The `as of` date of the site that stays in place, when there is one."""
    cause: Exception | None = field(default=None, compare=False, repr=False)
    """What was raised, for whoever looks for the place in the code."""


@dataclass(frozen=True)
class SiteRemoved:
    """Say that the site of a product that is no longer there was taken away."""

    product: str


Event = ProductStarted | ChapterRan | PagesMade | SitePublished | ProductFailed | SiteRemoved
"""Everything that `build` reports."""
