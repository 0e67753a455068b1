"""The papermill engine `purposebook`: each chapter in a process forked from this one, instead of a kernel.

Usable from papermill's own command too: `papermill --engine purposebook chapters/mission.ipynb out.ipynb`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode, from_dict
from papermill.engines import Engine, NBClientEngine, NotebookExecutionManager, papermill_engines

from purposebook.publishing.warm.chapter_process import TOO_LONG, ChapterProcess
from purposebook.publishing.warm.system import FORKS

NAME: Final = "purposebook"
_FOREVER: Final = 10.0 * 365 * 24 * 3600


class PurposebookEngine(Engine):
    """Run notebooks without kernels; where the system cannot fork safely, in kernels after all."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        **settings: Any,
    ) -> None:
        """Run every cell; an error ends the run as it does in a kernel, and papermill raises it.

        Settings beyond those of papermill's own engine: `chapter_seconds` for all cells together, and `memory_mib`.
        """
        chapter_seconds = settings.pop("chapter_seconds", None)
        memory_mib = settings.pop("memory_mib", None)
        if not FORKS:
            NBClientEngine.execute_managed_notebook(nb_man, kernel_name, **settings)
            return
        process = ChapterProcess(memory_mib)
        until = time.monotonic() + (chapter_seconds or _FOREVER)
        run = _Run(nb_man, process, settings.get("execution_timeout"), until, settings.get("on_cell_executed"))
        try:
            run.all_cells()
        finally:
            process.end()


@dataclass(frozen=True)
class _Run:
    """Run the cells of one notebook."""

    nb_man: NotebookExecutionManager
    process: ChapterProcess
    cell_seconds: float | None
    until: float
    on_cell_executed: Callable[..., None] | None
    displays: dict[str, list[NotebookNode]] = field(default_factory=dict)
    """The outputs that each display id names."""

    def all_cells(self) -> None:
        """Run one cell after the other, up to the first error."""
        for index, cell in enumerate(self.nb_man.nb.cells):
            self.nb_man.cell_start(cell, index)
            if cell.cell_type == "code" and cell.source.strip() and not self._ran(index, cell):
                self.nb_man.cell_exception(cell, cell_index=index)
                return
            self.nb_man.cell_complete(cell, cell_index=index)

    def _ran(self, index: int, cell: NotebookNode) -> bool:
        """Run one cell and keep what it shows; tell whether it ended without an error."""
        seconds = min(self.cell_seconds or _FOREVER, self.until - time.monotonic())
        answer = self.process.run(cell.source, seconds)
        if isinstance(answer, str):
            raise _no_answer(answer, seconds, cell)
        cell.outputs = [from_dict(output) for output in answer["outputs"]]
        cell.execution_count = answer["execution_count"]
        self._follow_displays(cell, answer)
        if self.on_cell_executed is not None:
            payload = [{"source": "ask_exit"}] if answer["wants_end"] else []
            reply = {"content": {"payload": payload}}
            self.on_cell_executed(cell=cell, cell_index=index, execute_reply=reply)
        return not any(output.output_type == "error" for output in cell.outputs)

    def _follow_displays(self, cell: NotebookNode, answer: dict[str, Any]) -> None:
        """Bring earlier displays up to date, and remember those of this cell."""
        for display_id, body in answer["updates"].items():
            for output in self.displays.get(display_id, ()):
                output.update(from_dict(body))
        for display_id, places in answer["places"].items():
            self.displays.setdefault(display_id, []).extend(cell.outputs[place] for place in places)


def _no_answer(why: str, seconds: float, cell: NotebookNode) -> Exception:
    """Return what nbclient would raise for a kernel that gives no answer."""
    if why == TOO_LONG:
        return CellTimeoutError.error_from_timeout_and_cell("Cell execution timed out", int(seconds), cell)
    return DeadKernelError("The process of the chapter ended")


def register() -> None:
    """Make the engine known to papermill, also where the package's entry points are not read."""
    papermill_engines.register(NAME, PurposebookEngine)
