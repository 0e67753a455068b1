"""How the rule of the work items finds what it looks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from purposebook.checks.reading import listed, quoted
from purposebook.checks.rule import Hit, Question
from purposebook.domain.work import WorkItem
from purposebook.domain.workbook import Workbook
from purposebook.text.plurals import counted

FEWEST: Final = 5
"""Of fewer items it is no wonder that they are alike."""
_ASKED_FOR: Final = frozenset({"wish", "sales-promise"})


def is_work_without_value(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find work that is not classified, that nobody measured, or that is all of one kind (V1)."""
    kept = [item for item in book.work.items if item.status != "dropped"]
    yield from _unclassified(kept)
    yield from _unmeasured(book.work.done())
    yield from _alike(book, asked)


def _unclassified(kept: Sequence[WorkItem]) -> Iterator[Hit]:
    """Find items without origin or value; several are one finding."""
    bare = [item for item in kept if not (item.origin and item.value)]
    if len(bare) == 1:
        wanted = ((bare[0].origin, "origin"), (bare[0].value, "value"))
        missing = " and no ".join(name for there, name in wanted if not there)
        yield Hit(f"work/{bare[0].id}", f"{quoted(bare[0].title)} has no {missing}.")
    elif bare:
        count = f"{len(bare)} of {len(kept)} work items have no origin or no value"
        yield Hit("work/items", f"{count}, first {quoted(bare[0].title)}.")


def _unmeasured(done: Sequence[WorkItem]) -> Iterator[Hit]:
    """Find items that shipped and that no metric was looked at for; several are one finding."""
    due = [item for item in done if item.value != "upkeep" and item.origin != "defect"]
    blind = [item for item in due if item.measured_by is None]
    advice = "Name in 'measured_by' the metric that you looked at afterwards."
    if len(blind) == 1:
        message = f"{quoted(blind[0].title)} has shipped and was never measured."
        yield Hit(f"work/{blind[0].id}/measured_by", message, advice)
    elif blind:
        count = f"{len(blind)} of {len(due)} shipped items, upkeep and defects aside, were never measured"
        yield Hit("work/items/measured_by", f"{count}, first {quoted(blind[0].title)}.", advice)


def _alike(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find that all recent work is of one kind."""
    closed = [item for item in book.work.done() if item.closed]
    if len(closed) < FEWEST:
        return
    days = book.product.review_every
    since = asked.as_of - dt.timedelta(days=days)
    recent = [item for item in closed if item.closed and since <= item.closed <= asked.as_of]
    kinds = tuple(_one_kind(recent)) if len(recent) >= FEWEST else ()
    if kinds:
        message = f"All {len(recent)} items of the last {counted(days, 'day')} {listed(kinds)}."
        yield Hit("work/items/value", message, "Ask what was left out meanwhile, and for whom.")


def _one_kind(recent: Sequence[WorkItem]) -> Iterator[str]:
    """Yield what all items share: their value, their gain, or that somebody asked for them."""
    values, sizes = {item.value for item in recent}, {item.size for item in recent}
    value, size = next(iter(values)), next(iter(sizes))
    if len(values) == 1 and value:
        yield f"are of the value '{value}'"
    if len(sizes) == 1 and size:
        yield f"are of the gain '{size}'"
    if {item.origin for item in recent} <= _ASKED_FOR:
        yield "come from wishes and sales promises"
