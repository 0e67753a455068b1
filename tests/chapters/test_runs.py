"""Every chapter runs in a real kernel: for a full product, for a nearly empty one, and with its defaults."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import papermill
import pytest

from purposebook.storage.workspace import Workspace

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
CHAPTERS = Workspace.find(ROOT).chapters()
METADATA = {"kernelspec": {"name": "python3", "display_name": "Python 3"}, "language_info": {"name": "python"}}
AS_OF = "2026-10-31"
FULL = {"product": "coursecraft", "as_of": AS_OF, "mode": "published"}
SPARSE = {**FULL, "product": "first-steps"}
FRENCH = {**FULL, "product": "bibliobus", "data_dir": "tests/data/french"}
TOLD = [
    "publish a first course",
    "The cutting ate three of my weekends",
    "no sample size was published",
    "Melissa Perri",
    "Help with video editing",
    "wherever those people live",
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Join all chapters into one notebook, so that a product needs one kernel."""
    joined = nbformat.v4.new_notebook(metadata=METADATA)
    for chapter in CHAPTERS:
        notebook = nbformat.read(ROOT / "chapters" / f"{chapter}.ipynb", as_version=4)
        for cell in notebook.cells:
            cell.metadata["chapter"] = chapter
            cell.id = f"{chapter}-{cell.id}"[:64]
            if "parameters" in cell.metadata.get("tags", []) and chapter != CHAPTERS[0]:
                continue
            joined.cells.append(cell)
    path = tmp_path_factory.mktemp("joined") / "whole.ipynb"
    nbformat.write(joined, path)
    return path


def run(path: Path, parameters: dict[str, str]) -> Any:
    """Execute a notebook as papermill's command does at the root of the workspace."""
    return papermill.execute_notebook(path, None, parameters, kernel_name="python3", cwd=ROOT, progress_bar=False)


def is_shown(cell: Any) -> bool:
    """Tell whether readers see what a cell shows."""
    return "remove-input" in cell.metadata.get("tags", [])


@pytest.fixture(scope="module")
def full(whole: Path) -> Any:
    """Execute all chapters for a product that has written everything."""
    return run(whole, FULL)


@pytest.fixture(scope="module")
def sparse(whole: Path) -> Any:
    """Execute all chapters for a product that has a name and a draft mission."""
    return run(whole, SPARSE)


@pytest.fixture(scope="module")
def french(whole: Path) -> Any:
    """Execute all chapters for a team that writes French."""
    return run(whole, FRENCH)


@pytest.fixture(scope="module")
def empty(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Execute all chapters for a product that has written nothing but its name."""
    folder = tmp_path_factory.mktemp("empty")
    (folder / "nothing").mkdir()
    (folder / "nothing" / "product.yml").write_text("name: Nothing yet\n", encoding="utf-8")
    return run(whole, {**FULL, "product": "nothing", "data_dir": str(folder)})


@pytest.mark.parametrize("product", ["full", "sparse", "french", "empty"])
def test_every_cell_shows_html(product: str, request: pytest.FixtureRequest) -> None:
    """Run every cell once; each that shows, shows one piece of HTML, no widget and no warning."""
    notebook = request.getfixturevalue(product)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    for cell in code:
        found = [list(output.get("data", output)) for output in cell.outputs]
        assert found == ([["text/html"]] if is_shown(cell) else []), cell.source
    assert "widgets" not in notebook.metadata


@pytest.mark.parametrize("told", TOLD)
def test_the_example_is_told(full: Any, told: str) -> None:
    """Show CourseCraft's promise, voices, step, gaps, and whose numbers they are."""
    assert any(told in cell.outputs[0].data["text/html"] for cell in full.cells if is_shown(cell))


def test_french_texts_say_that_they_are(french: Any) -> None:
    """Mark the team's texts with their language, in every chapter that shows any."""
    shown = [cell for cell in french.cells if is_shown(cell)]
    marked = {cell.metadata["chapter"] for cell in shown if 'lang="fr"' in cell.outputs[0].data["text/html"]}
    assert marked == set(CHAPTERS)


def test_defaults(whole: Path) -> None:
    """Run every chapter with the defaults of the parameters cell: the day is today, whichever that is."""
    cells = run(whole, {}).cells
    assert all(cell.execution_count for cell in cells if cell.cell_type == "code")
    assert all(list(cell.outputs[0].data) == ["text/html"] for cell in cells if is_shown(cell))
