"""A box with its words: a team's text, and notes below it, each with a mark where it has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from purposebook.charts.drawing import Box, Mark, Shape, Tip, Words
from purposebook.charts.labels import wrap
from purposebook.charts.looks import SMALL

ROW: Final = 13
"""Pixels from line to line within a box."""
_PAD: Final = 6
_APART: Final = 3
_MARK: Final = 12


@dataclass(frozen=True)
class Note:
    """Say something below the text of a box, in muted letters."""

    text: str
    mark: str = ""
    """A small mark before it, one of `looks.MARKS`, or nothing."""


@dataclass(frozen=True)
class Worded:
    """Hold what a box says and how it looks."""

    text: str
    tip: Tip
    notes: tuple[Note, ...] = ()
    look: str = "node"
    lines: int = 4
    """So many lines of the text are drawn."""


@dataclass(frozen=True)
class Fitted:
    """Hold the words of a box, wrapped to its width."""

    worded: Worded
    width: float
    parts: tuple[Note, ...]
    """The text, if there is one, then the notes."""

    @property
    def height(self) -> float:
        """Return the height that the words need."""
        lines = sum(part.text.count("\n") + 1 for part in self.parts)
        return 2 * _PAD + ROW * lines + _APART * (len(self.parts) - 1)

    def shapes(self, x: float, y: float, height: float = 0) -> Iterator[Shape]:
        """Draw the box, its words in the middle of its height, and no smaller than they need."""
        tall, tip = max(height, self.height), self.worded.tip
        yield Box(x, y, self.width, tall, self.worded.look, tip)
        y += _PAD + ROW / 2 + (tall - self.height) / 2
        for at, part in enumerate(self.parts):
            left = x + _PAD
            if part.mark:
                yield Mark(left + 4, y, part.mark, tip)
                left += _MARK
            yield Words(left, y, part.text, "small" if self.worded.text and not at else "note", tip)
            y += ROW * (part.text.count("\n") + 1) + _APART


def fit(worded: Worded, width: float) -> Fitted:
    """Wrap the words of a box to its width."""
    inner = width - 2 * _PAD
    text = [Note(wrap(worded.text, inner, worded.lines, SMALL))] if worded.text.strip() else []
    notes = (Note(wrap(one.text, inner - _MARK * bool(one.mark), 2, SMALL), one.mark) for one in worded.notes)
    return Fitted(worded, width, (*text, *notes))


def look_of(loose: object, *, missing: bool = False) -> str:
    """Return the look of a box: solid where it holds, dashed where it is loose, dotted where nobody wrote it."""
    return "missing" if missing else ("loose" if loose else "node")
