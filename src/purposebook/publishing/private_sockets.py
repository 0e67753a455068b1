"""Let a kernel be spoken with over sockets that only their owner can reach, instead of ports that all users can."""

from __future__ import annotations

import os
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Final

from jupyter_client.manager import KernelManager

from purposebook.storage import disk

_ROOM: Final = 90
"""Bytes of a folder's path that leave room for a socket's name in it: systems allow 104 for both."""


def make_private_sockets(kernel: KernelManager) -> tuple[Path, Callable[[], object]]:
    """Give a kernel a folder of its own for its sockets; return it, and what removes it, at the latest with the kernel.

    On Windows, and where the system's folder for temporary files lies too deep, the kernel keeps to ports.
    """
    folder = Path(tempfile.mkdtemp(prefix="pb-"))  # for its owner alone; short, as names of sockets are
    put_away = weakref.finalize(kernel, disk.remove_tree, folder)
    if os.name != "nt" and len(os.fsencode(folder)) <= _ROOM:
        kernel.transport = "ipc"
        kernel.ip = str(folder / "k")
    return folder, put_away
