"""Several pieces of work at once, each in a process forked from this one, where there are cores to spare."""

from __future__ import annotations

import contextlib
import os
import pickle
import select
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from purposebook.errors import BuildFailed
from purposebook.notebook.frames import receive, send
from purposebook.publishing.warm.system import FORKS, die_with_parent

_ENDED: Final = "a process ended before its work was done; see that memory and disk are not full"


@dataclass
class Together:
    """Do what has a name, at most so much at once, and stop to begin more once something has failed."""

    work: Callable[[str], Any]
    """Its results, and the exceptions that it raises, can be pickled."""
    most: int
    began: Callable[[str], None]
    ended: Callable[[str], None]
    """Is told what came to a good end."""
    _running: dict[int, tuple[str, int]] = field(default_factory=dict)
    """Name and process, by the pipe on which the result will come."""

    def results(self, names: Sequence[str]) -> Mapping[str, Any]:
        """Return what came of each name: a result, or the exception; nothing for what was not begun."""
        return self._forked(names) if FORKS and self.most > 1 and len(names) > 1 else self._one_by_one(names)

    def _one_by_one(self, names: Sequence[str]) -> Mapping[str, Any]:
        """Do one piece after the other, in this process."""
        found: dict[str, Any] = {}
        for name in names:
            self.began(name)
            try:
                found[name] = self.work(name)
            except Exception as error:  # noqa: BLE001 - raised again by whoever asked for it
                found[name] = error
                break
            self.ended(name)
        return found

    def _forked(self, names: Sequence[str]) -> Mapping[str, Any]:
        """Do several pieces at once, each in a process of its own."""
        waiting, found = list(names), {}
        try:
            while self._running or waiting:
                while waiting and len(self._running) < self.most:
                    self._begin(waiting.pop(0))
                for handle in select.select(list(self._running), [], [])[0]:
                    name, found[name] = self._end(handle)
                    if isinstance(found[name], Exception):
                        waiting = []
                    else:
                        self.ended(name)
        finally:
            for handle in self._running:
                os.close(handle)
        return found

    def _begin(self, name: str) -> None:
        """Let a process of its own do one piece."""
        self.began(name)
        result, answer = os.pipe()
        parent = os.getpid()
        child = os.fork()
        if child == 0:
            os.close(result)
            self._be_child(name, answer, parent)
        os.close(answer)
        self._running[result] = name, child

    def _end(self, handle: int) -> tuple[str, Any]:
        """Return what came of one piece."""
        name, child = self._running.pop(handle)
        with os.fdopen(handle, "rb") as stream:
            answer = receive(stream)
        os.waitpid(child, 0)
        return name, BuildFailed(_ENDED) if answer is None else pickle.loads(answer)  # noqa: S301 - from our own child

    def _be_child(self, name: str, answer: int, parent: int) -> None:
        """Become the process that does one piece. Never returns."""
        with contextlib.suppress(BaseException):
            die_with_parent(parent)
            with os.fdopen(answer, "wb") as stream:
                send(stream, self._outcome(name))
            os._exit(0)
        os._exit(1)

    def _outcome(self, name: str) -> bytes:
        """Do one piece; return its result, or the exception with what is shown of it with --debug."""
        try:
            return pickle.dumps(self.work(name))
        except Exception as error:  # noqa: BLE001 - raised again by whoever asked for it
            error.add_note(traceback.format_exc())
            return _carried(error)


def _carried(error: Exception) -> bytes:
    """Return an exception as bytes, or its name where it cannot be put together again from what it holds."""
    try:
        data = pickle.dumps(error)
        pickle.loads(data)  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - it may have any constructor
        return pickle.dumps(RuntimeError(type(error).__name__))
    return data
