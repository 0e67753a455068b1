"""One worker as seen from the build: hand it an order, hear what it tells, start another when it is worn or broken."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final, cast

from purposebook.notebook import painter
from purposebook.notebook.frames import receive, send
from purposebook.publishing.order import NotMade, Order, Outcome
from purposebook.publishing.pages import FIXED
from purposebook.storage import journal

WORKER: Final = "purposebook.publishing.warm.worker"
ORDERS: Final = 200
"""So many orders a worker serves before a new one takes its place."""
_OWN: Final = ("JPY_SESSION_NAME", painter.VARIABLE, journal.VARIABLE)
"""What no worker may inherit: it would turn forms on, or lead to pipes that it does not have."""
_PATIENCE: Final = 5.0
_ENDED: Final = "its process ended before it was done; see that memory and disk are not full"

Tell = Callable[[str, str], None]


class Slot:
    """Keep one warm worker; not to be used by two threads at once."""

    def __init__(self) -> None:
        self._worker: subprocess.Popen[bytes] | None = None
        self._served = 0
        self._stopped = False

    def start(self) -> None:
        """Start the worker, which then reads its code while we do something else."""
        if self._worker is None and not self._stopped:
            environment = {name: value for name, value in os.environ.items() if name not in _OWN} | FIXED
            self._worker = subprocess.Popen(  # noqa: S603 - our own interpreter, fixed arguments
                [sys.executable, "-P", "-m", WORKER],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if os.environ.get("PBDEBUG") else subprocess.DEVNULL,
                env=environment,
                start_new_session=True,
            )
            self._served = 0

    def serve(self, order: Order, folder: Path | None, tell: Tell) -> Outcome:
        """Return what became of an order; `folder` is the worker's place to work in, None a temporary one."""
        self.start()
        outcome = self._conversation(order, folder, tell) if self._worker else NotMade(order.product, _ENDED)
        self._served += 1
        if isinstance(outcome, NotMade) or self._served >= ORDERS:
            self.close()  # after any failure too: nothing that it left behind meets another product
        return outcome

    def _conversation(self, order: Order, folder: Path | None, tell: Tell) -> Outcome:
        """Send an order and listen until it is done."""
        worker = cast("subprocess.Popen[bytes]", self._worker)
        orders, answers = cast(BinaryIO, worker.stdin), cast(BinaryIO, worker.stdout)
        outcome: Outcome = NotMade(order.product, _ENDED)
        try:
            send(orders, pickle.dumps((order, folder)))
            while (message := receive(answers)) is not None:
                kind, value = pickle.loads(message)  # noqa: S301 - from our own child
                if kind == "told":
                    tell(*value)
                elif kind == "outcome":
                    outcome = value
                elif kind == "done":
                    return outcome
        except OSError:
            pass
        return outcome

    def close(self) -> None:
        """Let the worker end by itself; call it when no order is being served."""
        worker, self._worker = self._worker, None
        if worker is not None:
            for stream in (worker.stdin, worker.stdout):
                with contextlib.suppress(OSError):
                    cast(BinaryIO, stream).close()  # it sees that nobody waits any more
            _end(worker)

    def stop(self) -> None:
        """End the worker for good, from whichever thread; an order that it serves is answered as not made."""
        self._stopped = True
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.terminate()
            _end(worker)


def _end(worker: subprocess.Popen[bytes]) -> None:
    """Wait for a worker to end, and end it by force when it does not."""
    try:
        worker.wait(timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(OSError):
            if os.name == "posix":
                os.killpg(worker.pid, signal.SIGKILL)
            else:
                worker.kill()
        worker.wait()
