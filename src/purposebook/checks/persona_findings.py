"""How the personas' rules find what they look for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

from purposebook.checks.claims import claims_of_personas, stated_claims
from purposebook.checks.reading import Passage, listed, opens_with, quoted, read
from purposebook.checks.rule import Hit, Question
from purposebook.checks.solutions import solutions_of, wanted_solution
from purposebook.checks.words import words_of
from purposebook.checks.words.lists import WordLists
from purposebook.domain.workbook import Workbook

_INNER: Final = ("goals", "behaviours", "pain_points", "motivations")


def is_proto(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find personas none of whose claims names evidence (P1)."""
    for persona in book.personas.personas:
        stated = claims_of_personas(book, persona)
        described = stated or any(getattr(persona, name) for name in (*_INNER, "characteristics", "desires"))
        if described and not any(claim.evidence for claim in stated):
            yield Hit(
                f"personas/{persona.id}",
                f"{quoted(persona.name)} is a proto-persona: no research stands behind it yet.",
            )


def is_demographic(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find personas with characteristics that lack goals, behaviours, pains or motivations (P2)."""
    for persona in book.personas.personas:
        missing = [name.replace("_", " ") for name in _INNER if not getattr(persona, name)]
        if persona.characteristics and missing:
            yield Hit(f"personas/{persona.id}", f"{quoted(persona.name)} has characteristics but no {listed(missing)}.")


def overlooks_somebody(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find a product whose personas name nobody who is overlooked or harmed (P3)."""
    personas = book.personas.personas
    if personas and not any(line.strip() for persona in personas for line in persona.overlooked):
        yield Hit(f"personas/{personas[0].id}/overlooked", "Nobody is named who is easily overlooked or harmed.")


def is_unrefined(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find personas that nobody refined within the review period (P5)."""
    days = book.product.review_every
    for persona in book.personas.personas:
        where = f"personas/{persona.id}/refined"
        if persona.refined is None:
            yield Hit(where, f"{quoted(persona.name)} has no day on which it was last refined.")
        elif (asked.as_of - persona.refined).days > days:
            yield Hit(
                where,
                f"{quoted(persona.name)} was last refined on {persona.refined.isoformat()}, more than {days} days ago.",
            )


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
