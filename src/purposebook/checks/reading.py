"""Read team text: fold it, mask what is not the team's own wording, and find phrases in linear time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from purposebook.text.directions import isolated

QUOTE_LENGTH: Final = 80
Phrases = str
"""Regular expressions, divided by semicolons.

In them a space is white space or a hyphen, ` ?` is perhaps one, `~` is up to three words.
"""

_SAME = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-"})
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,200}")
_QUOTATION = re.compile('"[^"]{1,300}"|“[^“”]{1,300}”|„[^„“”]{1,300}[“”]|«[^«»]{1,300}»|‹[^‹›]{1,300}›')
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_LINKS = "with|to|for|from|about|by|who|that|when|because|avec|pour|dans|qui|que|quand"
_FILLER = rf"(?:(?!(?:{_LINKS})(?!\w))[\w'-]+,?\s+){{0,3}}"
"""Up to three words, none of which begins another thought."""
_LETTERS = re.compile(r"[^\W_]+")
_ESCAPE = re.compile(r"(\\.)")
_SENTENCE_END = re.compile(r"[.!?;:]+(?=\s|$)|\n+")


@dataclass(frozen=True)
class Passage:
    """Hold one text as it is shown, and folded for search; both have the same length."""

    where: str
    shown: str
    folded: str


@lru_cache(maxsize=64)
def read(where: str, text: str, names: tuple[str, ...] = ()) -> Passage:
    """Prepare `text` for search, with addresses and proper `names` masked."""
    shown = unicodedata.normalize("NFC", text)
    folded = _ADDRESS.sub(_blank, fold(shown))
    for name in filter(None, (fold(name.strip()) for name in names)):
        folded = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _blank, folded)
    return Passage(where, shown, folded)


def fold(text: str) -> str:
    """Return `text` in lower case, without accents, with plain apostrophes and hyphens, letter for letter."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_letter, unicodedata.normalize("NFC", text).translate(_SAME)))


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    """Return one letter for one letter."""
    plain = unicodedata.normalize("NFD", letter)[0].lower()
    return plain if len(plain) == 1 else letter


def without_quotations(passage: Passage) -> Passage:
    """Mask what stands in quotation marks: it is somebody else's word."""
    return replace(passage, folded=_QUOTATION.sub(_blank, passage.folded))


def blanked(folded: str, phrases: Phrases) -> str:
    """Put blanks where phrases stand in a folded text, so that positions stay."""
    return compiled(phrases).sub(_blank, folded) if phrases else folded


def _blank(found: re.Match[str]) -> str:
    """Put blanks where the match was, so that positions stay."""
    return " " * len(found.group())


def split(phrases: Phrases) -> tuple[str, ...]:
    """Return the single phrases of a list; a line may break after a bar or in place of a space."""
    joined = re.sub(r"\|\n\s*", "|", phrases)
    return tuple(" ".join(phrase.split()) for phrase in joined.split(";") if phrase.strip())


