"""Apply every rule to a workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from purposebook.checks.catalogue import BY_ID, RULES
from purposebook.checks.finding import SEVERITIES, Checked, Finding, NotChecked, Silenced
from purposebook.checks.frameworks import is_left_out
from purposebook.checks.reading import quoted
from purposebook.checks.rule import EVERYWHERE, Hit, Question, Rule
from purposebook.checks.words import language_of
from purposebook.domain.product import Ignored
from purposebook.domain.workbook import PARTS, Workbook

_ORDER = (*PARTS, "observations", "answers")


def check(book: Workbook, as_of: dt.date, parts: Iterable[str] | None = None) -> Checked:
    """Return what all rules say about `book`, or about some parts of it, on the day `as_of`."""
    return answer(book, Question.on(as_of, parts))


def answer(book: Workbook, asked: Question) -> Checked:
    """Return what the rules say about the parts in question: exactly what they say there when all is asked.

    No file is read that these parts do not need, and the day is looked at only where something is dated.
    """
    concerned = [one for one in RULES if one.parts & asked.parts]
    readable = [one for one in concerned if _reads(one, book)]
    unread = tuple(NotChecked(one.id, "reads English and French only") for one in concerned if one not in readable)
    found = tuple(finding for one in readable for finding in _findings(book, one, asked))
    silenced = tuple(_silenced(book.product.ignore, _in_order(found)))
    quiet = {id(one.finding) for one in silenced}
    spoken = tuple(one for one in found if id(one) not in quiet)
    if "product" in asked.parts:
        hits = _idle_silences(book, (*found, *_beyond(book, asked)))
        spoken += tuple(_finding(book, BY_ID["X1"], hit) for hit in hits)
    return Checked(_in_order(spoken), silenced, unread)


def file_of(book: Workbook, where: str) -> str:
    """Return the file in which `where` stands, relative to the product's folder."""
    part = where.partition("/")[0]
    if part == "answers":
        return "surveys.csv"
    return book.metrics.observations.file or "metrics.yml" if part == "observations" else f"{part}.yml"


def _reads(one: Rule, book: Workbook) -> bool:
    """Tell whether a rule reads the workbook's language."""
    return one.languages is None or language_of(book) in one.languages


def _findings(book: Workbook, one: Rule, asked: Question) -> Iterator[Finding]:
    """Yield what one rule finds in the parts in question, without what stands in a framework that is not used."""
    if one.parts & asked.parts:
        hits = (hit for hit in one.find(book, asked) if hit.part in asked.parts)
        yield from (_finding(book, one, hit) for hit in hits if not is_left_out(book, one.id, hit.where))


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


def _idle_silences(book: Workbook, heard: tuple[Finding, ...]) -> Iterator[Hit]:
    """Point out silenced rules that nobody knows or that have nothing to silence; these findings cannot be silenced."""
    for ignored in book.product.ignore:
        place = f" at {quoted(ignored.where)}" if ignored.where.strip() else ""
        if ignored.rule not in BY_ID:
            what = f"{quoted(ignored.rule)} is silenced, but there is no such rule."
            yield Hit("product/ignore", what, "Correct the rule's id, or take the line out.", "info")
        elif not any(answers(ignored, one) for one in heard):
            what = f"{ignored.rule}{place} is silenced, but has nothing to say there."
            yield Hit("product/ignore", what, "Take the line out, or correct its 'where'.", "info")


def _beyond(book: Workbook, asked: Question) -> Iterator[Finding]:
    """Yield what silenced rules say where they are silenced, outside of the parts in question."""
    wanted: dict[str, set[str]] = {}
    for ignored in book.product.ignore:
        part = ignored.where.strip().partition("/")[0]
        wanted.setdefault(ignored.rule, set()).update({part} if part else EVERYWHERE)
    for id, parts in wanted.items():
        if id in BY_ID and _reads(BY_ID[id], book):
            yield from _findings(book, BY_ID[id], replace(asked, parts=BY_ID[id].parts & parts - asked.parts))
