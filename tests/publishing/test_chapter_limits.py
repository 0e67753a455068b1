"""What a chapter takes of the machine is watched as a whole: shared memory, children, disk, processes, and time."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any

import psutil
import pytest
from small_workspace import notebook, small_order

from purposebook.errors import ChapterFailed
from purposebook.publishing.chapters import notebook_of, run_chapter
from purposebook.publishing.limits import Limits
from purposebook.publishing.making import Making
from purposebook.publishing.order import NotMade
from purposebook.publishing.warm import group, usage
from purposebook.publishing.warm.slot import Slot
from purposebook.publishing.warm.worker import outcome_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell what processes share")

PIPES: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
SHARED = Path("/dev/shm")  # noqa: S108 - where Linux keeps shared memory
LIMITS = Limits(chapter_seconds=20, chapter_mib=100, product_disk_mib=50, chapter_processes=40)
MUCH = 300
"""Mebibytes beyond what the process begins with: as much as this one, which it is forked from."""
LARGEST = 1000
"""Mebibytes that a file may have."""
BEGIN = """
import ctypes, mmap, os, subprocess, sys, tempfile, time
from multiprocessing.shared_memory import SharedMemory
MIB = 1 << 20
kept = []
def fill(memory, size):
    for at in range(0, size, 4096): memory[at] = 1
def child(size, session=False):
    if pid := os.fork(): return pid
    if session:
        os.setsid()
        if os.fork(): os._exit(0)
    open('pids', 'a').write(f'{os.getpid()}\\n')
    kept.append(bytearray(b'1') * (size * MIB)); time.sleep(60); os._exit(0)
