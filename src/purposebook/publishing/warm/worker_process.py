"""The process of a worker as seen from the build; read without anything heavy, so that it can be started first."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, Final, cast

from purposebook.domain.variables import OF_A_RUN
from purposebook.notebook.frames import receive, send
from purposebook.publishing.pages import FIXED
from purposebook.publishing.surroundings import surroundings
from purposebook.publishing.warm.system import end_marked

if TYPE_CHECKING:
    from purposebook.publishing.order import Order, Outcome

WORKER: Final = "purposebook.publishing.warm"
MARK: Final = "PURPOSEBOOK_WORKER"
"""Names a worker in the environment of everything below it, by which that is found should the worker be killed."""
_PATIENCE: Final = 5.0
ENDED: Final = "its process ended before it was done; see that memory and disk are not full"

Tell = Callable[[str, str], None]


class WorkerProcess:
    """Start one worker and speak with it."""

    def __init__(self) -> None:
        self.waits = False
        """Whether it served its last order to the end, and waits for the next."""
        self._mark = f"{os.getpid()}-{os.urandom(16).hex()}"
        environment = {name: value for name, value in surroundings().items() if name not in OF_A_RUN}
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, fixed arguments
            [sys.executable, "-P", "-m", WORKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment | FIXED | {MARK: self._mark},
            start_new_session=True,
        )

    def prepare(self, pages: bool) -> None:
        """Let it get ready for many orders, and for making `pages` if that is sure to be needed."""
        with contextlib.suppress(OSError, ValueError):
            send(cast(BinaryIO, self._process.stdin), pickle.dumps(pages))

    def conversation(self, order: Order, folder: Path | None, tell: Tell) -> Outcome:
        """Send an order and listen until it is done."""
        from purposebook.publishing.order import NotMade

        outcome: Outcome = NotMade(order.product, ENDED)
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

    def dismiss(self) -> None:
        """Ask it to end, whatever it does."""
        self._process.terminate()

    def stop(self) -> None:
        """End it whatever it does; who listens to it hears that it has ended."""
        self.dismiss()
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
