"""A worker that answers with whatever it likes spoils its own products; nothing that it sends runs, or leaves --out."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from clusters import Dask, build, dask_cluster, ended, wait_until
from small_workspace import SHOW_PRODUCT, files, small_order, small_workspace
from watched_builds import DAY, with_vega

from purposebook.notebook.frames import receive, send
from purposebook.publishing.build import build as build_here
from purposebook.publishing.cache.fingerprint import environment
from purposebook.publishing.cluster.client import Carrier
from purposebook.publishing.cluster.messages import order_bytes

pytest.importorskip("distributed")
pytestmark = pytest.mark.slow
RUNS = "PURPOSEBOOK_RUNS"
PRELOAD = ("--preload", str(Path(__file__).with_name("hostile_worker.py")))
BAD = ("number", "path", "pickle", "pickles", "raises", "script")
GOOD = ("good", "planted")


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    """Run two hostile workers; the command that they send writes down where it runs."""
    hidden = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(RUNS, str(hidden / "ran"))
        with dask_cluster(hidden, *PRELOAD) as made:
            yield made


def test_a_hostile_worker_spoils_its_own_products(tmp_path: Path, dask: Dask) -> None:
    """Pickles, a name that leads outside and a script fail alone; planted cells come out of no build of ours."""
    space = with_vega(small_workspace(tmp_path / "w", {"report": (SHOW_PRODUCT,)}, {one: one for one in (*BAD, *GOOD)}))
    process = build(space.root, dask.address)
    wait_until(lambda: bool(speakers(process)))
    assert [RUNS in one.environ() for one in (process, *speakers(process))] == [True, False]
    code, said = ended(process)
    there = files(space.root / "_there")
    assert code == 1
    assert "spawn_main" in (dask.hidden / "ran").read_text()  # a worker unpickles its own errors
    assert "purposebook" not in (dask.hidden / "ran").read_text()
    assert {name.partition("/")[0] for name in there if name.endswith("card.json")} == {*GOOD}
    assert [one for one in BAD if f"{one} was not published" not in said] == []
    assert not list(tmp_path.rglob("x")) + list(tmp_path.parent.glob("x"))
    here = build_here(space, ("planted",), tmp_path / "here", DAY)
    assert here.published == ("planted",)
    assert "PLANTED" not in (tmp_path / "here/planted/index.html").read_text()


def speakers(process: psutil.Popen) -> list[psutil.Process]:
    """Return the processes of a build that speak with Dask."""
    return [one for one in process.children() if "purposebook.publishing.cluster.client" in one.cmdline()]


def test_a_worker_that_never_answers_is_not_waited_for(dask: Dask) -> None:
    """Its order is told to be late, and the next one is served."""
    from distributed import Client

    orders, answers = io.BytesIO(), io.BytesIO()
    for product in ("hangs", "number"):
        send(orders, b"8\n" + order_bytes(small_order({"report": ("1",)}, product=product)))
    send(orders, b"")
    orders.seek(0)
    began = time.monotonic()
    with Client(dask.address) as client:
        Carrier(client, environment(), orders, answers).carry()
    assert 8 < time.monotonic() - began < 30
    answers.seek(0)
    told = [json.loads(message.partition(b"\n")[0]) for message in iter(lambda: receive(answers), None)]
    assert {one["number"]: one["kind"] for one in told if one["kind"] != "more"} == {0: "late", 1: "unreadable"}
