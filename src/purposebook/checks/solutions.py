"""Whether a text asks for a solution where a need or a problem should stand."""

from __future__ import annotations

from purposebook.checks.reading import Passage, Phrases, seen, split
from purposebook.checks.words.lists import WordLists


def wanted_solution(passage: Passage, known: WordLists) -> str:
    """Return the words that ask for a solution or miss one, or nothing."""
    return seen(passage, _wanted(known.wants, solutions_of(known)))


def solutions_of(known: WordLists) -> Phrases:
    """Return the solutions that a language's lists know."""
    return f"{known.technologies}; {known.things}"


def _wanted(wants: Phrases, solutions: Phrases) -> Phrases:
    """Join each want with any solution, with up to three words between."""
    return f"({'|'.join(split(wants))})[\\s'-]+~({'|'.join(split(solutions))})" if wants else ""
