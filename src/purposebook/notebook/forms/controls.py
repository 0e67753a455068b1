"""One widget per question, with its label, hint, example and error in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

import ipywidgets as w

from purposebook.domain.workbook import Workbook
from purposebook.notebook.forms import texts
from purposebook.notebook.forms.choices import choices_of, label_of
from purposebook.notebook.forms.fields import Field
from purposebook.notebook.forms.problems import Keys, Problem
from purposebook.notebook.wording import words_of


@dataclass
class Surroundings:
    """Give every question what it needs of the form around it."""

    book: Callable[[], Workbook]
    changed: Callable[[], None]
    """To be called when somebody typed or chose something."""
    used: Callable[[], frozenset[str]] = frozenset
    """Every id that is taken, in the workbook and in the form."""
    examples: list[Any] = field(default_factory=list)
    """The lines that hold examples, out of sight until asked for."""


class Control(Protocol):
    """Ask one question and hold what was answered."""

    field: Field
    block: Any
    """The widget with everything that belongs to it."""

    def get(self) -> Any:
        """Return what stands in the widget, as a draft."""

    def set(self, draft: Any) -> None:
        """Put a draft into the widget, as if nobody had typed."""

    def complain(self, problems: Iterable[Problem]) -> None:
        """Show these problems, and no others."""

    def follow(self) -> None:
        """Offer what the workbook holds now."""

    def focus(self, path: Keys) -> None:
        """Move the cursor to the answer at a path below this question."""


class Leaf:
    """Ask a question that one widget answers with a text."""

    def __init__(self, field: Field, around: Surroundings) -> None:
        self.field = field
        self._around = around
        self._quiet = False
        self.widget = self.make()
        self.hint = texts.say(self.hint_text())
        self.example = texts.say(f"Example: {field.example}" if field.example else "", "example")
        self.error = texts.say("", "error")
        self.block = texts.stack((self.widget, self.hint, self.example, self.error), "field")
        if field.example:
            texts.show(self.example, False)
            around.examples.append(self.example)
        self.widget.observe(self._typed, names="value")

    def make(self) -> Any:
        """Make the widget."""
        return w.Text(description=self.field.label)

    def hint_text(self) -> str:
        """Return what helps to answer."""
        return self.field.hint

    def get(self) -> Any:
        """Return what stands in the widget, as a draft."""
        return self.widget.value

    def set(self, draft: Any) -> None:
        """Put a draft into the widget, as if nobody had typed."""
        self._quiet = True
        try:
            self.put(draft)
        finally:
            self._quiet = False
        self.complain(())

    def put(self, draft: Any) -> None:
        """Put a draft into the widget."""
        self.widget.value = draft

    def complain(self, problems: Iterable[Problem]) -> None:
        """Show these problems, and no others."""
        said = "; ".join(dict.fromkeys(problem.message for problem in problems))
        texts.tell(self.error, f"Error: {said}" if said else "")
        (self.block.add_class if said else self.block.remove_class)("pb-form-wrong")

    def follow(self) -> None:
        """Offer what the workbook holds now; most questions do not depend on it."""

    def focus(self, path: Keys) -> None:
        """Move the cursor to the answer."""
        del path
        self.widget.focus()

    def _typed(self, _: object) -> None:
        """Tell the form, and take back a complaint about what was there before."""
        if not self._quiet:
            self.complain(())
            self._around.changed()


class LongText(Leaf):
    """Ask for a text of any number of lines."""

    def make(self) -> Any:
        """Make a text area."""
        return w.Textarea(description=self.field.label, rows=2)

    def put(self, draft: str) -> None:
        """Make room for what is there, within reason."""
        lines = sum(1 + len(line) // 70 for line in draft.split("\n"))
        self.widget.rows = min(max(lines + 1, 2), 12)
        self.widget.value = draft


class Lines(LongText):
    """Ask for a list, one item a line."""

    def hint_text(self) -> str:
        """Say how a list is written."""
        return f"{self.field.hint} One per line."


class Number(Leaf):
    """Ask for a number or a length of time; empty is allowed."""


class Identifier(Leaf):
    """Ask for the id of a new item; others refer to it later, so it stays."""

    def hint_text(self) -> str:
        """Say what it is for."""
        return "The short name by which other parts refer to it; proposed from the name, and kept once saved."


class Suggested(Leaf):
    """Ask for an item of the workbook, or for words of one's own."""

    def make(self) -> Any:
        """Make a text field with suggestions."""
        return w.Combobox(description=self.field.label, options=self._offers(), ensure_option=False)

    def follow(self) -> None:
        """Suggest what the workbook holds now."""
        self.widget.options = self._offers()

    def _offers(self) -> tuple[str, ...]:
        """Return the ids to suggest."""
        return tuple(choice.id for choice in choices_of(self._around.book(), self.field.kinds))


