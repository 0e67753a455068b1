"""The words that rules know: our own lists, one module per language."""

from __future__ import annotations

from typing import Final

from purposebook.checks.words.english import ENGLISH
from purposebook.checks.words.french import FRENCH
from purposebook.checks.words.lists import NO_WORDS, WordLists
from purposebook.domain.workbook import Workbook

WORD_LANGUAGES: Final = frozenset({"en", "fr"})
"""What the word lists read."""
PLACEHOLDERS: Final = f"{ENGLISH.placeholders}; {FRENCH.placeholders}"
"""What says nothing, read in every language: templates outlive translations."""


def language_of(book: Workbook) -> str:
    """Return the primary language of a workbook's texts: `en` for `en-GB`."""
    return book.product.language.partition("-")[0].lower()


def words_of(book: Workbook) -> WordLists:
    """Return the word lists of a workbook's language; empty ones for a language that nobody listed."""
    return {"en": ENGLISH, "fr": FRENCH}.get(language_of(book), NO_WORDS)
