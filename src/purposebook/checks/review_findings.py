"""How the rules of reviews and of answers about the company find what they look for."""

from __future__ import annotations

from collections.abc import Iterator

from purposebook.checks.gaps import is_old, lacking, some
from purposebook.checks.reading import listed, quoted
from purposebook.checks.rule import Hit, Question
from purposebook.domain.culture import COMPANY_QUESTIONS
from purposebook.domain.reviews import Review
from purposebook.domain.workbook import Workbook
from purposebook.text.plurals import counted


def is_loose_review(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find claims without a frozen number, decisions without owner or day, and a review that is overdue (L1)."""
    for review in book.reviews.reviews:
        for message, advice in _loose(review):
            yield Hit(f"reviews/{review.id}", message, advice)
    held = book.reviews.held(asked.as_of) if book.reviews.reviews else ()
    last = max(held, key=lambda review: review.date, default=None)
    if last and is_old(book, asked, last.date):
        days = book.product.review_every
        yield Hit(
            f"reviews/{last.id}",
            f"The last review was on {last.date.isoformat()}, more than {counted(days, 'day')} ago.",
            "Look at the report again with those whom it concerns.",
        )


def _loose(review: Review) -> Iterator[tuple[str, str]]:
    """Yield what a review leaves loose, with advice."""
    frozen = {number.metric for number in review.numbers}
    claims = [claim.text for claim in review.claims if claim.metric not in frozen]
    if claims:
        yield (
            f"{quoted(review.title)} claims {some(claims)} without a number of that day.",
            "Name the metric that shows it, and write its number as it stood.",
        )
    for decision in review.decisions:
        missing = lacking((decision.owner, "an owner"), (decision.by, "a day"))
        if missing:
            yield f"The decision {quoted(decision.text)} lacks {listed(missing)}.", f"Add {listed(missing)}."


def is_hearsay(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find answers about the company that rest on no dated evidence (U1)."""
    if not book.culture.company:
        return
    dated = {item.id for item in book.evidence.evidence if item.date}
    bare = [COMPANY_QUESTIONS[one.question] for one in book.culture.company if not dated & set(one.evidence)]
    if bare:
        yield Hit("culture/company", f"No dated evidence stands behind the answer to {some(bare)}.")
