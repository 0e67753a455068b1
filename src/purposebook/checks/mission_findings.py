"""How the mission's rules find what they look for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import Final

from purposebook.checks.beneficiaries import names_somebody
from purposebook.checks.people import names_people
from purposebook.checks.reading import (
    Passage,
    Phrases,
    all_seen,
    listed,
    opens_with,
    quoted,
    read,
    seen,
    sentences,
    without_quotations,
    words,
)
from purposebook.checks.rule import Hit, Question
from purposebook.checks.words import words_of
from purposebook.domain.workbook import Workbook
from purposebook.text.plurals import counted

LONGEST_MISSION: Final = 30
LONGEST_SENTENCE: Final = 25
LONG_WORD: Final = 13
MANY_LONG_WORDS: Final = 3
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def too_long(book: Workbook, _: Question) -> Iterator[Hit]:
    """Show the number of words of a long mission; scripts that set no blanks between words are passed over (M1)."""
    text = book.mission.mission
    count = 0 if _UNSPACED.search(text) else len(words(text))
    if count > LONGEST_MISSION:
        yield Hit(
            "mission/mission",
            f"The mission has {counted(count, 'word')}; "
            "guides ask for at most 8, 10 or 30, others allow 40 to 70 or 100.",
        )


def names_nobody(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find a mission in which nobody in particular is better off (M2)."""
    text, known = book.mission.mission, words_of(book)
    passage = _passage(book, "mission/mission", text)
    if not words(text) or names_people(book, text) or names_somebody(passage, known):
        return
    anybody = seen(passage, known.anybody)
    yield Hit(
        "mission/mission",
        f"{quoted(anybody)} names nobody in particular." if anybody else "The mission names nobody who is better off.",
    )


def names_rank(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find words of rank outside quotations and names (M3)."""
    for passage in _passages(book):
        rank = seen(without_quotations(passage), words_of(book).ranks, names=False)
        if rank:
            yield Hit(passage.where, f"{quoted(rank)} says where you rank, not what changes for people.")


def names_technology(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find solutions and technologies (M4)."""
    known = words_of(book)
    for passage in _passages(book):
        technology = seen(passage, known.technologies, names=False) or seen(passage, known.tools)
        if technology:
            yield Hit(passage.where, f"{quoted(technology)} is a solution, and solutions change.")


def sounds_grand(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find abstract praise (M5)."""
    for passage in _passages(book):
        yield from _praise(without_quotations(passage), words_of(book).buzz)


def _praise(passage: Passage, buzz: Phrases) -> Iterator[Hit]:
    """Name the first words of praise, all in one finding."""
    found = all_seen(passage, buzz)
    if found:
        verb = "are words" if len(found) > 1 else "is a word"
        yield Hit(passage.where, f"{listed(map(quoted, found[:3]))} {verb} that nobody can check.")


def hard_to_read(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find long sentences and crowds of long words (M6)."""
    for where, text in _texts(book):
        longest = max(sentences(text), key=lambda sentence: len(words(sentence)), default="")
        count = len(words(longest))
        long_words = tuple(
            dict.fromkeys(word for word in words(text) if max(map(len, re.split("['-]", word))) >= LONG_WORD)
        )
        if count > LONGEST_SENTENCE:
            yield Hit(where, f"One sentence has {count} words: {quoted(longest)}.")
        elif len(long_words) >= MANY_LONG_WORDS:
            yield Hit(where, f"Long words slow the reader down: {listed(map(quoted, long_words[:3]))}.")


def opens_with_supply(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find a verb of supply as the mission's first verb (M7)."""
    known = words_of(book)
    passage = _passage(book, "mission/mission", book.mission.mission)
    opening = opens_with(passage, known.supply_verbs, known.openers) or opens_with(passage, known.suppliers)
    verb = opening.split()[-1] if known.suppliers and opening else opening
    if verb:
        yield Hit("mission/mission", f"The main verb is {quoted(verb)}: it says what you hand out.")


def says_the_same(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find two fields that hold one sentence (M8)."""
    for (first, one), (second, other) in combinations(_said(book), 2):
        if _are_one(one, other):
            yield Hit(f"mission/{second}", f"The {second} says the same as the {first}: {quoted(other)}.")


def _said(book: Workbook) -> tuple[tuple[str, str], ...]:
    """Return the five fields that must differ, those that are written."""
    mission = book.mission
    vision = mission.vision.statement if mission.vision else ""
    named = (
        ("mission", mission.mission),
        ("purpose", mission.purpose),
        ("tagline", mission.tagline),
        ("value", mission.value),
        ("vision", vision),
    )
    return tuple((name, text) for name, text in named if words(text))


def _are_one(one: str, other: str) -> bool:
    """Tell whether two texts are one sentence; long ones only when they are equal."""
    first, second = (tuple(word.casefold() for word in words(text)) for text in (one, other))
    if first == second or max(len(first), len(second)) > 100:
        return first == second
    likeness = SequenceMatcher(None, first, second, autojunk=False)
    return likeness.quick_ratio() >= 0.9 and likeness.ratio() >= 0.9


def _texts(book: Workbook) -> tuple[tuple[str, str], ...]:
    """Return mission, purpose and vision, those that are written."""
    vision = book.mission.vision.statement if book.mission.vision else ""
    named = (("purpose", book.mission.purpose), ("mission", book.mission.mission), ("vision", vision))
    return tuple((f"mission/{name}", text) for name, text in named if text.strip())


def _passages(book: Workbook) -> Iterator[Passage]:
    """Yield mission, purpose and vision ready for search, without the product's own name."""
    return (_passage(book, where, text) for where, text in _texts(book))


def _passage(book: Workbook, where: str, text: str) -> Passage:
    """Prepare one text for search, without the product's own name."""
    return read(where, text, (book.product.name,))
