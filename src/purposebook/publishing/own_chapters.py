"""A product's own copies of the chapters: parameters filled in, no code to be seen, nothing of the team in them."""

from __future__ import annotations

import copy
import hashlib
import re
from pathlib import Path
from typing import Any, Final

from purposebook.publishing.cache.places import PRIVATE
from purposebook.storage import disk
from purposebook.storage.workspace import Workspace

_MARK: Final = "purposebook"
"""The key of the metadata, of a notebook and of its cells, that the lab extension looks for."""
_FORM: Final = re.compile(r"^\w+\.form\(", re.MULTILINE)
"""A cell that shows a form is an exercise; a browser says how many are ready."""


def own_folder(workspace: Workspace, slug: str) -> Path:
    """Return the folder of a product's own chapters."""
    return workspace.root / PRIVATE / slug


def write_chapters(workspace: Workspace, slug: str) -> Path:
    """Write the newest state of every chapter into the product's own folder; return the folder."""
    folder = own_folder(workspace, slug)
    disk.make_folder(folder)
    parameters = {"product": str(slug), "data_dir": str(workspace.data), "as_of": "", "mode": "live"}
    sources = {name: _read(path) for name, path in workspace.notebooks().items()}
    titles = {name: _title(notebook) for name, notebook in sources.items()}
    for name, notebook in sources.items():
        made = own_chapter(notebook, parameters, _way(titles, name))
        _write(folder / f"{name}.ipynb", made)
    return folder


def own_chapter(notebook: Any, parameters: dict[str, str], way: str) -> Any:
    """Return a team's copy of a chapter: parameters in it, code hidden, no facilitator's notes, a way to the others."""
    from papermill.parameterize import parameterize_notebook

    made = copy.deepcopy(notebook)
    made.metadata.setdefault("papermill", {})
    for cell in made.cells:
        cell.metadata.setdefault("tags", [])  # papermill reads them without asking
    made = parameterize_notebook(made, parameters, kernel_name="python3", language="python")
    made.cells = [_prose(way), *(cell for cell in made.cells if "facilitator" not in cell.metadata["tags"])]
    for number, cell in enumerate(made.cells):
        cell.id = f"cell-{number}"
        cell.metadata |= {"editable": False, "deletable": False}
        if cell.cell_type == "code":
            cell.metadata["jupyter"] = {"source_hidden": True}
            cell.metadata["collapsed"] = False
            cell.metadata[_MARK] = {"exercise": _FORM.search(cell.source) is not None}
            cell.outputs, cell.execution_count = [], None
    made.metadata.pop("papermill", None)
    made.metadata[_MARK] = {"run": True, "made": _digest(made)}
    return made


def _way(titles: dict[str, str], here: str) -> str:
    """Write links to the other chapters; the titles are the chapters' own, never a team's text."""
    return " · ".join(f"**{title}**" if name == here else f"[{title}]({name}.ipynb)" for name, title in titles.items())


def _read(path: Path) -> Any:
    """Read a notebook."""
    import nbformat

    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def _prose(text: str) -> Any:
    """Make a cell of markdown."""
    import nbformat

    return nbformat.v4.new_markdown_cell(text)  # type: ignore[no-untyped-call]


def _title(notebook: Any) -> str:
    """Return a chapter's title."""
    from purposebook.publishing.trimming import title_of

    return title_of(notebook)


def _digest(notebook: Any) -> str:
    """Return a name for what the cells say, whatever they showed when they ran."""
    said = "\0".join(f"{cell.cell_type}\0{cell.source}" for cell in notebook.cells)
    return hashlib.sha256(said.encode()).hexdigest()


def _write(path: Path, notebook: Any) -> None:
    """Write a chapter; a copy that somebody wrote into is kept under another name."""
    import nbformat

    if path.is_file() and _is_edited(path):
        disk.rename(path, _free(path))
    disk.write_text(path, nbformat.writes(notebook) + "\n")  # type: ignore[no-untyped-call]


def _is_edited(path: Path) -> bool:
    """Tell whether a copy says something that we did not write."""
    try:
        found = _read(path)
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it is kept
        return True
    return bool(found.metadata.get(_MARK, {}).get("made") != _digest(found))


def _free(path: Path) -> Path:
    """Return a name beside `path` that nothing has yet."""
    tried = (path.with_name(f"{path.stem}-kept-{number}.ipynb") for number in range(1, 10_000))
    return next(other for other in tried if not other.exists())
