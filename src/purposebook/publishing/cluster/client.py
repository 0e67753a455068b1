"""The process that speaks with Dask: it knows no secret, unpickles nothing that runs, and only carries bytes.

Dask unpickles what workers and scheduler send, and a pickle can run a command. Therefore no Dask runs in the process
that builds; and in this one Python refuses every pickle that names anything but the type of bytes.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, Final

from purposebook.notebook.frames import receive, send
from purposebook.publishing.cluster.worker import serve
from purposebook.publishing.warm.system import die_with_parent

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE_SECONDS: Final = 20
"""How long to wait for a scheduler to answer, and for a cluster that lost its workers to get new ones."""
RETRIES: Final = 2
"""So often an order that a worker could not take is handed out again; of lost workers Dask keeps its own count."""
_AHEAD: Final = 2
"""So many orders per thread of the cluster are under way, so that no worker waits for us and no memory fills."""
_LOOK_SECONDS: Final = 2
_MAY_BE_UNPICKLED: Final = ("builtins", "bytes")
_KNOWN_ERRORS: Final = ("ModuleNotFoundError", "ImportError", "BuildFailed", "KilledWorker")
"""Errors by whose names, which stand in their pickles, we know what to say."""


class _RefusedPickleError(AttributeError):
    """Say that a pickle names what it must not; Dask takes it for one that cannot be read here."""


class _NoClusterError(Exception):
    """Say in one word why there is nobody to ask."""


def refuse_pickles() -> None:
    """Let no pickle in this process name anything that could do something; it cannot be undone.

    Dask is read before, for as it is read it unpickles operators of its own.
    """

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        """Refuse the names that a pickle asks for."""
        if event == "pickle.find_class" and arguments != _MAY_BE_UNPICKLED:
            raise _RefusedPickleError(f"{arguments} is not unpickled here")

    sys.addaudithook(refuse)


class Carrier:
    """Hand out the orders that the build gives, and bring back the answers."""

    def __init__(self, client: Client, wanted: str, orders: BinaryIO, answers: BinaryIO) -> None:
        self._client = client
        self._wanted = wanted
        self._orders = orders
        self._answers = answers
        self._waiting: dict[Future[bytes], int] = {}
        self._until: dict[Future[bytes], float] = {}
        """When to wait no longer for an order."""

    def carry(self) -> None:
        """Serve orders until there are no more; raises `_NoClusterError`."""
        number = 0
        while True:
            tell(self._answers, "more")
            message = receive(self._orders)
            if not message:
                break
            seconds, _, order = message.partition(b"\n")
            self._hand_out(order, number, int(seconds))
            number += 1
            while len(self._waiting) >= _AHEAD * max(1, _threads(self._client)):
                self._bring_next()
        while self._waiting:
            self._bring_next()

    def _hand_out(self, order: bytes, number: int, seconds: int) -> None:
        """Give one order to the cluster; what a worker holds for us is held as long as we name it."""
        future = self._client.submit(serve, order, self._wanted, pure=False, retries=RETRIES)
        self._waiting[future] = number
        self._until[future] = time.monotonic() + seconds

    def _bring_next(self) -> None:
        """Wait for an order that is done; raises `_NoClusterError` when nobody is left who could serve it."""
        from distributed import CancelledError, wait

        while True:
            try:
                future = wait(list(self._waiting), timeout=_LOOK_SECONDS, return_when="FIRST_COMPLETED").done.pop()
                kind, data = _answer(future)
            except OSError:  # a time-out, too: nothing is done, or an answer was lost with the worker that held it
                if not _threads(self._client):
                    _await_workers(self._client)
                if late := [one for one in self._waiting if self._until[one] < time.monotonic()]:
                    late[0].cancel()
                    self._bring(late[0], "late")
                    return
            except (CancelledError, ValueError) as error:  # the latter when the client has given up by itself
                raise _NoClusterError("gone") from error
            else:
                self._bring(future, kind, data)
                return

    def _bring(self, future: Future[bytes], kind: str, data: bytes = b"") -> None:
        """Tell the build what became of an order; no worker needs to hold the answer any more."""
        tell(self._answers, kind, self._waiting.pop(future), data)
        del self._until[future]
        future.release()


def _answer(future: Future[bytes]) -> tuple[str, bytes]:
    """Return what became of an order, as a word and bytes; what is no bytes is no answer."""
    try:
        found = future.result(timeout=PATIENCE_SECONDS)
    except _RefusedPickleError:
        return "unreadable", b""
    except Exception as error:  # whatever a cluster raises must not touch the next product
        if future.status != "error":
            raise  # no answer to this order, but none at all
        return _name_of(error), b""
    return ("answer", found) if isinstance(found, bytes) else ("unreadable", b"")


def _name_of(error: Exception) -> str:
    """Return the name of an error of a worker, which comes as the pickle that was refused."""
    pickled = error.args[0] if error.args and isinstance(error.args[0], bytes) else type(error).__name__.encode()
    return next((name for name in _KNOWN_ERRORS if name.encode() in pickled), "unknown")


def tell(answers: BinaryIO, kind: str, number: int = 0, data: bytes = b"") -> None:
    """Send one message to the build: a line that says what it is, and bytes."""
    send(answers, json.dumps({"kind": kind, "number": number}).encode() + b"\n" + data)


@contextlib.contextmanager
def _connected(address: str) -> Iterator[Client]:
    """Connect to a scheduler with workers; what is under way at the end is called off."""
    from distributed import Client

    try:
        client = Client(address, timeout=PATIENCE_SECONDS)
    except (OSError, ValueError, TypeError) as error:
        raise _NoClusterError("silent") from error
    try:
        _await_workers(client)
        yield client
    finally:
        client.close()


def _await_workers(client: Client) -> None:
    """Wait until there is a worker; raises `_NoClusterError` when none comes."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE_SECONDS)
    except (TimeoutError, OSError) as error:
        raise _NoClusterError("empty") from error


def _threads(client: Client) -> int:
    """Return how many orders the cluster can serve at once; none when it does not answer."""
    try:
        return sum(int(count) for count in client.nthreads().values())
    except (OSError, TimeoutError):
        return 0


def _leave(number: int, frame: object) -> None:
    """End as at the end of all orders: with everything called off."""
    del number, frame
    raise SystemExit


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Return the pipes to the build, and let nothing else write into them."""
    orders, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return orders, answers


def main() -> None:
    """Carry orders and answers between the build and the cluster at an address."""
    address, wanted = sys.argv[1:]
    if os.getppid() != 1:  # the first process of a container takes all others with it
        die_with_parent()
    signal.signal(signal.SIGTERM, _leave)
    refuse_pickles()
    orders, answers = _own_streams()
    try:
        with _connected(address) as client:
            Carrier(client, wanted, orders, answers).carry()
        tell(answers, "done")
    except _NoClusterError as error:
        tell(answers, str(error))


if __name__ == "__main__":
    main()
