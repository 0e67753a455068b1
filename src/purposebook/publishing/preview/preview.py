"""Build one product again whenever a file of it changes, and tell the pages that are open."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from purposebook.domain.slug import Slug
from purposebook.errors import DataFaults, PurposebookError
from purposebook.publishing.build import build
from purposebook.publishing.cache.places import PRIVATE
from purposebook.publishing.crew import Crew
from purposebook.publishing.events import Event, ProductFailed, RowsKept, SitePublished
from purposebook.publishing.job import Manner
from purposebook.publishing.preview.server import PreviewServer
from purposebook.publishing.preview.state import State
from purposebook.publishing.preview.watching import Files
from purposebook.storage.workspace import Workspace

Say = Callable[[str], None]
_MANNER: Final = Manner(jobs=1, in_one_place=True)


@dataclass(frozen=True)
class Preview:
    """Show one product."""

    workspace: Workspace
    product: Slug
    as_of: dt.date
    say: Say

    @property
    def sites(self) -> Path:
        """Return the folder that is served."""
        return self.workspace.root / PRIVATE / "_preview"

    def run(self, port: int = 0, ready: Callable[[str], None] = lambda _: None) -> None:
        """Serve until somebody presses Ctrl+C; `ready` is told the address."""
        state = State()
        with _serving(self.sites, state, port) as server, Crew(1) as crew:
            for number, _ in enumerate(Files(self.workspace, self.product).changes()):
                self._tell(state, self._rebuild(crew, state))
                if number == 0:
                    ready(server.address(self.product))
                    crew.prepare()

    def _rebuild(self, crew: Crew, state: State) -> tuple[str, ...]:
        """Build, show the pages as soon as they stand, and return what is wrong with the files."""

        def hear(event: Event) -> None:
            """Do not wait for what a build does after its pages; pass on that rows are kept ones."""
            if isinstance(event, SitePublished):
                state.pages_changed()
                self.say(f"{self.product}: pages are new")
            elif isinstance(event, RowsKept):
                self.say(f"{self.product}: {event.said}")

        try:
            done = build(self.workspace, [self.product], self.sites, self.as_of, _MANNER, hear, crew)
        except DataFaults as error:  # the book itself is broken
            return tuple(map(str, error.faults))
        except PurposebookError as error:
            return (str(error),)
        except OSError as error:
            return (f"A file of the workspace cannot be read or written: {error.strerror or type(error).__name__}.",)
        return _lines(done.failed)

    def _tell(self, state: State, faults: tuple[str, ...]) -> None:
        """Say here and on the pages what is wrong, or that nothing is any more."""
        if faults:
            self.say("\n".join(faults))
        state.faulty(faults)


@contextmanager
def _serving(sites: Path, state: State, port: int) -> Iterator[PreviewServer]:
    """Serve in a thread of its own; raises `PurposebookError` for a port that something else has."""
    try:
        server = PreviewServer(sites, state, port)
    except (OSError, OverflowError) as error:
        raise PurposebookError(
            f"Nothing can be served at port {port}, probably because something else is: give another --port, or none."
        ) from error
    with server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield server
        finally:
            state.end()
            server.shutdown()


def _lines(failed: Sequence[ProductFailed]) -> tuple[str, ...]:
    """Return each fault with file and line, or what else is wrong."""
    return tuple(
        line for failure in failed for line in (map(str, failure.faults) if failure.faults else [failure.message])
    )
