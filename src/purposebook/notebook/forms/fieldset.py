"""Several questions that belong together, and the choice of a control for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

import ipywidgets as w

from purposebook.domain.base import Model
from purposebook.domain.claims import Claim
from purposebook.notebook.forms import texts
from purposebook.notebook.forms.controls import (
    Chosen,
    Control,
    Day,
    Flag,
    Identifier,
    Leaf,
    Lines,
    LongText,
    Number,
    Referred,
    Suggested,
    Surroundings,
)
from purposebook.notebook.forms.drafts import Values
from purposebook.notebook.forms.fields import Field, Kind, fields_of
from purposebook.notebook.forms.items import Items
from purposebook.notebook.forms.items_named import sections_of
from purposebook.notebook.forms.problems import Keys, Problem, under
from purposebook.notebook.forms.references import References

_LEAVES: Final[Mapping[Kind, type[Leaf]]] = {
    "id": Identifier, "line": Leaf, "text": LongText, "lines": Lines, "choice": Chosen, "level": Chosen,
    "number": Number, "count": Number, "days": Number, "date": Day, "flag": Flag, "reference": Referred,
}  # fmt: skip


def control_for(field: Field, around: Surroundings) -> Control:
    """Make the control that asks for a field."""
    if field.kind == "items":
        return Items(field, around, fieldset_for)
    if field.kind == "group":
        return Group(field, around)
    if field.kind == "references":
        return References(field, around)
    if field.kind == "line" and field.kinds:
        return Suggested(field, around)
    return _LEAVES[field.kind](field, around)


class Fieldset:
    """Ask the questions of one model, all at once or section by section."""

    def __init__(self, fields: Iterable[Field], around: Surroundings, sections: Mapping[str, tuple[str, ...]]) -> None:
        self.controls = {field.name: control_for(field, around) for field in fields}
        for name, control in self.controls.items():
            texts.ask(control.block, name)
        self._sections = sections
        self.tabs = w.ToggleButtons(description="Section", options=tuple(sections)) if sections else None
        self.error = texts.say("", "error")
        blocks = [control.block for control in _name_first(list(self.controls.values()))]
        self.block = texts.stack((*([self.tabs] if self.tabs else []), self.error, *blocks), "fieldset")
        if self.tabs:
            self.tabs.observe(lambda _: self._turn(), names="value")
            self._turn()

    def get(self) -> dict[str, Any]:
        """Return what stands in every control."""
        return {name: control.get() for name, control in self.controls.items()}

    def set(self, values: Values) -> None:
        """Put a draft into every control."""
        texts.tell(self.error, "")
        for name, control in self.controls.items():
            control.set(values[name])

    def complain(self, problems: Iterable[Problem]) -> None:
        """Show each problem beside its question, and the rest above them."""
        problems = tuple(problems)
        keys = {control.field.key for control in self.controls.values()}
        rest = [problem.message for problem in problems if not problem.path or problem.path[0] not in keys]
        texts.tell(self.error, "; ".join(f"Error: {message}" for message in rest))
        for control in self.controls.values():
            control.complain(under(problems, control.field.key))
        self._turn_to(problems)

    def follow(self) -> None:
        """Offer what the workbook holds now."""
        for control in self.controls.values():
            control.follow()

    def focus(self, path: Keys) -> None:
        """Move the cursor to the answer at `path`, in whichever section it stands; to the first when none has it."""
        shown = self._sections[self.tabs.value] if self.tabs else tuple(self.controls)
        found = next((name for name, control in self.controls.items() if path[:1] == (control.field.key,)), shown[0])
        if self.tabs and found not in shown:
            self.tabs.value = next(title for title, names in self._sections.items() if found in names)
        self.controls[found].focus(path[1:])

    def _turn(self) -> None:
        """Show the questions of the chosen section."""
        if self.tabs:
            for name, control in self.controls.items():
                texts.show(control.block, name in self._sections[self.tabs.value])

    def _turn_to(self, problems: tuple[Problem, ...]) -> None:
        """Open the first section that has a problem."""
        wrong = {name for name, control in self.controls.items() if under(problems, control.field.key)}
        found = next((title for title, names in self._sections.items() if wrong & set(names)), None)
        if self.tabs and found:
            self.tabs.value = found


def _name_first(controls: list[Control]) -> list[Control]:
    """Ask for an item's name before its id, which is proposed from the name."""
    return [*controls[1:2], *controls[:1], *controls[2:]] if controls[0].field.kind == "id" else controls


class Group:
    """Ask for a value that has parts of its own."""

    def __init__(self, field: Field, around: Surroundings) -> None:
        self.field = field
        self.inner = fieldset_for(_asked(field), around)
        named = any(control.field.label == field.label for control in self.inner.controls.values())
        heading = () if named else (texts.say(field.label, "legend"), texts.say(field.hint))
        self.block = texts.stack((*heading, self.inner.block), "claim" if field.model is Claim else "group")

    def get(self) -> dict[str, Any]:
        """Return what stands in every part."""
        return self.inner.get()

    def set(self, draft: Values) -> None:
        """Put a draft into every part."""
        self.inner.set(draft)

    def complain(self, problems: Iterable[Problem]) -> None:
        """Show each problem beside its part."""
        self.inner.complain(problems)

    def follow(self) -> None:
        """Offer what the workbook holds now."""
        self.inner.follow()

    def focus(self, path: Keys) -> None:
        """Move the cursor to one of the parts."""
        self.inner.focus(path)


def fieldset_for(fields: Iterable[Field], around: Surroundings, model: type[Model] | None = None) -> Fieldset:
    """Make the questions of a model, in its sections when it has some."""
    return Fieldset(fields, around, sections_of(model) if model else {})


def _asked(field: Field) -> tuple[Field, ...]:
    """Return the questions of a group; a claim's text is asked in the words of the field that holds the claim."""
    inner = fields_of(field.model) if field.model else ()
    if field.model is not Claim:
        return inner
    text = next(part for part in inner if part.name == "text")
    rest = (replace(part, label=f"{part.label} ({field.label})") for part in inner if part.name != "text")
    return (replace(text, label=field.label, hint=field.hint, example=field.example), *rest)
