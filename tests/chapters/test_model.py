"""Every chapter has the shape of the model chapter, and so has the one that contributors copy."""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pytest

from purposebook.notebook.sections import SECTIONS
from purposebook.notebook.views import VIEWS
from purposebook.storage.workspace import Workspace

ROOT = Path(__file__).parents[2]
CHAPTERS = list(Workspace.find(ROOT).notebooks().values())
NOTEBOOKS = [*CHAPTERS, ROOT / "templates" / "chapter.ipynb"]
TAGS = {"parameters", "remove-cell", "remove-input", "teaching", "exercise", "facilitator"}
SHOWN = {"form", "findings", "figure", "card"}
MOST_CELL_LINES = 4
MOST_CHAPTER_LINES = 40

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
each_chapter = pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)


def cells(path: Path, kind: str = "") -> list[Any]:
    """Return the cells of a notebook, or those of one kind."""
    notebook = nbformat.read(path, as_version=4)
    return [cell for cell in notebook.cells if kind in {"", cell.cell_type}]


def tags(cell: Any) -> set[str]:
    """Return a cell's tags."""
    return set(cell.metadata.get("tags", []))


def calls(path: Path) -> list[tuple[str, str]]:
    """Return each one-line call of a chapter as the view's kind and name."""
    trees = [ast.parse(cell.source) for cell in cells(path, "code")[3:]]
    found = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [(ast.unparse(call.func).removeprefix("chapter."), ast.literal_eval(call.args[0])) for call in found]


@each_notebook
def test_format(path: Path) -> None:
    """Be a valid notebook of format 4.5 for the kernel python3."""
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert notebook.metadata.kernelspec.name == "python3"


@each_notebook
def test_stripped(path: Path) -> None:
    """Carry no outputs and no counts, so that a change shows as what was changed."""
    assert all(cell.outputs == [] and cell.execution_count is None for cell in cells(path, "code"))


@each_notebook
def test_ids(path: Path) -> None:
    """Name each cell once, in words."""
    ids = [cell.id for cell in cells(path)]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", id) for id in ids)


@each_notebook
def test_opening(path: Path) -> None:
    """Begin with title, import, parameters and opening."""
    first = cells(path)[:4]
    assert [cell.cell_type for cell in first] == ["markdown", "code", "code", "code"]
    assert [tags(cell) for cell in first] == [set(), {"remove-cell"}, {"parameters", "remove-cell"}, {"remove-cell"}]
    assert first[1].source == "from purposebook.notebook import open_chapter"
    assert re.fullmatch(r'chapter = open_chapter\("[a-z-]+", product, data_dir, as_of, mode\)', first[3].source)


@each_chapter
def test_own_name(path: Path) -> None:
    """Open as the chapter that the file is named after."""
    assert f'open_chapter("{path.stem}"' in cells(path)[3].source


@each_notebook
def test_parameters(path: Path) -> None:
    """Give the four parameters as typed literals, each with a comment."""
    (cell,) = [cell for cell in cells(path, "code") if "parameters" in tags(cell)]
    body: list[Any] = ast.parse(cell.source).body
    values = {node.target.id: ast.literal_eval(node.value) for node in body}
    assert values == {"product": "coursecraft", "data_dir": "data", "as_of": "", "mode": "auto"}
    assert all("  # " in line for line in cell.source.splitlines())


@each_notebook
def test_known_tags(path: Path) -> None:
    """Use the model's tags only; every code cell hides its code."""
    assert set().union(*(tags(cell) for cell in cells(path))) <= TAGS
    assert all(tags(cell) & {"remove-cell", "remove-input"} for cell in cells(path, "code"))
    assert all("remove-input" not in tags(cell) for cell in cells(path, "markdown"))


