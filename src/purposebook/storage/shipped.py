"""Find what is shipped with the package: the book's settings, chapters, templates and the worked example."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from purposebook.errors import PurposebookError

SHIPPED: Final = (("_config.yml",), ("_toc.yml",), ("chapters",), ("templates",), ("data", "coursecraft"))
"""What every workspace begins with; `pyproject.toml` names the same for the wheel."""
CONSTRAINTS: Final = "constraints.txt"
PRIVATE: Final = "private"
"""The folder in a product's folder with what single people answered: git ignores it, and nobody copies it."""
PACKAGE: Final = Path(__file__).resolve().parent.parent


def shipped(*parts: str) -> Path:
    """Return a shipped file or folder: inside the wheel, or at the root of the repository of an editable install."""
    for root in (PACKAGE / "workspace", PACKAGE.parent.parent):
        path = root.joinpath(*parts)
        if (root / "_toc.yml").is_file() and path.exists():
            return path
    raise PurposebookError(f"'{'/'.join(parts)}' is missing from this installation. Install purposebook again.")


def plain_files(source: Path) -> Iterator[Path]:
    """Yield a file, or the files of a folder in order, without hidden files, caches, links and private answers."""
    if source.is_file():
        yield source
        return
    for path in sorted(source.iterdir()):
        if not path.name.startswith((".", "__pycache__")) and path.name != PRIVATE and not path.is_symlink():
            yield from plain_files(path)
