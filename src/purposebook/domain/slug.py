"""The one kind of text that may become a folder's name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from typing import Final, Self

from purposebook.errors import BadSlug

RESERVED: Final = frozenset(
    {"index", "search", "genindex", "portfolio", "assets", "static", "build", "private", "con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Names that a site needs for itself, that Windows keeps for devices, or that hold single persons' answers."""

LONGEST_PROPOSED: Final = 40
"""Characters of a proposed id; longer ones are hard to read in a list."""

_PATTERN = re.compile(r"[a-z0-9][a-z0-9-]{0,62}", re.ASCII)


def slug_in(text: str) -> str:
    """Return what is nearest to `text` among slugs and ids; empty where no letter or digit of it could stand there."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:63].rstrip("-")


class Slug(str):
    """Name a product in its folder and its web address: `[a-z0-9][a-z0-9-]{0,62}`."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Accept `text`, or raise `BadSlug` with what a slug looks like."""
        if not _PATTERN.fullmatch(text):
            raise BadSlug.for_text(text, "it has other characters, or too many or too few")
        if text in RESERVED:
            raise BadSlug.for_text(text, "that name is kept for the site itself, for devices or for private answers")
        return super().__new__(cls, text)


def free_id(name: str, used: Container[str], fallback: str) -> str:
    """Propose an id that nothing has yet: `First-time author` -> `first-time-author`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    whole = len(words) <= LONGEST_PROPOSED
    stem = words if whole else words[: LONGEST_PROPOSED + 1].rpartition("-")[0] or words[:LONGEST_PROPOSED]
    stem = stem or fallback
    return next(id for id in (stem, *(f"{stem}-{number}" for number in range(2, 10_000))) if id not in used)
