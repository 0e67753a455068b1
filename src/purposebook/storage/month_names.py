"""Know the months by the names that trackers write, in the languages of their users."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

_ENGLISH: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
"""Known without a library, for speed."""
LANGUAGES: Final = ("de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "pl", "cs")
"""Asked in this order; no name means another month in a later one."""
_OLDER: Final[Mapping[str, int]] = {"mrz": 3, "maerz": 3}
"""German names that older versions of Java, and keyboards without an umlaut, write."""
_SHORTEST: Final = 3


@lru_cache(maxsize=256)
def month_number(name: str) -> int:
    """Return the number of a month by its name, whole or shortened; 0, which no calendar has, for another word."""
    word = bare(name)
    if len(word) < _SHORTEST:
        return 0
    english = next((number for number, month in enumerate(_ENGLISH, start=1) if month.startswith(word)), 0)
    asked = (names_in(language).get(word, 0) for language in LANGUAGES)
    return english or _OLDER.get(word) or next(filter(None, asked), 0)


def bare(text: str) -> str:
    """Return a text in small letters, without accents and full stops."""
    small = text.casefold()
    if not small.isascii():
        letters = unicodedata.normalize("NFKD", small)
        small = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(small.replace(".", " ").split())


@lru_cache(maxsize=len(LANGUAGES))
def names_in(language: str) -> Mapping[str, int]:
    """Return the months of a language by every name that is only theirs: as written, and shortened."""
    from babel import Locale  # a tenth of a second, which most imports never need

    months: dict[str, set[int]] = {}
    for styles in Locale(language).months.values():
        for style in ("abbreviated", "wide"):
            for number, name in styles[style].items():
                for word in _shortened(bare(name)):
                    months.setdefault(word, set()).add(number)
    return {word: min(numbers) for word, numbers in months.items() if len(numbers) == 1}


def _shortened(name: str) -> Iterator[str]:
    """Yield a name and all its beginnings of three letters and more."""
    yield name
    yield from (name[:length] for length in range(_SHORTEST, len(name)))
