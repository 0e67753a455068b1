"""One worker as seen from the build: hand it an order, hear what it tells, start another when it is worn or broken."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Final

from purposebook.publishing.order import NotMade, Order, Outcome
from purposebook.publishing.warm.worker_process import ENDED, Tell, WorkerProcess

ORDERS: Final = 200
"""So many orders a worker serves before a new one takes its place."""


class Slot:
    """Keep one warm worker; orders come from one thread at a time, `stop` from any."""

    def __init__(self, orders: int = ORDERS, started: WorkerProcess | None = None) -> None:
        self._orders = orders
        self._worker = started
        self._served = 0
        self._stopped = False
        self._changing = threading.Lock()

    def start(self) -> None:
        """Start the worker, which then reads its code while we do something else."""
        self._started()

    def prepare(self, pages: bool = True) -> None:
        """Let an idle worker, a new one if there is none, get ready for many orders and, if asked, for `pages`."""
        if worker := self._started():
            worker.prepare(pages)

    def serve(self, order: Order, folder: Path | None, tell: Tell) -> Outcome:
        """Return what became of an order; `folder` is the worker's place to work in, None a temporary one."""
        worker = self._started()
        outcome = worker.conversation(order, folder, tell) if worker else NotMade(order.product, ENDED)
        self._served += 1
        if isinstance(outcome, NotMade) or self._served >= self._orders or not (worker and worker.waits):
            self.close()  # after any failure too: nothing that it left behind meets another product
        return outcome

    def close(self) -> None:
        """Let the worker end by itself; call it when no order is being served."""
        if worker := self._given_up():
            worker.close()

    def dismiss(self) -> None:
        """Ask the worker to end; call it when no order is being served."""
        if self._worker:
            self._worker.dismiss()

    def stop(self) -> None:
        """End the worker for good, from whichever thread; an order that it serves is answered as not made."""
        if worker := self._given_up(stopped=True):
            worker.stop()

    def _started(self) -> WorkerProcess | None:
        """Return the worker, a new one if there is none; none after the stop."""
        with self._changing:
            if self._worker is None and not self._stopped:
                self._worker, self._served = WorkerProcess(), 0
            return self._worker

    def _given_up(self, stopped: bool = False) -> WorkerProcess | None:
        """Return the worker, and forget it: of two threads only one gets it."""
        with self._changing:
            worker, self._worker = self._worker, None
            self._stopped = self._stopped or stopped
            return worker
