"""What became of the things in a file that was imported."""

from __future__ import annotations

from dataclasses import dataclass

from purposebook.storage.unknown_words import UnknownWord


@dataclass(frozen=True)
class Imported:
    """Count what an import added and changed in a part, and hold what it did not understand."""

    part: str
    """The file that was written, such as `work.yml`."""
    source: str
    """What the imported file was recognised as."""
    added: int
    updated: int
    unchanged: int
    notes: tuple[str, ...] = ()
    """What was not understood or not taken over, in sentences."""
    unknown: tuple[UnknownWord, ...] = ()
    """The words among it."""
    kept: bool = False
    """True when an answer is new in imports.yml."""
