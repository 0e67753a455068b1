"""What every product of one build has in common."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from purposebook.publishing.events import Event
from purposebook.storage.workspace import Workspace

Report = Callable[[Event], None]


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
        """Return the notebooks in the order of `_toc.yml`, by their names."""
        return self.workspace.notebooks()