size = {size} * MIB
name = 'pb-test-{name}'
"""
MEMORY = {
    "a shared mapping": "kept = mmap.mmap(-1, size); fill(kept, size)",
    "a shared mapping filled by two": (
        "kept = mmap.mmap(-1, size)\nif os.fork() == 0: fill(kept, size); time.sleep(60)\nfill(kept, size)"
    ),
    "SharedMemory": "kept = SharedMemory(name, create=True, size=size); fill(kept.buf, size)",
    "a file that is closed": (
        "with open(f'/dev/shm/{name}', 'wb') as file:\n for _ in range(size // MIB): file.write(bytes(MIB))"
    ),
    "files of a folder": (
        "os.mkdir(f'/dev/shm/{name}')\n"
        "for n in range(size // MIB // 50):\n"
        " with open(f'/dev/shm/{name}/{n}', 'wb') as file: file.write(bytes(50 * MIB))"
    ),
    "a file without a name": "kept = os.memfd_create(name)\nfor _ in range(size // MIB): os.write(kept, bytes(MIB))",
    "a file of another program": (
        "kept = open(f'/dev/shm/{name}', 'w+b')\n"
        "subprocess.run(['dd', 'if=/dev/zero', f'of=/dev/shm/{name}', 'bs=1M', f'count={size // MIB}'], stderr=-3)"
    ),
    "System V": (
        "libc = ctypes.CDLL(None); libc.shmat.restype = ctypes.c_void_p\n"
        "kept = libc.shmat(libc.shmget(0, ctypes.c_size_t(size), 0o1600), None, 0)\n"
        "ctypes.memset(kept, 1, size)"
    ),
    "children": "for _ in range(size // MIB // 100): child(100)",
    "children of their own": "for _ in range(size // MIB // 100): child(100, session=True)",
}
DISK = {
    "temporary files": "for _ in range(3): os.write(tempfile.mkstemp()[0], bytes(30 * MIB))",
    "files without a name": "for _ in range(3): kept.append(tempfile.TemporaryFile()); kept[-1].write(bytes(30 * MIB))",
    "files of a child": (
        "subprocess.run([sys.executable, '-c', 'import os, tempfile\\n"
        "for _ in range(3): os.write(tempfile.mkstemp()[0], bytes(30 << 20))'])"
    ),
}
PROCESSES = {
    "sleepers": "for _ in range(100): child(0)",
    "sleepers of their own": "for _ in range(60): child(0, session=True)",
    "a bomb": "for _ in range(7): os.fork()\ntime.sleep(15)",
}
Run = Callable[..., Any]


@pytest.fixture(scope="module", autouse=True)
def _read() -> None:
    """Read all code first, so that this process, from which chapters begin, does not grow any more.

    It has made semaphores too, as a process that others share work with: `multiprocessing` knows a pipe of it then.
    """
    handles = [os.open(os.devnull, os.O_RDONLY) for _ in range(60)]
    resource_tracker.ensure_running()  # behind them, where no file that is opened later takes its number
    for handle in handles:
        os.close(handle)
    run_chapter("mission", notebook_of("mission", notebook("Mission", "1 + 1").encode()), {})


@pytest.fixture
def name() -> Iterator[str]:
    """Return a name for shared memory, and leave none of it."""
    made = uuid.uuid4().hex
    yield made
    for left in SHARED.glob(f"*{made}*"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> Run:
    """Run a chapter of some cells in a folder of its own, and see that it leaves neither a process nor a file."""
    (tmp_path / "run").mkdir()
    (tmp_path / "tmp").mkdir()
    monkeypatch.chdir(tmp_path / "run")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))

    def ran(*sources: str, limits: Limits = LIMITS, isolated: bool = False) -> None:
        size = min(MUCH + psutil.Process().memory_info().rss // (1 << 20), LARGEST)
        begin = BEGIN.replace("{size}", str(size)).replace("{name}", name)
        data = notebook("Mission", begin, *sources).encode()
        segments, before = _left_segments(), _below()
        try:
            run_chapter("mission", notebook_of("mission", data), {}, limits, isolated=isolated)
        finally:
            assert _below() - before == set()
            assert not list((tmp_path / "tmp").iterdir())
            assert not list(SHARED.glob(f"*{name}*"))
            assert _left_segments() <= segments

    return ran


def _below() -> set[int]:
    """Return all processes below this one that run."""
    found: set[int] = set()
    for one in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):  # it ended meanwhile
            found |= {one.pid} if one.status() != psutil.STATUS_ZOMBIE else set()
    return found


def _left_segments() -> set[str]:
    """Return the segments of System V whose makers have ended; a PostgreSQL of another test has some of its own."""
    lines = (line.split() for line in Path("/proc/sysvipc/shm").read_text().splitlines()[1:])
    return {words[1] for words in lines if not psutil.pid_exists(int(words[4]))}


@pytest.mark.parametrize("way", MEMORY)
def test_memory_counts_wherever_it_is(run: Run, way: str) -> None:
    """A chapter and all its processes have one limit, whatever kind of memory they take, and nothing of it stays."""
    begun = time.monotonic()
    with pytest.raises(ChapterFailed, match=r"'mission'.* took \d+ MiB of memory.* the 100 MiB .*--chapter-memory$"):
        run(MEMORY[way], "time.sleep(15)")
    assert time.monotonic() - begun < 12


@pytest.mark.parametrize("way", DISK)
def test_temporary_files_are_bounded(run: Run, way: str) -> None:
    """What a chapter writes for the moment stands in a folder of its own."""
    with pytest.raises(ChapterFailed, match=r"took \d\d MiB of disk, more than the 50 MiB that a product may fill"):
        run(DISK[way], "time.sleep(15)")


@pytest.mark.parametrize("way", PROCESSES)
def test_processes_are_bounded(run: Run, way: str) -> None:
    """Sleepers without end are ended with the chapter."""
    with pytest.raises(ChapterFailed, match=r"had \d+ processes, more than the 40 .*start fewer"):
        run(PROCESSES[way], "time.sleep(15)")


def test_many_quick_cells_are_watched(run: Run) -> None:
    """No cell takes a second."""
    quick = ("kept.append(mmap.mmap(-1, size // 4)); fill(kept[-1], size // 4); time.sleep(0.4)",) * 12
    with pytest.raises(ChapterFailed, match="MiB of memory"):
        run(*quick)


@pytest.mark.slow
@pytest.mark.parametrize("source", [MEMORY["children of their own"], DISK["temporary files"], PROCESSES["sleepers"]])
def test_kernels_are_watched(run: Run, source: str) -> None:
    """With `--isolated` the same limits hold."""
    with pytest.raises(ChapterFailed, match="more than the"):
        run(source, "time.sleep(15)", isolated=True, limits=replace(LIMITS, chapter_mib=200))


LEAVES = """
with open(f'/dev/shm/{name}-file', 'wb') as file: file.write(b'1')
os.makedirs(f'/dev/shm/{name}-folder/inside')
kept = SharedMemory(f'{name}-segment', create=True, size=4096)
SharedMemory(f'{name}-closed', create=True, size=4096).close()
if os.fork() == 0:
    with open(f'/dev/shm/{name}-child', 'wb') as file: file.write(b'1')
    os._exit(0)
os.wait()
tempfile.mkdtemp(); tempfile.mkstemp()
ctypes.CDLL(None).shmget(0, ctypes.c_size_t(4096), 0o1600)
subprocess.Popen(['sleep', '60'], stdout=open(f'/dev/shm/{name}-held', 'wb'), start_new_session=True)
"""


@pytest.mark.parametrize("isolated", [False, pytest.param(True, marks=pytest.mark.slow)])
@pytest.mark.parametrize("end", ["", "os._exit(1)", "1 / 0"])
def test_nothing_is_left_in_memory_or_on_disk(run: Run, end: str, isolated: bool) -> None:
    """Files in memory and temporary files go with the chapter, however it ends."""
    try:
        run(LEAVES, end, isolated=isolated)
    except ChapterFailed:
        assert end


def test_memory_of_others_stays(run: Run) -> None:
    """A chapter looks into shared memory that another program made meanwhile; it is neither counted nor removed."""
    make = (
        "import sys, time; time.sleep(0.3); file = open(sys.argv[1], 'wb')\n"
        "for _ in range(200): file.write(bytes(1 << 20))\n"
        "file.write(b'end'); file.flush(); sys.stdin.read()"
    )
    theirs = SHARED / f"other-{uuid.uuid4().hex}"
    other = subprocess.Popen([sys.executable, "-c", make, str(theirs)], stdin=subprocess.PIPE)
    look = f"""
