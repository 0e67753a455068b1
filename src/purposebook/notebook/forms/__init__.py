"""Live forms: built from the models' fields, saved to the product's files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from purposebook.notebook.chapter import Chapter


def form_for(chapter: Chapter, name: str) -> Any:
    """Return the widget of a chapter's form; what is saved in it shows in the chapter's other views at once."""
    from purposebook.notebook.forms.form import Form

    return Form(chapter, name).widget


def follow(chapter: Chapter) -> None:
    """Let every form of a chapter offer what the workbook holds now; answers stay as they are."""
    from purposebook.notebook.forms import form

    form.follow(chapter)
