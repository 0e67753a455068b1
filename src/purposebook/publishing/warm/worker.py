"""A warm worker: a process that has read all code, and forks one that makes a product's pages for each order.

Started as `python -m purposebook.publishing.warm`. Orders come in on stdin and answers go out on
stdout, one message each. A forked process begins with all that was read and ends with all that it did, so no product
and no chapter meets the traces of another, and this process never grows.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import select
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from purposebook.domain.variables import PAINTER
from purposebook.errors import DataFaults, PurposebookError
from purposebook.notebook import painter
from purposebook.notebook.frames import receive, send
from purposebook.publishing.making import Making
from purposebook.publishing.order import NotMade, Order, Outcome
from purposebook.publishing.skeleton import Shelf
from purposebook.publishing.warm.system import FORKS, adopt_orphans, die_with_parent, end_children
from purposebook.publishing.warm.watch import clean_below
from purposebook.storage import disk

TOLD: Final = "told"
OUTCOME: Final = "outcome"
DONE: Final = "done"
_GRACE: Final = 30
_RARELY: Final = (50_000, 20, 20)
"""Processes that soon end need not look for garbage often."""


def main() -> None:
    """Serve orders until whoever gives them has gone."""
    signal.signal(signal.SIGTERM, _leave)
    orders, answers = _own_streams()
    adopt_orphans()
    try:
        with tempfile.TemporaryDirectory(prefix="pb-") as own:
            tempfile.tempdir = own  # what is left by a process that is ended goes with it
            shelf = Path(own) / "shelf"
            disk.make_folder(shelf)
            worker = Worker(orders, answers, _start_painter() if FORKS else None, Shelf(shelf))
            worker.read()
            while (message := receive(orders)) is not None:
                request = pickle.loads(message)  # noqa: S301 - from our own parent
                worker.prepare(request) if isinstance(request, bool) else worker.serve(*request)
    finally:
        end_children()


@dataclass
class Worker:
    """Serve one order after the other."""

    orders: BinaryIO
    answers: BinaryIO
    drawing: subprocess.Popen[bytes] | None
    """The painter; None where processes cannot be forked."""
    shelf: Shelf
    views_ready: bool = False
    pages_ready: bool = False
    served: int = 0

    def read(self) -> None:
        """Import what chapters need; the first order begins at once, and its pages are prepared beside its chapters."""
        from purposebook.publishing.warm.preparation import read_chapters

        read_chapters()
        _keep_all()

    def prepare(self, pages: bool) -> None:
        """Go once through all views, and through a book if `pages` are to be made, so that no later order has to."""
        from purposebook.publishing.warm.preparation import prepare_pages, prepare_views

        if not self.views_ready:
            prepare_views()
            self.views_ready = True
            _keep_all()
        if pages and not self.pages_ready:
            with tempfile.TemporaryDirectory(prefix="pb-") as folder:
                prepare_pages(Path(folder))
            self.pages_ready = True
            _keep_all()

    def serve(self, order: Order, folder: Path | None) -> None:
        """Serve an order, in a process of its own where that is possible."""
        if self.served or self.views_ready:  # or many were announced
            shapes = self.shelf.count()  # after one, the next products probably need no other
            self.prepare(pages=order.skeleton is None and shapes != 1)
        self.served += 1
        if self.drawing is None:
            self._make(order, folder)
        else:
            self._make_aside(order, folder, self.drawing.pid)
        _tell(self.answers, DONE)

    def _make_aside(self, order: Order, folder: Path | None, painter_pid: int) -> None:
        """Let a forked process make the pages; end it when it takes too long or when nobody waits any more."""
        worker, child = os.getpid(), os.fork()
        if child == 0:
            self._be_maker(order, folder, worker)
        watch = os.pidfd_open(child)
        seconds = order.limits.longest(len(order.book.chapters)) + _GRACE
        try:
            waiting: list[int | BinaryIO] = [watch, self.orders]
            if watch not in select.select(waiting, [], [], seconds)[0]:
                os.kill(child, signal.SIGKILL)
            status = os.waitpid(child, 0)[1]
        finally:
            os.close(watch)
            end_children(keep=frozenset({painter_pid}))
            clean_below(Path(tempfile.gettempdir()))
        if status:
            raise SystemExit(1)  # it may have ended in the middle of a message, and ours would be taken for the rest

    def _be_maker(self, order: Order, folder: Path | None, worker: int) -> None:
        """Become the process that serves one order. Never returns."""
        try:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            os.setsid()
            die_with_parent(worker)
            adopt_orphans()
            self._make(order, folder)
            os._exit(0)
        finally:
            os._exit(1)

    def _make(self, order: Order, folder: Path | None) -> None:
        """Make one product's pages and send them."""
        with _place(folder) as place:
            _tell(self.answers, OUTCOME, outcome_of(self._making(order, place)))

    def _making(self, order: Order, place: Path) -> Making:
        """Return what follows an order through its steps."""

        def tell(what: str, chapter: str) -> None:
            """Tell whoever gave the order."""
            _tell(self.answers, TOLD, (what, chapter))

        making = Making(order, place, tell, shelf=self.shelf)
        if self.served > 1 or self.pages_ready or self.drawing is None or order.skeleton is not None:
            return making
        from purposebook.publishing.warm.page_process import PageProcess

        making.make_pages = PageProcess(place / "prepared").make_pages
        return making


def _leave(number: int, frame: object) -> None:
    """End as at the end of all orders: with everything below put away."""
    del number, frame
    raise SystemExit


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Return the pipes to our parent, and let nothing else write into them."""
    orders, answers = os.fdopen(os.dup(0), "rb", buffering=0), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return orders, answers


def _start_painter() -> subprocess.Popen[bytes]:
    """Start the process that draws, and name the way to it for every process that is forked from here."""
    ours, theirs = socket.socketpair()
    command = [sys.executable, "-P", "-m", painter.__name__, str(theirs.fileno())]
    started = subprocess.Popen(command, pass_fds=[theirs.fileno()], start_new_session=True)  # noqa: S603
    theirs.close()
    os.environ[PAINTER] = str(ours.detach())
    return started


def _keep_all() -> None:
    """Keep what was read out of reach of the garbage collector, which would copy it in every forked process."""
    gc.freeze()
    gc.set_threshold(*_RARELY)
    gc.enable()


def _tell(answers: BinaryIO, kind: str, value: object = None) -> None:
    """Send one message to whoever gives the orders."""
    send(answers, pickle.dumps((kind, value)))


@contextlib.contextmanager
def _place(folder: Path | None) -> Iterator[Path]:
    """Work in the folder that was named, or in one of our own."""
    if folder is None:
        with tempfile.TemporaryDirectory(prefix="pb-") as made:
            yield Path(made)
    else:
        disk.make_folder(folder)
        try:
            yield folder
        finally:
            disk.remove_tree(folder)


def outcome_of(making: Making) -> Outcome:
    """Make the pages, or put what kept us from it into words; an error that nobody foresaw is named by its kind."""
    try:
        return making.made()
    except Exception as error:  # noqa: BLE001 - whatever breaks one product must not touch the next
        faults = error.faults if isinstance(error, DataFaults) else ()
        return NotMade(making.order.product, _words(error), faults, traceback.format_exc(), tuple(making.ran))


def _words(error: Exception) -> str:
    """Say what happened: our own words, the system's, or the kind of an error that nobody foresaw."""
    if isinstance(error, PurposebookError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"the system refused a file ({error.strerror}); see that the disk is not full"
    return f"an error that should not happen ({type(error).__name__}); please report it"
