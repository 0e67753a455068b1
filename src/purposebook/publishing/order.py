"""What a worker is handed and hands back: values only, so that it may be a process here or a machine elsewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from purposebook.domain.result_build import FindingCounts
from purposebook.domain.visibility import Visibility
from purposebook.errors import Fault
from purposebook.publishing.limits import Limits


@dataclass(frozen=True)
class ChapterSource:
    """Hold one notebook of the workspace."""

    name: str
    path: str
    """Relative to the workspace, with forward slashes."""
    data: bytes


@dataclass(frozen=True)
class BookSource:
    """Hold what every product's book is made from."""

    config: bytes
    toc: bytes
    chapters: tuple[ChapterSource, ...]
    """In the order of `_toc.yml`."""


@dataclass(frozen=True)
class LogFile:
    """Name a file that is too large to be carried."""

    path: str
    """Where it stands on the machine that ordered."""
    sha256: str
    """Of what the site is made from; whoever finds anything else there makes nothing."""


@dataclass(frozen=True)
class Skeleton:
    """Hold the files of a site whose pages have marks in the places of what cells show."""

    key: str
    """The hash of everything that Jupyter Book made them from."""
    files: Mapping[str, bytes]
    """By their names; without those that are added later."""
    later: frozenset[str]
    """Files that the pages load and that whoever publishes adds, the same for every site."""


@dataclass(frozen=True)
class Order:
    """Hold everything that one product's site is made from."""

    product: str
    book: BookSource
    files: Mapping[str, bytes]
    """The product's own files by their names."""
    as_of: dt.date
    logs: Mapping[str, LogFile] = field(default_factory=dict)
    """The product's event logs by their names."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """The configuration of its book, as `derived_config` returns it."""
    with_exercises: bool = False
    isolated: bool = False
    """Run every chapter in a kernel of its own."""
    limits: Limits = field(default_factory=Limits)
    together: int = 1
    """So many chapters may run at once."""
    known: Mapping[str, bytes] = field(default_factory=dict)
    """Chapters that need not run, with what their cells showed."""
    skeleton: Skeleton | None = None
    """Pages of an earlier build, in which perhaps only what cells show has changed."""
    pictures: bytes | None = None
    """Pictures of earlier builds, packed."""
    parts: bytes | None = None
    """What the product's parts said in an earlier build, packed."""
    sound: bool = False
    """Whether an earlier build found these chapters to be notebooks."""
    secrets: tuple[str, ...] = ()
    """Folders of the machine that ordered, which no page may name."""
    held: frozenset[str] = frozenset()
    """Hashes of files that whoever ordered has already."""


@dataclass(frozen=True)
class ChapterResult:
    """Hold how one chapter ran."""

    chapter: str
    cells: bytes
    """What its code cells showed, as JSON."""
    files: Mapping[str, str | None]
    """The files that it read, with the hash of their bytes; None where there was none."""
    day: bool
    """Whether it used the day of the report."""
    cacheable: bool


@dataclass(frozen=True)
class SiteFile:
    """Hold one file of a finished site; its bytes are left out where they are held already."""

    name: str
    sha256: str
    data: bytes | None


@dataclass(frozen=True)
class Made:
    """Hold a product's finished and verified pages."""

    product: str
    files: tuple[SiteFile, ...]
    inputs: Mapping[str, str]
    """The product's files that were read, with the hash of their bytes."""
    cells: Mapping[str, int]
    """Each chapter's number of code cells, in the order of `_toc.yml`."""
    findings: FindingCounts
    pages: int
    ran: tuple[ChapterResult, ...]
    later: frozenset[str]
    """Files that the pages load and that whoever publishes adds, the same for every site."""
    skeleton: Skeleton | None = None
    """The pages before they were filled, where they are not those of the order."""
    pictures: bytes | None = None
    """Pictures for the next build, packed, where some are new."""
    parts: bytes | None = None
    """What the parts say, packed for the next build, where that is new."""
    visibility: Visibility = "public"
    """Who may see the pages, as the product's files said that they were made from."""


@dataclass(frozen=True)
class NotMade:
    """Say why a product has no new site."""

    product: str
    message: str
    faults: tuple[Fault, ...] = ()
    trace: str = ""
    """Where in the code it happened, for `--debug`."""
    ran: tuple[ChapterResult, ...] = ()
    """The chapters that ran to their end before."""


Outcome = Made | NotMade
