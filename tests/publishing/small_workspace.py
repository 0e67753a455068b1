"""Workspaces of a few lines, whose chapters do one thing each."""

import datetime as dt
import json
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

import psutil

from purposebook.publishing.book import derived_config
from purposebook.publishing.limits import Limits
from purposebook.publishing.order import BookSource, ChapterSource, Order
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


def small_order(
    chapters: Mapping[str, tuple[str, ...]],
    isolated: bool = False,
    limits: Limits | None = None,
    product: str = "alpha",
) -> Order:
    """Make the order of a product without texts, whose chapters are `name -> code cells`."""
    sources = {name: notebook(name.title(), *cells).encode() for name, cells in chapters.items()}
    return order_of(sources, {"product.yml": b"name: Alpha\n"}, product, isolated, limits)


def order_of(
    chapters: Mapping[str, bytes],
    product_files: Mapping[str, bytes],
    product: str,
    isolated: bool = False,
    limits: Limits | None = None,
) -> Order:
    """Make an order of chapters and of a product's files."""
    sources = tuple(ChapterSource(name, f"chapters/{name}.ipynb", data) for name, data in chapters.items())
    book = BookSource((ROOT / "_config.yml").read_bytes(), b"", sources)
    day, settings = dt.date(2026, 10, 1), derived_config(book.config)
    return Order(product, book, product_files, day, isolated=isolated, limits=limits or Limits(), settings=settings)


def marked(name: str, value: str, seconds: float = 5) -> list[psutil.Process]:
    """Return the living processes that were started where `name` was `value`, once there are none or time is up."""
    until = time.monotonic() + seconds
    while (found := [one for one in psutil.process_iter() if _started_with(one, name, value)]) and (
        time.monotonic() < until
    ):
        time.sleep(0.1)
    return found


def _started_with(process: psutil.Process, name: str, value: str) -> bool:
    """Tell whether a process lives and was started in such an environment."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE and process.environ().get(name) == value
    except psutil.Error:
        return False
