"""The question that any number of items of the workbook answer."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, Final

import ipywidgets as w

from purposebook.notebook.forms import texts
from purposebook.notebook.forms.choices import Choice, choices_of, label_of
from purposebook.notebook.forms.controls import Surroundings, change_options, of_items
from purposebook.notebook.forms.fields import Field
from purposebook.notebook.forms.problems import Keys, Problem

FEW: Final = 6
"""Up to this many items are shown as boxes to tick; of more, only the chosen ones and a list to add from."""


class References:
    """Ask which items of the workbook belong here."""

    def __init__(self, field: Field, around: Surroundings) -> None:
        self.field = field
        self._around = around
        self._quiet = False
        self._chosen: tuple[str, ...] = ()
        self._listed: tuple[str, ...] = ()
        self._boxes: list[Any] = []
        self.ticks = texts.stack((), "ticks")
        self.more = w.Dropdown(description=f"More {_within(field.label)}", options=(("choose one", ""),))
        self.add = texts.button(f"Add to {_within(field.label)}")
        self.adder = texts.row((self.more, self.add), "adder")
        self.empty = texts.say("", "hint")
        self.error = texts.say("", "error")
        heading = (texts.say(field.label, "legend"), texts.say(of_items(field.hint)))
        self.inside = texts.stack((*heading, self.ticks, self.adder, self.empty, self.error), "choices")
        self.block = texts.stack(
            (self.inside,), "around"
        )  # sections hide the block, nothing to choose hides the inside
        self.add.on_click(self._added)
        self.set(())

    def get(self) -> tuple[str, ...]:
        """Return the ids that are ticked, in the order in which they were chosen."""
        return self._chosen

    def set(self, draft: tuple[str, ...]) -> None:
        """Tick these ids; one that nobody wrote yet is kept and says so."""
        self._chosen = tuple(draft)
        self._listed = ()
        self._draw()
        self.complain(())

    def complain(self, problems: Iterable[Problem]) -> None:
        """Show these problems, and no others."""
        texts.tell(self.error, "; ".join(f"Error: {problem.message}" for problem in problems))

    def follow(self) -> None:
        """Offer what the workbook holds now; an item that is gone stays only where it is chosen."""
        known = {choice.id for choice in choices_of(self._around.book(), self.field.kinds)}
        self._listed = tuple(id for id in self._listed if id in known or id in self._chosen)
        self._draw()

    def focus(self, path: Keys) -> None:
        """Move the cursor to the first box, or to the list to add from."""
        del path
        (self.ticks.children or (self.more,))[0].focus()

    def tick(self, id: str, on: bool = True) -> None:
        """Choose an item or let it go, as the box does."""
        rest = tuple(chosen for chosen in self._chosen if chosen != id)
        self._chosen = (*rest, id) if on and id not in self._chosen else self._chosen if on else rest
        self._draw()
        self.complain(())
        self._around.changed()

    def _draw(self) -> None:
        """Show a box for each item that is, or was a moment ago, chosen; and for all of a few."""
        known = choices_of(self._around.book(), self.field.kinds)
        few = tuple(choice.id for choice in known) if len(known) <= FEW else ()
        self._listed = tuple(dict.fromkeys((*self._listed, *few, *self._chosen)))
        self._quiet = True
        self._draw_boxes(known)
        self._draw_adder(known)
        self._quiet = False
        nothing = not (known or self._listed)
        texts.tell(
            self.empty,
            f"There is nothing to choose from yet: write a {' or a '.join(self.field.kinds)} first." if nothing else "",
        )
        texts.show(self.inside, not (nothing and self.field.kinds == ("evidence",)))

    def _draw_boxes(self, known: tuple[Choice, ...]) -> None:
        """Use the boxes that there are, and make those that are missing."""
        while len(self._boxes) < len(self._listed):
            box = w.Checkbox(indent=False)
            box.observe(partial(self._ticked, len(self._boxes)), names="value")
            self._boxes.append(box)
        for box, id in zip(self._boxes, self._listed, strict=False):
            box.description = texts.unset(label_of(id, known))
            box.value = id in self._chosen
        self.ticks.children = tuple(self._boxes[: len(self._listed)])

    def _draw_adder(self, known: tuple[Choice, ...]) -> None:
        """Offer the items that no box shows."""
        rest = [(f"{choice.label} ({choice.id})", choice.id) for choice in known if choice.id not in self._listed]
        change_options(self.more, (("choose one", ""), *rest))
        texts.show(self.adder, bool(rest))

    def _ticked(self, position: int, change: Any) -> None:
        """Follow a box."""
        if not self._quiet:
            self.tick(self._listed[position], change["new"])

    def _added(self, _: object) -> None:
        """Follow the button; the list alone would add on every arrow key."""
        if self.more.value:
            self.tick(self.more.value)


def _within(label: str) -> str:
    """Write a label as it stands inside a sentence."""
    return label[:1].lower() + label[1:]
