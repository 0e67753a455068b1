"""Numbers, dates and lists in words, for titles, descriptions and labels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from purposebook.charts.labels import clusters
from purposebook.domain.claims import Evidenced
from purposebook.text import numbers, plurals
from purposebook.text.directions import isolated

number: Final = numbers.number
percent: Final = numbers.percent
percents: Final = numbers.percents
points: Final = numbers.points
score: Final = numbers.score
coefficient: Final = numbers.coefficient
counted: Final = plurals.counted
verb: Final = plurals.verb
integer: Final = plurals.integer
PERCENT: Final = "\u00a0%"
"""The percent sign, which never begins a line."""
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SIZES: Final = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_QUOTED: Final = 160


def with_unit(value: float, unit: str, longest: int = 24) -> str:
    """Write a number with its unit; a long unit is left to the axis."""
    unit = unit.strip()
    if unit == "%":
        return f"{number(value)}{PERCENT}"
    return f"{number(value)} {apart(unit)}" if unit and len(unit) <= longest else number(value)


def large(value: float) -> str:
    """Write a number shortly: what has more than six digits before the point is told in words."""
    for size, word in _SIZES:
        if size <= abs(value) < 1e15:
            return f"{number(value / size, 3)} {word}"
    return number(value)


def span(low: float, high: float, unit: str) -> str:
    """Write both ends of an interval, its unit once unless it is a percent sign."""
    first = with_unit(low, unit) if unit.strip() == "%" else number(low)
    return f"{first} to {with_unit(high, unit)}"


def day(date: dt.date) -> str:
    """Write a date as people read it: 31 Mar 2026."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def quarter(date: dt.date) -> str:
    """Name the quarter in which a day lies, the year first: 2025, quarter 4."""
    return f"{date.year}, quarter {(date.month + 2) // 3}"


def listed(items: Iterable[str], most: int = 8) -> str:
    """Write a list as a sentence does; beyond `most` items the rest is counted."""
    every = list(items)
    shown = every[:most]
    if len(every) > most:
        return f"{', '.join(shown)} and {len(every) - most} more"
    return shown[0] if len(shown) == 1 else " and ".join((", ".join(shown[:-1]), shown[-1])) if shown else ""


def first_shown(most: int, count: int, many: str) -> str:
    """Say how many of many things a picture shows, or nothing where it shows all."""
    return f"The picture shows the first {most} of {integer(count)} {many}; the table has all." if count > most else ""


def dashed(ends: Iterable[tuple[str, str]], what: str = "Loose ends", none: str = "Nothing breaks off.") -> str:
    """Name the texts whose boxes are dashed, each with its reason."""
    every = [f"{quoted(text, 60)} ({reason})" for text, reason in ends]
    return f"{what} are dashed: {listed(every, 5)}." if every else none


def sentences(texts: Iterable[str]) -> str:
    """Write remarks of ours one after the other, each with a capital and a full stop."""
    return " ".join(f"{text[:1].upper()}{text[1:].rstrip('.')}." for text in texts)


def quoted(text: str, most: int = _QUOTED) -> str:
    """Set a team's text apart in a sentence of ours, whatever direction it runs in."""
    return f"“{apart(text.strip().removesuffix('.'), most)}”"


def apart(text: str, most: int = _QUOTED) -> str:
    """Cut a team's text to a length, and keep its direction from turning our words around."""
    plain = " ".join(text.split())
    short = plain if len(plain) <= most else _beginning(plain, most - 1).rstrip(" ,;:.") + "…"
    return isolated(short)


def _beginning(text: str, most: int) -> str:
    """Return as many whole signs as `most` characters hold."""
    kept = ""
    for cluster in clusters(text[: most + 1]):
        if len(kept) + len(cluster) > most:
            break
        kept += cluster
    return kept


def rests_on(claim: Evidenced) -> tuple[str, str]:
    """Return the state of a claim's evidence, and its words."""
    if claim.evidence:
        return "good", counted(len(claim.evidence), "piece of evidence", "pieces of evidence")
    return ("warn", "an assumption") if claim.assumption else ("absent", "no evidence yet")
