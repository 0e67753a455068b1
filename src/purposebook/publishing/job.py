"""What every product of one build has in common."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Final

from purposebook.errors import UsageError
from purposebook.publishing.events import Event
from purposebook.storage.texts import shown
from purposebook.storage.workspace import Workspace

Report = Callable[[Event], None]
_ENDINGS: Final = ("", ".ipynb", ".md", ".rst")
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_SITE_PAGES: Final = frozenset({"index", "search", "genindex"})
"""Pages that a site makes by itself."""


@dataclass(frozen=True)
class Job:
    """Hold what every product of one build has in common."""

    workspace: Workspace
    out: Path
    as_of: dt.date
    with_exercises: bool
    cell_seconds: int
    report: Report

    @cached_property
    def chapters(self) -> dict[str, Path]:
        """Return the notebooks in the order of `_toc.yml`, by their names; refuse pages that would get lost."""
        toc = self.workspace.toc()
        listed = tuple(dict.fromkeys(page.removesuffix(".ipynb") for page in (toc.root, *toc.chapters)))
        for why in _lost(self.workspace.root, listed):
            raise UsageError(f"_toc.yml {why}.")
        return self.workspace.notebooks()


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
