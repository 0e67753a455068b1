"""Whether a line says what the team makes instead of what users do."""

from __future__ import annotations

from purposebook.checks.reading import Passage, compiled, opening, seen
from purposebook.checks.words.lists import WordLists


def output_of(passage: Passage, known: WordLists) -> str:
    """Return the output verb or noun with which a line opens, unless it is a measure or idiom, or tells of users."""
    verb, rest = opening(passage, known.output_verbs, known.openers)
    noun, _ = opening(passage, known.output_nouns)
    if is_rate(passage, known) or seen(passage, known.behaviour) or _is_harmless(rest, known):
        return ""
    return verb or noun


def is_rate(passage: Passage, known: WordLists) -> bool:
    """Tell whether a line speaks of a rate, a share, or a move from one value to another."""
    return "%" in passage.folded or bool(seen(passage, known.rates))


def _is_harmless(rest: str, known: WordLists) -> bool:
    """Tell whether the words after the verb make it a measure (build time) or an idiom (build trust)."""
    return any(phrases and compiled(phrases).match(rest) for phrases in (known.quantities, known.ordinary_objects))
