"""Apply every rule to a workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from purposebook.checks.catalogue import BY_ID, RULES
from purposebook.checks.finding import SEVERITIES, Checked, Finding, NotChecked, Silenced
from purposebook.checks.rule import Hit, Rule
from purposebook.checks.words import language_of
from purposebook.domain.product import Ignored
from purposebook.domain.workbook import PARTS, Workbook

_ORDER = (*PARTS, "observations")


def check(book: Workbook, as_of: dt.date) -> Checked:
    """Return what all rules say about `book` on the day `as_of`."""
    language = language_of(book)
    readable = [one for one in RULES if one.languages is None or language in one.languages]
    unread = tuple(NotChecked(one.id, "reads English and French only") for one in RULES if one not in readable)
    found = tuple(_finding(book, one, hit) for one in readable for hit in one.find(book, as_of))
    silenced = tuple(_silenced(book.product.ignore, _in_order(found)))
    quiet = {id(one.finding) for one in silenced}
    idle = tuple(_finding(book, BY_ID["X1"], hit) for hit in _idle_silences(book, found))
    spoken = tuple(one for one in found if id(one) not in quiet) + idle
    return Checked(_in_order(spoken), silenced, unread)


def file_of(book: Workbook, where: str) -> str:
    """Return the file in which `where` stands, relative to the product's folder."""
    part = where.partition("/")[0]
    return book.metrics.observations.file or "metrics.yml" if part == "observations" else f"{part}.yml"


def _finding(book: Workbook, one: Rule, hit: Hit) -> Finding:
    """Complete a hit with the rule's words and the place in the file."""
    return Finding(
        rule=one.id,
        severity=hit.severity or one.severity,
        file=file_of(book, hit.where),
        line=book.line(hit.where),
        where=hit.where,
        message=hit.message,
        advice=hit.advice or one.advice,
        source=one.source,
    )


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort by severity, then part, then line; the catalogue's order stays within a line."""
    return tuple(
        sorted(
            findings,
            key=lambda one: (SEVERITIES.index(one.severity), _ORDER.index(one.where.partition("/")[0]), one.line),
        )
    )


def _silenced(ignored: tuple[Ignored, ...], found: Iterable[Finding]) -> Iterator[Silenced]:
    """Pair each finding that the team has answered with the first reason that fits."""
    for finding in found:
        answer = next((one for one in ignored if answers(one, finding)), None)
        if answer:
            yield Silenced(finding.rule, finding.where, answer.because, finding)


def answers(ignored: Ignored, finding: Finding) -> bool:
    """Tell whether a silenced rule covers a finding: its place, anything below it, or everything."""
    place = ignored.where.strip().rstrip("/")
    return ignored.rule == finding.rule and (not place or f"{finding.where}/".startswith(f"{place}/"))


def _idle_silences(book: Workbook, found: tuple[Finding, ...]) -> Iterator[Hit]:
    """Point out silenced rules that nobody knows or that have nothing to silence; these findings cannot be silenced."""
    for ignored in book.product.ignore:
        place = f" at '{ignored.where}'" if ignored.where.strip() else ""
        if ignored.rule not in BY_ID:
            what = f"'{ignored.rule}' is silenced, but there is no such rule."
            yield Hit("product/ignore", what, "Correct the rule's id, or take the line out.", "info")
        elif not any(answers(ignored, one) for one in found):
            what = f"{ignored.rule}{place} is silenced, but has nothing to say there."
            yield Hit("product/ignore", what, "Take the line out, or correct its 'where'.", "info")
