"""What an open page has to know: whether there is a newer one, and what is wrong with the files."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence


class State:
    """Hold the newest state, and let those who show it wait for the next."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = 0
        self._faults: tuple[str, ...] = ()
        self._ended = False

    @property
    def number(self) -> int:
        """Return a number that grows with every change of the pages."""
        return self._number

    def pages_changed(self) -> None:
        """Say that there are new pages, and no fault in them."""
        with self._changed:
            self._number += 1
            self._faults = ()
            self._changed.notify_all()

    def faulty(self, faults: Sequence[str]) -> None:
        """Say what is wrong; none when it was mended without a change of the pages."""
        with self._changed:
            self._faults = tuple(faults)
            self._changed.notify_all()

    def end(self) -> None:
        """Let nobody wait any more."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def after(self, seen: str, seconds: float) -> str | None:
        """Return the state as JSON once it is another than `seen`, or after some seconds; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended or self._told() != seen, seconds)
            return None if self._ended else self._told()

    def _told(self) -> str:
        """Return the state as a page reads it."""
        return json.dumps({"number": self._number, "faults": self._faults})
