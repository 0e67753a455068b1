"""How the rules of the accessibility report find what they look for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from purposebook.checks.reading import listed
from purposebook.checks.rule import Hit, Question
from purposebook.domain.responsibility import Accessibility, Criterion
from purposebook.domain.wcag import ASKED, CRITERIA
from purposebook.domain.workbook import Workbook

_WORKS: Final = frozenset({"supports", "partially-supports"})
FAILS: Final = frozenset({"partially-supports", "does-not-support"})
_SHOWN: Final = 3
_REPORT: Final = "responsibility/accessibility"


def claims_too_much(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find support without evidence, and conformance that the answers do not carry (S1)."""
    report = book.responsibility.accessibility
    if report is None:
        return
    yield from _unsupported(report)
    reasons = tuple(_against(report)) if report.claim == "conforms" else ()
    if reasons:
        advice = "Answer what is open by hand and with people, or set the claim to 'not-claimed'."
        yield Hit(f"{_REPORT}/claim", f"Conformance is claimed, but {listed(reasons)}.", advice)


def leaves_unevaluated(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find criteria of level A and AA that the report says were not evaluated (S2); several are one finding."""
    report = book.responsibility.accessibility
    term = {one.number: one.term for one in report.criteria} if report else {}
    names = [f"{_named(number)} ({CRITERIA[number].level})" for number in ASKED if term.get(number) == "not-evaluated"]
    if not names:
        return
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    said = f"{', '.join(names[:_SHOWN])}{more}" if more else listed(names)
    yield Hit(f"{_REPORT}/criteria", f"{said} {'is' if len(names) == 1 else 'are'} not evaluated.")


def _unsupported(report: Accessibility) -> Iterator[Hit]:
    """Find criteria that are said to work without evidence; several are one finding."""
    bare = [one for one in report.criteria if one.term in _WORKS and not one.evidence]
    if len(bare) == 1:
        yield Hit(f"{_REPORT}/criteria", f"{_named(bare[0].number)} is said to be supported, without evidence.")
    elif bare:
        count = f"{len(bare)} of {len(report.criteria)} criteria are said to be supported without evidence"
        yield Hit(f"{_REPORT}/criteria", f"{count}, first {_named(bare[0].number)}.")


def _against(report: Accessibility) -> Iterator[str]:
    """Yield what speaks against a claim of conformance."""
    terms = {one.number: one.term for one in report.criteria if one.term != "not-evaluated"}
    if _is_scan_only(report.criteria):
        yield "it rests on tool scans only"
    unanswered = [number for number in ASKED if number not in terms]
    if unanswered:
        verb = "is" if len(unanswered) == 1 else "are"
        yield f"{len(unanswered)} of {len(ASKED)} criteria of level A and AA {verb} not answered"
    failing = [number for number in ASKED if terms.get(number) in FAILS]
    if failing:
        yield f"{listed(map(_named, failing[:3]))} {'fails' if len(failing) == 1 else 'fail'} in part or whole"


def _is_scan_only(criteria: tuple[Criterion, ...]) -> bool:
    """Tell whether a tool is all that ever looked."""
    return {one.method for one in criteria if one.method} == {"tool-scan"}


def _named(number: str) -> str:
    """Return a criterion's number and name."""
    return f"{number} {CRITERIA[number].name}"
