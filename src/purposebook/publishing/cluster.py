"""The workers of a Dask cluster make the pages: the same orders, the same code, the same bytes, on other machines.

An order carries all that a site is made from, and the answer carries the site, so workers share no disk with us or with
each other. Each keeps warm workers of its own. A worker that is lost costs nothing but time: Dask gives its orders to
another one.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any, Final

from purposebook.errors import BuildFailed, MissingExtra, PurposebookError
from purposebook.publishing.cache.fingerprint import environment
from purposebook.publishing.crew import Tell
from purposebook.publishing.order import NotMade, Order, Outcome
from purposebook.publishing.warm.slot import Slot

if TYPE_CHECKING:
    from distributed import Client

CONNECT_SECONDS: Final = 20
RETRIES: Final = 3
"""So many workers may be lost with the same order before it counts as failed."""
_AHEAD: Final = 2
"""So many orders per thread of the cluster are under way, so that no worker waits for us and no memory fills."""


class Cluster:
    """Hand orders to the workers of one scheduler."""

    def __init__(self, address: str) -> None:
        self._address = address

    def outcomes(self, orders: Iterator[Order], tell: Tell) -> Generator[Outcome]:
        """Yield what becomes of each order, as it is done; raises `PurposebookError` without a cluster to ask."""
        with _client(self._address) as client:
            from distributed import as_completed

            under_way = as_completed()
            waiting: dict[str, str] = {}
            for order in orders:
                future = client.submit(serve, order, environment(), pure=False, retries=RETRIES)
                under_way.add(future)
                waiting[str(future.key)] = order.product
                while len(waiting) >= _AHEAD * _threads(client):
                    yield _outcome(next(under_way), waiting, tell)
            while waiting:
                yield _outcome(next(under_way), waiting, tell)


@contextlib.contextmanager
def _client(address: str) -> Iterator[Client]:
    """Connect to a scheduler, or say what is missing."""
    try:
        from distributed import Client
    except ImportError as error:
        raise MissingExtra.named("cluster", "build --scheduler") from error
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise PurposebookError(
            "No scheduler answers at the address that --scheduler gives: start one with 'dask scheduler', and workers "
            "with 'dask worker', and give the address that they print."
        ) from error
    try:
        if not _threads(client):
            client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        yield client
    except TimeoutError as error:
        raise PurposebookError("The scheduler has no worker: start some with 'dask worker ADDRESS'.") from error
    finally:
        client.close()


def _threads(client: Client) -> int:
    """Return how many orders the cluster can serve at once."""
    return sum(int(count) for count in client.nthreads().values())


def _outcome(future: Any, waiting: dict[str, str], tell: Tell) -> Outcome:
    """Return what became of an order; a cluster that gave it up is a failure of this product alone."""
    product = waiting.pop(str(future.key))
    try:
        outcome: Outcome = future.result()
    except PurposebookError as error:
        return NotMade(product, str(error))
    except Exception as error:  # noqa: BLE001 - whatever a cluster raises must not touch the next product
        why = f"the cluster gave it up ({type(error).__name__}); see that its workers have memory enough"
        return NotMade(product, why)
    for one in outcome.ran:
        tell(product, "ran", one.chapter)
    return outcome


def _in_silence(what: str, chapter: str) -> None:
    """Tell nobody: what a chapter did comes back with the answer."""


_slots: list[Slot] = []
"""The warm workers of this machine that serve nothing just now."""
_taking = threading.Lock()


def serve(order: Order, wanted: str) -> Outcome:
    """Serve an order on a worker's machine; raises `BuildFailed` where other code would make other bytes."""
    if environment() != wanted:
        raise BuildFailed(
            "a worker of the cluster has other code, packages or another Python than this machine: "
            "install the same versions on both, as constraints.txt pins them."
        )
    with _taking:
        slot = _slots.pop() if _slots else Slot()
    try:
        return slot.serve(order, None, _in_silence)
    finally:
        with _taking:
            _slots.append(slot)
