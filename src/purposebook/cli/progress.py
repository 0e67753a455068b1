"""How a build shows what it does: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from purposebook.cli.console import is_terminal, say, settings
from purposebook.publishing.events import (
    ChapterRan,
    Event,
    PagesMade,
    ProductFailed,
    ProductStarted,
    SitePublished,
    SiteRemoved,
)

if TYPE_CHECKING:
    from rich.progress import Progress

Report = Callable[[Event], None]


@contextlib.contextmanager
def progress() -> Iterator[Report]:
    """Yield what a build should report to."""
    if settings.quiet or not is_terminal():
        yield _line
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, transient=True) as bar:
        yield _Bar(bar).report


class _Bar:
    """Move one bar over all chapters of all products."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=None)

    def report(self, event: Event) -> None:
        """Show one event."""
        match event:
            case ProductStarted(product, _, total, chapters):
                self._bar.update(self._task, description=f"{product}: starting", total=total * (chapters + 1))
            case ChapterRan(product, chapter):
                self._step(f"{product}: {chapter}")
            case PagesMade(product):
                self._step(f"{product}: pages")
            case _:
                _line(event, lambda text: self._bar.console.print(text, markup=False, highlight=False))

    def _step(self, description: str) -> None:
        """Move one step on."""
        self._bar.update(self._task, advance=1, description=description)


def _line(event: Event, show: Callable[[str], None] = say) -> None:
    """Print the events that somebody who reads a log wants to see."""
    match event:
        case ProductStarted(product, number, total, _):
            show(f"{product} ({number} of {total})")
        case SitePublished(pages=pages):
            show(f"  published {pages} pages")
        case ProductFailed(last_good=last_good):
            kept = f"; its site as of {last_good.isoformat()} stays" if last_good else ""
            show(f"  not published{kept}")
        case SiteRemoved(product):
            show(f"{product} is no longer a product: its site was taken away")
        case _:
            pass
