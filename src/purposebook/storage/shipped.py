"""Find what is shipped with the package: the book's settings, chapters, templates and the worked example."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from purposebook.errors import PurposebookError

_PACKAGE: Final = Path(__file__).resolve().parent.parent


def shipped(*parts: str) -> Path:
    """Return a shipped file or folder: inside the wheel, or at the root of the repository of an editable install."""
    for root in (_PACKAGE / "workspace", _PACKAGE.parent.parent):
        path = root.joinpath(*parts)
        if (root / "_toc.yml").is_file() and path.exists():
            return path
    raise PurposebookError(f"'{'/'.join(parts)}' is missing from this installation. Install purposebook again.")
