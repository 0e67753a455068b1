"""The cluster as seen from the build: orders go out as bytes, answers come back as bytes and are checked.

An order carries all that a site is made from, event logs included, and the answer carries the site, so workers share no
disk with us or with each other: an event log has to fit into the memory of both. Each keeps warm workers of its own. A
worker that is lost costs nothing but time: Dask gives its orders to another one.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Generator, Iterator
from typing import BinaryIO, Final, cast

from purposebook.errors import BuildFailed, MissingExtra, PurposebookError
from purposebook.notebook.frames import receive, send
from purposebook.publishing.cache.fingerprint import environment
from purposebook.publishing.cluster.answers import held, received
from purposebook.publishing.cluster.messages import order_bytes
from purposebook.publishing.crew import Tell
from purposebook.publishing.logs import travelling
from purposebook.publishing.order import NotMade, Order, Outcome

_CLIENT: Final = "purposebook.publishing.cluster.client"
_PATIENCE: Final = 5.0
_TIMES: Final = 4
"""So often the longest time that an order may take is waited for its answer."""
_PASSED_ON: Final = ("PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG")
"""The variables that the process which speaks with Dask needs; no address of a database is among them."""
_ENDS: Final = {
    "silent": "No scheduler answers at the address that --scheduler gives: start one with 'dask scheduler', and "
    "workers with 'dask worker ADDRESS', and give the address that it prints. For tls:// Dask's settings must name "
    "your certificates.",
    "empty": "The cluster has no worker: start some with 'dask worker ADDRESS', and build again. Sites that were "
    "published before stay.",
    "gone": "The scheduler has gone. Sites that were published before stay: start it again, and build again.",
}
_FAILURES: Final = {
    "ImportError": "a worker of the cluster lacks Purposebook: install the same versions there as here",
    "ModuleNotFoundError": "a worker of the cluster lacks Purposebook: install the same versions there as here",
    "BuildFailed": "a worker of the cluster has other code, packages or another Python than this machine: install the "
    "same versions on both, as constraints.txt pins them.",
    "late": "no worker of the cluster answered in time: see what runs on its machines",
    "unreadable": "a worker of the cluster answered with what is no answer: see what runs on that machine",
}


class Cluster:
    """Hand orders to the workers of one scheduler."""

    def __init__(self, address: str) -> None:
        self._address = address

    def outcomes(self, orders: Iterator[Order], tell: Tell) -> Generator[Outcome]:
        """Yield what becomes of each order, as it is done; raises `PurposebookError` without a cluster to ask."""
        sent: list[Order] = []
        with _client(self._address) as (to_client, from_client):
            while True:
                kind, number, data = _message(from_client)
                if kind == "done":
                    return
                if kind == "more":
                    yield from _hand_out(orders, sent, to_client)
                    continue
                outcome = _outcome(kind, data, sent[number])
                for one in outcome.ran:
                    tell(outcome.product, "ran", one.chapter)
                yield outcome


def _hand_out(orders: Iterator[Order], sent: list[Order], to_client: BinaryIO) -> Iterator[NotMade]:
    """Send the next order that can be sent, or say that there are no more; yield those that cannot."""
    for order in orders:
        try:
            data = order_bytes(held(travelling(order)))
        except BuildFailed as error:
            yield NotMade(order.product, str(error))
            continue
        sent.append(order)
        _send(to_client, b"%d\n" % _most_seconds(order) + data)
        return
    _send(to_client, b"")


def _most_seconds(order: Order) -> int:
    """Return how long to wait for an answer: others may be served before, and a lost worker makes it begin again."""
    return _TIMES * order.limits.longest(len(order.book.chapters))


def _send(to_client: BinaryIO, data: bytes) -> None:
    """Send an order; that the client has ended is noticed when its next message is read."""
    with contextlib.suppress(OSError):
        send(to_client, data)


def _message(from_client: BinaryIO) -> tuple[str, int, bytes]:
    """Return the client's next message; raises `PurposebookError` for one that says that there is no cluster."""
    message = receive(from_client)
    if message is None:
        raise PurposebookError("The process that speaks with the cluster has ended. Sites that were published stay.")
    head, _, data = message.partition(b"\n")
    said = json.loads(head)
    if said["kind"] in _ENDS:
        raise PurposebookError(_ENDS[said["kind"]])
    return str(said["kind"]), int(said["number"]), data


def _outcome(kind: str, data: bytes, order: Order) -> Outcome:
    """Return what became of an order; one that the cluster gave up is a failure of this product alone."""
    if kind == "answer":
        return received(data, order)
    given_up = f"the cluster gave it up ({kind[:60]}); see that its workers have memory enough"
    return NotMade(order.product, _FAILURES.get(kind, given_up))


@contextlib.contextmanager
def _client(address: str) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """Start the process that speaks with Dask, and yield the pipes to and from it; at the end nothing is under way."""
    if importlib.util.find_spec("distributed") is None:
        raise MissingExtra.named("cluster", "build --scheduler")
    own = {name: value for name, value in os.environ.items() if name in _PASSED_ON or name.startswith("DASK_")}
    process = subprocess.Popen(  # noqa: S603 - our own interpreter; the address is one word of its arguments
        [sys.executable, "-P", "-m", _CLIENT, address, environment()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=own,
        start_new_session=True,
    )
    to_client, from_client = cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)
    try:
        yield to_client, from_client
    finally:
        process.terminate()
        try:
            process.wait(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for stream in (to_client, from_client):
            with contextlib.suppress(OSError):
                stream.close()
