"""Open forms on a real product's folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from purposebook.domain.slug import Slug
from purposebook.notebook.chapter import Chapter
from purposebook.notebook.forms.form import Form

OpenForm = Callable[[str], Form]
FULL = Path(__file__).parent / "full"


def opener(folder: Path) -> OpenForm:
    """Open forms in one chapter of the product in `folder`."""
    chapter = Chapter("mission", Slug(folder.name), folder, dt.date(2026, 6, 1), "live")
    return lambda name: Form(chapter, name)
