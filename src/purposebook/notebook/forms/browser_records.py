"""What the page keeps of a form until it is saved, as JSON and back; knows no widget.

An item is kept by its position in the saved state while nobody changed it, and with all its values otherwise. What was
typed last may not have reached the kernel: it is kept beside the draft, each answer with the way to its question.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict

from purposebook.domain.base import Model
from purposebook.domain.workbook import Workbook
from purposebook.notebook.forms.choices import choices_of
from purposebook.notebook.forms.drafts import Entry, Values, blank, name_of, values_of
from purposebook.notebook.forms.fields import Field, fields_of
from purposebook.notebook.wording import words_of


class Edit(BaseModel):
    """Hold one answer that the kernel may not have seen."""

    model_config = ConfigDict(frozen=True)

    path: tuple[tuple[str, int | None], ...]
    """The names of the questions from the form down, with the position of each item on the way."""
    value: bool | str
    """What stood in the field; of a list to choose from, the words that were chosen."""
    tick: str | None = None
    """The words beside the box that was ticked, where there are several boxes."""


class Record(BaseModel):
    """Hold what a page kept of one form."""

    model_config = ConfigDict(frozen=True)

    place: str
    """Where the page keeps it."""
    base: str
    """The digest of the saved state from which it began."""
    draft: Any = None
    typed: tuple[tuple[str, str], ...] = ()
    """Label and text of each answer in the draft that was not saved."""
    edits: tuple[Edit, ...] = ()


def digest(fields: Iterable[Field], draft: Values) -> str:
    """Name a state of a form by its answers."""
    plain = {field.name: packed(field, draft[field.name], None) for field in fields}
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()[:16]


def packed(field: Field, draft: Any, base: Any) -> Any:
    """Return the JSON of what stands in a field, beside the value that is saved."""
    if field.kind == "group" and field.model:
        return _packed_values(field.model, draft, base)
    if field.kind == "items" and field.model:
        places = {id(item): position for position, item in enumerate(base or ())}
        return [_packed_entry(field.model, entry, places.get(id(entry.origin))) for entry in draft]
    return list(draft) if isinstance(draft, tuple) else draft


def _packed_values(model: type[Model], draft: Values, base: Any) -> dict[str, Any]:
    """Return the JSON of the answers of one model."""
    return {part.name: packed(part, draft[part.name], getattr(base, part.name, None)) for part in fields_of(model)}


def _packed_entry(model: type[Model], entry: Entry, position: int | None) -> Any:
    """Return the JSON of one item."""
    if position is not None and entry.values == values_of(model, entry.origin):
        return position
    base = entry.origin if position is not None else None
    return {"of": position, "values": _packed_values(model, entry.values, base)}


def unpacked(field: Field, kept: Any, base: Any) -> Any:
    """Return what stood in a field; raise LookupError, TypeError or ValueError for what no form has kept."""
    if field.kind == "group" and field.model:
        return {
            part.name: unpacked(part, kept[part.name], getattr(base, part.name, None))
            for part in fields_of(field.model)
        }
    if field.kind == "items" and field.model:
        return tuple(_unpacked_entry(field.model, entry, base or ()) for entry in kept)
    if field.kind == "references":
        return tuple(str(id) for id in kept)
    return bool(kept) if field.kind == "flag" else str(kept)


def _unpacked_entry(model: type[Model], kept: Any, items: tuple[Model, ...]) -> Entry:
    """Return one item as it stood in the form."""
    if isinstance(kept, int):
        return Entry(values_of(model, items[kept]), items[kept])
    origin = None if kept["of"] is None else items[kept["of"]]
    parts = fields_of(model)
    values = {part.name: unpacked(part, kept["values"][part.name], getattr(origin, part.name, None)) for part in parts}
    return Entry(values, origin)


Answer = Callable[[Field, Any, Edit], Any]
"""From a field, what stands in it and an edit to what stands in it afterwards."""


def edited(fields: Iterable[Field], values: Values, edit: Edit, answer: Answer) -> dict[str, Any]:
    """Return a draft with one more answer in it; raise LookupError where there is no such question."""
    (name, position), *rest = edit.path
    field = next((field for field in fields if field.name == name), None)
    if field is None:
        raise LookupError(name)
    below = edit.model_copy(update={"path": tuple(rest)})
    if not rest:
        return {**values, name: answer(field, values[name], edit)}
    if field.model is None:
        raise LookupError(name)
    inner = fields_of(field.model)
    if field.kind == "group":
        return {**values, name: edited(inner, values[name], below, answer)}
    entries = list(values[name])
    if position == len(entries):
        entries.append(blank(field.model))  # a new item that nobody had written in before
    entry = entries[position or 0]
    entries[position or 0] = entry.with_values(edited(inner, entry.values, below, answer))
    return {**values, name: tuple(entries)}


def answering(book: Workbook) -> Answer:
    """Return how an edit answers a question; chosen words are looked up in what the form offers."""

    def answer(field: Field, before: Any, edit: Edit) -> Any:
        if field.kind == "flag":
            return bool(edit.value)
        if field.kind == "references":
            id = _chosen(_offered(field, book), edit.tick or "")
            rest = tuple(other for other in before if other != id)
            return before if id is None else (*rest, id) if edit.value else rest
        if field.kind in ("choice", "level", "reference"):
            id = _chosen(_offered(field, book), str(edit.value))
            return before if id is None else id
        return str(edit.value)

    return answer


def _offered(field: Field, book: Workbook) -> tuple[tuple[str, str], ...]:
    """Return the words that a question offers, each with what it stands for."""
    items = choices_of(book, field.kinds) if field.kinds else ()
    words = ((words_of(choice), choice) for choice in field.choices)
    return (("not chosen", ""), ("none", ""), *words, *((choice.label, choice.id) for choice in items))


def _chosen(offered: tuple[tuple[str, str], ...], words: str) -> str | None:
    """Find what is offered in these words; a list adds the id where two labels are the same."""
    said = _plain(words)
    return next((id for label, id in offered if said in (_plain(label), f"{_plain(label)} ({id})")), None)


def _plain(label: str) -> str:
    """Write a label with the spaces and signs that a widget may have replaced."""
    return " ".join(label.split()).replace("＄", "$").replace("\\ ", "\\")


def texts_in(field: Field, draft: Any) -> Iterator[tuple[str, str]]:
    """Yield label and text of every answer that stands in a field."""
    if field.kind == "group" and field.model:
        yield from _texts_of(field.model, field.label, draft)
    elif field.kind == "items" and field.model:
        for entry in draft:
            yield from _texts_of(field.model, name_of(field, entry) or field.label, entry.values)
    else:
        yield field.label, ", ".join(draft) if isinstance(draft, tuple) else str(draft)


def _texts_of(model: type[Model], label: str, values: Values) -> Iterator[tuple[str, str]]:
    """Yield label and text of every answer of one model."""
    for part in fields_of(model):
        for name, text in texts_in(part, values[part.name]):
            yield f"{label}, {name}", text
