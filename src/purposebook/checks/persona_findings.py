"""How the personas' rules find what they look for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from purposebook.checks.claims import claims_of_personas
from purposebook.checks.reading import listed, quoted
from purposebook.checks.rule import Hit, Question
from purposebook.domain.workbook import Workbook
from purposebook.text.plurals import counted

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
                f"{quoted(persona.name)} was last refined on {persona.refined.isoformat()}, "
                f"more than {counted(days, 'day')} ago.",
            )
