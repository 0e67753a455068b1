"""One worker as seen from the build: hand it an order, hear what it tells, start another when it is worn or broken."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import IO, BinaryIO, Final, cast

from purposebook.notebook import painter
from purposebook.notebook.frames import receive, send
from purposebook.publishing.order import NotMade, Order, Outcome
from purposebook.publishing.pages import FIXED
from purposebook.publishing.warm.system import end_marked
from purposebook.storage import journal

WORKER: Final = "purposebook.publishing.warm.worker"
ORDERS: Final = 200
"""So many orders a worker serves before a new one takes its place."""
MARK: Final = "PURPOSEBOOK_WORKER"
"""Names a worker in the environment of everything below it, by which that is found should the worker be killed."""
_OWN: Final = ("JPY_SESSION_NAME", painter.VARIABLE, journal.VARIABLE)
"""What no worker may inherit: it would turn forms on, or lead to pipes that it does not have."""
_PATIENCE: Final = 5.0
_ENDED: Final = "its process ended before it was done; see that memory and disk are not full"

Tell = Callable[[str, str], None]


class Slot:
    """Keep one warm worker; orders come from one thread at a time, `stop` from any."""

    def __init__(self, orders: int = ORDERS) -> None:
        self._orders = orders
        self._worker: _Worker | None = None
        self._served = 0
        self._stopped = False
        self._changing = threading.Lock()

    def start(self) -> None:
        """Start the worker, which then reads its code while we do something else."""
        self._started()

    def prepare(self) -> None:
        """Let an idle worker, a new one if there is none, get ready for many orders, while nobody waits for it."""
        if worker := self._started():
            worker.prepare()

    def serve(self, order: Order, folder: Path | None, tell: Tell) -> Outcome:
        """Return what became of an order; `folder` is the worker's place to work in, None a temporary one."""
        worker = self._started()
        outcome = worker.conversation(order, folder, tell) if worker else NotMade(order.product, _ENDED)
        self._served += 1
        if isinstance(outcome, NotMade) or self._served >= self._orders or not (worker and worker.waits):
            self.close()  # after any failure too: nothing that it left behind meets another product
        return outcome

    def close(self) -> None:
        """Let the worker end by itself; call it when no order is being served."""
        if worker := self._given_up():
            worker.close()

    def stop(self) -> None:
        """End the worker for good, from whichever thread; an order that it serves is answered as not made."""
        if worker := self._given_up(stopped=True):
            worker.stop()

    def _started(self) -> _Worker | None:
        """Return the worker, a new one if there is none; none after the stop."""
        with self._changing:
            if self._worker is None and not self._stopped:
                self._worker, self._served = _Worker(), 0
            return self._worker

    def _given_up(self, stopped: bool = False) -> _Worker | None:
        """Return the worker, and forget it: of two threads only one gets it."""
        with self._changing:
            worker, self._worker = self._worker, None
            self._stopped = self._stopped or stopped
            return worker


class _Worker:
    """Speak with one process."""

    def __init__(self) -> None:
        self.waits = False
        """Whether it served its last order to the end, and waits for the next."""
        self._mark = f"{os.getpid()}-{uuid.uuid4().hex}"
        environment = {name: value for name, value in os.environ.items() if name not in _OWN}
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, fixed arguments
            [sys.executable, "-P", "-m", WORKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment | FIXED | {MARK: self._mark},
            start_new_session=True,
        )

    def prepare(self) -> None:
        """Let it get ready for many orders."""
        with contextlib.suppress(OSError, ValueError):
            send(cast(BinaryIO, self._process.stdin), pickle.dumps(None))

    def conversation(self, order: Order, folder: Path | None, tell: Tell) -> Outcome:
        """Send an order and listen until it is done."""
        outcome: Outcome = NotMade(order.product, _ENDED)
        self.waits = False
        try:
            send(cast(BinaryIO, self._process.stdin), pickle.dumps((order, folder)))
            while (message := receive(cast(BinaryIO, self._process.stdout))) is not None:
                kind, value = pickle.loads(message)  # noqa: S301 - from our own child
                if kind == "told":
                    tell(*value)
                elif kind == "outcome":
                    outcome = value
                elif kind == "done":
                    self.waits = True
                    break
        except (OSError, ValueError):  # it has ended, or was closed by another thread
            pass
        return outcome

    def close(self) -> None:
        """Let it see that nobody waits any more, and wait for its end."""
        self._close(self._process.stdin)
        self._end()

    def stop(self) -> None:
        """End it whatever it does; who listens to it hears that it has ended."""
        self._process.terminate()
        self._end()

    def _end(self) -> None:
        """Wait for the end, and bring it about when it does not come; then nothing below it is left either."""
        try:
            self._process.wait(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.returncode:  # it could not put away what it had started
            end_marked(MARK, self._mark)
        self._close(self._process.stdin)
        self._close(self._process.stdout)

    @staticmethod
    def _close(stream: IO[bytes] | None) -> None:
        """Close a pipe, with or without somebody at its other end."""
        with contextlib.suppress(OSError):
            cast(IO[bytes], stream).close()
