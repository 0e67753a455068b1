"""How the rule of the alternatives finds what it looks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from purposebook.checks.reading import listed, quoted, read, seen
from purposebook.checks.rule import Hit, Question
from purposebook.checks.words import words_of
from purposebook.domain.mission import Alternative
from purposebook.domain.workbook import Workbook

NOTHING: Final = "do-nothing"


def always_wins(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find alternatives in which nothing is better, and a comparison without doing nothing (W1)."""
    alternatives = book.mission.alternatives
    beaten = [one for one in alternatives if one.weaknesses and not any(line.strip() for line in one.strengths)]
    if len(beaten) == 1:
        where, name = f"mission/{beaten[0].id}/strengths", quoted(beaten[0].name)
        yield Hit(where, f"We win every row against {name}: it has no strength.")
    elif beaten:
        names = listed(quoted(one.name) for one in beaten[:3])
        count = f"{len(beaten)} of {len(alternatives)} alternatives"
        yield Hit("mission/alternatives", f"We win every row against {count}, first {names}: they have no strength.")
    if alternatives and not any(_is_nothing(book, one) for one in alternatives):
        advice = "Add an alternative with the id 'do-nothing': most people choose it."
        yield Hit("mission/alternatives", "The comparison leaves out doing nothing.", advice)


def _is_nothing(book: Workbook, one: Alternative) -> bool:
    """Tell whether an alternative is to do nothing, by its id or by its name."""
    return one.id == NOTHING or bool(seen(read("", one.name), words_of(book).doing_nothing))
