"""Kernels of JupyterLab are for their owner: no other user of the machine reads what cells show."""

from __future__ import annotations

import itertools
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import psutil
import pytest
from jupyter_client.manager import KernelManager
from labs import serving, wait_until
from test_jupyterlab import _answers

from purposebook.publishing.open_lab import PROCESS
from purposebook.publishing.private_sockets import make_private_sockets

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="kernels keep to ports there"),
]

NOBODY = 65534
KNOCKS = """
import socket, sys
try:
    socket.socket(socket.AF_UNIX).connect(sys.argv[1])
except OSError as error:
    print(type(error).__name__)
"""


@pytest.fixture(scope="module")
def kernels(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, Any], ...]]:
    """Serve a product's chapters with two kernels; yield how each can be spoken with."""
    root = tmp_path_factory.mktemp("lab")
    with serving(root) as served:
        address, token = served.mission.split("doc/tree")[0], served.mission.rpartition("token=")[2]
        runtime = root / ".purposebook" / "circle" / ".jupyter" / "runtime"
        wait_until(lambda: _answers(runtime), "the server answers")
        for _ in range(2):
            asked = Request(f"{address}api/kernels", b"{}", {"Authorization": f"token {token}"}, method="POST")  # noqa: S310
            assert json.loads(urlopen(asked).read())["id"]  # noqa: S310 - our own server
        wait_until(lambda: len(list(runtime.glob("kernel-*.json"))) == 2, "two kernels start")
        found = tuple(json.loads(file.read_text()) for file in runtime.glob("kernel-*.json"))
        if found[0]["transport"] == "ipc":
            wait_until(lambda: all(Path(f"{one['ip']}-{one['iopub_port']}").exists() for one in found), "they listen")
        yield found
    if found[0]["transport"] == "ipc":
        wait_until(lambda: not any(Path(one["ip"]).parent.exists() for one in found), "their folders are removed")


def test_no_port_tells_what_cells_show(kernels: tuple[dict[str, Any], ...]) -> None:
    """Five ports did, one of them to anybody without a key.

    One is left: there a kernel takes what processes below it print, from whoever knows its secret, and says nothing.
    """
    assert [one["transport"] for one in kernels] == ["ipc", "ipc"]
    below = [one for one in psutil.Process().children(recursive=True) if "ipykernel_launcher" in one.cmdline()]
    assert len(below) >= 2
    for one in below:
        assert len([at for at in one.net_connections("inet") if at.status == psutil.CONN_LISTEN]) <= 1


def test_its_sockets_lie_in_a_folder_of_its_owner(kernels: tuple[dict[str, Any], ...]) -> None:
    """Each kernel has a folder of its own."""
    folders = {Path(one["ip"]).parent for one in kernels}
    assert len(folders) == 2 and {folder.stat().st_mode & 0o777 for folder in folders} == {0o700}


def test_nothing_that_a_cell_shows_is_dropped() -> None:
    """Who reads more slowly than a cell shows 6,000 lines gets all of them, in order."""
    kernel = KernelManager()
    make_private_sockets(kernel)
    kernel.start_kernel(extra_arguments=[f"--IPKernelApp.kernel_class={PROCESS}"])
    client = kernel.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=60)
        asked = client.execute("for number in range(6000): display({'text/plain': str(number)}, raw=True)")
        time.sleep(3)  # other kernels have dropped by now
        shown = iter(lambda: client.get_iopub_msg(timeout=20), None)
        mine = (one for one in shown if one["parent_header"].get("msg_id") == asked)
        until = itertools.takewhile(lambda one: one["content"].get("execution_state") != "idle", mine)
        found = [one["content"]["data"]["text/plain"] for one in until if one["msg_type"] == "display_data"]
        assert found == [str(number) for number in range(6000)]
    finally:
        client.stop_channels()
        kernel.shutdown_kernel(now=True)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can become somebody else")
def test_another_user_cannot_listen(kernels: tuple[dict[str, Any], ...]) -> None:
    """Where a port answers everybody, the socket refuses; its owner is let in."""
    for one in kernels:
        place = f"{one['ip']}-{one['iopub_port']}"
        who: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": [], "cwd": "/"}
        knocks = [sys.executable, "-S", "-c", KNOCKS, place]
        told = subprocess.run(knocks, capture_output=True, text=True, check=False, **who)
        assert (told.stdout.strip() or told.stderr[-300:]) == "PermissionError"
        with socket.socket(socket.AF_UNIX) as own:
            own.connect(place)
