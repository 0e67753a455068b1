"""The kernel that chapters run in: this very interpreter, whatever else the machine calls `python3`."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager

from purposebook.domain.variables import PAINTER
from purposebook.publishing.private_sockets import make_private_sockets
from purposebook.publishing.surroundings import surroundings
from purposebook.publishing.warm.shared import note_created
from purposebook.publishing.warm.system import limit_memory
from purposebook.publishing.warm.watch import LEDGER, Watch
from purposebook.publishing.warm.worker_process import MARK
from purposebook.storage.journal import note_other_reads

MEMORY: Final = "PURPOSEBOOK_CHAPTER_MIB"
"""Names the memory that a kernel may take, in mebibytes."""
_TEMPORARY: Final = ("TMPDIR", "TMP", "TEMP")
"""Name the folder of temporary files, one of them on each system."""
_PATIENCE: Final = 2.0
"""So long a kernel may take to end by itself."""


class ChapterKernel(AsyncKernelManager):
    """Start chapters in the interpreter that runs the build, quietly and repeatably."""

    watch: Watch | None = None

    @classmethod
    def limited(cls, watch: Watch) -> type[ChapterKernel]:
        """Return the same with limits of what its kernels may take, and with one who looks at it."""
        return type(cls.__name__, (cls,), {"watch": watch})

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.shutdown_wait_time = _PATIENCE
        folder, self._put_away = make_private_sockets(self)
        self.connection_file = str(folder / "kernel.json")

    @property
    def kernel_spec(self) -> KernelSpec:
        """Return our own description, so that no `python3` of the user's settings is taken instead."""
        return KernelSpec(
            argv=[sys.executable, "-P", "-m", __spec__.name, "-f", "{connection_file}"],
            display_name="Purposebook",
            language="python",
        )

    async def _async_start_kernel(self, **options: Any) -> None:
        """Start it with fixed hashes, as published, and without a word on the user's terminal."""
        options.pop("env", None)  # what nbclient would hand over: all of ours
        environment = {**surroundings(MARK), "PYTHONHASHSEED": "0"}
        if self.watch is not None:
            environment[MEMORY] = str(self.watch.limits.chapter_mib)
            environment |= dict.fromkeys(_TEMPORARY, str(self.watch.temporary))
        environment.pop(PAINTER, None)  # a socket that a new process does not have
        options |= {"env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        await super()._async_start_kernel(**options)

    async def _async_shutdown_kernel(self, now: bool = False, restart: bool = False) -> None:
        """End it together with everything that a chapter started and left running."""
        if self.watch is not None:
            self.watch.note_shared()
        group = getattr(self.provisioner, "pgid", None)
        await super()._async_shutdown_kernel(now=now, restart=restart)
        if isinstance(group, int) and group > 1 and group != os.getpgrp():
            with contextlib.suppress(OSError):
                os.killpg(group, signal.SIGKILL)

    async def _async_cleanup_resources(self, restart: bool = False) -> None:
        """Remove its folder too, also where it ended by itself and is not shut down."""
        await super()._async_cleanup_resources(restart=restart)
        if not restart:
            self._put_away()  # a process that was forked ends without looking back

    async def _async_is_alive(self) -> bool:
        """Tell whether it lives, and look at what it takes: nbclient asks once a second while a cell runs."""
        if self.watch is not None:
            self.watch.look()
        return bool(await super()._async_is_alive())

    cleanup_resources = _async_cleanup_resources
    is_alive = _async_is_alive
    start_kernel = _async_start_kernel
    shutdown_kernel = _async_shutdown_kernel


def main() -> None:
    """Become a kernel that takes no more memory than it may, and that notes what it reads."""
    from ipykernel.kernelapp import IPKernelApp

    if most := os.environ.pop(MEMORY, ""):
        limit_memory(int(most))
        note_created(Path(os.environ[_TEMPORARY[0]]) / LEDGER)
    app = IPKernelApp.instance()
    app.initialize()
    note_other_reads()
    app.start()


if __name__ == "__main__":
    main()