while not os.path.exists('{theirs}') or os.stat('{theirs}').st_size <= 200 * MIB: time.sleep(0.05)
opened = open('{theirs}', 'r+b'); kept = mmap.mmap(opened.fileno(), 0); kept[0]
"""
    try:
        run(look, "time.sleep(1.2)")
        assert theirs.exists()
    finally:
        other.communicate(b"")
        theirs.unlink()


def test_a_build_that_is_stopped_leaves_no_shared_memory(name: str, tmp_path: Path) -> None:
    """The process that made the pages is ended before it could remove anything."""
    slot, path = Slot(), SHARED / f"pb-test-{name}"
    cell = f"import time; open({str(path)!r}, 'wb').write(b'1'); time.sleep(60)"
    order = small_order({"report": (cell,)})
    serving = threading.Thread(target=slot.serve, args=(order, tmp_path / "work", lambda what, chapter: None))
    serving.start()
    while not path.exists():
        time.sleep(0.05)
    slot.stop()
    serving.join()
    assert not path.exists()


def made(tmp_path: Path, limits: Limits, **chapters: tuple[str, ...]) -> Any:
    """Return what becomes of an order of such chapters."""
    folder = tmp_path / "work"
    folder.mkdir()
    return outcome_of(Making(small_order(chapters, limits=limits), folder, lambda what, chapter: None))


def test_a_product_has_a_sum_of_seconds(tmp_path: Path) -> None:
    """Each chapter is quick enough by itself; those that ran are kept for the next build."""
    limits = Limits(chapter_seconds=2, product_seconds=3)
    slow = ("import time; time.sleep(1.2)",)
    outcome = made(tmp_path, limits, report=slow, mission=slow, okrs=slow)
    assert isinstance(outcome, NotMade)
    assert "not done when the 3 seconds that all chapters of a product may take together were over" in outcome.message
    assert "chapter 'okrs'" in outcome.message
    assert "--chapter-seconds" in outcome.message
    assert {one.chapter for one in outcome.ran} == {"report", "mission"}


def test_a_product_has_a_sum_of_disk(tmp_path: Path) -> None:
    """Chapters that write into the folder in which they run fill it together."""
    limits = Limits(product_disk_mib=50)
    fill = ("open('{}', 'wb').write(bytes(30 << 20)); import time; time.sleep(1.2)",)
    chapters = {name: (fill[0].format(name),) for name in ("report", "mission")}
    outcome = made(tmp_path, limits, **chapters)
    assert isinstance(outcome, NotMade)
    assert "chapter 'mission'" in outcome.message
    assert "took 60 MiB of disk, more than the 50 MiB" in outcome.message


def test_who_needs_more_for_a_chapter_gets_more_for_a_product() -> None:
    """The options of one chapter move the sums."""
    assert Limits.of(120, 1024) == Limits()
    more = Limits.of(900, 2048)
    assert (more.product_seconds, more.product_disk_mib) == (4500, 16384)
    assert more.longest(chapters=3) == 2700 + 300
    assert more.longest(chapters=20) == 4500 + 300


def test_other_systems_tell_the_memory_of_each_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody tells what is shared, processes are found by their parents, and their own figures are added."""
    for module in (group, usage):
        monkeypatch.setattr(module, "FORKS", False)
    before = group.present()
    sleeper = subprocess.Popen(
        [sys.executable, "-c", "kept = bytearray(b'1') * (50 << 20); print(1); input()"], **PIPES
    )
    assert sleeper.stdout.readline()
    assert group.below(before) == {sleeper.pid}
    assert 50 < usage.memory({sleeper.pid}) >> 20 < 100
    assert usage.own_memory() >> 20 == pytest.approx(psutil.Process().memory_info().rss >> 20, abs=5)
    group.end_below(before)
    assert sleeper.wait(5) == -signal.SIGKILL
    assert usage.memory({sleeper.pid}) == 0


def test_a_thrifty_chapter_is_left_alone(run: Run) -> None:
    """Some children, some shared memory, some files: below each limit, for longer than two looks."""
    some = "kept.append(mmap.mmap(-1, 40 * MIB)); fill(kept[0], 40 * MIB); [child(5) for _ in range(4)]"
    run(some, "os.write(tempfile.mkstemp()[0], bytes(20 * MIB)); time.sleep(2.5)")


def test_temporary_files_of_a_chapter_are_its_own(run: Run, tmp_path: Path) -> None:
    """The folder is one of ours, for what Python and what other programs make."""
    same = f"assert os.environ['TMPDIR'].startswith({str(tmp_path)!r})"
    run(
        same,
        "assert tempfile.gettempdir() == os.environ['TMPDIR']",
        "assert os.listdir(tempfile.gettempdir()) in ([], ['.shared'])",
    )
    assert os.environ.get("TMPDIR", "") != str(tmp_path / "tmp")
