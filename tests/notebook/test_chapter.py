"""A chapter opens a product, shows views and brings them up to date."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from sample_books import DATA

from purposebook.errors import BadSlug, UsageError
from purposebook.notebook import open_chapter

DAY = "2026-10-31"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with a product of one's own."""
    shutil.copytree(DATA / "first-steps", tmp_path / "data" / "sample")
    return tmp_path / "data"


@pytest.fixture
def shell() -> Iterator[InteractiveShell]:
    """Run what a kernel runs, without a kernel."""
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


def test_published_views_are_html_alone(data: Path, shell: InteractiveShell) -> None:
    """A published view is one display of text/html, with nothing beside it."""
    chapter = open_chapter("mission", "sample", str(data), DAY, "published")
    with capture_output() as captured:
        chapter.form("statement")
        chapter.findings("statement")
        chapter.card("messages")
    assert [list(one.data) for one in captured.outputs] == [["text/html"]] * 3


def test_refresh_updates_what_is_shown(data: Path, shell: InteractiveShell) -> None:
    """After a save elsewhere, every view shown so far carries the new text, in its own place."""
    chapter = open_chapter("report", "sample", str(data), DAY, "live")
    with capture_output():
        chapter.card("front")
    (data / "sample" / "mission.yml").write_text("mission: A mission that is new.\n", encoding="utf-8")
    with capture_output() as captured:
        chapter.refresh()
    assert "A mission that is new." in captured.outputs[0].data["text/html"]


def test_a_live_notebook_tells_faults_in_words(data: Path, shell: InteractiveShell) -> None:
    """A file that cannot be read is told as its faults, without a traceback."""
    (data / "sample" / "mission.yml").write_text("misson: Teach.\n", encoding="utf-8")
    with capture_output() as captured:
        shell.run_cell("from purposebook.notebook import open_chapter")
        shell.run_cell(f"open_chapter('mission', 'sample', {str(data)!r}, '{DAY}', 'live')")
    told = captured.outputs[-1].data["text/html"]
    assert "mission.yml:1" in told
    assert "Traceback" not in told + captured.stdout + captured.stderr


def test_published_mode_needs_no_widgets(data: Path) -> None:
    """Publishing a chapter loads no widget."""
    code = (
        "import sys; from purposebook.notebook import open_chapter;"
        f"chapter = open_chapter('report', 'sample', {str(data)!r}, '{DAY}', 'published');"
        "chapter.card('front'); chapter.form('statement');"
        "print('ipywidgets' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("False")


def test_data_is_found_from_below(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook in `chapters/` finds the workspace's `data/`."""
    (data.parent / "chapters").mkdir()
    monkeypatch.chdir(data.parent / "chapters")
    assert open_chapter("mission", "sample", "data", DAY).folder == data / "sample"


def test_an_empty_day_is_today(data: Path) -> None:
    """Without a day the workbook is looked at as of today."""
    assert abs(open_chapter("mission", "sample", str(data)).as_of - dt.date.today()) <= dt.timedelta(days=1)


def test_mode_follows_the_jupyter_session(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel that a Jupyter server started is live; any other is published."""
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    assert not open_chapter("mission", "sample", str(data), DAY).live
    monkeypatch.setenv("JPY_SESSION_NAME", "mission.ipynb")
    assert open_chapter("mission", "sample", str(data), DAY).live


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("mission", "../sample"), BadSlug),
        (("mission", "nobody"), UsageError),
        (("mission", "sample", "{data}", "31.10.2026"), UsageError),
        (("mission", "sample", "{data}", DAY, "paper"), UsageError),
    ],
)
def test_impossible_arguments_are_refused(data: Path, arguments: tuple[str, ...], error: type[Exception]) -> None:
    """A wrong parameter is told in a sentence that says what to write instead."""
    with pytest.raises(error, match=r"\."):
        open_chapter(*(argument.replace("{data}", str(data)) for argument in arguments))
