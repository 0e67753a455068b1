"""Rows, notes and numbers of the plain report of 100 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import Final

from purposebook.measures.series import Point
from purposebook.text import numbers
from purposebook.text.plurals import integer

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
    return NONE if share is None else numbers.whole_percent(share)


def share(value: float | None, interval: tuple[float, float] | None = None) -> str:
    """Return a fraction and its interval as percentages."""
    return NONE if value is None else f"{numbers.percent(value)} {_in_percent(interval)}".strip()


def points(value: float | None, interval: tuple[float, float] | None) -> str:
    """Return a difference of fractions in percentage points, with its interval."""
    return NONE if value is None else f"{numbers.points(value)} points {_in_percent(interval)}".strip()


def observed(point: Point, unit: str) -> str:
    """Return a value with unit, interval, n and date."""
    parts = [f"{number(point.value)}{numbers.NBSP}{unit}" if unit else number(point.value)]
    if point.interval:
        parts.append(span(point.interval))
    if point.n is not None:
        parts.append(f"n={integer(point.n)}")
    return " ".join([*parts, f"on {point.date}"])


def span(interval: tuple[float, float]) -> str:
    """Return both ends of an interval."""
    return f"[{number(interval[0])}, {number(interval[1])}]"


def number(value: float | None) -> str:
    """Return a number as pages write it."""
    return NONE if value is None else numbers.number(value)


def coefficient(value: float | None) -> str:
    """Return a ratio, a correlation or a p-value as pages write it."""
    return NONE if value is None else numbers.coefficient(value)


def _in_percent(interval: tuple[float, float] | None) -> str:
    """Return both ends of an interval of fractions, in per cent to a tenth."""
    return span((round(100 * interval[0], 1), round(100 * interval[1], 1))) if interval else ""
