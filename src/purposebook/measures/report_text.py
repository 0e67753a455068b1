"""Rows, notes and numbers of the plain report of 100 columns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import Final

from purposebook.measures.series import Point

WIDTH: Final = 100
NONE: Final = "-"


def row(widths: Sequence[int], *cells: str) -> Iterator[str]:
    """Yield one row of a table; a cell that is too long goes on below itself."""
    wrapped = [wrap(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*wrapped, fillvalue=""):
        yield "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True))


def notes(label: str, told: Iterable[str]) -> Iterator[str]:
    """Yield labelled notes, indented under their row."""
    for note in told:
        yield from wrap(note, WIDTH, initial_indent=f"  {label}: ", subsequent_indent="    ")


def heading(label: str, told: str) -> Iterator[str]:
    """Yield a part's name with what it comes to."""
    yield from wrap(f"{label}  {told}", WIDTH, subsequent_indent="    ")


def percent(share: float | None) -> str:
    """Return a fraction as a whole percentage."""
    return NONE if share is None else f"{share:,.0%}"


def share(value: float | None, interval: tuple[float, float] | None = None) -> str:
    """Return a fraction and its interval as percentages."""
    if value is None:
        return NONE
    ends = span(interval, 100) if interval else ""
    return f"{number(100 * value)}% {ends}".strip()


def points(value: float | None, interval: tuple[float, float] | None) -> str:
    """Return a difference of fractions in percentage points, with its interval."""
    if value is None:
        return NONE
    sign = "+" if value > 0 else ""
    return f"{sign}{number(100 * value)} points {span(interval, 100) if interval else ''}".strip()


def observed(point: Point, unit: str) -> str:
    """Return a value with unit, interval, n and date."""
    parts = [f"{number(point.value)} {unit}".strip()]
    if point.interval:
        parts.append(span(point.interval))
    if point.n is not None:
        parts.append(f"n={point.n:,}")
    return " ".join([*parts, f"on {point.date}"])


def span(interval: tuple[float, float], scale: float = 1) -> str:
    """Return both ends of an interval."""
    return f"[{number(scale * interval[0])}, {number(scale * interval[1])}]"


def number(value: float | None) -> str:
    """Return a number with as many digits as a reader can use: whole, or four that count."""
    if value is None:
        return NONE
    size = abs(value)
    if size >= 1e15 or 0 < size < 1e-4:
        return f"{value:.4g}"
    if float(value).is_integer():
        return f"{value:,.0f}"
    text = f"{value:,.{max(0, 3 - math.floor(math.log10(size)))}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
