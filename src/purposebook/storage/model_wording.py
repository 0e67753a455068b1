"""Say in plain words what a model complains about: what is wrong, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic_core import ErrorDetails

from purposebook.domain.base import ID_PATTERN, LARGEST_NUMBER, Model
from purposebook.domain.slug import slug_in
from purposebook.storage.date_cells import date_words
from purposebook.storage.fields import field_at, known_keys, model_at
from purposebook.storage.limits import SHOWN_TEXT
from purposebook.storage.number_cells import number_cell
from purposebook.storage.texts import did_you_mean, nearest, shown
from purposebook.storage.yaml_nodes import Path
from purposebook.text.plurals import counted, integer

Words = tuple[str, str]
"""What is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class _Said:
    """Hold one complaint of pydantic's with the place that it concerns."""

    ctx: Mapping[str, Any]
    value: object
    model: type[Model]
    path: Path


def words_for(details: ErrorDetails, model: type[Model], path: Path) -> Words:
    """Say one complaint in words; a type that nobody expected keeps pydantic's own."""
    said = _Said(details.get("ctx", {}), details["input"], model, path)
    say = _WORDS.get(details["type"])
    return say(said) if say else (f"is not accepted ({shown(details['msg'])})", _example(said))


def _unknown_key(said: _Said) -> Words:
    """Name the key and the nearest one that is known there."""
    owner = model_at(said.model, said.path[:-1]) or said.model
    key = str(said.path[-1])
    advice = did_you_mean(key, known_keys(owner))
    if said.value is None and " " in key:
        advice += "; if it is the end of a text, put that text in quotes"
    return f"unknown key '{shown(key)}'", advice


def _missing(said: _Said) -> Words:
    """Ask for a required key."""
    return "is missing", _example(said, "add it")


def _too_long(said: _Said) -> Words:
    """State the limit of a text."""
    return (
        f"has {integer(len(str(said.value)))} characters where {integer(said.ctx['max_length'])} are the most",
        "shorten it",
    )


def _too_many(said: _Said) -> Words:
    """State the limit of a list."""
    written = len(said.value) if isinstance(said.value, (list, dict)) else "more"
    return f"has {written} items where {integer(said.ctx['max_length'])} are the most", "keep those that matter"


def _too_few(said: _Said) -> Words:
    """State the least that a list needs."""
    count = said.ctx.get("actual_length", 0)
    return f"has {counted(count, 'item')} where at least {said.ctx['min_length']} must stand", "add what is missing"


def _pattern(said: _Said) -> Words:
    """Show how an id, an address or a name of a file is written."""
    text = str(said.value)
    if said.ctx["pattern"] != ID_PATTERN:
        return f"'{shown(text)}' is not written as it should be", _example(said, "write it as in", "")
    slug = slug_in(text)
    advice = "use lower-case letters, digits and hyphens, at most 63"
    return f"'{shown(text)}' is not an id", f"{advice}, such as '{shown(slug)}'" if slug else advice


def _literal(said: _Said) -> Words:
    """Name the words that may stand in a field."""
    allowed = tuple(re.findall(r"'([^']*)'", said.ctx["expected"]))
    words = f"write {', '.join(allowed[:-1])} or {allowed[-1]}"
    if not isinstance(said.value, str):
        return f"is {_kind(said.value)} where one word is expected", words
    near = nearest(said.value, allowed)
    message = f"'{shown(said.value)}' is not one of the words that may stand here"
    return message, f"did you mean '{near}'? {words}" if near else words


def _list_expected(said: _Said) -> Words:
    """Show what a list looks like."""
    owner = model_at(said.model, said.path)
    short = isinstance(said.value, str) and re.fullmatch(r"[\w -]{1,30}", said.value)
    item = f"{{{_keys_of(owner)}}}" if owner else said.value if short else ".."
    return f"is {_kind(said.value)} where a list is expected", f"write it as a list: [{item}]"


def _text_expected(said: _Said) -> Words:
    """Ask for a text."""
    if said.value is None:
        return "is empty", "write a text or delete the item"
    return (
        f"is {_kind(said.value)} where a text is expected",
        "put quotes around a text with a colon, brackets or braces",
    )


