"""A warm worker: a process that has read all code, and forks one that makes a product's pages for each order.

Started by a `Slot` as `python -m purposebook.publishing.warm.worker`. Orders come in on stdin and answers go out on
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
from pathlib import Path
from typing import BinaryIO, Final

from purposebook.errors import DataFaults, PurposebookError
from purposebook.notebook import painter
from purposebook.notebook.frames import receive, send
from purposebook.publishing.order import NotMade, Order, Outcome
from purposebook.publishing.warm.system import FORKS, adopt_orphans, die_with_parent, end_children
from purposebook.storage import disk

READY: Final = "ready"
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
    drawing = _start_painter() if FORKS else None
    _read_all_code()
    _tell(answers, READY)
    try:
        while (message := receive(orders)) is not None:
            order, folder = pickle.loads(message)  # noqa: S301 - from our own parent
            _serve_aside(order, folder, orders, answers, drawing) if drawing else _serve(order, folder, answers)
            _tell(answers, DONE)
    finally:
        end_children()


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
    os.environ[painter.VARIABLE] = str(ours.detach())
    return started


def _read_all_code() -> None:
    """Import everything that chapters and pages need, and keep it out of reach of the garbage collector."""
    from purposebook.publishing.warm.preparation import prepare

    prepare()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_RARELY)


def _tell(answers: BinaryIO, kind: str, value: object = None) -> None:
    """Send one message to whoever gives the orders."""
    send(answers, pickle.dumps((kind, value)))


def _serve_aside(
    order: Order, folder: Path | None, orders: BinaryIO, answers: BinaryIO, drawing: subprocess.Popen[bytes]
) -> None:
    """Let a process of its own serve an order; end it when it takes too long or when nobody waits any more."""
    child = os.fork()
    if child == 0:
        _be_maker(order, folder, answers)
    watch = os.pidfd_open(child)
    seconds = len(order.book.chapters) * order.limits.chapter_seconds + order.limits.pages_seconds + _GRACE
    try:
        waiting: list[int | BinaryIO] = [watch, orders]
        if watch not in select.select(waiting, [], [], seconds)[0]:
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    finally:
        os.close(watch)
        end_children(keep=frozenset({drawing.pid}))


def _be_maker(order: Order, folder: Path | None, answers: BinaryIO) -> None:
    """Become the process that serves one order. Never returns."""
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.setsid()
        die_with_parent()
        adopt_orphans()
        _serve(order, folder, answers)
    finally:
        os._exit(0)


def _serve(order: Order, folder: Path | None, answers: BinaryIO) -> None:
    """Make one product's pages and send them."""
    with _place(folder) as place:
        _tell(answers, OUTCOME, outcome_of(order, place, answers))


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


def outcome_of(order: Order, place: Path, answers: BinaryIO) -> Outcome:
    """Make the pages, or put what kept us from it into words; an error that nobody foresaw is named by its kind."""
    from purposebook.publishing.making import Making

    making = Making(order, place, lambda what, chapter: _tell(answers, TOLD, (what, chapter)))
    try:
        return making.made()
    except Exception as error:  # noqa: BLE001 - whatever breaks one product must not touch the next
        faults = error.faults if isinstance(error, DataFaults) else ()
        known = isinstance(error, PurposebookError)
        message = str(error) if known else f"an error that should not happen ({type(error).__name__}); please report it"
        return NotMade(order.product, message, faults, traceback.format_exc(), tuple(making.ran))


if __name__ == "__main__":
    main()
