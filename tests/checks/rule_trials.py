"""Try one rule on one line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from purposebook.checks.catalogue import BY_ID
from purposebook.checks.example import EXAMPLE_DAY, Example, book_of
from purposebook.checks.rule import Hit, Question
from purposebook.domain.workbook import Workbook


def hits(id: str, book: Workbook) -> tuple[Hit, ...]:
    """Return what one rule finds in a workbook."""
    return tuple(BY_ID[id].find(book, Question.on(EXAMPLE_DAY)))


def fires(id: str, example: Example, language: str = "en") -> bool:
    """Tell whether a rule finds anything in an example, told in a language."""
    product = {"name": "CourseCraft", "language": language}
    return bool(hits(id, book_of({"product": product} | dict(example.parts))))


def objective(**fields: Any) -> dict[str, Any]:
    """Return the part `objectives` with one objective."""
    return {"objectives": [{"id": "goal", "statement": "Authors finish.", **fields}]}


def metrics(*items: dict[str, Any]) -> dict[str, Any]:
    """Return the part `metrics` with these metrics."""
    return {"metrics": list(items)}


def outcome(who: str = "", to: str = "", **parts: Any) -> Example:
    """Show one outcome, beside other parts."""
    return Example(who or to, {"objectives": objective(outcome={"who": who, "to": to}), **parts})


def all_wrong(id: str, lines: Iterable[Example], *, expected: bool, language: str = "en") -> list[str]:
    """Return the lines at which a rule does not do what is expected."""
    return [str(line) for line in lines if fires(id, line, language) is not expected]
