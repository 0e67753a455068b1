"""The kernel of a chapter that is open in JupyterLab: no other user of the machine hears what its cells show."""

from __future__ import annotations

from typing import Any

from jupyter_server.services.kernels.kernelmanager import ServerKernelManager

from purposebook.publishing.private_sockets import make_private_sockets


class LabKernel(ServerKernelManager):
    """Start kernels as JupyterLab does, but with sockets of their own."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        make_private_sockets(self)
