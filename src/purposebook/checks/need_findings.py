"""How the rules of needs and claims find what they look for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

from purposebook.checks.claims import stated_claims
from purposebook.checks.reading import (
    Passage,
    listed,
    opening,
    opens_with,
    quoted,
    read,
    seen,
    starts_with,
    words,
)
from purposebook.checks.rule import Hit, Question
from purposebook.checks.solutions import solutions_of, wanted_solution
from purposebook.checks.words import words_of
from purposebook.checks.words.lists import WordLists
from purposebook.domain.workbook import Workbook

FEWEST_WORDS: Final = 2
"""What is to be done has a verb and something beside it."""


def wants_solution(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find needs and pains that name a solution (R1)."""
    known = words_of(book)
    if "mission" in asked.parts and book.mission.ladder and book.mission.ladder.problem:
        yield from _solution(read("mission/ladder", book.mission.ladder.problem.text), known)
    for persona in book.personas.personas if "personas" in asked.parts else ():
        for pain in persona.pain_points:
            yield from _solution(read(f"personas/{persona.id}/pain_points", pain.text), known)
        for need in persona.needs:
            yield from _solution(read(f"personas/{need.id}", need.text), known, starts=True)


def _solution(passage: Passage, known: WordLists, *, starts: bool = False) -> Iterator[Hit]:
    """Name a solution that is wanted, or with which a need starts."""
    found = wanted_solution(passage, known)
    if not found and starts:
        found = opens_with(passage, solutions_of(known), known.articles)
    if found:
        yield Hit(passage.where, f"{quoted(found)} names a solution, not the need behind it.")


def is_half_said(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find needs that name nobody in particular, nothing to be done, or no reason (R2)."""
    known = words_of(book)
    for passage in _needs(book):
        missing = tuple(_missing(passage, known))
        if missing:
            yield Hit(passage.where, f"{quoted(passage.shown)} does not say {listed(missing)}.")


def _missing(passage: Passage, known: WordLists) -> Iterator[str]:
    """Yield what a need leaves out."""
    if opens_with(passage, known.faceless):
        yield "who"
    asked = _asked(passage, known)
    if len(words(asked)) < FEWEST_WORDS or starts_with(asked, known.thing_openers):
        yield "what is to be done"
    if not seen(passage, known.reasons):
        yield "what for"


def _asked(passage: Passage, known: WordLists) -> str:
    """Return the folded need without the words before its verb."""
    opener, rest = opening(passage, known.need_openers)
    return rest if opener else passage.folded.lstrip(" -*•–>")


def is_about_knowing(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find needs to understand or to be aware of something (R3)."""
    known = words_of(book)
    for passage in _needs(book):
        verb = opens_with(passage, known.knowing, known.need_openers)
        if verb:
            yield Hit(passage.where, f"{quoted(verb)} is not something that one gets done.")


def _needs(book: Workbook) -> Iterator[Passage]:
    """Yield each need, ready for search."""
    return (read(f"personas/{need.id}", need.text) for _, need in book.personas.needs())


def rests_on_nothing(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find claims without evidence that are not marked as assumptions; those of one place are one finding (R4)."""
    bare = [claim for claim in stated_claims(book, asked.parts) if claim.bare]
    for where, group in groupby(bare, key=attrgetter("where")):
        claims = tuple(group)
        kind = claims[0].kind
        if len(claims) == 1:
            yield Hit(where, f"This {kind} rests on no evidence: {quoted(claims[0].text)}.")
        else:
            several = kind[:-1] + "ies" if kind.endswith("y") else kind + "s"
            yield Hit(where, f"{len(claims)} {several} rest on no evidence, first {quoted(claims[0].text)}.")
