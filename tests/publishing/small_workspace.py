"""Workspaces of a few lines, whose chapters do one thing each."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from purposebook.storage.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
PARAMETERS = 'product = "alpha"\ndata_dir = "data"\nas_of = ""\nmode = "auto"'
SHOW_PRODUCT = (
    "from IPython.display import display\n"
    "display({'text/html': '<p class=\"pb-figure\">' + product + ' as of ' + as_of + '</p>'}, raw=True)"
)


def markdown(source: str, *tags: str) -> dict[str, object]:
    """Make a markdown cell."""
    return {"cell_type": "markdown", "id": f"m{len(source)}", "metadata": {"tags": list(tags)}, "source": source}


def code(source: str, *tags: str) -> dict[str, object]:
    """Make a code cell that has not run."""
    frame = {"cell_type": "code", "id": f"c{len(source)}", "execution_count": None, "outputs": []}
    return frame | {"metadata": {"tags": list(tags)}, "source": source}


def notebook(title: str, *sources: str) -> str:
    """Write a chapter with a title and code cells, as a chapter of ours is built."""
    opening = [
        markdown(f"# {title}\n\nFirst sentence. Second sentence."),
        code(PARAMETERS, "parameters", "remove-cell"),
    ]
    work = [markdown("For the team at work.", "exercise"), *(code(source, "remove-input") for source in sources)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": [*opening, *work], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


def small_workspace(
    root: Path, chapters: Mapping[str, tuple[str, ...]], products: Mapping[str, str], after: tuple[str, ...] = ()
) -> Workspace:
    """Make a workspace whose chapters are `name -> code cells`, whose products are `slug -> name`."""
    (root / "chapters").mkdir(parents=True)
    for name, sources in chapters.items():
        (root / "chapters" / f"{name}.ipynb").write_text(notebook(name.title(), *sources), encoding="utf-8")
    for slug, name in products.items():
        (root / "data" / slug).mkdir(parents=True)
        (root / "data" / slug / "product.yml").write_text(f"name: {json.dumps(name)}\n", encoding="utf-8")
    rest = [name for name in chapters if name != "report"] + list(after)
    listed = "".join(f"  - file: chapters/{name}\n" for name in rest)
    toc = "format: jb-book\nroot: chapters/report\n" + (f"chapters:\n{listed}" if rest else "")
    (root / "_toc.yml").write_text(toc, encoding="utf-8")
    shutil.copy(ROOT / "_config.yml", root / "_config.yml")
    return Workspace.find(root)


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
