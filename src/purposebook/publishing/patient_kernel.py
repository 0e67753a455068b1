"""The kernel process of a chapter that is open in JupyterLab: nothing that its cells show is dropped on the way."""

from __future__ import annotations

from typing import Any

import zmq
from ipykernel.ipkernel import IPythonKernel


class PatientKernel(IPythonKernel):
    """Wait for JupyterLab where it is slow: other kernels drop what they show once 1,000 messages wait.

    A chapter sends 3,000 at once. For a port the system keeps megabytes of them, for a socket in a folder a few.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        thread = self.iopub_thread
        thread.schedule(lambda: thread.socket.setsockopt(zmq.XPUB_NODROP, 1))