@lru_cache(maxsize=512)
def compiled(phrases: Phrases) -> re.Pattern[str]:
    """Compile phrases into one pattern that starts and ends at word boundaries; an elision (d') ends anywhere."""
    bodies = "|".join(_body(phrase) for phrase in sorted(split(phrases), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?<!\w[.@])(?:{bodies})(?:(?<=')|(?!\w|[.@]\w))")


def _body(phrase: str) -> str:
    """Translate the small notation into a regular expression without nested repetition."""
    body = "".join(part if part.startswith("\\") else fold(part) for part in _ESCAPE.split(phrase))
    body = re.sub(r"(?<!\\)\((?!\?)", "(?:", body).replace("~", _FILLER)
    return body.replace(" ?", r"[\s-]*").replace(" ", r"[\s-]+")


def seen(passage: Passage, *lists: Phrases, names: bool = True) -> str:
    """Return the first phrase found, as the team wrote it, or nothing; proper names only with `names`."""
    ignores_names = not names and not is_in_capitals(passage.shown)
    for phrases in filter(None, lists):
        for found in compiled(phrases).finditer(passage.folded):
            if not (ignores_names and _is_name(passage.shown, found.start(), found.end())):
                return passage.shown[found.start() : found.end()]
    return ""


def all_seen(passage: Passage, *lists: Phrases) -> tuple[str, ...]:
    """Return every phrase found, as the team wrote it, each once."""
    found = (hit.span() for phrases in filter(None, lists) for hit in compiled(phrases).finditer(passage.folded))
    return tuple(dict.fromkeys(passage.shown[start:end] for start, end in sorted(found)))


def opens_with(passage: Passage, phrases: Phrases, openers: Phrases = "") -> str:
    """Return the phrase with which the text opens, after bullets and `openers`, or nothing."""
    return opening(passage, phrases, openers)[0]


def opening(passage: Passage, phrases: Phrases, openers: Phrases = "") -> tuple[str, str]:
    """Return the phrase with which the text opens and the folded rest, or twice nothing."""
    start = _after_opening(passage.folded, openers)
    found = compiled(phrases).match(passage.folded, start) if phrases else None
    if not found:
        return "", ""
    return passage.shown[found.start() : found.end()], passage.folded[found.end() :].lstrip(" -")


def begun(passage: Passage, openers: Phrases) -> Passage:
    """Mask up to three `openers`, one after another."""
    for _ in range(3):
        start = _after_opening(passage.folded, openers)
        passage = replace(passage, folded=" " * start + passage.folded[start:])
    return passage


def is_one_of(folded: str, *lists: Phrases) -> bool:
    """Tell whether a folded text as a whole is one of the phrases."""
    return any(phrases and compiled(phrases).fullmatch(folded) for phrases in lists)


def starts_with(folded: str, *lists: Phrases) -> bool:
    """Tell whether a folded text starts with one of the phrases."""
    return any(phrases and compiled(phrases).match(folded) for phrases in lists)


def ends_with(folded: str, phrases: Phrases) -> bool:
    """Tell whether a folded text ends with one of the phrases."""
    found = compiled(phrases).finditer(folded) if phrases else ()
    return any(hit.end() == len(folded) for hit in found)


def _after_opening(folded: str, openers: Phrases) -> int:
    """Return where the first word of weight stands."""
    bullet = re.match(r"\s*(?:[-*•–>]+\s+|[☐☑✅✓✔→▪◦●○🎯🚀⭐🔹🔸]\ufe0f?\s*|\d{1,3}[.)]\s+)?", folded)
    start = bullet.end() if bullet else 0
    opener = compiled(openers).match(folded, start) if openers else None
    space = re.compile(r"[\s,:]*").match(folded, opener.end()) if opener else None
    return space.end() if space else start


def _is_name(shown: str, start: int, end: int) -> bool:
    """Tell whether the words stand in a proper name such as Best Buy."""
    after = re.match(r"[\s-]+(\w)", shown[end : end + 20])
    before = re.search(r"(\w)\w*[\s-]+$", shown[max(0, start - 40) : start])
    beside = (after and after.group(1).isupper()) or (
        before and before.group(1).isupper() and not _starts_sentence(shown, start)
    )
    return bool(shown[start].isupper() and beside)


def _starts_sentence(shown: str, end: int) -> bool:
    """Tell whether the word before `end` is the first of its sentence."""
    return not re.search(r"[^\s.!?]\s+\S+\s*$", shown[max(0, end - 80) : end])


def is_in_capitals(shown: str) -> bool:
    """Tell whether more than half of the longer words begin with a capital."""
    longer = [word for word in words(shown) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in longer)
    return capitals * 2 > len(longer)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; a hyphenated or elided word is one."""
    return tuple(_WORD.findall(text))


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, without their white space."""
    return tuple(filter(None, (sentence.strip() for sentence in _SENTENCE_END.split(text))))


def stems(text: str) -> str:
    """Return the words of `text` without plural endings, with a blank around each, ready for a search."""
    return f" {' '.join(map(_stem, _LETTERS.findall(fold(text))))} "


def _stem(word: str) -> str:
    """Take the plural ending off a folded word."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and not word.endswith("ss") else word


def quoted(text: str) -> str:
    """Quote at most 80 characters of a text on one line, without what a terminal would act on."""
    line = " ".join(_UNSHOWN.sub(" ", text).split())
    return f"'{isolated(line if len(line) <= QUOTE_LENGTH else line[: QUOTE_LENGTH - 1] + '…')}'"


def listed(items: Iterable[str]) -> str:
    """Join words as in `a, b and c`."""
    each = tuple(items)
    return " and ".join(filter(None, (", ".join(each[:-1]), *each[-1:])))
