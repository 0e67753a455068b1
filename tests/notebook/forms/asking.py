"""Find things in a form as a person would: by their labels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from purposebook.notebook.forms.form import Form
from purposebook.notebook.forms.items import Items
from purposebook.notebook.forms.references import References


def control(form: Form, *path: str) -> Any:
    """Return the control at a path of field names; an item is the one that is open."""
    found: Any = form.questions
    for name in path:
        inside = found.editor if isinstance(found, Items) else getattr(found, "inner", found)
        found = inside.controls[name]
    return found


def answer(form: Form, value: Any, *path: str) -> None:
    """Put an answer into the widget of a question."""
    control(form, *path).widget.value = value


def tick(form: Form, label: str, *path: str) -> None:
    """Press the box with this label."""
    references = control(form, *path)
    assert isinstance(references, References)
    box = next(box for box in references.ticks.children if box.description.startswith(label))
    box.value = not box.value


def pick(form: Form, start: str, *path: str) -> None:
    """Choose the item whose name starts like this."""
    picker = control(form, *path).picker
    picker.value = next(at for name, at in picker.options if name.partition(". ")[2].startswith(start))


def everything(widget: Any) -> Iterator[Any]:
    """Yield a widget and all that it holds, however deep."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from everything(child)


def read(form: Form) -> str:
    """Return every line of text that can be seen."""
    return "\n".join(_seen(form.widget))


def _seen(widget: Any) -> Iterator[str]:
    """Yield the texts of a widget and of what it holds, unless it is out of sight."""
    if widget.layout.display == "none":
        return
    if type(widget).__name__ == "Label":
        yield widget.value
    elif getattr(widget, "description", ""):
        yield widget.description
    for child in getattr(widget, "children", ()):
        yield from _seen(child)
