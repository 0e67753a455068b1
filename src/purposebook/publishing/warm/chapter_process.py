"""One chapter's own process: forked from one that has read all code, and gone when the chapter is done."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import sys
import tempfile
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, Final, cast

from purposebook.notebook.frames import receive, send
from purposebook.publishing.warm.shell import ChapterShell, Shown
from purposebook.publishing.warm.system import MIB, die_with_parent, limit_memory

OUTPUT_BYTES: Final = 64 * MIB
"""The most that one cell may show."""
ENDED: Final = "ended"
TOO_LONG: Final = "too long"


class ChapterProcess:
    """Run the cells of one chapter, one after the other, in a process of its own."""

    def __init__(self, memory_mib: int | None = None) -> None:
        requests, questions = os.pipe()
        answers, replies = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            _be_chapter(requests, replies, (questions, answers), memory_mib)
        os.close(requests)
        os.close(replies)
        self._questions: BinaryIO = os.fdopen(questions, "wb")
        self._answers: BinaryIO = os.fdopen(answers, "rb", buffering=0)
        self.status: int | None = None

    def run(self, source: str, seconds: float) -> dict[str, Any] | str:
        """Return what a cell shows, or `TOO_LONG` or `ENDED` when the process gave no answer."""
        try:
            send(self._questions, source.encode("utf-8", "surrogatepass"))
            ready = select.select([self._answers], [], [], max(0.0, seconds))[0]
            answer = receive(self._answers) if ready else None
        except OSError:  # it ended between two cells
            return ENDED
        if not ready:
            return TOO_LONG
        return ENDED if answer is None else dict(json.loads(answer))

    def end(self) -> None:
        """End the process, and with it the group of what it started."""
        for stream in (self._questions, self._answers):
            with contextlib.suppress(OSError):
                stream.close()
        if self.status is None:
            with contextlib.suppress(OSError):
                os.killpg(self.pid, signal.SIGKILL)
            with contextlib.suppress(OSError):
                os.kill(self.pid, signal.SIGKILL)  # it had not yet made its group
            self.status = os.waitpid(self.pid, 0)[1]


def _be_chapter(requests: int, replies: int, others: tuple[int, ...], memory_mib: int | None) -> None:
    """Become the chapter's process: serve cells until nobody asks any more. Never returns."""
    try:
        os.setsid()
        die_with_parent()
        for handle in others:
            os.close(handle)
        _fresh()
        if memory_mib is not None:
            limit_memory(memory_mib)
        _serve(os.fdopen(requests, "rb"), os.fdopen(replies, "wb"))
    except BaseException:  # noqa: BLE001 - whatever it was, the other side sees that no answer comes
        os._exit(1)
    os._exit(0)


def _fresh() -> None:
    """Give up what a new process would not have: signal handlers, the terminal, the state of random numbers."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123 - a device, not a file
        os.dup2(nothing.fileno(), 0)
    if "numpy.random" in sys.modules:
        sys.modules["numpy.random"].seed()


def _serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Run cells until the other side has gone."""
    shell = ChapterShell.instance()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as error:
        os.dup2(out.fileno(), 1)
        os.dup2(error.fileno(), 2)

        @contextlib.contextmanager
        def redirected(shown: Shown) -> Iterator[None]:
            """Keep what a cell prints, from Python or below it."""
            with (
                contextlib.redirect_stdout(cast(IO[str], shown.streams["stdout"])),
                contextlib.redirect_stderr(cast(IO[str], shown.streams["stderr"])),
            ):
                yield
                for name, file in (("stdout", out), ("stderr", error)):
                    shown.streams[name].write(_written(file))

        while (source := receive(requests)) is not None:
            answer = json.dumps(shell.run(source.decode("utf-8", "surrogatepass"), redirected)).encode()
            if len(answer) > OUTPUT_BYTES:
                raise MemoryError("a cell shows more than a page can hold")
            send(replies, answer)


def _written(file: IO[bytes]) -> str:
    """Return what programs below Python wrote since the last call."""
    data = os.pread(file.fileno(), OUTPUT_BYTES, 0)
    if data:
        os.ftruncate(file.fileno(), 0)
        os.lseek(file.fileno(), 0, os.SEEK_SET)
    return data.decode("utf-8", "replace")
