"""Texts made short enough to be drawn: the same cut on every machine, and never within a letter or an emoji."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from purposebook.charts.theme import TEXT_SIZE
from purposebook.text.directions import CLOSE, OPEN, closed_on_each, with_isolates_only

_CUT: Final = "…"
_MARKS: Final = 6
_WIDTHS: Final = {
    222: "ijl'|",
    278: " !,./:;I[]\\ft",
    333: '-()r`{}"*',
    500: "Jckszxyv",
    584: "+<=>~^",
    667: "ABEFKLPSTVXYZ&",
    722: "CDHNRUw",
    778: "GOQ",
    850: "mM%",
    1000: "W@→←…—",
}
_ROOM: Final = 1.13
"""The widest of the fonts in which a page may be read (DejaVu Sans) needs so much more room than the table says."""
_WIDTH_OF: Final = {sign: width for width, signs in _WIDTHS.items() for sign in signs}
_SKIN: Final = range(0x1F3FB, 0x1F400)
_FLAGS: Final = range(0x1F1E6, 0x1F200)
_JOINER: Final = "\u200d"


def wrap(text: str, width: float, lines: int, size: float = TEXT_SIZE) -> str:
    """Break `text` into at most `lines` lines of `width` pixels; an ellipsis stands for what is cut off."""
    made: list[str] = []
    rest = _drawable(text, round(lines * width))
    while rest and len(made) < lines:
        line, rest = _first_line(rest, width, size)
        made.append(line)
    if rest and made:
        made[-1] = _ellipsis(made[-1], width, size)
    return "\n".join(closed_on_each(made))


def shorten(text: str, width: float, size: float = TEXT_SIZE) -> str:
    """Cut `text` to one line of `width` pixels."""
    return wrap(text, width, 1, size)


def width_of(text: str, size: float = TEXT_SIZE) -> float:
    """Estimate the pixels of one line in the charts' font."""
    return sum(_cluster_width(cluster) for cluster in clusters(text)) * size / 1000


def clusters(text: str) -> Iterator[str]:
    """Yield what a reader sees as one sign: a letter with its accents, a joined emoji, a flag."""
    if text.isascii():  # none of these joins another
        yield from text
        return
    held = ""
    for sign in text:
        if held and _belongs(held, sign):
            held += sign
        else:
            if held:
                yield held
            held = sign
    if held:
        yield held


def _drawable(text: str, most: int) -> str:
    """Put `text` on one line, without directions but whole isolates, and without towers of accents."""
    plain = " ".join(with_isolates_only(text[: 4 * most + 40]).split())
    short = "".join(cluster[: _MARKS if _JOINER not in cluster else None] for cluster in clusters(plain))
    return short + (_CUT if len(text) > 4 * most + 40 else "")


def _first_line(text: str, width: float, size: float) -> tuple[str, str]:
    """Split off as many words as fit; a single word that is too long is broken."""
    fitting, used = 0, 0.0
    for cluster in clusters(text):
        used += _cluster_width(cluster) * size / 1000
        if used > width and fitting:
            break
        fitting += len(cluster)
    if fitting >= len(text):
        return text, ""
    space = text.rfind(" ", 0, fitting + 1)
    end = space if space > 0 else fitting
    return text[:end].rstrip(), text[end:].lstrip()


def _ellipsis(line: str, width: float, size: float) -> str:
    """End `line` with an ellipsis, and let go of as many signs as that needs."""
    kept = list(clusters(line.removesuffix(_CUT)))
    while kept and width_of("".join(kept) + _CUT, size) > width:
        kept.pop()
    return "".join(kept).rstrip(" ,;.") + _CUT


def _belongs(held: str, sign: str) -> bool:
    """Say whether `sign` is part of the same visible sign as what came before it."""
    code = ord(sign)
    if sign == _JOINER or held[-1] == _JOINER or code in _SKIN or 0xFE00 <= code <= 0xFE0F:
        return True
    if code in _FLAGS:
        return ord(held[0]) in _FLAGS and len(held) == 1
    return unicodedata.category(sign) in {"Mn", "Me", "Mc"}


def _cluster_width(cluster: str) -> float:
    """Return thousandths of the font's size, in the widest font."""
    first = cluster[0]
    if first in {OPEN, CLOSE}:
        return 0
    if first not in _WIDTH_OF and unicodedata.east_asian_width(first) in {"W", "F"}:
        return 1050
    return _ROOM * _WIDTH_OF.get(first, 560)
