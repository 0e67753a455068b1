"""A kernel's shell without a kernel: what it would send to the notebook is kept instead."""

from __future__ import annotations

import asyncio
import builtins
import codecs
import getpass
import io
import logging
import os
import sys
import warnings
from typing import Any, Final, NoReturn, cast

from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.error import StdinNotImplementedError
from jupyter_client.session import Session
from traitlets.config import Config

from purposebook.publishing.warm.system import use_reserve

OUTPUT_BYTES: Final = 64 * 1024 * 1024
"""The most that one cell may show."""
_ONCE: Final = 1024 * 1024
Message = tuple[str, dict[str, Any]]
"""Its type, such as `display_data`, and its content."""


class TooMuchShownError(MemoryError):
    """Say that a cell shows more than a page can hold."""


class Wire(Session):
    """Keep the messages that a kernel would send."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[Message] = []

    def send(self, stream: object, msg_or_type: Any, content: Any = None, *_: object, **__: object) -> None:
        """Keep one message, as it would arrive."""
        del stream
        whole = {"msg_type": msg_or_type, "content": content} if isinstance(msg_or_type, str) else msg_or_type
        self.kept.append((whole["msg_type"], self.unpack(self.pack(whole["content"]))))

    def taken(self) -> list[Message]:
        """Return the messages since the last call."""
        kept, self.kept = self.kept, []
        return kept


class Stream(io.TextIOBase):
    """Stand for stdout or stderr, together with what programs below Python write to `file`, each in its turn."""

    encoding = "UTF-8"

    def __init__(self, name: str, number: int, file: int, wire: Wire) -> None:
        self.name = name
        self._number, self._file, self._wire = number, file, wire
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._read = self._size = 0
        self._parts: list[str] = []

    def fileno(self) -> int:
        """Return the handle that programs below Python write to."""
        return self._number

    def writable(self) -> bool:
        """Take text."""
        return True

    def write(self, text: str) -> int:
        """Keep a text until the next flush."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        if self.closed:
            raise ValueError("I/O operation on closed file")
        self._fetch()
        self._keep(text)
        return len(text)

    def flush(self) -> None:
        """Send what was written."""
        if self.closed:
            return
        self._fetch()
        text, self._parts = "".join(self._parts), []
        if text:
            self._wire.kept.append(("stream", {"name": self.name, "text": text}))

    def begin_cell(self) -> None:
        """Let the next cell write as much as the one before."""
        self._size = 0

    def _fetch(self) -> None:
        """Take over what programs below Python wrote."""
        while data := os.pread(self._file, _ONCE, self._read):
            self._read += len(data)
            self._keep(self._decoder.decode(data))

    def _keep(self, text: str) -> None:
        """Keep a text, unless it is too much."""
        self._size += len(text)
        if self._size > OUTPUT_BYTES:
            raise TooMuchShownError("a cell shows more than a page can hold")
        self._parts.append(text)


class ChapterShell(ZMQInteractiveShell):
    """Run cells as a kernel does."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(config=Config({"HistoryManager": {"enabled": False, "hist_file": ":memory:"}}), **settings)
        self.wire = Wire()
        self.db: dict[str, Any] = {}  # kernels keep the last folders in the user's profile
        self.display_pub.session = self.wire  # type: ignore[attr-defined]
        self.displayhook.session = self.wire  # type: ignore[attr-defined]

    def init_profile_dir(self, profile_dir: object) -> None:
        """Keep away from the user's own IPython settings."""

    def enable_gui(self, gui: object = None) -> None:
        """Start no window system."""

    def ask_exit(self) -> None:
        """Note that a cell asked for the end."""
        cast(Any, self.payload_manager).write_payload({"source": "ask_exit"})

    def showtraceback(self, *arguments: Any, **settings: Any) -> None:
        """Show an exception, also when memory is all used."""
        use_reserve()
        super().showtraceback(*arguments, **settings)

    def settle(self, out: int, error: int) -> None:
        """Make this process the one that cells run in; what is written to `out` and `error` is shown."""
        sys.stdout, sys.stderr = Stream("stdout", 1, out, self.wire), Stream("stderr", 2, error, self.wire)
        os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
        builtins.input = getpass.getpass = _no_input
        logging.basicConfig(level=logging.WARNING, force=True)
        with warnings.catch_warnings():
            pass  # what was warned of before is warned of again
        self._streams = (sys.stdout, sys.stderr)
        self._loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self._loop)

    def run(self, source: str) -> dict[str, Any]:
        """Run one cell; return the messages and the reply that a kernel would send."""
        for stream in self._streams:
            stream.begin_cell()
        result = self._loop.run_until_complete(self._executed(source))
        for stream in self._streams:
            stream.flush()
        error = result.error_before_exec or result.error_in_exec
        reply = {
            "status": "ok" if result.success and not self._last_traceback_during_displayhook else "error",
            "ename": type(error).__name__,
            "evalue": _text(error),
            "traceback": list(self._last_traceback or []),
            "payload": cast(Any, self.payload_manager).read_payload(),
            "execution_count": self.execution_count - 1,
        }
        cast(Any, self.payload_manager).clear_payload()
        return {"messages": self.wire.taken(), "reply": reply}

    async def _executed(self, source: str) -> Any:
        """Run one cell inside a running loop, as ipykernel's `do_execute` does."""
        problem = None
        try:
            code = self.transform_cell(source)
        except Exception:  # noqa: BLE001 - the cell is to blame, and is told when it runs
            code, problem = source, sys.exc_info()
        ready = {"transformed_cell": code, "preprocessing_exc_tuple": problem}
        if not self.should_run_async(source, **ready):
            return self.run_cell(source, store_history=True)
        result = None
        try:
            result = await self.run_cell_async(source, store_history=True, **ready)
        finally:
            self.events.trigger("post_execute")
            self.events.trigger("post_run_cell", result)
        return result


ChapterShell.__name__ = ZMQInteractiveShell.__name__
"""Libraries know by this name whether they are in a notebook."""


def _no_input(*_: object, **__: object) -> NoReturn:
    """Refuse a question: nobody is there."""
    raise StdinNotImplementedError("input was asked for, but nobody is there to answer")


def _text(error: BaseException | None) -> str:
    """Return an exception's text; one that cannot even say that is silent."""
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - it is somebody else's code
        return ""
