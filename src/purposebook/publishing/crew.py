"""The processes of this machine that make pages, several products at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Self

from purposebook.publishing.order import NotMade, Order, Outcome
from purposebook.publishing.warm.slot import Slot

Tell = Callable[[str, str, str], None]
"""Is told a product, what was done, and to which chapter."""


@dataclass(frozen=True)
class _Told:
    """Carry what a worker told from its thread to that of the build."""

    product: str
    what: str
    chapter: str


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew:
    """Keep one warm worker per job; orders are taken as workers become free."""

    def __init__(self, jobs: int) -> None:
        self._slots = [Slot() for _ in range(jobs or cores())]
        self._news: SimpleQueue[_Told | tuple[Slot, Outcome]] = SimpleQueue()

    def __enter__(self) -> Self:
        """Begin; workers start with their first orders."""
        return self

    def __exit__(self, *error: object) -> None:
        """End every worker at once, whatever it does."""
        for slot in self._slots:
            slot.stop()

    def outcomes(self, orders: Iterable[Order], scratch: Path, tell: Tell) -> Generator[Outcome]:
        """Yield what becomes of each order, as it is done; workers have their places below `scratch`."""
        idle, busy = self._slots[::-1], 0
        with ThreadPoolExecutor(len(self._slots)) as threads:
            try:
                for order in orders:
                    if not idle:
                        slot, outcome = self._next_outcome(tell)
                        idle.append(slot)
                        busy -= 1
                        yield outcome
                    threads.submit(self._serve, idle.pop(), order, scratch / f"{order.product}-work")
                    busy += 1
                while busy:
                    busy -= 1
                    yield self._next_outcome(tell)[1]
            except BaseException:
                self.__exit__()  # or the threads would wait for what they serve
                raise

    def _serve(self, slot: Slot, order: Order, folder: Path) -> None:
        """Serve one order in a thread of its own."""

        def tell(what: str, chapter: str) -> None:
            """Hand over to the thread of the build."""
            self._news.put(_Told(order.product, what, chapter))

        try:
            outcome = slot.serve(order, folder, tell)
        except Exception as error:  # noqa: BLE001 - a thread that ends without a word would stop the build
            outcome = NotMade(order.product, f"its worker could not be used ({type(error).__name__}); build it again")
        self._news.put((slot, outcome))

    def _next_outcome(self, tell: Tell) -> tuple[Slot, Outcome]:
        """Pass on what is told until a worker is done."""
        while isinstance(news := self._news.get(), _Told):
            tell(news.product, news.what, news.chapter)
        return news
