"""Run one chapter for one product, and believe that it ran only when every cell did."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from purposebook.errors import ChapterFailed

CELL_SECONDS: Final = 120
"""The longest that one cell may take."""
START_SECONDS: Final = 60
"""The longest that a kernel may take to start."""


class _EndsKernelError(Exception):
    """Say which cell asked for the end of its kernel."""


def run_chapter(path: Path, parameters: dict[str, str], cell_seconds: int = CELL_SECONDS) -> Any:
    """Return the executed notebook of the chapter at `path`, or raise `ChapterFailed`."""
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill.exceptions import PapermillExecutionError

    name = path.stem
    source = _read(path)
    try:
        notebook = _execute(source, parameters, cell_seconds)
    except _EndsKernelError as error:
        raise ChapterFailed(name, str(error)) from error
    except CellTimeoutError as error:
        raise ChapterFailed(name, f"a cell took longer than {cell_seconds} seconds; make it quicker") from error
    except DeadKernelError as error:
        raise ChapterFailed(name, "its kernel died; run it in JupyterLab to see where") from error
    except PapermillExecutionError as error:
        why = f"cell {error.cell_index + 1} stopped with {_word(error.ename)}; run it in JupyterLab to see why"
        raise ChapterFailed(name, why) from error
    except (RuntimeError, OSError) as error:
        raise ChapterFailed(name, "its kernel did not start; see that memory and disk are not full") from error
    _check_ran(name, notebook)
    return notebook


def _read(path: Path) -> Any:
    """Return the notebook at `path` as it is on the disk."""
    import nbformat

    try:
        notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
        nbformat.validate(notebook)
    except (OSError, ValueError, KeyError, AttributeError, nbformat.ValidationError) as error:
        raise ChapterFailed(path.stem, "it is no notebook; open it in JupyterLab and save it") from error
    return notebook


def _execute(notebook: Any, parameters: dict[str, str], cell_seconds: int) -> Any:
    """Let papermill run the chapter without writing a file."""
    import papermill

    from purposebook.publishing.kernel import ChapterKernel

    logging.getLogger("papermill").setLevel(logging.ERROR)
    logging.getLogger("traitlets").setLevel(logging.CRITICAL)
    return papermill.execute_notebook(
        notebook,
        None,
        parameters=parameters,
        kernel_name="python3",
        progress_bar=False,
        request_save_on_cell_execute=False,
        start_timeout=START_SECONDS,
        execution_timeout=cell_seconds,
        store_widget_state=False,
        kernel_manager_class=ChapterKernel,
        on_cell_executed=_refuse_exit,
    )


def _refuse_exit(cell: Any, cell_index: int, execute_reply: Mapping[str, Any]) -> None:
    """Stop at `quit()`, which ends a kernel a moment later: the cells after it run or not, as chance has it."""
    del cell
    payload = execute_reply.get("content", {}).get("payload") or []
    if any(part.get("source") == "ask_exit" for part in payload):
        raise _EndsKernelError(f"cell {cell_index + 1} ends the kernel; delete the call that does")


def _word(name: object) -> str:
    """Return an exception's name when it is one; never its text, which may hold anything."""
    text = str(name)
    return text if text.isidentifier() and len(text) <= 60 else "an error"


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
