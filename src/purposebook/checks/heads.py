"""Which noun a group of words hangs on: `user guide` speaks of a guide, `le guide des usagers` too."""

from __future__ import annotations

import re
from typing import Final

from purposebook.checks.reading import Phrases, compiled, ends_with, starts_with
from purposebook.checks.words.lists import WordLists

_DIVISION: Final = re.compile(r"\s*(?:[,;:.](?=\s|$)|[()\[\]&+→=]|\s[-–—/](?=\s))")
_VERSION: Final = re.compile(r"(?:\s+#?v?\d[\w.]*)+$")
"""A number after the last noun: chapter 2, portal v3.1."""
_SPACE: Final = re.compile(r"[\s-]*")


def near(text: str, known: WordLists) -> str:
    """Return the words up to the next that begins another thought; none where the first one does."""
    text = text.strip(" -")
    ends = [found.start() for found in (_DIVISION.search(text), _link(text, known)) if found]
    return text[: min(ends)].strip() if ends else text


def _link(text: str, known: WordLists) -> re.Match[str] | None:
    """Return the first word that begins another thought; a French noun may have one as its article (des pages)."""
    start = 0 if known.outputs.head_is_last else 1
    found = compiled(known.outputs.links).finditer(text, start) if known.outputs.links else iter(())
    return next((one for one in found if "-" not in text[max(0, one.start() - 1) : one.end() + 1]), None)


def is_headed(text: str, phrases: Phrases, known: WordLists) -> bool:
    """Tell whether the noun on which the first words hang is one of `phrases`: the last one, or in French the first."""
    if not phrases:
        return False
    if known.outputs.head_is_last:
        return ends_with(_VERSION.sub("", near(text, known)), phrases)
    text = text.strip(" -")
    return bool(compiled(phrases).match(text, _first_noun(text, known)))


def _first_noun(text: str, known: WordLists) -> int:
    """Return where the words after articles and adjectives begin."""
    before = compiled(known.outputs.before_head).match(text) if known.outputs.before_head else None
    space = _SPACE.match(text, before.end() if before else 0)
    return space.end() if space else 0


def is_idiom(text: str, known: WordLists) -> bool:
    """Tell whether words hang on what nobody makes by hand: build trust."""
    link = _link(text, known) if known.outputs.head_is_last else None
    return starts_with(text[: link.start()] if link else text, known.outputs.ordinary)


def is_plural(text: str, known: WordLists) -> bool:
    """Tell whether the noun on which the first words hang looks like a plural."""
    head = near(text, known).split()
    if known.outputs.head_is_last:
        return bool(head) and re.search(r"[^s]s$", head[-1]) is not None
    noun = text.strip(" -")[_first_noun(text.strip(" -"), known) :].split()
    return bool(noun) and noun[0][-1] in "sx"


def is_people(text: str, known: WordLists) -> bool:
    """Tell whether words hang on people, and not on a thing that is called like people."""
    people = (known.people, known.anybody, known.outputs.people)
    named = any(is_headed(text, each, known) for each in people)
    return named and not is_headed(text, known.outputs.no_people, known)
