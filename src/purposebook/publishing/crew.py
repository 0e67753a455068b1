"""The processes of this machine that make pages, several products at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

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

    def __init__(self, jobs: int, scratch: Path | None) -> None:
        self._slots = [Slot() for _ in range(jobs or cores())]
        self._scratch = scratch
        self._news: SimpleQueue[_Told | tuple[Slot, Outcome]] = SimpleQueue()

    def start(self, most: int) -> None:
        """Start so many workers at the most, which read their code while we plan."""
        for slot in self._slots[:most]:
            slot.start()

    def outcomes(self, orders: Iterable[Order], tell: Tell) -> Iterator[Outcome]:
        """Yield what becomes of each order, as it is done."""
        idle, busy = self._slots[::-1], 0
        with ThreadPoolExecutor(len(self._slots)) as threads:
            try:
                for order in orders:
                    if not idle:
                        slot, outcome = self._next_outcome(tell)
                        idle.append(slot)
                        busy -= 1
                        yield outcome
                    threads.submit(self._serve, idle.pop(), order)
                    busy += 1
                for _ in range(busy):
                    yield self._next_outcome(tell)[1]
            finally:
                self.stop()

    def stop(self) -> None:
        """End every worker at once, whatever it does."""
        for slot in self._slots:
            slot.stop()

    def _serve(self, slot: Slot, order: Order) -> None:
        """Serve one order in a thread of its own."""
        folder = self._scratch / f"{order.product}-work" if self._scratch else None
        tell = lambda what, chapter: self._news.put(_Told(order.product, what, chapter))  # noqa: E731
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
