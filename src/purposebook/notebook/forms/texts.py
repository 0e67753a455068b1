"""Plain-text widgets and boxes: what a form says without asking."""

from __future__ import annotations

from typing import Any

from ipywidgets import Button, HBox, Label, VBox

LATEX_OFF = "mathjax_ignore"
"""The class by which JupyterLab leaves `$5 to $10` alone instead of setting a formula."""


def say(text: str = "", kind: str = "hint") -> Any:
    """Make a line of plain text; an empty one takes no room."""
    label = Label(text)
    label.add_class(LATEX_OFF)
    label.add_class(f"pb-form-{kind}")
    show(label, bool(text))
    return label


def tell(label: Any, text: str) -> None:
    """Change what a line says; an empty one takes no room."""
    label.value = text
    show(label, bool(text))


def show(widget: Any, visible: bool) -> None:
    """Show a widget, or take it out of sight and out of the tab order."""
    widget.layout.display = None if visible else "none"


def button(text: str, kind: str = "quiet") -> Any:
    """Make a button that says what it does."""
    made = Button(description=text)
    made.add_class(f"pb-form-{kind}")
    return made


def stack(children: Any, kind: str) -> Any:
    """Put widgets below one another."""
    box = VBox(tuple(children))
    box.add_class(f"pb-form-{kind}")
    return box


def row(children: Any, kind: str = "row") -> Any:
    """Put widgets beside one another, below one another where there is no room."""
    box = HBox(tuple(children))
    box.add_class(f"pb-form-{kind}")
    return box


def ask(block: Any, name: str) -> None:
    """Mark the block of a question with its name, by which the page keeps what is typed into it."""
    block.add_class("pb-asks")
    block.add_class(f"pb-asks-{name}")


def open_item(block: Any, before: int | None, now: int | None) -> None:
    """Mark a list with the position of the item that is open."""
    block.remove_class(f"pb-item-{before}")
    if now is not None:
        block.add_class(f"pb-item-{now}")


def unset(text: str) -> str:
    """Keep a team's text from being read as a formula where no class can prevent it."""
    one_line = " ".join(text.split())
    return one_line.replace("$", "＄").replace("\\(", "\\ (").replace("\\[", "\\ [").replace("\\begin", "\\ begin")
