"""How the rules of delivered value and impact find what they look for."""

from __future__ import annotations

from collections.abc import Iterator

from purposebook.checks.gaps import lacking
from purposebook.checks.metric_kinds import key_results
from purposebook.checks.reading import quoted
from purposebook.checks.rule import Hit, Question
from purposebook.domain.mission import Delivery
from purposebook.domain.workbook import Workbook


def delivers_loosely(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find rows of delivered value without persona or need, or whose value nothing shows (D1)."""
    for row in book.mission.delivers:
        missing = _loose_ends(row)
        if missing:
            yield Hit(f"mission/{row.id}", f"{quoted(row.problem)} names no {' and no '.join(missing)}.")


def _loose_ends(row: Delivery) -> tuple[str, ...]:
    """Return what a row lacks; a value that is not written yet needs no metric."""
    people = lacking((row.persona, "persona"), (row.need, "need"))
    is_shown = not row.value.strip() or row.metric or row.not_measured.strip()
    return people if is_shown else (*people, "metric of its value")


def looks_one_way(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find impacts that are the business's own only, or of which none is unwanted (I1)."""
    impacts = book.metrics.impacts
    if impacts and all(one.level == "business" for one in impacts):
        yield Hit("metrics/impacts", "Every impact that is written down is one on the business.")
    if impacts and all(one.intended and one.effect == "better" for one in impacts):
        yield Hit(
            "metrics/impacts",
            "Every impact that is written down is wanted and for the better.",
            "Ask who pays for it, who is left worse off, and what happens that nobody wanted.",
            "info",
        )


def belongs_to_nobody(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find key results whose metric has no owner (K11)."""
    for metric in key_results(book):
        if not metric.owner.strip():
            yield Hit(f"metrics/{metric.id}", f"Nobody is named who looks after {quoted(metric.name)}.")
