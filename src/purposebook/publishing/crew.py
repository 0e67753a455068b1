"""The processes of this machine that make pages, several products at once."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Self

from purposebook.publishing.order import NotMade, Order, Outcome
from purposebook.publishing.warm.slot import Slot
from purposebook.publishing.warm.system import cores
from purposebook.publishing.warm.worker_process import WorkerProcess

Tell = Callable[[str, str, str], None]
"""Is told a product, what was done, and to which chapter."""


@dataclass(frozen=True)
class _Told:
    """Carry what a worker told from its thread to that of the build."""

    product: str
    what: str
    chapter: str


_News = SimpleQueue[_Told | tuple[Slot, Outcome]]
"""What threads hand over to that of the build."""


class Crew:
    """Keep one warm worker per job; orders are taken as workers become free."""

    def __init__(self, jobs: int, started: Sequence[WorkerProcess] = ()) -> None:
        waiting = list(started)
        self._slots = [Slot(started=waiting.pop() if waiting else None) for _ in range(jobs or cores())]

    def __enter__(self) -> Self:
        """Begin; workers start with their first orders."""
        return self

    def __exit__(self, *error: object) -> None:
        """End every worker at once, whatever it does."""
        with ThreadPoolExecutor(len(self._slots)) as threads:
            list(threads.map(Slot.stop, self._slots))

    def dismiss(self) -> None:
        """Ask every worker to end, without waiting for it; nothing more will be served."""
        for slot in self._slots:
            slot.dismiss()

    def prepare(self) -> None:
        """Let idle workers get ready for many orders, while nobody waits for them."""
        for slot in self._slots:
            slot.prepare()

    def expect(self, orders: int) -> int:
        """Start the workers that so many orders keep busy; return how many chapters of each may run at once.

        Where there are cores to spare it is one more than there are cores: a chapter waits for its pictures. Where
        there are more orders than workers, each gets ready for many before its first.
        """
        busy = self._slots[:orders]
        for slot in busy:
            _start(slot, many=orders > len(self._slots))
        spare = cores() // max(1, len(busy))
        return spare + 1 if spare > 1 else 1

    def outcomes(self, orders: Iterable[Order], scratch: Path, tell: Tell) -> Generator[Outcome]:
        """Yield what becomes of each order, as it is done; workers have their places below `scratch`."""
        news: _News = SimpleQueue()
        with ThreadPoolExecutor(len(self._slots)) as threads:
            try:
                idle, done = self._slots[::-1], []
                for order in orders:
                    if not idle:
                        slot, outcome = _next_outcome(news, tell)
                        idle, done = [slot], [outcome]
                    _start(idle[-1])
                    threads.submit(_serve, idle.pop(), order, scratch / f"{order.product}-work", news)
                    yield from done  # with the worker at its next order meanwhile
                for _ in range(len(self._slots) - len(idle)):
                    yield _next_outcome(news, tell)[1]
            except BaseException:
                self._renew()  # or the threads would wait for what they serve
                raise

    def _renew(self) -> None:
        """End every worker, and begin again with none."""
        self.__exit__()
        self._slots = [Slot() for _ in self._slots]


def _start(slot: Slot, many: bool = False) -> None:
    """Start a worker from the thread that may have to stop it; one that cannot start answers for itself."""
    with contextlib.suppress(OSError):
        slot.prepare(pages=False) if many else slot.start()


def _serve(slot: Slot, order: Order, folder: Path, news: _News) -> None:
    """Serve one order in a thread of its own."""

    def tell(what: str, chapter: str) -> None:
        """Hand over to the thread of the build."""
        news.put(_Told(order.product, what, chapter))

    try:
        outcome = slot.serve(order, folder, tell)
    except Exception as error:  # noqa: BLE001 - a thread that ends without a word would stop the build
        outcome = NotMade(order.product, f"its worker could not be used ({type(error).__name__}); build it again")
    news.put((slot, outcome))


def _next_outcome(news: _News, tell: Tell) -> tuple[Slot, Outcome]:
    """Pass on what is told until a worker is done."""
    while isinstance(told := news.get(), _Told):
        tell(told.product, told.what, told.chapter)
    return told
