"""An IPython shell that keeps what cells show, in the form in which a notebook stores it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from typing import Any, cast

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from jupyter_client.jsonutil import json_clean
from traitlets import Type
from traitlets.config import Config

Output = dict[str, Any]


class Shown:
    """Collect the outputs of one cell, in the order in which a kernel's messages would come."""

    def __init__(self) -> None:
        self.outputs: list[Output] = []
        self.updates: dict[str, Output] = {}
        """The newest state of displays of this or earlier cells, by their ids."""
        self.places: dict[str, list[int]] = {}
        """Which outputs each display id names."""
        self.streams = {"stdout": Stream(), "stderr": Stream()}
        self._clear_next = False

    def add(self, output: Output, display_id: str | None = None) -> None:
        """Keep an output after everything that was printed before it."""
        self.flush()
        self._cleared()
        if display_id is not None:
            self.places.setdefault(display_id, []).append(len(self.outputs))
        self.outputs.append(output)

    def flush(self) -> None:
        """Turn what was printed into outputs, as a kernel does before a display and at the end of a cell."""
        for name, stream in self.streams.items():
            text = stream.taken()
            if not text:
                continue
            self._cleared()
            if self.outputs and self.outputs[-1].get("name") == name:
                self.outputs[-1]["text"] += text
            else:
                self.outputs.append({"output_type": "stream", "name": name, "text": text})

    def clear(self, wait: bool) -> None:
        """Forget the outputs so far: at once, or when the next one comes."""
        self.flush()
        self._clear_next = True
        if not wait:
            self._cleared()

    def _cleared(self) -> None:
        """Carry out a request to clear."""
        if self._clear_next:
            self.outputs.clear()
            self.places.clear()
            self._clear_next = False


class Stream(io.TextIOBase):
    """Stand for stdout or stderr while a cell runs."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self._parts: list[str] = []

    def writable(self) -> bool:
        """Take text."""
        return True

    def write(self, text: str) -> int:
        """Keep a text until it is taken."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        self._parts.append(text)
        return len(text)

    def taken(self) -> str:
        """Return what was written since the last call."""
        text = "".join(self._parts)
        self._parts.clear()
        return text


class _Publisher(DisplayPublisher):
    """Keep displays instead of sending them."""

    def publish(
        self,
        data: Mapping[str, Any],
        metadata: Mapping[str, Any] | None = None,
        source: object = None,  # noqa: ARG002 - the signature is IPython's
        *,
        transient: Mapping[str, Any] | None = None,
        update: bool = False,
        **_: object,
    ) -> None:
        """Keep one display, or the newer state of an earlier one."""
        shown = self.shell.shown
        body = _plain({"data": dict(data), "metadata": dict(metadata or {})})
        display_id = (transient or {}).get("display_id")
        if update:
            shown.flush()
            for place in shown.places.get(display_id, ()):
                shown.outputs[place].update(body)
            shown.updates[display_id] = body
        else:
            shown.add({"output_type": "display_data", **body}, display_id)

    def clear_output(self, wait: bool = False) -> None:
        """Forget the outputs so far."""
        self.shell.shown.clear(wait)


class _Hook(DisplayHook):
    """Keep the value of a cell's last expression."""

    def __call__(self, result: object = None) -> None:
        """Keep `result` where a kernel would show it."""
        self.check_for_underscore()
        if result is None or self.quiet():
            return
        data, metadata = self.compute_format_data(result)
        self.update_user_ns(result)
        self.fill_exec_result(result)
        if data:
            body = _plain({"data": data, "metadata": metadata})
            count = self.prompt_count
            cast(ChapterShell, self.shell).shown.add(
                {"output_type": "execute_result", "execution_count": count, **body}
            )


class ChapterShell(InteractiveShell):
    """Run cells as a kernel does, without a kernel."""

    displayhook_class = Type(_Hook)
    display_pub_class = Type(_Publisher)

    def __init__(self, **settings: Any) -> None:
        self.shown = Shown()
        self.wants_end = False
        super().__init__(config=Config({"HistoryManager": {"enabled": False, "hist_file": ":memory:"}}), **settings)

    def init_profile_dir(self, profile_dir: object) -> None:
        """Keep away from the user's own IPython settings."""

    def init_virtualenv(self) -> None:
        """Keep the paths of this interpreter."""

    def enable_gui(self, gui: object = None) -> None:
        """Start no window system."""

    def ask_exit(self) -> None:
        """Note that a cell asked for the end."""
        self.wants_end = True

    def _showtraceback(self, etype: type[BaseException], evalue: BaseException, stb: list[str]) -> None:
        """Keep an exception in the form in which a notebook stores it."""
        error = {"output_type": "error", "ename": etype.__name__, "evalue": _text(evalue), "traceback": list(stb)}
        self.shown.add(error)

    def run(self, source: str, redirected: Callable[[Shown], Any]) -> dict[str, Any]:
        """Run one cell; return its outputs, count, later states of earlier displays, and whether it asked to end."""
        self.shown, self.wants_end = Shown(), False
        count = self.execution_count
        with redirected(self.shown):
            self.run_cell(source, store_history=True)
            self.shown.flush()
        return {
            "outputs": self.shown.outputs,
            "execution_count": count,
            "updates": self.shown.updates,
            "places": self.shown.places,
            "wants_end": self.wants_end,
        }


def _text(error: BaseException) -> str:
    """Return an exception's text; one that cannot even say that is silent."""
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - it is somebody else's code
        return ""


def _plain(body: dict[str, Any]) -> dict[str, Any]:
    """Return what JSON keeps of a message, as a kernel's message would arrive."""
    made: dict[str, Any] = json.loads(json.dumps(json_clean(body)))
    return made
