"""Success criteria of WCAG 2.2 by level and answer; conforms yes, no or unknown, and nothing in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, Literal, get_args

from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import rest
from purposebook.charts.tallies import Tally, tallies, tally_list
from purposebook.charts.words import listed, verb
from purposebook.domain.responsibility import Term
from purposebook.domain.wcag import CRITERIA, WcagLevel
from purposebook.domain.workbook import Workbook

_LEVELS: Final[tuple[str, ...]] = get_args(WcagLevel)
_TERMS: Final[tuple[str, ...]] = get_args(Term)
_HEADS: Final = tuple(term.replace("-", " ").capitalize() for term in _TERMS)
_MET: Final = frozenset({"supports", "not-applicable"})

_CONFORMS: Final = MappingProxyType(
    {
        "yes": "the product conforms to AA",
        "no": "the product does not conform to AA",
        "unknown": "whether it conforms to AA is not known",
    }
)

Terms = Mapping[str, str]
"""The answer to every criterion by its number."""
Conforms = Literal["yes", "no", "unknown"]


def wcag(book: Workbook) -> Figure | None:
    """Draw how many criteria of each level have which answer; what nobody answered is not evaluated."""
    written = book.responsibility.accessibility
    if written is None or not written.criteria:
        return None
    answers = {one.number: one for one in written.criteria}
    terms = {number: answers[number].term if number in answers else "not-evaluated" for number in CRITERIA}
    rows = [Tally(f"Level {level}", _counts(terms, level)) for level in _LEVELS]
    facts = [
        (number, one.name, one.level, terms[number], (answers[number].method or "") if number in answers else "")
        for number, one in CRITERIA.items()
    ]
    return Figure(
        "wcag",
        _title(terms),
        tallies("Level", _HEADS, rows),
        _description(terms),
        table(["Criterion", "Name", "Level", "Answer", "Method"], facts),
        "responsibility.yml",
        listing=tally_list("Level", _HEADS, rows),
    )


def conforms(terms: Terms, levels: Iterable[str]) -> Conforms:
    """Say whether every criterion of these levels is met, at least one is not, or nobody knows."""
    wanted = set(levels)
    found = {terms[number] for number, one in CRITERIA.items() if one.level in wanted}
    if found & {"partially-supports", "does-not-support"}:
        return "no"
    return "yes" if found <= _MET else "unknown"


def _counts(terms: Terms, level: str) -> tuple[int, ...]:
    """Count the answers of one level."""
    counts = Counter(terms[number] for number, one in CRITERIA.items() if one.level == level)
    return tuple(counts[term] for term in _TERMS)


def _title(terms: Terms) -> str:
    """Say how many criteria of A and AA were evaluated, and whether all are met."""
    asked = [number for number, one in CRITERIA.items() if one.level != "AAA"]
    known = sum(terms[number] != "not-evaluated" for number in asked)
    first = f"{known or 'None'} of {len(asked)} criteria of levels A and AA {verb(known, 'was', 'were')} evaluated"
    return f"{first}; {_CONFORMS[conforms(terms, ('A', 'AA'))]}"


def _description(terms: Terms) -> str:
    """Read the levels aloud, and name what fails."""
    said = [f"to {level}: {conforms(terms, _LEVELS[: at + 1])}" for at, level in enumerate(_LEVELS)]
    failing = [f"{one.number} {one.name}" for one in CRITERIA.values() if terms[one.number] == "does-not-support"]
    return rest(
        (
            f"Of {len(CRITERIA)} success criteria of WCAG 2.2, those that nobody answered count as not evaluated.",
            f"Conforms {', '.join(said)}; a level asks for all levels before it as well.",
            f"Does not support: {listed(failing)}." if failing else "",
            "Partial support is no conformance, and there is no share of it.",
        )
    )