@each_notebook
def test_short(path: Path) -> None:
    """Keep every cell and the whole chapter short."""
    counts = [len(cell.source.splitlines()) for cell in cells(path, "code")]
    assert max(counts) <= MOST_CELL_LINES
    assert sum(counts) <= MOST_CHAPTER_LINES


@each_notebook
def test_only_calls(path: Path) -> None:
    """Hold one call where something is shown: no logic, no magics, no data."""
    for cell in cells(path, "code")[3:]:
        assert re.fullmatch(r'chapter\.[a-z]+\("[a-z-]+"\)', cell.source), cell.source


@each_notebook
def test_known_views(path: Path) -> None:
    """Show only what the package knows, and each view once."""
    found = calls(path)
    assert len(found) == len(set(found))
    assert all(kind in SHOWN and name in VIEWS[kind] for kind, name in found)  # type: ignore[index]


@each_notebook
def test_headings(path: Path) -> None:
    """Have one title, sections in untagged cells of their own, and no heading inside teaching."""
    prose = cells(path, "markdown")
    titles = [line for cell in prose for line in cell.source.splitlines() if line.startswith("# ")]
    assert titles == [prose[0].source.splitlines()[0]]
    for cell in prose[1:]:
        if any(line.startswith("#") for line in cell.source.splitlines()):
            assert not tags(cell)
            assert re.fullmatch(r"## [^\n#]{3,60}", cell.source)


@each_notebook
def test_shown_under_headings(path: Path) -> None:
    """Show something under every heading that stays on the published page."""
    kept = [cell for cell in cells(path) if not tags(cell) & {"teaching", "exercise", "facilitator", "remove-cell"}]
    for cell, following in zip(kept, [*kept[1:], None], strict=True):
        if cell.source.startswith("## "):
            assert following is not None
            assert not following.source.startswith("## ")


@each_notebook
def test_questions(path: Path) -> None:
    """Put one question of one sentence before each picture."""
    found = cells(path)
    for before, cell in pairwise(found):
        if cell.source.startswith("chapter.figure"):
            assert re.fullmatch(r"[A-Z][^\n?]+\?", before.source), before.source
            assert not tags(before)


@each_notebook
def test_plain_prose(path: Path) -> None:
    """Write markdown without HTML, formulas, templates, directives or links."""
    for cell in cells(path, "markdown"):
        assert not re.search(r"<|\$|\{|\}|\\|`{3}|:::|\]\(|^%|^\+\+\+|^\(", cell.source, re.MULTILINE), cell.id


@each_chapter
def test_every_exercise_says_how_long(path: Path) -> None:
    """Tell the minutes of each exercise, and of the chapter."""
    for cell in cells(path, "markdown"):
        if cell.source.startswith("**Your turn"):
            assert re.match(r"\*\*Your turn, \d+ minutes\.\*\*", cell.source)
            assert tags(cell) == {"exercise"}
    assert re.search(r"About \d+ minutes", cells(path)[0].source)


@each_chapter
def test_every_idea_has_a_source(path: Path) -> None:
    """Name whose idea is taught."""
    taught = [cell.source for cell in cells(path, "markdown") if "teaching" in tags(cell)]
    assert all("*Where this comes from.*" in text for text in taught)


def test_every_form_has_a_place() -> None:
    """Show each form in one chapter, so that a team can fill in everything that a workbook holds."""
    shown = [name for path in CHAPTERS for kind, name in calls(path) if kind == "form"]
    assert sorted(shown) == sorted(VIEWS["form"])


def test_no_form_asks_for_the_summary() -> None:
    """Leave product.yml to an editor, as the welcome page says."""
    assert "product" not in {section.part for section in SECTIONS.values()}


def test_every_picture_has_a_place() -> None:
    """Show each figure, each section's findings and each card in one chapter."""
    for kind in ("figure", "findings", "card"):
        shown = [name for path in CHAPTERS for of, name in calls(path) if of == kind]
        assert sorted(shown) == sorted(VIEWS[kind])  # type: ignore[index]
