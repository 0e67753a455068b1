"""The engine `purposebook` in papermill's own command: what papermill itself would give, without a kernel."""

import json
import os
import re
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from small_workspace import ROOT, marked, notebook

from purposebook.publishing.shown_cells import taken_from

pytestmark = pytest.mark.slow

MARK = "CHAPTER_TEST"
ENGINE = ("--engine", "purposebook")
PARAMETERS = {"product": "coursecraft", "data_dir": "data", "as_of": "2026-10-01", "mode": "published"}


@pytest.fixture
def places(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Return an environment of our own, and see that neither a process nor a file is left in it."""
    (tmp_path / "tmp").mkdir()
    own = {"TMPDIR": str(tmp_path / "tmp"), "PYTHONHASHSEED": "0", MARK: uuid.uuid4().hex}
    yield own
    assert marked(MARK, own[MARK]) == []
    assert not list((tmp_path / "tmp").glob("*"))


def _papermill(source: Path, out: Path, places: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    """Run papermill's command."""
    given = [word for name, value in PARAMETERS.items() for word in ("-p", name, value)]
    command = [str(ROOT / ".venv" / "bin" / "papermill"), *options, "-k", "python3", str(source), str(out), *given]
    environment = {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"} | places
    return subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)


def _read(path: Path) -> Any:
    """Read a notebook."""
    return json.loads(path.read_text(encoding="utf-8"))


def test_outputs_are_those_of_papermill_itself(tmp_path: Path, places: dict[str, str]) -> None:
    """The mission of the worked example, and the engine is found by its entry point."""
    mission = ROOT / "chapters" / "mission.ipynb"
    assert _papermill(mission, tmp_path / "plain.ipynb", places).returncode == 0
    assert _papermill(mission, tmp_path / "warm.ipynb", places, *ENGINE).returncode == 0
    assert taken_from(_read(tmp_path / "warm.ipynb")) == taken_from(_read(tmp_path / "plain.ipynb"))


def test_an_error_fails_as_papermill_fails(tmp_path: Path, places: dict[str, str]) -> None:
    """The same exit code, exception and notebook with the error's cell; what the chapter started ends."""
    source = tmp_path / "broken.ipynb"
    left = "import subprocess; _ = subprocess.Popen(['sleep', '300'], start_new_session=True)"
    source.write_text(notebook("Broken", "print('before')", left, "1 / 0", "print('never')"), encoding="utf-8")
    plain = _papermill(source, tmp_path / "plain.ipynb", {**places, MARK: "plain"})
    assert len(marked(MARK, "plain", 0)) == 1  # papermill itself leaves what has a session of its own
    marked(MARK, "plain", 0)[0].kill()
    warm = _papermill(source, tmp_path / "warm.ipynb", places, *ENGINE)
    assert (warm.returncode, "PapermillExecutionError" in warm.stderr) == (plain.returncode, True)
    assert _parts(tmp_path / "warm.ipynb") == _parts(tmp_path / "plain.ipynb")


def _parts(path: Path) -> list[Any]:
    """Return what every cell says and shows; a traceback's colours differ with the name of the cell's file."""
    for cell in (notebook := _read(path))["cells"]:
        for output in cell.get("outputs", ()):
            output["traceback"] = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in output.get("traceback", ())]
    return [(cell["source"], cell.get("outputs"), cell.get("execution_count")) for cell in notebook["cells"]]
