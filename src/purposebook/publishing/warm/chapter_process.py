"""One chapter's own process: forked from one that has read all code, and gone when the chapter is done."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import stat
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from purposebook.notebook.frames import receive, send
from purposebook.publishing.warm.shared import note_created
from purposebook.publishing.warm.shell import OUTPUT_BYTES, ChapterShell, TooMuchShownError
from purposebook.publishing.warm.system import die_with_parent, limit_files, limit_memory, use_reserve
from purposebook.publishing.warm.watch import Watch
from purposebook.storage.journal import note_other_reads

ENDED: Final = "ended"
TOO_LONG: Final = "too long"
_ONCE: Final = 1024 * 1024


class ChapterProcess:
    """Run the cells of one chapter, one after the other, in a process of its own."""

    def __init__(self, memory_mib: int | None = None, watch: Watch | None = None) -> None:
        self._looks = watch
        if watch is not None:
            watch.begins_with_this()
        requests, questions = os.pipe()
        answers, replies = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        parent = os.getpid()
        self.pid = os.fork()
        if self.pid == 0:
            _be_chapter(requests, replies, parent, memory_mib, watch)
        os.close(requests)
        os.close(replies)
        self._questions: BinaryIO = os.fdopen(questions, "wb")
        self._answers = answers
        self._watch = os.pidfd_open(self.pid)
        self.status: int | None = None

    def run(self, source: str, seconds: float) -> dict[str, Any] | str:
        """Return what a kernel would send for a cell, or `TOO_LONG` or `ENDED` when the process gave no answer."""
        until = time.monotonic() + seconds
        try:
            send(self._questions, source.encode("utf-8", "surrogatepass"))
            answer = receive(cast(BinaryIO, _Patience(self._answers, self._watch, until, self._looks)))
        except TimeoutError:
            return TOO_LONG
        except OSError:  # it ended between two cells
            return ENDED
        return ENDED if answer is None else dict(json.loads(answer))

    def end(self) -> None:
        """End the process, and with it the group of what it started."""
        if self.status is not None:
            return
        if self._looks is not None:
            self._looks.note_shared()
        with contextlib.suppress(OSError):
            self._questions.close()
        os.close(self._answers)
        os.close(self._watch)
        with contextlib.suppress(OSError):
            os.killpg(self.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.kill(self.pid, signal.SIGKILL)  # it had not yet made its group
        self.status = os.waitpid(self.pid, 0)[1]


@dataclass(frozen=True)
class _Patience:
    """Read from a pipe up to a moment."""

    handle: int
    writer: int
    """The process that writes, as a handle: a child that it left may keep the pipe open."""
    until: float
    watch: Watch | None

    def read(self, size: int) -> bytes:
        """Return some bytes, none at the end; raises `TimeoutError` when none come in time."""
        ready = self._ready()
        if self.handle in ready or select.select([self.handle], [], [], 0)[0]:
            return os.read(self.handle, min(size, _ONCE))
        return b""

    def _ready(self) -> list[int]:
        """Wait for bytes or for the end of the process, and look meanwhile at what it takes."""
        while True:
            if self.watch is not None:
                self.watch.look()
            left = max(0.0, self.until - time.monotonic())
            wait = min(left, self.watch.wait()) if self.watch is not None else left
            if ready := select.select([self.handle, self.writer], [], [], wait)[0]:
                return ready
            if not left:
                raise TimeoutError


def _be_chapter(requests: int, replies: int, parent: int, memory_mib: int | None, watch: Watch | None) -> None:
    """Become the chapter's process: serve cells until nobody asks any more. Never returns."""
    try:
        os.setsid()
        die_with_parent(parent)
        _leave_pipes({requests, replies})
        _fresh()
        limit_files()
        if memory_mib is not None:
            limit_memory(memory_mib)
        note_other_reads()
        if watch is not None:
            _use_temporary(watch.temporary)
            note_created(watch.ledger)
        _serve(os.fdopen(requests, "rb"), os.fdopen(replies, "wb"))
    except BaseException:  # noqa: BLE001 - whatever it was, the other side sees that no answer comes
        os._exit(1)
    os._exit(0)


def _leave_pipes(keep: set[int]) -> None:
    """Let pipes of those above lead nowhere: a process that a chapter leaves behind would keep their readers waiting.

    They are not closed, for `multiprocessing` may know one, and would stop at a handle that is none any more.
    """
    with open(os.devnull, "r+b") as nothing:  # noqa: PTH123 - a device, not a file
        for handle in [int(entry.name) for entry in Path("/proc/self/fd").iterdir()]:
            with contextlib.suppress(OSError):
                if handle > 2 and handle not in keep and stat.S_ISFIFO(os.fstat(handle).st_mode):
                    os.dup2(nothing.fileno(), handle, inheritable=False)


def _fresh() -> None:
    """Give up what a new process would not have: signal handlers, the terminal, the state of random numbers."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123 - a device, not a file
        os.dup2(nothing.fileno(), 0)
    if "numpy.random" in sys.modules:
        sys.modules["numpy.random"].seed()


def _use_temporary(folder: Path) -> None:
    """Make temporary files in a folder of the chapter's own, which is watched and removed."""
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)


def _serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Run cells until the other side has gone."""
    shell = ChapterShell.instance()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as error:
        os.dup2(out.fileno(), 1)
        os.dup2(error.fileno(), 2)
        shell.settle(out.fileno(), error.fileno())
        while (source := receive(requests)) is not None:
            send(replies, _answer(shell, source.decode("utf-8", "surrogatepass")))


def _answer(shell: ChapterShell, source: str) -> bytes:
    """Run one cell; where its outputs need more memory than there is, say just that."""
    try:
        answer = json.dumps(shell.run(source)).encode()
        return answer if len(answer) <= OUTPUT_BYTES else _failed(TooMuchShownError.__name__)
    except MemoryError as error:
        use_reserve()
        shell.wire.taken()
        return _failed(type(error).__name__)


def _failed(name: str) -> bytes:
    """Return the answer of a cell that shows nothing and stopped with an exception."""
    reply = {"status": "error", "ename": name, "evalue": "", "traceback": [], "payload": []}
    return json.dumps({"messages": [], "reply": reply}).encode()
