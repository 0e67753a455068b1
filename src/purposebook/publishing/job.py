"""What every product of one build has in common."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, Final

from purposebook.errors import UsageError
from purposebook.publishing.book import derived_config
from purposebook.publishing.cluster.address import refuse_open
from purposebook.publishing.events import Event
from purposebook.publishing.identity import FRONT_CHAPTER
from purposebook.publishing.limits import Limits
from purposebook.publishing.order import BookSource, ChapterSource
from purposebook.storage.texts import shown
from purposebook.storage.workspace import Workspace

Report = Callable[[Event], None]
_ENDINGS: Final = ("", ".ipynb", ".md", ".rst")
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_SITE_PAGES: Final = frozenset({"index", "search", "genindex"})
"""Pages that a site makes by itself."""


@dataclass(frozen=True)
class Manner:
    """Hold how a build goes about its work; none of it changes a byte, but for the exercises."""

    with_exercises: bool = False
    keep_going: bool = True
    jobs: int = 0
    """How many products at once; 0 is one per core."""
    force: bool = False
    """Run every chapter, whatever is known."""
    isolated: bool = False
    """Run every chapter in a kernel of its own."""
    scheduler: str = ""
    """The address of a Dask scheduler whose workers make the pages, instead of processes of this machine."""
    limits: Limits = field(default_factory=Limits)
    insecure: bool = False
    """Whether the scheduler may be on another machine without TLS."""
    in_one_place: bool = False
    """Put private products where the others go: for pages that nobody but this machine sees."""

    def __post_init__(self) -> None:
        """Refuse to speak with another machine where others listen; raises `UsageError`."""
        if self.scheduler and not self.insecure:
            refuse_open(self.scheduler)


@dataclass(frozen=True)
class Job:
    """Hold what every product of one build has in common."""

    workspace: Workspace
    out: Path
    as_of: dt.date
    manner: Manner
    report: Report

    @cached_property
    def book(self) -> BookSource:
        """Return the book's sources as they are now, or refuse a book that would lose a page."""
        root, notebooks = self.workspace.root, self.notebooks
        if FRONT_CHAPTER not in notebooks:
            raise UsageError(
                f"_toc.yml lists no notebook '{FRONT_CHAPTER}', which becomes every site's front page: "
                f"list chapters/{FRONT_CHAPTER}."
            )
        chapters = (
            ChapterSource(name, path.relative_to(root).as_posix(), path.read_bytes())
            for name, path in notebooks.items()
        )
        return BookSource((root / "_config.yml").read_bytes(), (root / "_toc.yml").read_bytes(), tuple(chapters))

    @cached_property
    def settings(self) -> Mapping[str, Any]:
        """Return the configuration of every product's book; raises `UsageError`."""
        return derived_config(self.book.config)

    @cached_property
    def notebooks(self) -> dict[str, Path]:
        """Return the notebooks in the order of `_toc.yml`, by their names; refuse pages that would get lost."""
        toc = self.workspace.toc()
        listed = tuple(dict.fromkeys(page.removesuffix(".ipynb") for page in (toc.root, *toc.chapters)))
        for why in _lost(self.workspace.root, listed):
            raise UsageError(f"_toc.yml {why}.")
        return self.workspace.notebooks()

    @cached_property
    def secrets(self) -> tuple[str, ...]:
        """Return the folders of this machine that no page may name, unless the team itself wrote them."""
        places = (self.out, self.workspace.root, self.workspace.data, home())
        return tuple(sorted({str(path) for path in places if len(path.parts) > 2}))


def home() -> Path:
    """Return the user's own folder; a user without an account, as in a container, has none and gets `~`."""
    return Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() would raise


def _lost(root: Path, pages: Iterable[str]) -> Iterator[str]:
    """Yield why a page of `_toc.yml` would be missing from a site, or take the place of another."""
    taken: dict[str, str] = {}
    for page in pages:
        name = PurePosixPath(page).name
        inside = not PurePosixPath(page).is_absolute() and ".." not in PurePosixPath(page).parts
        if not inside or not any((root / f"{page}{ending}").is_file() for ending in _ENDINGS):
            yield f"lists '{shown(page)}', which is no file of this workspace: correct it, or take it out"
        elif not _NAME.fullmatch(name) or name.lower() in _SITE_PAGES:
            yield f"lists '{shown(page)}', whose name cannot be a page of its own: name it as in chapters/our-plan"
        elif name.lower() in taken:
            yield f"lists '{shown(taken[name.lower()])}' and '{shown(page)}', which would be one page: rename one"
        taken[name.lower()] = page
