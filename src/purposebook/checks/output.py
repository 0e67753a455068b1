"""Whether a line says what the team makes instead of what users do.

A line is read as an order (`launch the portal`), as the same in a noun (`launch of the portal`), as a statement (`the
portal is launched`, `portal launched`), or as a thing and nothing else (`portal for teachers`).
"""

from __future__ import annotations

import re
from typing import Final

from purposebook.checks.heads import is_headed, is_idiom, is_people, near
from purposebook.checks.orders import is_order, line_of, ordered_output
from purposebook.checks.rates import is_measured, of_words, tells_effect
from purposebook.checks.reading import Passage, Phrases, is_one_of, opening, seen
from purposebook.checks.statements import stated_output
from purposebook.checks.words.lists import WordLists

_WORDS_OF_THING: Final = 6
_WORDS_BEFORE_HEAD: Final = 3
"""Where the head comes last, more words before it may be a sentence."""
_NUMBERED: Final = re.compile(r"[\d$€£“\"]")


def output_of(passage: Passage, known: WordLists) -> str:
    """Return the words with which a line says what the team makes, unless it tells of an effect."""
    if tells_effect(passage, known) or is_under_more(passage, known):
        return ""
    things = known.outputs.things
    return ordered_output(passage, known) or stated_output(passage, known) or _thing_alone(passage, things, known)


def task_alone(passage: Passage, known: WordLists) -> str:
    """Return the work that a line names without a word about it: performance optimisation."""
    return "" if tells_effect(passage, known) else _thing_alone(passage, known.outputs.task_things, known)


def is_under_more(passage: Passage, known: WordLists) -> bool:
    """Tell whether a line stands under a label that says more or less of something: more calm: a diary in sync."""
    label, colon, _ = passage.folded.partition(":")
    return bool(colon and opening(of_words(label), known.outputs.better)[0])


def _is_under_effect(passage: Passage, known: WordLists) -> bool:
    """Tell whether a thing stands under, or beside, what nobody makes by hand: visibility: articles."""
    label, colon, _ = passage.folded.partition(":")
    beside = re.search(r"\s(?:and|&|et)\s(.*)", passage.folded)
    return bool(colon and is_idiom(label, known)) or bool(beside and is_idiom(beside[1], known))


def _is_numbered(head: str, known: WordLists) -> bool:
    """Tell whether words begin with a number, and do not count what a team makes."""
    return bool(_NUMBERED.match(head)) and not is_one_of(head, known.sentences.counted)


def _label(passage: Passage, things: Phrases, known: WordLists) -> str:
    """Return the thing before a colon that the rest describes, without a number: quiz: test of knowledge."""
    label, colon, rest = passage.folded.partition(":")
    told = re.search(r"\d", rest) or is_people(rest, known)
    return label if colon and is_headed(label, things, known) and not told else ""


def _thing_alone(passage: Passage, things: Phrases, known: WordLists) -> str:
    """Return the thing that a line names without a word about it: dashboard for teachers."""
    words, line = known.outputs, line_of(passage, known)
    text = _label(passage, things, known) or line.folded.strip()
    named = not words.head_is_last and is_headed(text, things, known)
    order = is_order(line, known) and not named
    if order or opening(line, words.measures)[0] or _is_under_effect(passage, known):
        return ""
    head = near(text, known)
    most = _WORDS_BEFORE_HEAD if words.head_is_last else _WORDS_OF_THING
    if not 0 < len(head.split()) <= most or not is_headed(text, things, known) or _is_numbered(head, known):
        return ""
    if opening(of_words(text.strip()), known.sentences.none)[0]:
        return ""
    more = seen(of_words(head), words.not_alone, known.rates) or opening(of_words(head), known.activities)[0]
    if more or is_measured(text, known) or seen(of_words(text), words.finite):
        return ""
    start = len(line.folded) - len(line.folded.lstrip())
    return passage.shown[start : start + len(head)]
