"""The workers of a Dask cluster make the pages: the same orders, the same code, the same bytes, on other machines.

An order carries all that a site is made from, event logs included, and the answer carries the site, so workers share no
disk with us or with each other: an event log has to fit into the memory of both. Each keeps warm workers of its own. A
worker that is lost costs nothing but time: Dask gives its orders to another one.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import warnings
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from purposebook.errors import BuildFailed, MissingExtra, PurposebookError
from purposebook.publishing.cache.fingerprint import environment
from purposebook.publishing.crew import Tell
from purposebook.publishing.logs import travelling
from purposebook.publishing.order import NotMade, Order, Outcome
from purposebook.publishing.warm.slot import Slot
from purposebook.storage import disk

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE_SECONDS: Final = 20
"""How long to wait for a scheduler to answer, and for a cluster that lost its workers to get new ones."""
RETRIES: Final = 2
"""So often an order that a worker could not take is handed out again; of lost workers Dask keeps its own count."""
_AHEAD: Final = 2
"""So many orders per thread of the cluster are under way, so that no worker waits for us and no memory fills."""
_LOOK_SECONDS: Final = 2
_TALKATIVE: Final = ("distributed", "tornado", "bokeh", "asyncio")
"""The loggers of Dask and what it stands on; Dask gives some of them a handler that prints tracebacks."""


class Cluster:
    """Hand orders to the workers of one scheduler."""

    def __init__(self, address: str) -> None:
        self._address = address

    def outcomes(self, orders: Iterator[Order], tell: Tell) -> Generator[Outcome]:
        """Yield what becomes of each order, as it is done; raises `PurposebookError` without a cluster to ask."""
        with _client(self._address) as client:
            waiting: dict[Future[Outcome], str] = {}
            for order in orders:
                try:
                    sent = travelling(order)
                except BuildFailed as error:
                    yield NotMade(order.product, str(error))
                    continue
                future = client.submit(serve, sent, environment(), pure=False, retries=RETRIES)
                waiting[future] = order.product
                del future, sent  # what a worker holds for us is held as long as we name it
                while len(waiting) >= _AHEAD * max(1, _threads(client)):
                    yield _next_outcome(client, waiting, tell)
            while waiting:
                yield _next_outcome(client, waiting, tell)


@contextlib.contextmanager
def _client(address: str) -> Iterator[Client]:
    """Connect to a scheduler with workers, or say what is missing; what is under way at the end is called off."""
    try:
        from distributed import Client
    except ImportError as error:
        raise MissingExtra.named("cluster", "build --scheduler") from error
    _silence()
    try:
        client = Client(address, timeout=PATIENCE_SECONDS)
    except (OSError, ValueError) as error:
        raise PurposebookError(
            "No scheduler answers at the address that --scheduler gives: start one with 'dask scheduler', and workers "
            "with 'dask worker ADDRESS', and give the address that it prints."
        ) from error
    try:
        _await_workers(client)
        yield client
    finally:
        client.close()


def _silence() -> None:
    """Let Dask be silent: what is wrong is said once, and in our words; of versions we know more than it does."""
    from distributed import versions

    warnings.simplefilter("ignore", versions.VersionMismatchWarning)
    for name in [name for name in logging.root.manager.loggerDict if name.startswith(_TALKATIVE)]:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _await_workers(client: Client) -> None:
    """Wait until there is a worker; raises `PurposebookError` when none comes."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE_SECONDS)
    except (TimeoutError, OSError) as error:
        raise PurposebookError(
            "The cluster has no worker: start some with 'dask worker ADDRESS', and build again. "
            "Sites that were published before stay."
        ) from error


def _threads(client: Client) -> int:
    """Return how many orders the cluster can serve at once; none when it does not answer."""
    try:
        return sum(int(count) for count in client.nthreads().values())
    except (OSError, TimeoutError):
        return 0


def _next_outcome(client: Client, waiting: dict[Future[Outcome], str], tell: Tell) -> Outcome:
    """Wait for an order that is done; raises `PurposebookError` when nobody is left who could serve it."""
    from distributed import CancelledError, wait

    while True:
        try:
            future = wait(list(waiting), timeout=_LOOK_SECONDS, return_when="FIRST_COMPLETED").done.pop()
            outcome = _outcome(future, waiting[future])
        except OSError:  # a time-out, too: nothing is done, or an answer was lost with the worker that held it
            if not _threads(client):
                _await_workers(client)
        except (CancelledError, ValueError) as error:  # the latter when the client has given up by itself
            raise PurposebookError(
                "The scheduler has gone. Sites that were published before stay: start it again, and build again."
            ) from error
        else:
            for one in outcome.ran:
                tell(waiting[future], "ran", one.chapter)
            del waiting[future]
            future.release()  # no worker needs to hold the answer any more
            return outcome


def _outcome(future: Future[Outcome], product: str) -> Outcome:
    """Return what became of an order; one that the cluster gave up is a failure of this product alone."""
    try:
        return future.result(timeout=PATIENCE_SECONDS)
    except PurposebookError as error:
        return NotMade(product, str(error))
    except Exception as error:  # whatever a cluster raises must not touch the next product
        if future.status != "error":
            raise  # no answer to this order, but none at all
        if isinstance(error, ImportError):
            return NotMade(
                product, "a worker of the cluster lacks Purposebook: install the same versions there as here"
            )
        why = f"the cluster gave it up ({type(error).__name__}); see that its workers have memory enough"
        return NotMade(product, why)


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
        with _place() as folder:
            return slot.serve(order, folder, _in_silence)
    finally:
        with _taking:
            _slots.append(slot)


@contextlib.contextmanager
def _place() -> Iterator[Path | None]:
    """Name a folder in the worker's own one, which Dask takes away even when the worker was killed."""
    try:
        from distributed import get_worker

        folder = Path(get_worker().local_directory) / f"purposebook-{uuid4().hex}"
    except (ImportError, ValueError):  # no worker, but a call
        yield None
        return
    try:
        yield folder
    finally:
        disk.remove_tree(folder)
