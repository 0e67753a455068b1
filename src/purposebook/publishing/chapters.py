"""Run one chapter for one product, and believe that it ran only when every cell did."""

from __future__ import annotations

import functools
import logging
import time
from collections.abc import Callable, Mapping
from typing import Any, Final

from purposebook.errors import ChapterFailed
from purposebook.publishing.limits import Limits, ProductShare
from purposebook.publishing.warm.watch import Watch, watched

START_SECONDS: Final = 60
"""The longest that a kernel may take to start."""
INJECTED: Final = "injected-parameters"
"""The tag of the cell with the parameters, which papermill adds."""
_DEFAULT_LIMITS: Final = Limits()


class _StoppedError(Exception):
    """Say at which cell a chapter stopped, and why."""


def run_chapter(  # noqa: PLR0913 - what runs, with what, how, and what it may take
    name: str,
    source: Any,
    parameters: dict[str, str],
    limits: Limits = _DEFAULT_LIMITS,
    *,
    isolated: bool = False,
    share: ProductShare | None = None,
) -> Any:
    """Return the chapter's notebook `source` executed, or raise `ChapterFailed`; the source is as it was."""
    with watched(limits, share) as watch:
        try:
            notebook = _execute(source, parameters, watch, isolated)
        except Exception as error:
            if why := watch.fault or _why(error, watch):
                raise ChapterFailed(name, why) from error
            raise
    if watch.fault:
        raise ChapterFailed(name, watch.fault)
    _check_ran(name, notebook)
    _join_streams(notebook)
    return notebook


def _why(error: Exception, watch: Watch) -> str:
    """Say why a chapter did not run to its end; nothing for an error that nobody foresaw."""
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    if isinstance(error, _StoppedError):
        return str(error)
    if isinstance(error, CellTimeoutError):
        return watch.too_long()
    if isinstance(error, DeadKernelError):
        return "its process ended before the chapter did; take out what ends it, or let it take less memory"
    if isinstance(error, RuntimeError | OSError):
        return "its process did not start; see that memory and disk are not full"
    return ""


def notebook_of(name: str, data: bytes, sound: bool = False) -> Any:
    """Return the notebook that these bytes are; those that are known to be `sound` need no look at every cell."""
    import nbformat

    if sound:
        return nbformat.convert(nbformat.reader.reads(data.decode("utf-8")), 4)  # type: ignore[no-untyped-call]
    try:
        notebook = nbformat.reads(data.decode("utf-8"), as_version=4)  # type: ignore[no-untyped-call]
        nbformat.validate(notebook)
    except (ValueError, KeyError, AttributeError, TypeError, nbformat.ValidationError) as error:
        raise ChapterFailed(name, "it is no notebook; open it in JupyterLab and save it") from error
    return notebook


def _execute(notebook: Any, parameters: dict[str, str], watch: Watch, isolated: bool) -> Any:
    """Let papermill run the chapter without writing a file."""
    import papermill

    from purposebook.publishing.warm.engine import register
    from purposebook.publishing.warm.system import FORKS, nothing_left

    register()
    kernel = isolated or not FORKS
    logging.getLogger("papermill").setLevel(logging.ERROR)
    logging.getLogger("traitlets").setLevel(logging.CRITICAL)
    with nothing_left():  # also of a kernel that left its own children to themselves
        try:
            return papermill.execute_notebook(
                notebook,
                None,
                parameters=parameters,
                kernel_name="python3",
                progress_bar=False,
                request_save_on_cell_execute=False,
                on_cell_executed=functools.partial(_refuse_end, watch),
                **(_kernel(watch) if kernel else _warm(watch)),
            )
        finally:
            watch.note_shared()


def _warm(watch: Watch) -> dict[str, Any]:
    """Return papermill's settings for a process forked from this one."""
    from purposebook.publishing.warm.engine import NAME

    own = {"chapter_seconds": watch.seconds(), "memory_mib": watch.limits.chapter_mib, "watch": watch}
    return {"engine_name": NAME, **own}


def _kernel(watch: Watch) -> dict[str, Any]:
    """Return papermill's settings for a kernel of the chapter's own."""
    from purposebook.publishing.kernel import ChapterKernel
    from purposebook.publishing.warm.system import FORKS

    if not FORKS:  # where memory is all that a process has, that of its code too
        watch.begins_with_this()
    return {
        "start_timeout": START_SECONDS,
        "timeout_func": _left(watch.seconds()),
        "kernel_manager_class": ChapterKernel.limited(watch),
    }


def _left(seconds: float) -> Callable[[Any], int]:
    """Return how long the next cell may take; the clock starts with the first."""
    begun: list[float] = []

    def left(cell: Any) -> int:
        """Return whole seconds, at least one."""
        del cell
        begun.append(time.monotonic())
        return max(1, round(begun[0] + seconds - begun[-1]))

    return left


def _refuse_end(watch: Watch, cell: Any, cell_index: int, execute_reply: Mapping[str, Any]) -> None:
    """Stop at an error, and at `quit()`, after which a kernel runs the next cells or not, as chance has it."""
    del cell
    watch.look()  # a chapter of many quick cells is never waited for
    reply = execute_reply.get("content", {})
    if any(part.get("source") == "ask_exit" for part in reply.get("payload") or []):
        raise _StoppedError(f"cell {cell_index + 1} ends the kernel; delete the call that does")
    if reply.get("status") == "error":
        raise _StoppedError(_stopped(cell_index + 1, str(reply.get("ename")), watch.limits))


def _stopped(cell: int, name: str, limits: Limits) -> str:
    """Say at which exception a chapter stopped; never its text, which may hold anything."""
    if name == "MemoryError":
        most = f"the {limits.chapter_mib} MiB that a chapter may take"
        return f"cell {cell} needed more memory than {most}; let it take less"
    word = name if name.isidentifier() and len(name) <= 60 else "an error"
    return f"cell {cell} stopped with {word}; run it in JupyterLab to see why"


def _join_streams(notebook: Any) -> None:
    """Put together what follows each other in one stream: where a kernel parts it is chance."""
    for cell in notebook.cells:
        kept: list[Any] = []
        for output in cell.get("outputs", ()):
            if kept and output.output_type == "stream" and output.name == kept[-1].get("name"):
                kept[-1].text += output.text
            else:
                kept.append(output)
        if cell.cell_type == "code":
            cell.outputs = kept


def _check_ran(name: str, notebook: Any) -> None:
    """Refuse a notebook in which a cell was skipped (as after `quit()`), failed, or ran twice."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    expected = 0
    for number, cell in enumerate(cells, start=1):
        expected += bool(cell.source.strip())
        if cell.source.strip() and cell.execution_count != expected:
            raise ChapterFailed(name, f"its code cell {number} did not run; delete what ends the kernel before it")
        if any(output.output_type == "error" for output in cell.outputs):
            raise ChapterFailed(name, f"its code cell {number} shows an error; run it in JupyterLab to see why")