class Day(Leaf):
    """Ask for a day of the calendar; empty is allowed.

    A text field keeps what was typed: a browser's date field hands over nothing at all for 31 February.
    """

    def make(self) -> Any:
        """Make a short text field."""
        made = w.Text(description=self.field.label)
        made.add_class("pb-form-day")
        return made

    def hint_text(self) -> str:
        """Say how a day is written."""
        return f"{self.field.hint} Year, month, day: 2026-03-31."


class Flag(Leaf):
    """Ask for yes or no."""

    def make(self) -> Any:
        """Make a checkbox."""
        said = self.field.hint.removeprefix("True when ").rstrip(".")
        return w.Checkbox(description=f"{self.field.label}: {said}", indent=False)

    def hint_text(self) -> str:
        """Leave it to the box's own words to say when it is ticked."""
        return ""


class Chosen(Leaf):
    """Ask for one of several words, or for one item of the workbook."""

    def make(self) -> Any:
        """Make a list to choose from."""
        return w.Dropdown(description=self.field.label, options=self.offered(""))

    def offered(self, current: str) -> tuple[tuple[str, str], ...]:  # noqa: ARG002 - items of the workbook need it
        """Return the words, with an empty one where none is chosen for the team."""
        words = [(words_of(choice), choice) for choice in self.field.choices]
        return tuple(words) if self.field.default is not None else (("not chosen", ""), *words)

    def put(self, draft: str) -> None:
        """Choose a word; one that is not offered any more stays choosable."""
        offered = self.offered(draft)
        if self.widget.options != offered:
            self.widget.options = offered
        self.widget.value = draft


class Referred(Chosen):
    """Ask for one item of the workbook."""

    def hint_text(self) -> str:
        """Speak of items: their ids are not asked for."""
        return of_items(self.field.hint)

    def offered(self, current: str) -> tuple[tuple[str, str], ...]:
        """Return the items that exist, and the one chosen even when nobody wrote it yet."""
        known = choices_of(self._around.book(), self.field.kinds)
        ids = [choice.id for choice in known]
        ids += [current] if current and current not in ids else []
        return (("none", ""), *_apart((label_of(id, known), id) for id in ids))

    def follow(self) -> None:
        """Offer what the workbook holds now; what was offered before keeps its place."""
        self._quiet = True
        change_options(self.widget, self.offered(self.get()))
        self._quiet = False


def change_options(widget: Any, offered: Iterable[tuple[str, str]]) -> None:
    """Offer other items and keep the choice; items stay in their places, so that none moves under somebody's cursor."""
    places = {id: place for place, (_, id) in enumerate(widget.options)}
    options = tuple(sorted(offered, key=lambda pair: places.get(pair[1], len(places))))
    if options == tuple(widget.options):
        return
    chosen = widget.value
    with widget.hold_sync():  # the browser gets list and choice together
        widget.options = options
        widget.value = chosen if chosen in (id for _, id in options) else ""


def of_items(hint: str) -> str:
    """Turn `Ids of the personas ...` into `The personas ...`."""
    said = re.sub(r"^Ids? of ", "", hint)
    return said[:1].upper() + said[1:]


def _apart(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Tell two items of the same label apart by their ids."""
    seen: dict[str, str] = {}
    for label, id in pairs:
        seen[label if label not in seen else f"{label} ({id})"] = id
    return tuple(seen.items())