def _half_character(said: _Said) -> Words:
    """Refuse what a keyboard cannot write: a surrogate, as a terminal in another encoding hands over."""
    del said
    return "holds characters that are not UTF-8", "write them again, or set the terminal to UTF-8"


def _keys_expected(said: _Said) -> Words:
    """Show the keys that are expected, required ones first."""
    owner = model_at(said.model, said.path)
    keys = _keys_of(owner) if owner else "name: .."
    if said.value is None:
        return "is empty", f"write it as {{{keys}}} or delete the item"
    return f"is {_kind(said.value)} where keys are expected", f"write it as {{{keys}}}"


def _keys_of(owner: type[Model]) -> str:
    """Return the keys that a group needs, or its first two, as a template."""
    required = [field.alias or name for name, field in owner.model_fields.items() if field.is_required()]
    return ", ".join(f"{key}: .." for key in required or known_keys(owner)[:2])


def _own_words(said: _Said) -> Words:
    """Split the sentence of our own validators: what is wrong; what to do."""
    message, _, advice = str(said.ctx["error"]).partition("; ")
    named = _other_form(said.value, message)
    if named:
        return named
    quotes = (
        isinstance(said.value, str) and said.value.strip() and message.startswith(("is not", "is no ", "is neither"))
    )
    quoted = f"'{shown(str(said.value))}' " if quotes else ""
    return quoted + (message if len(message) <= 2 * SHOWN_TEXT else shown(message)), advice or _example(said)


def _other_form(value: object, message: str) -> Words | None:
    """Name the readings of a day or number that is written in another form; in YAML it is written as with commas."""
    if not isinstance(value, str):
        return None
    if message.startswith("is not a date"):
        return date_words(value)
    read = number_cell(value.strip(), ",") if message.startswith("is not a number") else value
    if isinstance(read, str):
        return None if read.strip() == value.strip() else (f"'{shown(value)}' is not a number", f"write {read}")
    return read


def _at_least(said: _Said) -> Words:
    """State the least that a number may be."""
    if said.ctx["ge"] == -LARGEST_NUMBER:
        return _finite(said)
    return f"'{shown(str(said.value))}' is too small", f"write {said.ctx['ge']} or more"


def _at_most(said: _Said) -> Words:
    """State the most that a number may be."""
    if said.ctx["le"] == LARGEST_NUMBER:
        return _finite(said)
    return f"'{shown(str(said.value))}' is too large", f"write {said.ctx['le']} or less"


def _whole_number(said: _Said) -> Words:
    """Ask for a whole number."""
    return f"'{shown(str(said.value))}' is not a whole number", "write digits only"


def _finite(said: _Said) -> Words:
    """Refuse a number beyond what can be computed with."""
    return f"'{shown(str(said.value))}' is too large for a number", "write it in a larger unit"


def _kind(value: object) -> str:
    """Name what was written instead."""
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, dict):
        return "a group of keys"
    return "empty" if value is None else f"the text '{shown(str(value))}'"


def _example(said: _Said, verb: str = "write it", joint: str = ", such as") -> str:
    """Show the field's own example, or its help where it has none."""
    field = field_at(said.model, said.path)
    example = field.examples[0] if field and field.examples else None
    if isinstance(example, dict):
        example = next(iter(example.values()))
    if isinstance(example, (str, int, float)):
        return f"{verb}{joint} '{shown(str(example))}'"
    help_text = (field.description or "").rstrip(".") if field else ""
    return f"{verb}: {help_text[:1].lower()}{help_text[1:]}" if help_text else verb


_WORDS: Final[Mapping[str, Callable[[_Said], Words]]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "string_too_long": _too_long,
    "too_long": _too_many,
    "too_short": _too_few,
    "string_pattern_mismatch": _pattern,
    "literal_error": _literal,
    "tuple_type": _list_expected,
    "list_type": _list_expected,
    "string_type": _text_expected,
    "string_unicode": _half_character,
    "model_type": _keys_expected,
    "model_attributes_type": _keys_expected,
    "dict_type": _keys_expected,
    "value_error": _own_words,
    "greater_than_equal": _at_least,
    "less_than_equal": _at_most,
    "int_parsing": _whole_number,
    "int_type": _whole_number,
    "finite_number": _finite,
}
