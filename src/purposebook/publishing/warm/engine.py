"""The papermill engine `purposebook`: each chapter in a process forked from this one, instead of a kernel.

Usable from papermill's own command too: `papermill --engine purposebook chapters/mission.ipynb out.ipynb`.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Final

from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbclient.util import run_sync
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine, NotebookExecutionManager, papermill_engines
from papermill.log import logger
from tqdm import tqdm  # type: ignore[import-untyped] # comes with papermill

from purposebook.publishing.warm.chapter_process import TOO_LONG, ChapterProcess
from purposebook.publishing.warm.system import FORKS, nothing_left

NAME: Final = "purposebook"
_FOREVER: Final = 10.0 * 365 * 24 * 3600
_OURS: Final = ("chapter_seconds", "memory_mib", "watch", "execution_timeout", "start_timeout", "input_path")


class PurposebookEngine(NBClientEngine):
    """Run notebooks without kernels; where the system cannot fork safely, in kernels after all."""

    @classmethod
    def execute_notebook(cls, *arguments: Any, **settings: Any) -> NotebookNode:
        """Run a notebook without the thread that watches progress bars: a process with threads must not fork."""
        tqdm.monitor_interval = 0
        notebook: NotebookNode = super().execute_notebook(*arguments, **settings)
        return notebook

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        **settings: Any,
    ) -> None:
        """Run every cell; an error ends the run as it does in a kernel, and papermill raises it.

        Settings beyond those of papermill's own engine: `chapter_seconds` for all cells together, `memory_mib`,
        and `watch`, who looks at what it takes.
        What this process starts meanwhile is ended with the notebook.
        """
        ours = {name: settings.pop(name, None) for name in _OURS}
        if not FORKS:
            NBClientEngine.execute_managed_notebook(
                nb_man, kernel_name, **settings, execution_timeout=ours["execution_timeout"]
            )
            return
        client = PapermillNotebookClient(nb_man, log=logger, kernel_name=kernel_name, **settings)
        client.reset_execution_trackers()
        with nothing_left():
            process = ChapterProcess(ours["memory_mib"], ours["watch"])
            until = time.monotonic() + (ours["chapter_seconds"] or _FOREVER)
            try:
                _Run(client, process, ours["execution_timeout"], until).all_cells()
            finally:
                process.end()


@dataclass(frozen=True)
class _Run:
    """Run the cells of one notebook."""

    client: PapermillNotebookClient
    """It keeps what cells show as it does for a kernel, but has none."""
    process: ChapterProcess
    cell_seconds: float | None
    until: float

    def all_cells(self) -> None:
        """Run one cell after the other, up to the first error."""
        man = self.client.nb_man
        for index, cell in enumerate(man.nb.cells):
            try:
                man.cell_start(cell, index)
                if cell.cell_type == "code" and cell.source.strip() and not self._skipped(cell):
                    self._cell(index, cell)
            except CellExecutionError as error:
                man.cell_exception(cell, cell_index=index, exception=error)
                break
            finally:
                man.cell_complete(cell, cell_index=index)

    def _skipped(self, cell: NotebookNode) -> bool:
        """Tell whether a cell says that it is not to be run."""
        return self.client.skip_cells_with_tag in cell.metadata.get("tags", [])

    def _cell(self, index: int, cell: NotebookNode) -> None:
        """Run one cell and keep what it shows; raises `CellExecutionError` when it stops with an error."""
        seconds = min(self.cell_seconds or _FOREVER, self.until - time.monotonic())
        answer = self.process.run(cell.source, seconds)
        if isinstance(answer, str):
            raise _no_answer(answer, seconds, cell)
        cell.outputs = []
        self.client.clear_before_next_output = False
        for kind, content in answer["messages"]:
            message = {"msg_type": kind, "header": {"msg_type": kind}, "parent_header": {}, "content": content}
            self.client.process_message(message, cell, index)
        self.client.code_cells_executed += 1
        cell.execution_count = self.client.code_cells_executed
        reply = {"content": answer["reply"]}
        if self.client.on_cell_executed is not None:
            self.client.on_cell_executed(cell=cell, cell_index=index, execute_reply=reply)
        run_sync(self.client._check_raise_for_error)(cell, index, reply)


def _no_answer(why: str, seconds: float, cell: NotebookNode) -> Exception:
    """Return what nbclient would raise for a kernel that gives no answer."""
    if why == TOO_LONG:
        return CellTimeoutError.error_from_timeout_and_cell("Cell execution timed out", int(seconds), cell)
    return DeadKernelError("The process of the chapter ended")


def register() -> None:
    """Make the engine known to papermill, also where the package's entry points are not read."""
    papermill_engines.register(NAME, PurposebookEngine)
