"""A clone as weeks of use leave it: with environment, sites and opened products, and files of other tools."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEVER_CLONED = shutil.ignore_patterns(
    ".git", ".venv", "_site", "_private", "_build", ".purposebook", "__pycache__", ".*_cache", ".hypothesis"
)
FAILS = {"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": None}]}
FAILS["cells"][0]["source"] = "raise SystemExit('this notebook is nobody\\'s chapter')"
STRAY_PAGES = (
    "dist/notes.md",
    "drafts/interview [1].md",
    "node_modules/router/README.md",
    "node_modules/router/pages/[id].md",
    "notes/.obsidian/template.md",
    "_build/jupyter_execute/chapters/mission.md",
    "chapters/.ipynb_checkpoints/mission-checkpoint.ipynb",
    "Untitled [2].ipynb",
    "scratch/.trash/old.ipynb",
)


def clone(folder: Path) -> Path:
    """Copy what a stranger clones, with the environment that the first command makes, in its place."""
    shutil.copytree(ROOT, folder, ignore=NEVER_CLONED)
    (folder / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    return folder


def lived_in(folder: Path) -> Path:
    """Make a clone that was used: built, opened, with a workspace inside, and with files of other tools."""
    clone(folder)
    run(folder, "purposebook", "build", "first-steps")
    run(folder, "purposebook", "init", "our-products")
    run(folder / "our-products", "purposebook", "new", "2026", "--name", "Twenty twenty-six")
    open_chapters(folder, "coursecraft")
    open_chapters(folder / "our-products", "2026")
    (folder / "_private").mkdir(exist_ok=True)
    for name in STRAY_PAGES:
        write_stray(folder / name)
        write_stray(folder / "our-products" / name)
    return folder


def run(folder: Path, tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of the clone's environment in a folder; it must end well."""
    done = attempt(folder, tool, *arguments)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done


def attempt(folder: Path, tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of the clone's environment in a folder."""
    command = [str(Path(sys.executable).with_name(tool)), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def open_chapters(workspace: Path, product: str) -> None:
    """Leave what `purposebook open` leaves, without a JupyterLab."""
    code = (
        "import sys; from pathlib import Path; from purposebook.storage.workspace import Workspace;"
        "from purposebook.publishing.open_lab import open_product;"
        "open_product(Workspace.find(Path(sys.argv[1])), sys.argv[2], launch=False)"
    )
    run(workspace, "python", "-c", code, str(workspace), product)


def write_stray(path: Path) -> None:
    """Write a page or a notebook that no book lists, and that fails where it is run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    notebook = {**FAILS, "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}}}
    text = json.dumps({**notebook, "nbformat": 4, "nbformat_minor": 5}) if path.suffix == ".ipynb" else "# A\n\n# B\n"
    path.write_text(text, encoding="utf-8")
