"""What chapters import: `open_chapter`, and the views that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from purposebook.notebook.chapter import Chapter, open_chapter

__all__ = ["Chapter", "open_chapter"]


def __getattr__(name: str) -> object:
    """Read the chapters' code when somebody asks for it: a build talks to those who run it, and never does."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from purposebook.notebook import chapter

    return getattr(chapter, name)
