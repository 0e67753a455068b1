"""Let a process of its own ask databases, which can be ended: a driver that waits hears neither signals nor limits."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, cast

from purposebook.domain.variables import QUERY_SECONDS
from purposebook.storage import database_process
from purposebook.storage.database_process import BEGUN, CONNECTED, REFUSED, ROWS
from purposebook.storage.database_rows import Question, Refusal
from purposebook.text.plurals import counted

if TYPE_CHECKING:
    from purposebook.domain.sources import Source

SECONDS: Final = 60
"""The longest that a database may take for one query, unless a command says otherwise."""
_MORE: Final = "ask for less, let an index help, or allow more time with --query-seconds"
_NOT_THERE: Final = "see that it runs and that you may connect from here, or allow more time with --query-seconds"
_ROOM: Final = "see that memory and disk are not full, and ask for less"
_one_at_a_time: Final = threading.Lock()
_waiting: list[_Asker] = []
"""The process that waits for the next question, if there is one."""


def get_ready() -> None:
    """Start the process before there is a question, so that it reads its code while others read theirs."""
    with contextlib.suppress(OSError):
        _waiting.append(_Asker(is_ready=True))


def query_seconds() -> int:
    """Return how long a database may take for one query."""
    return int(os.environ.get(QUERY_SECONDS, SECONDS))


def ask(source: Source, target: Path, most: int) -> int | Refusal:
    """Write into an empty file what the database gives, and return the number of rows."""
    variable = source.database or ""
    question = Question.checked(variable, source.query, os.environ.get(variable, ""), most, query_seconds())
    if isinstance(question, Refusal):
        return question
    with _one_at_a_time:
        asker = _waiting.pop() if _waiting and _waiting[-1].waits else _Asker()
        try:
            return asker.answer(question, target)
        finally:
            if asker.waits:
                _waiting.append(asker)
            else:
                asker.end()


class _Asker:
    """Start a process that asks, and speak with it; it also ends when this process does, however that ends."""

    def __init__(self, is_ready: bool = False) -> None:
        self._is_late = threading.Event()
        self._is_done = is_ready
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, fixed arguments
            [sys.executable, "-P", "-m", database_process.__name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    @property
    def waits(self) -> bool:
        """Tell whether it answered its last question, and waits for the next."""
        return self._is_done and not self._is_late.is_set() and self._process.poll() is None

    def answer(self, question: Question, target: Path) -> int | Refusal:
        """Return how many rows came; a question without an answer in time, or with none, is refused."""
        clock = threading.Timer(question.seconds, self._end_late)
        connected = self._is_done = False
        try:
            self._ask({**asdict(question), "path": str(target)})
            for line in cast(IO[bytes], self._process.stdout):
                step, value = json.loads(line)
                if step == BEGUN:
                    clock.start()
                connected = connected or step == CONNECTED
                if step in {ROWS, REFUSED}:
                    self._is_done = True
                    return int(value) if step == ROWS else Refusal(**value)
        finally:
            clock.cancel()
            if clock.is_alive():
                clock.join()
        return _late(question.seconds, connected) if self._is_late.is_set() else _ENDED

    def end(self) -> None:
        """End it at once, whatever it does."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                cast(IO[bytes], stream).close()

    def _ask(self, question: dict[str, Any]) -> None:
        """Hand over a question; one that has ended meanwhile gives no answer."""
        stream = cast(IO[bytes], self._process.stdin)
        with contextlib.suppress(OSError):
            stream.write(json.dumps(question).encode() + b"\n")
            stream.flush()

    def _end_late(self) -> None:
        """End it since the time is over."""
        self._is_late.set()
        self._process.kill()


_ENDED: Final = Refusal("the process that asks the database ended before its answer was whole", _ROOM, "query")


def _late(seconds: int, connected: bool) -> Refusal:
    """Say that time was over: without a connection, the database was not reached."""
    if connected:
        return Refusal(f"the database did not end this query within {counted(seconds, 'second')}", _MORE, "query")
    return Refusal(f"the database could not be reached within {counted(seconds, 'second')}", _NOT_THERE)
