"""What a build tells whoever watches it, while it runs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from purposebook.errors import Fault


@dataclass(frozen=True)
class BuildStarted:
    """Say how much there is to do."""

    products: int
    chapters: int
    """Of each product."""


@dataclass(frozen=True)
class BuildWaits:
    """Say that another build is writing into the same folder, and that this one waits for its end."""


@dataclass(frozen=True)
class RowsKept:
    """Say that some rows of a product are of an earlier time, since their database was not reached."""

    product: str
    said: str
    """Which rows, and how old they are."""


@dataclass(frozen=True)
class ProductUnchanged:
    """Say that a product's site is what a build would make, so that nothing was done."""

    product: str


@dataclass(frozen=True)
class ProductStarted:
    """Say that the work on a product begins, and which chapters need not run."""

    product: str
    known: tuple[str, ...]


@dataclass(frozen=True)
class ChapterStarted:
    """Say that a chapter runs now."""

    product: str
    chapter: str


@dataclass(frozen=True)
class ChapterRan:
    """Say that every cell of a chapter ran, and why it had to."""

    product: str
    chapter: str
    why: str


@dataclass(frozen=True)
class PagesMade:
    """Say that Jupyter Book made the pages, and that they are verified."""

    product: str


@dataclass(frozen=True)
class SitePublished:
    """Say that a verified site took the place of the one before."""

    product: str
    pages: int
    written: int
    """Files whose bytes are new; the others are those of the site before."""


@dataclass(frozen=True)
class ProductFailed:
    """Say why a product has no new site."""

    product: str
    message: str
    """A sentence with the next step, or one line per fault."""
    faults: tuple[Fault, ...] = ()
    last_good: dt.date | None = None
    """The `as of` date of the site that stays in place, when there is one."""
    trace: str = ""
    """Where in the code it happened, for whoever looks for it."""


@dataclass(frozen=True)
class SiteRemoved:
    """Say that the site of a product that is no longer there was taken away."""

    product: str


@dataclass(frozen=True)
class SiteWithdrawn:
    """Say that a product's site was taken out of a folder, since who may see the product has changed."""

    product: str
    folder: str
    private: bool
    """Whether the product is private now."""


@dataclass(frozen=True)
class CacheCleaned:
    """Say that what was kept of products that are private now was deleted from the cache that may be copied."""


@dataclass(frozen=True)
class StaysHere:
    """Say that a private product is not sent to a cluster."""

    product: str


Event = (
    BuildStarted
    | BuildWaits
    | RowsKept
    | ProductUnchanged
    | ProductStarted
    | ChapterStarted
    | ChapterRan
    | PagesMade
    | SitePublished
    | ProductFailed
    | SiteRemoved
    | SiteWithdrawn
    | CacheCleaned
    | StaysHere
)
"""Everything that `build` reports."""
