"""What somebody typed, shown beside the newest state after a conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import ipywidgets as w

from purposebook.notebook.forms import texts
from purposebook.notebook.forms.drafts import Entry, Values, name_of, values_of
from purposebook.notebook.forms.fields import Field, fields_of


class Comparison:
    """Show what was typed where the newest state says something else."""

    def __init__(self) -> None:
        self._typed = texts.stack((), "typed")
        self.done = texts.button("Put away what I typed")
        heading = texts.say(
            "The newest state stands below. This is what you had typed; copy what should stay.", "legend"
        )
        self.block = texts.stack((heading, self._typed, self.done), "comparison")
        self.done.on_click(lambda _: self.close())
        self.close()

    def open(self, fields: Iterable[Field], before: Values, typed: Values, newest: Values) -> None:
        """Show every text that was typed and is not in the newest state."""
        found = [
            pair
            for field in fields
            for pair in typed_only(field, before[field.name], typed[field.name], newest[field.name])
        ]
        self._typed.children = tuple(_shown(label, text) for label, text in found)
        texts.show(self.block, bool(found))

    def close(self) -> None:
        """Put everything away."""
        self._typed.children = ()
        texts.show(self.block, False)


def _shown(label: str, text: str) -> Any:
    """Show one typed text under the name of its question."""
    area = w.Textarea(
        value=text, description=f"You typed: {texts.unset(label)}", rows=min(8, 2 + text.count("\n") + len(text) // 70)
    )
    return texts.stack((area,), "field")


def typed_only(field: Field, before: Any, typed: Any, newest: Any) -> Iterator[tuple[str, str]]:
    """Yield label and text of each answer that was typed and differs from the newest one."""
    if typed in (before, newest):
        return
    if field.kind == "group" and field.model:
        yield from _inside(field.model, field.label, before, typed, newest)
    elif field.kind == "items" and field.model:
        for entry in typed:
            yield from _item(field, entry, newest)
    else:
        yield field.label, ", ".join(typed) if isinstance(typed, tuple) else str(typed)


def _inside(model: Any, label: str, before: Values, typed: Values, newest: Values) -> Iterator[tuple[str, str]]:
    """Yield what was typed into the parts of a value."""
    for part in fields_of(model):
        for name, text in typed_only(part, before[part.name], typed[part.name], newest[part.name]):
            yield f"{label}, {name}", text


def _item(field: Field, entry: Entry, newest: tuple[Entry, ...]) -> Iterator[tuple[str, str]]:
    """Yield what was typed into one item."""
    if field.model is None:
        return
    empty = values_of(field.model)
    before = values_of(field.model, entry.origin) if entry.origin else empty
    id = entry.values.get("id")
    now = next((other.values for other in newest if id and other.values.get("id") == id), empty)
    yield from _inside(field.model, name_of(field, entry) or field.label, before, entry.values, now)
