"""A warm worker is used again while all is well, and replaced after anything else; nothing of it stays."""

import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from small_workspace import SHOW_PRODUCT, marked, small_order

from purposebook.publishing.order import Made, NotMade, Outcome
from purposebook.publishing.warm.slot import Slot
from purposebook.publishing.warm.worker_process import WORKER

pytestmark = pytest.mark.slow

MARK = "CHAPTER_TEST"
GOOD = {"report": (SHOW_PRODUCT,)}
BAD = {"report": ("1 / 0",)}
LONG = """
import os, subprocess, time
subprocess.Popen(['sleep', '300']); subprocess.Popen(['sleep', '300'], start_new_session=True)
open({place!r}, 'w').write('begun'); time.sleep(300)
"""


@pytest.fixture
def mark(monkeypatch: pytest.MonkeyPatch) -> str:
    """Mark all processes that a test starts."""
    value = uuid.uuid4().hex
    monkeypatch.setenv(MARK, value)
    return value


@pytest.fixture
def slot(mark: str) -> Iterator[Slot]:
    """Make a slot, and see at the end that nothing of it is left."""
    made = Slot(orders=2)
    yield made
    made.stop()
    assert marked(MARK, mark) == []


@pytest.fixture
def busy(slot: Slot, tmp_path: Path) -> Iterator[Callable[[], Outcome]]:
    """Let the slot serve an order that does not end by itself; return a call that waits for its outcome."""
    place = tmp_path / "begun"
    with ThreadPoolExecutor() as threads:
        order = small_order({"report": (LONG.format(place=str(place)),)})
        serving = threads.submit(slot.serve, order, None, lambda *_: None)
        while not place.exists() and not serving.done():
            time.sleep(0.05)
        yield serving.result
        slot.stop()


def _serve(slot: Slot, chapters: dict[str, tuple[str, ...]]) -> Outcome:
    """Serve an order of some cells."""
    return slot.serve(small_order(chapters), None, lambda *_: None)


def _words(process: psutil.Process) -> list[str]:
    """Return the words that a process was started with; what has ended has none any more."""
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def _worker() -> psutil.Process | None:
    """Return the worker that this process has."""
    return next((one for one in psutil.Process().children() if WORKER in _words(one)), None)


def test_a_worker_serves_so_many_orders_and_no_more(slot: Slot) -> None:
    """The second order finds the worker of the first; then it is replaced."""
    slot.start()
    first = _worker()
    assert isinstance(_serve(slot, GOOD), Made)
    assert _worker() == first
    assert isinstance(_serve(slot, GOOD), Made)
    assert _worker() is None


def test_a_worker_is_replaced_after_a_failure(slot: Slot) -> None:
    """Whatever a failed order left behind meets no other."""
    assert isinstance(_serve(slot, BAD), NotMade)
    assert _worker() is None
    assert isinstance(_serve(slot, GOOD), Made)


def test_a_stop_from_another_thread_ends_everything_at_once(slot: Slot, busy: Callable[[], Outcome], mark: str) -> None:
    """Whoever waits hears that it was not made, and no process stays."""
    begun = time.monotonic()
    stopping = threading.Thread(target=slot.stop)
    stopping.start()
    assert isinstance(busy(), NotMade)
    stopping.join()
    assert time.monotonic() - begun < 5
    assert marked(MARK, mark) == []
    assert isinstance(_serve(slot, GOOD), NotMade)


def test_a_stop_before_the_worker_is_ready_ends_it(slot: Slot, mark: str) -> None:
    """A worker that reads its code ends too, with the process that draws."""
    slot.start()
    time.sleep(0.5)
    slot.stop()
    assert marked(MARK, mark) == []


@pytest.mark.parametrize("victim", ["worker", "maker", "chapter"])
def test_a_killed_process_fails_its_order(slot: Slot, busy: Callable[[], Outcome], mark: str, victim: str) -> None:
    """The order is answered with a sentence, and what the chapter had started ends."""
    _find(victim).kill()
    outcome = busy()
    assert isinstance(outcome, NotMade)
    assert "process ended" in outcome.message
    assert marked(MARK, mark) == []


def _find(name: str) -> psutil.Process:
    """Return one of the processes that serve an order."""
    worker = _worker()
    assert worker is not None
    if name == "worker":
        return worker
    if name == "painter":
        return next(one for one in worker.children() if any("painter" in word for word in _words(one)))
    maker = next(one for one in worker.children() if _words(one) == _words(worker))
    chapters = [one for one in maker.children() if one.children()]
    return maker if name == "maker" else chapters[0]


def test_a_killed_painter_fails_a_chapter_that_draws_and_the_next_order_has_another(slot: Slot) -> None:
    """A chart that cannot be drawn is an error of its cell."""
    spec = '{"mark": "point", "data": {"values": []}}'
    draw = f"from purposebook.notebook.painter import drawn\nlen(drawn({spec!r})) > 0"
    assert isinstance(_serve(slot, {"report": (draw,)}), Made)
    _find("painter").kill()
    outcome = _serve(slot, {"report": (draw,)})
    assert isinstance(outcome, NotMade)
    assert "stopped with NotDrawnError" in outcome.message
    assert isinstance(_serve(slot, {"report": (draw,)}), Made)


ALONE = """
import sys; sys.path.insert(0, sys.argv[1])
from small_workspace import small_order
from purposebook.publishing.warm.slot import Slot
Slot().serve(small_order({"report": (sys.argv[2],)}), None, lambda *_: None)
"""


def test_a_worker_ends_with_the_process_that_started_it(mark: str, tmp_path: Path) -> None:
    """A killed build leaves neither workers nor what their chapters started."""
    long = LONG.format(place=str(tmp_path / "begun"))
    building = subprocess.Popen([sys.executable, "-c", ALONE, str(Path(__file__).parent), long])
    while not (tmp_path / "begun").exists():
        assert building.poll() is None
        time.sleep(0.05)
    os.kill(building.pid, signal.SIGKILL)
    building.wait()
    assert marked(MARK, mark) == []


THREADS = """
import os
parent = lambda pid: open(f'/proc/{pid}/stat').read().rsplit(')')[-1].split()[1]
maker = os.getppid()
print([len(os.listdir(f'/proc/{pid}/task')) for pid in ('self', maker, parent(maker))])
"""


def test_processes_that_fork_have_one_thread(slot: Slot) -> None:
    """Only one thread survives a fork, and what another had locked would stay locked for ever."""
    outcome = _serve(slot, {"report": (THREADS,)})
    assert isinstance(outcome, Made)
    assert b"[1, 1, 1]" in outcome.ran[0].cells
