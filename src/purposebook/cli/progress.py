"""How a build shows what it does: bars on a terminal, plain lines elsewhere."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from purposebook.cli.console import is_terminal, say, settings
from purposebook.publishing.events import (
    BuildStarted,
    BuildWaits,
    CacheCleaned,
    ChapterRan,
    ChapterStarted,
    Event,
    ProductFailed,
    ProductStarted,
    ProductUnchanged,
    RowsKept,
    SitePublished,
    SiteRemoved,
    SiteWithdrawn,
    StaysHere,
)
from purposebook.text.plurals import counted

if TYPE_CHECKING:
    from rich.progress import Progress

Report = Callable[[Event], None]
Show = Callable[[str], None]


@contextlib.contextmanager
def progress(explain: bool = False) -> Iterator[Report]:
    """Yield what a build should report to; `explain` says of each chapter why it ran."""
    if settings.quiet or not is_terminal():
        yield Lines(say, explain).report
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failures]}", markup=False),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, transient=True) as bar:
        lines = Lines(lambda text: bar.console.print(text, markup=False, highlight=False), explain)
        yield _Bar(bar, lines).report


class Lines:
    """Write what somebody who reads a log wants to know, a line each."""

    def __init__(self, show: Show, explain: bool) -> None:
        self._show = show
        self._explain = explain
        self._total = 0
        self._done = 0
        self._reused: dict[str, tuple[str, ...]] = {}

    def report(self, event: Event) -> None:
        """Show one event."""
        match event:
            case BuildStarted(products):
                self._total = products
            case BuildWaits() | RowsKept() | SiteRemoved() | SiteWithdrawn() | CacheCleaned() | StaysHere():
                self._show(_remark(event))
            case ProductStarted(product, known):
                self._reused[product] = known
            case ChapterRan(product, chapter, why) if self._explain:
                self._show(f"{product}/{chapter} ran: {why}")
            case ProductUnchanged(product):
                self._done += 1
                if self._explain:
                    self._show(f"{product} did not run: nothing changed")
            case SitePublished(product, pages, written):
                self._published(product, pages, written)
            case ProductFailed(product, last_good=last_good):
                kept = f"; its site as of {last_good.isoformat()} stays" if last_good else ""
                self._ended(f"{product} was not published{kept}")
            case _:
                pass

    def _published(self, product: str, pages: int, written: int) -> None:
        """Say that a site stands, and of what little it needed."""
        for chapter in self._reused.pop(product, ()) if self._explain else ():
            self._show(f"{product}/{chapter} did not run: nothing that it reads changed")
        self._ended(f"{product}: {counted(pages, 'page')}, {counted(written, 'file')} written")

    def _ended(self, text: str) -> None:
        """Say what became of one product, and how many are left."""
        self._done += 1
        self._show(f"{text} ({self._done} of {self._total})")


def _remark(event: BuildWaits | RowsKept | SiteRemoved | SiteWithdrawn | CacheCleaned | StaysHere) -> str:
    """Say what does not move a build on."""
    match event:
        case BuildWaits():
            return "Another build writes into the same folder: waiting for its end"
        case RowsKept(product, said):
            return f"{product}: {said}"
        case SiteRemoved(product):
            return f"{product} is no longer a product: its site was taken away"
        case SiteWithdrawn(product, folder, private):
            now = "is private now" if private else "is no longer private"
            return f"{product} {now}: its site was taken out of {folder}"
        case CacheCleaned():
            return "What .purposebook/_cache held of products that are private now was deleted"
        case StaysHere(product):
            return f"{product} is private: it is made on this machine and not sent to the cluster"


class _Bar:
    """Move a bar over all products, with the chapters that run beside it."""

    def __init__(self, bar: Progress, lines: Lines) -> None:
        self._bar = bar
        self._lines = lines
        self._task = bar.add_task("", total=None, failures="")
        self._running: dict[str, str] = {}
        self._failed = 0

    def report(self, event: Event) -> None:
        """Show one event."""
        match event:
            case BuildStarted(products):
                self._bar.update(self._task, total=products)
            case ChapterStarted(product, chapter):
                self._running[product] = chapter
            case ChapterRan(product):
                self._running[product] = "pages"
            case SitePublished(product) | ProductFailed(product) | ProductUnchanged(product):
                self._failed += isinstance(event, ProductFailed)
                self._running.pop(product, None)
                self._bar.advance(self._task)
            case _:
                pass
        failures = f"{self._failed} failed" if self._failed else ""
        running = "  ".join(f"{product}: {what}" for product, what in self._running.items())
        self._bar.update(self._task, description=running, failures=failures)
        self._lines.report(event)
