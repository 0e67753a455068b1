"""A chapter counts as run only when every cell ran; real kernels."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_workspace import SHOW_PRODUCT, notebook

from purposebook.errors import ChapterFailed
from purposebook.publishing.chapters import run_chapter

PARAMETERS = {"product": "alpha", "data_dir": "data", "as_of": "2026-10-01", "mode": "published"}

BROKEN = {
    "raises": ("raise ValueError('secret /home/somebody')", "cell .* stopped with ValueError"),
    "quits": ("quit()", "ends the kernel"),
    "dies": ("import os; os._exit(1)", "kernel died"),
    "hangs": ("while True: pass", "longer than 2 seconds"),
    "exits": ("import sys; sys.exit(0)", "stopped with SystemExit|shows an error"),
}


@pytest.fixture
def chapter(tmp_path: Path) -> Path:
    """Name a chapter's file."""
    return tmp_path / "mission.ipynb"


def test_every_cell_runs_with_the_parameters(chapter: Path) -> None:
    """A chapter is given the product's folder, never its texts."""
    chapter.write_text(notebook("Mission", SHOW_PRODUCT), encoding="utf-8")
    last = run_chapter(chapter, PARAMETERS).cells[-1]
    assert last.outputs[0].data["text/html"] == '<p class="pb-figure">alpha as of 2026-10-01</p>'


@pytest.mark.parametrize("fate", BROKEN)
def test_a_chapter_that_breaks_off_fails_with_a_sentence(chapter: Path, fate: str) -> None:
    """An error, an end, a crash and an endless loop are all told, without the text of any exception."""
    source, expected = BROKEN[fate]
    chapter.write_text(notebook("Mission", source, "1 + 1"), encoding="utf-8")
    begun = time.monotonic()
    with pytest.raises(ChapterFailed, match=expected) as raised:
        run_chapter(chapter, PARAMETERS, cell_seconds=2)
    assert "secret" not in str(raised.value)
    assert time.monotonic() - begun < 20


def test_what_is_no_notebook_fails_with_a_sentence(chapter: Path) -> None:
    """A torn file is named, not shown as a traceback."""
    chapter.write_text("{", encoding="utf-8")
    with pytest.raises(ChapterFailed, match="it is no notebook"):
        run_chapter(chapter, PARAMETERS)


def test_nothing_that_a_chapter_started_stays(chapter: Path, tmp_path: Path) -> None:
    """Processes that a chapter leaves behind end with its kernel."""
    source = (
        f"import subprocess\nopen({str(tmp_path / 'pid')!r}, 'w').write(str(subprocess.Popen(['sleep', '300']).pid))"
    )
    chapter.write_text(notebook("Mission", source), encoding="utf-8")
    run_chapter(chapter, PARAMETERS)
    assert _ended(int((tmp_path / "pid").read_text()))


def _ended(pid: int) -> bool:
    """Wait for a process to be gone, or to be dead and not yet counted by its new parent."""
    for _ in range(100):
        status = Path(f"/proc/{pid}/stat")
        if not status.exists() or status.read_text().split()[2] == "Z":
            return True
        time.sleep(0.05)
    return False


def test_a_chapter_runs_where_temporary_files_have_long_paths(chapter: Path, tmp_path: Path) -> None:
    """Sockets have no room in a long path, so the kernel is reached in another way."""
    chapter.write_text(notebook("Mission", SHOW_PRODUCT), encoding="utf-8")
    (tmp_path / ("t" * 100)).mkdir()
    run = (
        "import sys; from pathlib import Path; from purposebook.publishing.chapters import run_chapter;"
        "print(run_chapter(Path(sys.argv[1]), {'product': 'far'}).cells[-1].outputs[0].data['text/html'])"
    )
    places = {**os.environ, "TMPDIR": str(tmp_path / ("t" * 100))}
    told = subprocess.run([sys.executable, "-c", run, chapter], env=places, capture_output=True, text=True, check=True)
    assert "far as of" in told.stdout
