"""The workspace is an ordinary Jupyter Book of ordinary papermill notebooks."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from page_audit import audit
from published_sites import ROOT

from purposebook.storage.workspace import Workspace

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the workspace, so that nothing is written into this repository."""
    folder = tmp_path_factory.mktemp("plain") / "workspace"
    folder.mkdir()
    for name in ("_config.yml", "_toc.yml"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("chapters", "data"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def run(folder: Path, tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment in a folder."""
    command = [str(Path(sys.executable).with_name(tool)), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_papermill_runs_a_chapter_with_its_defaults(workspace: Path) -> None:
    """`papermill chapters/mission.ipynb out.ipynb` works at the root."""
    assert run(workspace, "papermill", "chapters/mission.ipynb", "out.ipynb").returncode == 0
    assert "pb-" in (workspace / "out.ipynb").read_text(encoding="utf-8")


def test_jupyter_book_builds_the_whole_book_with_its_defaults(workspace: Path) -> None:
    """`jupyter-book build .` works at the root, without a warning, and makes pages as strict as ours."""
    done = run(workspace, "jupyter-book", "build", ".", "--warningiserror")
    assert done.returncode == 0, done.stderr[-2000:]
    pages = sorted((workspace / "_build" / "html" / "chapters").glob("*.html"))
    assert [page.stem for page in pages] == sorted([*Workspace.find(ROOT).chapters(), "welcome"])
    assert {page.stem: audit(page.read_text(encoding="utf-8")) for page in pages} == {page.stem: [] for page in pages}
