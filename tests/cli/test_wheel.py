"""What people install works without the repository: workspace, examples, templates and all."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it, as an installation does."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def call(installed: Path, cwd: Path, *words: str) -> str:
    """Run the installed command line and return what it prints."""
    settings = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-P", "-m", "purposebook", *words]
    told = subprocess.run(command, cwd=cwd, env=settings, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return told.stdout


def test_the_wheel_makes_and_publishes_a_workspace(installed: Path, tmp_path: Path) -> None:
    """A workspace made by the wheel publishes its worked example and a product of its own."""
    call(installed, tmp_path, "init", "ours")
    ours = tmp_path / "ours"
    call(installed, ours, "new", "night-bus", "--name", "Night bus")
    call(installed, ours, "build", "night-bus", "--as-of", "2026-10-31")
    assert "Night bus" in (ours / "_site/night-bus/index.html").read_text(encoding="utf-8")
    assert "coursecraft" in call(installed, ours, "list", "--as-of", "2026-10-31")


def test_the_wheel_runs_its_own_code(installed: Path, tmp_path: Path) -> None:
    """The package that ran is the one of the wheel, not the repository's."""
    settings = {**os.environ, "PYTHONPATH": str(installed)}
    ask = "import purposebook; print(purposebook.__file__)"
    told = subprocess.run(
        [sys.executable, "-P", "-c", ask], cwd=tmp_path, env=settings, capture_output=True, text=True, check=True
    )
    assert Path(told.stdout.strip()).is_relative_to(installed)
