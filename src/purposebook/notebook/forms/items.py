"""A list of items, one at a time: pick one, add one, remove one.

The questions of an item may hold lists of items again, so `Items` is handed what makes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import ipywidgets as w

from purposebook.domain.base import Model
from purposebook.domain.slug import free_id
from purposebook.notebook.forms import texts
from purposebook.notebook.forms.choices import referrers
from purposebook.notebook.forms.controls import Surroundings
from purposebook.notebook.forms.drafts import Entry, blank, ids_in, name_of
from purposebook.notebook.forms.fields import Field, fields_of
from purposebook.notebook.forms.items_named import many, noun_of, one
from purposebook.notebook.forms.problems import Keys, Problem, under
from purposebook.notebook.wording import count, joined, shortened

if TYPE_CHECKING:
    from purposebook.notebook.forms.fieldset import Fieldset

MOST_PICKED: Final = 200
"""More items than this are not offered at once: nobody finds anything in a longer list."""


class Items:
    """Ask for any number of items, one at a time."""

    def __init__(self, field: Field, around: Surroundings, fieldset_for: Callable[..., Fieldset]) -> None:
        self.field = field
        self._around = around
        self._quiet = False
        self._entries: tuple[Entry, ...] = ()
        self._at: int | None = None
        self._problems: tuple[Problem, ...] = ()
        self._suggested = ""
        self._model: type[Model] = field.model or Model
        self._noun = noun_of(self._model)
        inside = replace(around, changed=self._changed_inside, used=self._used)
        self.editor = fieldset_for(fields_of(self._model), inside, self._model)
        self._make_widgets()
        self.set(())

    def _make_widgets(self) -> None:
        """Make the list to pick from, the buttons and the question before a removal."""
        self.picker = w.Dropdown(description=f"Which {self._noun}?", options=())
        self.add = texts.button(f"Add {one(self._model)}")
        self.remove = texts.button(f"Remove this {self._noun}")
        self.warning = texts.say("", "warning")
        self.confirm = texts.button("Yes, remove it", "danger")
        self.keep = texts.button("No, keep it")
        self.asking = texts.stack((self.warning, texts.row((self.confirm, self.keep))), "asking")
        self.summary = texts.say("", "hint")
        self.error = texts.say("", "error")
        heading = (texts.say(self.field.label, "legend"), texts.say(self.field.hint))
        buttons = texts.row((self.add, self.remove))
        self.block = texts.stack(
            (*heading, self.error, self.summary, self.picker, self.editor.block, self.asking, buttons), "items"
        )
        self.picker.observe(self._picked, names="value")
        self.add.on_click(lambda _: self.append())
        self.remove.on_click(lambda _: self._ask())
        self.confirm.on_click(lambda _: self._drop())
        self.keep.on_click(lambda _: texts.show(self.asking, False))

    def get(self) -> tuple[Entry, ...]:
        """Return every item as it stands in the form."""
        if self._at is None:
            return self._entries
        now = self._entries[self._at].with_values(self.editor.get())
        return (*self._entries[: self._at], now, *self._entries[self._at + 1 :])

    def set(self, draft: tuple[Entry, ...]) -> None:
        """Put a draft into the list, and stay at the same place where there is one."""
        self._entries = tuple(draft)
        self._problems = ()
        texts.tell(self.error, "")
        last = len(self._entries) - 1
        self._open(None if last < 0 else min(self._at or 0, last))

    def complain(self, problems: Iterable[Problem]) -> None:
        """Open the first item that has a problem, and show the problem there."""
        self._problems = tuple(problems)
        own = [problem.message for problem in self._problems if not problem.path]
        texts.tell(self.error, "; ".join(f"Error: {message}" for message in own))
        wrong = [problem.path[0] for problem in self._problems if problem.path]
        if wrong and self._at not in wrong and isinstance(wrong[0], int):
            self.pick(wrong[0])
        elif self._at is not None:
            self.editor.complain(under(self._problems, self._at))

    def follow(self) -> None:
        """Offer what the workbook holds now."""
        self.editor.follow()

    def focus(self, path: Keys) -> None:
        """Open the item that a path names and move the cursor into it; without one, to the list."""
        if not path or not isinstance(path[0], int) or path[0] >= len(self._entries):
            (self.picker if self._entries else self.add).focus()
            return
        if path[0] != self._at:
            self.pick(path[0])
        self.editor.focus(path[1:])

    def pick(self, position: int) -> None:
        """Open another item; what was typed into this one stays."""
        self._entries = self.get()
        self._open(position)

    def append(self) -> None:
        """Add an item and open it."""
        self._entries = (*self.get(), blank(self._model))
        self._problems = ()
        self._open(len(self._entries) - 1)
        self._around.changed()

    def _open(self, position: int | None) -> None:
        """Show one item, or none."""
        texts.open_item(self.block, self._at, position)
        self._at = position
        self._quiet = True
        if position is not None:
            entry = self._entries[position]
            self.editor.set(entry.values)
            self._fix_id(entry)
            self.editor.complain(under(self._problems, position))
        self._label()
        self._quiet = False
        for widget in (self.picker, self.editor.block, self.remove):
            texts.show(widget, position is not None)
        texts.show(self.asking, False)

    def _label(self) -> None:
        """Name the items in the list to pick from, and say how many there are."""
        total = len(self._entries)
        first = max(0, min(self._at or 0, total - MOST_PICKED))
        shown = range(first, min(total, first + MOST_PICKED))
        offered = tuple((self._title(position), position) for position in shown)
        if self.picker.options != offered:
            self.picker.options = offered
        self.picker.value = self._at
        few = "" if total <= MOST_PICKED else f"; the list shows {MOST_PICKED} of them"
        texts.tell(self.summary, f"{count(total, self._noun, many(self._model))}{few}".capitalize() + ".")
        self.add.disabled = self.field.most is not None and total >= self.field.most

    def _title(self, position: int) -> str:
        """Name one item; the number tells items of the same name apart."""
        name = shortened(name_of(self.field, self._entries[position]), 60)
        return f"{position + 1}. {name or f'new {self._noun}'}"

    def _picked(self, change: Any) -> None:
        """Follow the list to pick from."""
        if not self._quiet and change["new"] is not None:
            self.pick(change["new"])

    def _changed_inside(self) -> None:
        """Follow what is typed: propose an id for a new item, keep its name in the list up to date."""
        if self._quiet or self._at is None:
            return
        self._entries = self.get()
        self._propose()
        self._quiet = True
        self._label()
        self._quiet = False
        self._around.changed()

    def _propose(self) -> None:
        """Propose an id from the name as long as nobody wrote another."""
        if self._at is None or "id" not in self.editor.controls or self._entries[self._at].origin is not None:
            return
        control = self.editor.controls["id"]
        if control.get() in ("", self._suggested):
            entry = self._entries[self._at]
            name = name_of(self.field, entry.with_values({**entry.values, "id": ""}))
            others = self._around.used() | ids_in(self.field, self._others())
            self._suggested = free_id(name, others, self._noun.replace(" ", "-")) if name else ""
            control.set(self._suggested)
            self._entries = self.get()

    def _others(self) -> tuple[Entry, ...]:
        """Return every item but the open one."""
        return tuple(entry for position, entry in enumerate(self._entries) if position != self._at)

    def _used(self) -> frozenset[str]:
        """Return the ids that nothing inside may take."""
        return self._around.used() | ids_in(self.field, self.get())

    def _fix_id(self, entry: Entry) -> None:
        """Let an id be edited as long as the item is new; others may refer to it later."""
        self._suggested = str(entry.values.get("id", ""))
        if "id" in self.editor.controls:
            self.editor.controls["id"].widget.disabled = entry.origin is not None  # type: ignore[attr-defined]

    def _ask(self) -> None:
        """Ask before a removal, and say who refers to the item."""
        if self._at is None:
            return
        entry = self.get()[self._at]
        places = referrers(self._around.book(), tuple(ids_in(self.field, (entry,))))
        refer = "refers" if len(places) == 1 else "refer"
        told = f" {count(len(places), 'place')} {refer} to it: {joined(places)}. They point to nothing once you save."
        texts.tell(self.warning, f"Remove {name_of(self.field, entry) or 'it'}?{told if places else ''}")
        texts.show(self.asking, True)

    def _drop(self) -> None:
        """Remove the open item; the file keeps it until the form is saved."""
        self._entries = self._others()
        self._problems = ()
        self._open(min(self._at or 0, len(self._entries) - 1) if self._entries else None)
        self._around.changed()
