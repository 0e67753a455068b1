"""A chapter counts as run only when every cell ran, in a forked process or in a real kernel."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_workspace import SHOW_PRODUCT, notebook

from purposebook.errors import ChapterFailed
from purposebook.publishing.chapters import notebook_of, run_chapter
from purposebook.publishing.limits import Limits

PARAMETERS = {"product": "alpha", "data_dir": "data", "as_of": "2026-10-01", "mode": "published"}
LIMITS = Limits(chapter_seconds=30, chapter_mib=200)
SHORT = Limits(chapter_seconds=2, chapter_mib=200)
ENDED = "its process ended before the chapter did"
TOO_LONG = "longer than 2 seconds"
BROKEN = {
    "raises": ("raise ValueError('secret /home/somebody')", "cell .* stopped with ValueError"),
    "quits": ("quit()", "ends the kernel"),
    "exits": ("import sys; sys.exit(0)", "stopped with SystemExit|shows an error"),
    "dies": ("import os; os._exit(1)", ENDED),
    "kills itself": ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", ENDED),
    "stops itself": ("import os, signal; os.kill(os.getpid(), signal.SIGSTOP)", TOO_LONG),
    "closes everything": ("import os; os.closerange(3, 200); [].append(1)", f"{ENDED}|{TOO_LONG}"),
    "hangs": ("while True: pass", TOO_LONG),
    "ignores signals": (
        "import signal, time\nfor n in (14, 15, 2): signal.signal(n, signal.SIG_IGN)\nwhile True: time.sleep(1)",
        TOO_LONG,
    ),
    "waits for its child": ("import subprocess; subprocess.run(['sleep', '300'])", TOO_LONG),
    "interrupts": ("raise KeyboardInterrupt", "stopped with KeyboardInterrupt"),
    "recurses": ("def deeper(): return deeper() + 1\ndeeper()", f"stopped with RecursionError|{TOO_LONG}"),
    "allocates": ("kept = []\nwhile True: kept.append(bytearray(10_000_000))", "needed more memory than the 200 MiB"),
    "asks": ("input('name?')", "stopped with StdinNotImplementedError"),
    "cannot be read": ("def (", "stopped with SyntaxError"),
    "calls an unknown magic": ("%nosuch", "stopped with"),
    "raises a group": ("raise ExceptionGroup('g', [ValueError('a')])", "stopped with"),
}
Run = Callable[..., Any]


@pytest.fixture(params=[False, pytest.param(True, marks=pytest.mark.slow)], ids=["warm", "isolated"])
def run(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a chapter of some cells in one of the two ways, in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def ran(*sources: str, limits: Limits = LIMITS) -> Any:
        data = notebook("Mission", *sources).encode()
        return run_chapter("mission", notebook_of("mission", data), PARAMETERS, limits, isolated=request.param)

    return ran


def test_every_cell_runs_with_the_parameters(run: Run) -> None:
    """A chapter is given the product's folder, never its texts."""
    last = run(SHOW_PRODUCT).cells[-1]
    assert last.outputs[0].data["text/html"] == '<p class="pb-figure">alpha as of 2026-10-01</p>'


@pytest.mark.parametrize("fate", BROKEN)
def test_a_chapter_that_breaks_off_fails_with_a_sentence(run: Run, fate: str, request: pytest.FixtureRequest) -> None:
    """An error, an end, a crash and an endless loop are all told in time, without the text of any exception."""
    source, expected = BROKEN[fate]
    begun = time.monotonic()
    limits = SHORT if TOO_LONG in expected else LIMITS
    with pytest.raises(ChapterFailed, match=expected) as raised:
        run(source, "1 + 1", limits=limits)
    assert "secret" not in str(raised.value)
    start = 6 if "isolated" in request.node.name else 0  # a kernel's own, which is no part of the limit
    assert time.monotonic() - begun < limits.chapter_seconds + 4 + start


@pytest.mark.parametrize("shown", ["print('y' * 1000)", "import os; os.write(1, b'y' * 1000)"])
def test_a_chapter_that_never_stops_printing_fails(run: Run, shown: str) -> None:
    """Neither memory nor disk fills up."""
    with pytest.raises(ChapterFailed, match=f"more memory|{ENDED}|{TOO_LONG}|TooMuchShown"):
        run(f"while True:\n    {shown}", limits=SHORT)


def test_a_long_print_is_kept_whole(run: Run) -> None:
    """Twenty thousand lines arrive in their order."""
    last = run("for number in range(20_000): print(number)").cells[-1]
    assert last.outputs[0].text.splitlines() == [str(number) for number in range(20_000)]


def test_a_chapter_may_take_its_own_folder_away(run: Run, tmp_path: Path) -> None:
    """Cells go on in a folder that is gone."""
    (tmp_path / "own").mkdir()
    last = run("import os\nos.chdir('own'); os.rmdir(os.getcwd())", "'still ' + 'here'").cells[-1]
    assert last.outputs[0].data["text/plain"] == "'still here'"


def test_what_is_no_notebook_fails_with_a_sentence() -> None:
    """A torn file is named, not shown as a traceback."""
    with pytest.raises(ChapterFailed, match="it is no notebook"):
        notebook_of("mission", b"{")


LEFT = """
import os, subprocess, time
def note(pid): open('pids', 'a').write(f'{pid}\\n')
for _ in range(3): note(subprocess.Popen(['sleep', '300']).pid)
note(subprocess.Popen(['sleep', '300'], start_new_session=True).pid)
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        note(os.getpid()); time.sleep(300)
    os._exit(0)
os.wait(); time.sleep(0.5)
"""


@pytest.mark.parametrize("end", ["", "import os; os._exit(1)", "while True: pass", "1 / 0"])
def test_nothing_that_a_chapter_started_stays(run: Run, tmp_path: Path, end: str) -> None:
    """Children, grandchildren and those with a session of their own end with the chapter, however it ends."""
    try:
        run(LEFT, end, limits=Limits(chapter_seconds=4))
    except ChapterFailed:
        assert end
    pids = [int(word) for word in (tmp_path / "pids").read_text().split()]
    assert len(pids) == 5
    assert [pid for pid in pids if not _ended(pid)] == []


def _ended(pid: int) -> bool:
    """Wait for a process to be gone, or to be dead and not yet counted by its new parent."""
    for _ in range(20):
        status = Path(f"/proc/{pid}/stat")
        if not status.exists() or status.read_text().split()[2] == "Z":
            return True
        time.sleep(0.05)
    return False


@pytest.mark.slow
def test_a_chapter_runs_where_temporary_files_have_long_paths(tmp_path: Path) -> None:
    """Sockets have no room in a long path, so the kernel is reached in another way."""
    (tmp_path / "chapter").write_text(notebook("Mission", SHOW_PRODUCT), encoding="utf-8")
    far = tmp_path / ("t" * 100)
    far.mkdir()
    run = (
        "import sys; from pathlib import Path; from purposebook.publishing.chapters import notebook_of, run_chapter;"
        "notebook = notebook_of('mission', Path(sys.argv[1]).read_bytes());"
        "made = run_chapter('mission', notebook, {'product': 'far'}, isolated=True);"
        "print(made.cells[-1].outputs[0].data['text/html'])"
    )
    command = [sys.executable, "-c", run, str(tmp_path / "chapter")]
    told = subprocess.run(command, env={**os.environ, "TMPDIR": str(far)}, capture_output=True, text=True, check=True)
    assert "far as of" in told.stdout
