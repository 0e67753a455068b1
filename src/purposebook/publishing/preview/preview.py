"""Build one product again whenever a file of it changes, and tell the pages that are open."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from watchfiles import Change, watch

from purposebook.domain.slug import Slug
from purposebook.errors import PurposebookError
from purposebook.publishing.build import build
from purposebook.publishing.crew import Crew
from purposebook.publishing.events import ProductFailed
from purposebook.publishing.job import Manner
from purposebook.publishing.own_chapters import PRIVATE
from purposebook.publishing.preview.server import PreviewServer
from purposebook.publishing.preview.state import State
from purposebook.storage.workspace import Workspace

_QUIET_MS: Final = 30
"""So long nothing may change before a build begins: an editor's save is several changes."""
_MOST_MS: Final = 400
Say = Callable[[str], None]


@dataclass(frozen=True)
class Preview:
    """Show one product."""

    workspace: Workspace
    product: Slug
    as_of: dt.date
    say: Say

    def run(self, port: int = 0, ready: Callable[[str], None] = lambda _: None) -> None:
        """Serve until somebody presses Ctrl+C; `ready` is told the address."""
        sites = self.workspace.root / PRIVATE / "preview"
        state = State()
        with Crew(1) as crew, PreviewServer(sites, state, port) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            try:
                self._rebuild(sites, crew, state)
                ready(server.address(self.product))
                for _ in self._changes():
                    self._rebuild(sites, crew, state)
            finally:
                state.end()
                server.shutdown()

    def _changes(self) -> Iterator[object]:
        """Yield once for every change of the product or of the book."""
        root = self.workspace.root
        folders = {self.workspace.folder(self.product), *(path.parent for path in self.workspace.notebooks().values())}
        yield from watch(
            *folders,
            root / "_config.yml",
            root / "_toc.yml",
            watch_filter=_matters,
            debounce=_MOST_MS,
            step=_QUIET_MS,
            recursive=False,
        )

    def _rebuild(self, sites: Path, crew: Crew, state: State) -> None:
        """Build, and say what came of it."""
        try:
            done = build(self.workspace, [self.product], sites, self.as_of, Manner(jobs=1), crew=crew)
        except PurposebookError as error:  # the book itself is broken
            self.say(str(error))
            state.faulty([str(error)])
            return
        if done.failed:
            faults = _lines(done.failed[0])
            self.say("\n".join(faults))
            state.faulty(faults)
        elif done.published:
            self.say(f"{self.product}: pages are new")
            state.pages_changed()
        else:
            state.faulty(())


def _lines(failure: ProductFailed) -> list[str]:
    """Return each fault with file and line, or what else is wrong."""
    return [str(fault) for fault in failure.faults] or failure.message.splitlines()


def _matters(change: Change, path: str) -> bool:
    """Tell whether a change is one of a team's files, and not of a lock or a copy that an editor makes."""
    del change
    name = Path(path).name
    return not name.startswith((".", "~")) and not name.endswith(("~", ".tmp", ".swp"))
