"""The workers of a real Dask cluster make the same bytes, and whatever becomes of them, a build ends in order."""

from __future__ import annotations

import datetime as dt
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from clusters import Dask, build, dask_cluster, ended, wait_until
from small_workspace import SHOW_PRODUCT, files, small_workspace
from watched_builds import with_vega

from purposebook.errors import BuildFailed
from purposebook.publishing.build import build as build_here
from purposebook.publishing.cluster.worker import serve
from purposebook.storage.workspace import Workspace

pytest.importorskip("distributed")
pytestmark = pytest.mark.slow

DAY = dt.date(2026, 10, 1)
GOOD = ("ash", "birch", "cedar", "elm", "fir", "gorse")
CHAPTER = f"import time; time.sleep(0.3)\n{SHOW_PRODUCT}"
"""Takes long enough for whoever watches, and no processor."""
WITHOUT_DISTRIBUTED = """
import sys
sys.modules["distributed"] = None
from purposebook.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Make a workspace with six good products and a broken one, built once by this machine itself."""
    names = {name: f"{name.title()} & <b>co</b>" for name in GOOD}
    chapters = {"report": (CHAPTER,), "mission": (CHAPTER,)}
    made = with_vega(small_workspace(tmp_path_factory.mktemp("cluster") / "w", chapters, names))
    (made.data / "broken").mkdir()
    (made.data / "broken" / "product.yml").write_text("nam: typo\n", encoding="utf-8")
    build_here(made, made.products(), made.root / "_here", DAY)
    return made


@pytest.fixture
def there(space: Workspace) -> Iterator[Path]:
    """Name the folder into which clusters build."""
    yield space.root / "_there"
    shutil.rmtree(space.root / "_there", ignore_errors=True)


@pytest.fixture(scope="module")
def dask(space: Workspace) -> Iterator[Dask]:
    """Run two workers as a user would, with nannies."""
    with dask_cluster(space.root) as made:
        yield made


def test_a_cluster_makes_the_same_bytes(space: Workspace, there: Path, dask: Dask) -> None:
    """Every file of every site is as this machine makes it; a broken product fails alone."""
    code, said = ended(build(space.root, dask.address))
    assert code == 1
    assert "broken was not published" in said
    assert files(there) == files(space.root / "_here")
    assert len(list(there.glob("*/card.json"))) == len(GOOD)


def test_no_more_than_two_orders_a_thread_are_under_way(space: Workspace, there: Path, dask: Dask) -> None:
    """Workers always have work, and never hold what they will serve much later."""
    from distributed import Client

    def under_way(dask_scheduler: Any) -> int:
        """Count the orders that somebody waits for and that are not done."""
        return sum(bool(task.who_wants) and task.state != "memory" for task in dask_scheduler.tasks.values())

    with Client(dask.address, set_as_default=False) as watching:
        process, most = build(space.root, dask.address), 0
        while process.poll() is None:
            most = max(most, watching.run_on_scheduler(under_way))
            time.sleep(0.05)
        assert 2 <= most <= 2 * len(dask.workers)
        wait_until(lambda: watching.run_on_scheduler(lambda dask_scheduler: not dask_scheduler.tasks))


def test_ctrl_c_calls_off_what_waits(space: Workspace, there: Path, dask: Dask) -> None:
    """The build ends with its usual word, and soon no worker has anything to do for it."""
    from distributed import Client

    with Client(dask.address, set_as_default=False) as watching:
        process = build(space.root, dask.address)
        wait_until(lambda: watching.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)) > 2)
        process.send_signal(signal.SIGINT)
        assert ended(process, 10)[0] == 130
        wait_until(lambda: watching.run_on_scheduler(lambda dask_scheduler: not dask_scheduler.tasks))
    assert not list(there.glob(".purposebook*"))


def test_no_library_prints_into_the_terminal(space: Workspace, there: Path, dask: Dask) -> None:
    """Dask gives several loggers a handler that prints tracebacks: the process that builds does not even load it."""
    talk = f"""
import logging, sys
from purposebook.cli.app import run
run(["build", "ash", "--workspace", {str(space.root)!r}, "--out", {str(there)!r}, "--scheduler", {dask.address!r}])
assert "distributed" not in sys.modules
for name in [None, *logging.root.manager.loggerDict]:
    if logging.getLogger(name).handlers:
        try:
            raise ValueError("aside")
        except ValueError:
            logging.getLogger(name).exception("in a callback")
"""
    done = subprocess.run([sys.executable, "-c", talk], capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("options", [(), ("--no-nanny",)])
def test_a_lost_worker_costs_only_time(space: Workspace, there: Path, options: tuple[str, ...]) -> None:
    """One of two workers is killed half-way; the other one makes the rest, byte for byte."""
    with dask_cluster(space.root, *options) as dask:
        process = build(space.root, dask.address)
        wait_until(lambda: bool(list(there.glob("*/card.json"))))
        dask.kill_workers(1)
        assert ended(process)[0] == 1  # for the broken product
    assert files(there) == files(space.root / "_here")


def test_a_build_without_any_worker_left_ends(space: Workspace, there: Path) -> None:
    """When all workers are killed it says so, and keeps what was published."""
    with dask_cluster(space.root, "--no-nanny") as dask:
        process = build(space.root, dask.address)
        wait_until(lambda: bool(list(there.glob("*/card.json"))))
        dask.kill_workers(2)
        code, said = ended(process, 60)
    assert code == 1
    assert "The cluster has no worker" in said
    assert list(there.glob("*/card.json"))


def test_a_build_whose_scheduler_goes_ends(space: Workspace, there: Path) -> None:
    """When the scheduler is killed it says so, and keeps what was published."""
    with dask_cluster(space.root) as dask:
        process = build(space.root, dask.address)
        wait_until(lambda: bool(list(there.glob("*/card.json"))))
        dask.scheduler.kill()
        code, said = ended(process, 60)
    assert code == 1
    assert "The scheduler has gone" in said or "The cluster has no worker" in said


def test_a_build_without_a_scheduler_ends(space: Workspace, there: Path) -> None:
    """An address at which nobody answers is told within seconds."""
    for address in ("tcp://127.0.0.1:9", "nonsense://x"):
        began = time.monotonic()
        code, said = ended(build(space.root, address))
        assert (code, time.monotonic() - began < 35) == (1, True)
        assert "No scheduler answers" in said


def test_other_code_is_refused() -> None:
    """A worker that would make other bytes makes none."""
    with pytest.raises(BuildFailed, match="has other code"):
        serve(b"", "another hash")


def test_the_extra_is_named_when_it_is_missing(space: Workspace) -> None:
    """Without Dask the command says what to install."""
    asked = ["build", "ash", "--workspace", str(space.root), "--force", "--scheduler", "tcp://127.0.0.1:9"]
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_DISTRIBUTED, *asked], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "purposebook[cluster]" in done.stderr
    assert "Traceback" not in done.stderr
