"""What a line orders to be made: launch the portal, launch of the portal.

What makes such a verb harmless is looked for beside it, up to the next word that begins another thought.
"""

from __future__ import annotations

import re
from typing import Final

from purposebook.checks.heads import is_headed, is_idiom, is_people, near
from purposebook.checks.rates import of_words, tells_effect
from purposebook.checks.reading import Passage, begun, compiled, fold, opening, seen, starts_with
from purposebook.checks.words.lists import WordLists

_JOINED: Final = re.compile(r"\s(?:and|or|et|ou|&)\s")
_BOUNDED: Final = re.compile(r"(?:within|under|below|above|less than|en moins de|moins de|<|>|≤|≥)\s?\d")
"""A number that says how well: within 2 days."""


def ordered_output(passage: Passage, known: WordLists) -> str:
    """Return the output verb or noun with which a line opens, unless its object is a measure, an idiom or people."""
    words, line = known.outputs, line_of(passage, known)
    if opening(line, words.measures)[0]:
        return ""
    for phrases in (words.verbs, words.nouns):
        verb, rest = opening(line, phrases)
        if verb:
            return "" if _is_harmless(verb, object_of(rest, known), known) else verb
    verb, rest = opening(line, words.loose_verbs)
    thing = object_of(rest, known)
    better = seen(of_words(thing), words.better)
    if not better and _names_thing(line, thing, known) and not _is_harmless(verb, thing, known):
        return verb
    return _joined(line, known)


def _names_thing(line: Passage, text: str, known: WordLists) -> bool:
    """Tell whether an object, or after a verb of making what is joined to it, is a thing: rules and a page."""
    joined = [] if opening(line, known.outputs.tasks)[0] else _JOINED.split(text, maxsplit=1)[1:]
    return any(is_headed(each, known.outputs.things, known) for each in (text, *joined))


def _joined(line: Passage, known: WordLists) -> str:
    """Return the output verb that is joined to a first task: identify needs and build the form."""
    words = known.outputs
    joined = compiled(words.joined_tasks).search(line.folded) if words.joined_tasks else None
    if not joined or not opening(line, words.tasks)[0]:
        return ""
    harmless = _is_harmless(joined.group(), line.folded[joined.end() :].lstrip(" -"), known)
    return "" if harmless else line.shown[joined.start() : joined.end()]


def task_of(passage: Passage, known: WordLists) -> str:
    """Return the verb or noun of work with which a line opens, unless its object is people or an effect is told."""
    line = line_of(passage, known)
    verb, rest = opening(line, known.outputs.tasks)
    if not verb:
        verb, rest = _improved(line, known)
    alone = not rest and " " not in verb
    effect = tells_effect(passage, known) or _BOUNDED.search(line.folded)
    harmless = alone or effect or _is_harmless(verb, object_of(rest, known), known)
    return "" if harmless or opening(line, known.outputs.measures)[0] else verb


def _improved(line: Passage, known: WordLists) -> tuple[str, str]:
    """Return the verb and the object of work on a thing that stands already: improve the process."""
    verb, rest = opening(line, known.outputs.improving)
    return (
        (verb, rest)
        if not re.search(r"\d", rest) and is_headed(object_of(rest, known), known.outputs.things, known)
        else ("", "")
    )


def object_of(rest: str, known: WordLists) -> str:
    """Return the words after a verb and after another that is joined to it: design and test the form."""
    second = compiled(known.outputs.joint).match(rest) if known.outputs.joint else None
    return rest[second.end() :].lstrip(" -") if second else rest


def _is_harmless(verb: str, rest: str, known: WordLists) -> bool:
    """Tell whether the object beside a verb is an idiom (build trust), a rate, or people who are not hired."""
    words, beside = known.outputs, near(rest, known)
    if is_idiom(rest, known) or seen(of_words(beside), known.rates):
        return True
    return is_people(rest, known) and not starts_with(fold(verb), words.staff)


def is_order(line: Passage, known: WordLists) -> bool:
    """Tell whether a line opens with a verb that has no subject before it."""
    words = known.outputs
    lists = (words.verbs, words.nouns, words.loose_verbs, words.order)
    return any(opening(line, each)[0] for each in lists) and not opening(line, words.measures)[0]


def line_of(passage: Passage, known: WordLists) -> Passage:
    """Return a line without what stands before its first word of weight."""
    return begun(passage, "; ".join(filter(None, (known.openers, known.outputs.openers))))
