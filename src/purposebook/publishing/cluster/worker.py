"""What a worker of the cluster runs: it serves an order with warm workers of its own, and answers in bytes."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from purposebook.errors import BuildFailed
from purposebook.publishing.cache.fingerprint import environment
from purposebook.publishing.cluster.messages import answer_bytes, read_order
from purposebook.publishing.order import NotMade, Order, Outcome
from purposebook.publishing.warm.slot import Slot
from purposebook.storage import disk

_slots: list[Slot] = []
"""The warm workers of this machine that serve nothing just now."""
_taking = threading.Lock()


def serve(order: bytes, wanted: str) -> bytes:
    """Serve an order on a worker's machine; raises `BuildFailed` where other code would make other bytes."""
    if environment() != wanted:
        raise BuildFailed("this machine has other code, packages or another Python than the one that builds.")
    return answer_bytes(_served(read_order(order)))


def _served(order: Order) -> Outcome:
    """Return what became of an order; an error that nobody foresaw is named by its kind."""
    with _taking:
        slot = _slots.pop() if _slots else Slot()
    try:
        with _place() as folder:
            return slot.serve(order, folder, _in_silence)
    except Exception as error:  # noqa: BLE001 - Dask does not carry every error to its end
        return NotMade(order.product, f"its worker could not be used ({type(error).__name__}); build it again")
    finally:
        with _taking:
            _slots.append(slot)


def _in_silence(what: str, chapter: str) -> None:
    """Tell nobody: what a chapter did comes back with the answer."""


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
