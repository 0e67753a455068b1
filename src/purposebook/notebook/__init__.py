"""What chapters import: `open_chapter`, and the views that it shows."""

from __future__ import annotations

from purposebook.notebook.chapter import Chapter, open_chapter

__all__ = ["Chapter", "open_chapter"]
