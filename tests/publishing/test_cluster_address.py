"""An address of another machine needs TLS, or somebody who says that the network is safe."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_workspace import small_workspace
from watched_builds import DAY

from purposebook.cli.app import run
from purposebook.errors import UsageError
from purposebook.publishing.build import build
from purposebook.publishing.cluster.address import refuse_open
from purposebook.publishing.job import Manner

HERE = (
    "tcp://127.0.0.1:8786",
    "127.0.0.1:8786",
    "tcp://localhost:8786",
    "tcp://[::1]:8786",
    "inproc://x",
    "tcp://127.9.9.9:1",
)
SAFE = ("tls://10.0.0.5:8786", "wss://dask.example.org:443", "tls://dask.example.org:8786")
OPEN = (
    "tcp://10.0.0.5:8786",
    "10.0.0.5:8786",
    "TCP://10.0.0.5:8786",
    " tcp://10.0.0.5:8786",
    "tcp://dask.example.org:8786",
    "tcp://[2001:db8::1]:8786",
    "tcp://0.0.0.0:8786",
    "tcp://127.0.0.1@10.0.0.5:8786",
    "tcp://127.0.0.1.example.org:8786",
    "tcp://[::1",
    "tcp://",
    "ws://10.0.0.5:8786",
    "ucx://10.0.0.5:8786",
)


@pytest.mark.parametrize("address", [*HERE, *SAFE])
def test_this_machine_and_tls_are_private(address: str) -> None:
    """Nothing is refused that no other machine can read."""
    refuse_open(address)


@pytest.mark.parametrize("address", OPEN)
def test_another_machine_needs_tls(address: str) -> None:
    """A name may lead anywhere, and so may an address that only begins like ours."""
    with pytest.raises(UsageError, match="write tls://, or add --insecure"):
        refuse_open(address)


def test_a_build_refuses_before_it_does_anything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The call is wrong, exit code 2, and no folder is made; `--insecure` goes on."""
    space = small_workspace(tmp_path / "w", {"report": ("1",)}, {"alpha": "Alpha"})
    asked = ["build", "--workspace", str(space.root), "--out", str(tmp_path / "out"), "--scheduler", OPEN[0]]
    assert run(asked) == 2
    assert "names another machine without TLS ('tcp://')" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert build(space, (), tmp_path / "out", DAY, Manner(scheduler=OPEN[0], insecure=True)).failed == ()
