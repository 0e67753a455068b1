"""A word of an export that nobody knows, and how to say what it means."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import Final, Literal

from purposebook.storage.texts import shown

_SAFE: Final = re.compile(r"[^\"$`\\!%]*")
"""What double quotation marks protect in every shell, that of Windows too."""


UNCHANGED: Final = "open where the item is new, unchanged where it is not"
"""What becomes of an item whose status is not known."""
Kind = Literal["status", "resolution"]


@dataclass(frozen=True)
class UnknownWord:
    """Hold a word for a status or a resolution, and how many items say it."""

    kind: Kind
    word: str
    items: int

    @property
    def option(self) -> str:
        """Return the option that gives the word a meaning, ready to be copied into a shell."""
        means = "doing" if self.kind == "status" else "dropped"
        text = f"{' '.join(self.word.split())}={means}"
        return f'--map-status "{text}"' if _SAFE.fullmatch(text) else f"--map-status {shlex.quote(text)}"

    def __str__(self) -> str:
        """Return what becomes of the items, and the next step."""
        effect = UNCHANGED if self.kind == "status" else "the status alone counts, so what is closed is done"
        said = f"'{shown(self.word)}' is no {self.kind} that is known here ({items_in_words(self.items)}): {effect}"
        others = "open, doing, done" if self.kind == "resolution" else "open, done, dropped"
        return f"{said}; say what it means with {self.option} (or {others})"


def items_in_words(count: int) -> str:
    """Count items in words."""
    return f"{count} item" if count == 1 else f"{count} items"
