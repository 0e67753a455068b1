"""A true answer of a worker, and what becomes of one that was changed on its way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from small_workspace import SHOW_PRODUCT, small_order

from purposebook.publishing.cache.fingerprint import environment
from purposebook.publishing.cluster import worker
from purposebook.publishing.cluster.answers import held, received
from purposebook.publishing.cluster.messages import answer_bytes, order_bytes, read_answer
from purposebook.publishing.order import Made, Order, Outcome, SiteFile
from purposebook.publishing.record import digest

PICTURE = (
    "import base64\nfrom IPython.display import Image\n"
    "Image(base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='))"
)
"""A cell that shows a picture of one dot."""


@dataclass(frozen=True)
class Answered:
    """Hold an order with the bytes of its true answer."""

    order: Order
    data: bytes

    def made(self) -> Made:
        """Return the true answer."""
        made = read_answer(self.data)
        assert isinstance(made, Made)
        return made

    def changed(self, **values: Any) -> Outcome:
        """Return what becomes of the answer with other values."""
        return received(answer_bytes(replace(self.made(), **values)), self.order)

    def with_file(self, name: str, data: bytes | None) -> Outcome:
        """Return what becomes of the answer with another file."""
        files = {file.name: file for file in self.made().files}
        files[name] = SiteFile(name, digest(data or b""), data)
        return self.changed(files=tuple(files.values()))

    def with_page(self, name: str, change: Callable[[str], str]) -> Outcome:
        """Return what becomes of the answer with a page that was changed."""
        page = next(file.data for file in self.made().files if file.name == name)
        assert page is not None
        return self.with_file(name, change(page.decode()).encode())


@contextmanager
def answered() -> Iterator[Answered]:
    """Serve a small order as a worker of a cluster does."""
    order = small_order({"report": (SHOW_PRODUCT, "print('<b>')", PICTURE), "notes": ("1 + 1",)})
    order = replace(order, secrets=("/home/somebody/workbook",))
    try:
        yield Answered(order, worker.serve(order_bytes(held(order)), environment()))
    finally:
        while worker._slots:
            worker._slots.pop().close()
