"""How a sentence begins: the value, who was counted, and how sure it is."""

from __future__ import annotations

from purposebook.measures.words.facts import Facts
from purposebook.measures.words.rounding import Digits


def level_said(facts: Facts, people: str) -> str:
    """Say the latest value with its counts and interval, or why nobody can say how sure it is."""
    latest, digits = facts.latest, facts.digits
    value = digits.first(latest.value)
    if latest.n is not None and latest.interval is not None:
        low, high = (digits.again(end) for end in latest.interval)
        return f"{_counted(facts, people)}: {value}, plausibly between {low} and {high}"
    if latest.n is not None:
        return f"{value}, {' '.join(filter(None, ('a ratio over', _whole(latest.n), people)))}, which has no interval"
    again = digits.again(latest.value)
    return f"{value}; no counts were recorded, so how sure the {again} is cannot be said"


def first_said(facts: Facts) -> str:
    """Say that one value shows no trend."""
    return "it is the only value so far, so it shows no trend" if len(facts.measured.series) == 1 else ""


def _counted(facts: Facts, people: str) -> str:
    """Write the counts behind a share; its numerator is whole, so it comes back exactly."""
    n = facts.latest.n or 0
    scale = 100 if facts.measured.unit.strip() == "%" else 1
    hits = min(max(round(facts.latest.value * n / scale), 0), n)
    return f"{_whole(hits)} of {_whole(n)} {people}".strip()


def _whole(count: int) -> str:
    """Write a count with all its digits."""
    return Digits(0, "").number(count)
