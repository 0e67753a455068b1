"""Numbers that say how much or when, told from numbers that belong to a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from purposebook.checks.reading import Passage, blanked, ends_with, fold, is_in_capitals, is_one_of, seen
from purposebook.checks.words.lists import WordLists

_GLUED: Final = (
    # a unit without a blank; 4K, 24h/24 and 5G are names
    r"(?:(?<!\D[48])k|[mgt][bo]|mn?|mio|mrd|bn|md|ms|s|secs?|min|mins|h|hrs?|j|km|kg|x|pp|bps|chf|eur|usd|"
    r"[$€£¥])(?!\w|/\d)"
)
_FIGURE: Final = re.compile(
    # money; no part of COVID-19, #42, 1:1 or 30-day; with a unit, as a score, or alone; a date
    r"(?P<sure>[$€£¥]\s?\d[\d.,]{0,15}[a-z]{0,2}(?!\w)"
    rf"|(?<![\w.,/:#])(?<![^\W\d_]-)\d[\d.,]{{0,15}}(?:\s?%|{_GLUED}|(?<!80)/(?:5|10|20|100)(?![\w/]))"
    r"|(?<![\w/])\d{1,2}/\d{1,2}/\d{2,4}(?![\w/]))"
    r"|(?<![\w.,/:#])(?<![^\W\d_]-)\d[\d.,]{0,15}(?!\w|[/:]\d|-[^\W\d_]|\s?°(?!\s?c))"
)
"""`sure` where a unit leaves no doubt: such a number is no part of a name, whatever stands before it."""
_ACRONYM: Final = re.compile(r"[^\W\d_]*[A-Z]{2,}[\w./-]*\s$")
_WORD_BEFORE: Final = re.compile(r"([^\s.!?:]\s+)?(?:[\w-]+')?([\w-]+)\s$")
"""The word before, without an elision, and a sign that it does not begin its sentence."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_VERSION: Final = re.compile(r"\d{1,2}\.0")
_BEFORE: Final = 60


def quantity(passage: Passage, known: WordLists) -> str:
    """Return the first number, quantity or date that is no part of a name, as the team wrote it, or nothing."""
    passage = replace(passage, folded=blanked(passage.folded, known.figured_names))
    return next(_figures(passage, known), "") or seen(passage, known.dates)


def _figures(passage: Passage, known: WordLists) -> Iterator[str]:
    """Yield the numbers in digits that are no part of a name."""
    for found in _FIGURE.finditer(passage.folded):
        figure = passage.shown[found.start() : found.end()].rstrip(".,")
        before = passage.shown[max(0, found.start() - _BEFORE) : found.start()].replace("’", "'")
        if found["sure"] or not _belongs_to_name(before, figure, known, passage.shown):
            yield figure


def _belongs_to_name(before: str, figure: str, known: WordLists, shown: str) -> bool:
    """Tell whether the words before a number make it part of a name: WCAG 2.2, Windows 11, year 7, Agenda 2030."""
    word = _WORD_BEFORE.search(before)
    if not word:
        return False
    names = known.programmes if _YEAR.fullmatch(figure) else known.numbered_names
    if ends_with(fold(before.rstrip()), names):
        return True
    if is_one_of(fold(word[2]), known.measured):
        return False
    if _VERSION.fullmatch(figure) and word[1]:
        return True
    if _ACRONYM.search(before):
        return not shown.isupper()
    return bool(word[1] and word[2][0].isupper() and not is_in_capitals(shown))
