"""Whether words speak of a rate, or of a number that is compared."""

from __future__ import annotations

import re
from typing import Final

from purposebook.checks.reading import Passage, seen
from purposebook.checks.words.lists import WordLists

_COMPARED: Final = re.compile(r"[<>≤≥]|\d\s*(?:/|→)|/\s?(?:mois|jour|semaine|an|month|week|day|year|mo|qtr)(?!\w)")


def is_rate(passage: Passage, known: WordLists) -> bool:
    """Tell whether a line speaks of a rate, a share, or a move from one value to another."""
    return "%" in passage.folded or bool(seen(passage, known.rates))


def is_measured(text: str, known: WordLists) -> bool:
    """Tell whether words speak of a rate or compare a number."""
    return is_rate(of_words(text), known) or bool(_COMPARED.search(text))


def of_words(text: str) -> Passage:
    """Return folded words as a passage."""
    return Passage("", text, text)


def tells_effect(passage: Passage, known: WordLists) -> bool:
    """Tell whether a line speaks of a rate with its number, or of what people then do."""
    return bool(seen(passage, known.outputs.effects))
