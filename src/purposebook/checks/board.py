"""The evidence board: eight qualities, each present, partial, stale or absent, and never added up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from purposebook.checks.finding import Checked
from purposebook.checks.qualities import (
    DEFINE_METRIC,
    Standing,
    aligned_objectives,
    clear_mission,
    customer_first,
    measured_impact,
)
from purposebook.domain.workbook import Workbook

State = Literal["present", "partial", "stale", "absent"]


@dataclass(frozen=True)
class Quality:
    """Hold the state of one quality, with its reasons."""

    key: str
    name: str
    state: State
    reasons: tuple[str, ...]
    """Clauses that say why the state is no better; empty for `present`."""
    next_step: str
    """What would move the state; empty for `present`."""
    chapter: str
    """The chapter that leads through it; empty where this release has none."""
    dated: dt.date | None
    """The newest day on or before `as_of` that the quality rests on."""


@dataclass(frozen=True)
class _Asked:
    """Hold what the board asks of one quality."""

    key: str
    name: str
    chapter: str
    first_step: str
    """What to do when nothing is written."""
    stand: Callable[[Workbook, Checked, dt.date], Standing] | None = None
    """None where this release has no part to read."""
    renewal: str = ""
    """What to do when it is stale."""


_ASKED: Final = (
    _Asked(
        "clear-mission",
        "Clear mission",
        "mission",
        "Write the mission, name its beneficiaries and mark its clauses.",
        clear_mission,
        "Check the mission against what customers said lately.",
    ),
    _Asked(
        "customer-first",
        "Customer first",
        "personas",
        "Describe one persona, with a need and the interview that it rests on.",
        customer_first,
        "Talk to a customer, and record it as evidence.",
    ),
    _Asked(
        "aligned-objectives",
        "Aligned objectives",
        "objectives",
        "Write an objective that serves a clause of the mission.",
        aligned_objectives,
        "Renew the evidence behind the objectives' needs and key results.",
    ),
    _Asked(
        "measured-impact",
        "Measured impact",
        "metrics",
        DEFINE_METRIC,
        measured_impact,
        "Add a new observation.",
    ),
    _Asked(
        "ethics",
        "Ethics",
        "",
        "List who could be harmed from discovery to retirement, and who acts on it; this version has no chapter for "
        "that yet.",
    ),
    _Asked(
        "sustainability",
        "Sustainability",
        "",
        "Estimate the footprint with method and source, or say under 'not_used' why not; this version has no chapter "
        "for that yet.",
    ),
    _Asked(
        "accessible-and-inclusive",
        "Accessible and inclusive",
        "",
        "Go through the WCAG 2.2 criteria and ask who is left out; this version has no chapter for that yet.",
    ),
    _Asked(
        "evaluated",
        "Evaluated",
        "",
        "Look at this report with stakeholders and note the decisions; this version keeps no reviews yet.",
    ),
)


def board(book: Workbook, checked: Checked, as_of: dt.date) -> tuple[Quality, ...]:
    """Return the eight rows of the evidence board."""
    return tuple(
        _row(book, asked, asked.stand(book, checked, as_of), as_of) if asked.stand else _unread(book, asked)
        for asked in _ASKED
    )


def evidence_span(book: Workbook) -> tuple[dt.date, dt.date] | None:
    """Return the days of the oldest and the newest piece of evidence, or None when none is dated."""
    dates = [item.date for item in book.evidence.evidence if item.date]
    return (min(dates), max(dates)) if dates else None


def _row(book: Workbook, asked: _Asked, standing: Standing, as_of: dt.date) -> Quality:
    """Tell the state: nothing written, something missing, never dated, too old, or present."""
    newest = max((date for date in standing.dates if date <= as_of), default=None)
    days = book.product.review_every
    if not standing.written:
        return _quality(asked, "absent", ("nothing written yet",), asked.first_step, None)
    if standing.missing:
        reasons = tuple(gap.why for gap in standing.missing)
        return _quality(asked, "partial", reasons, standing.missing[0].step, newest)
    if newest is None:
        return _quality(
            asked,
            "partial",
            ("never reviewed: no dated evidence stands behind it",),
            "Name the evidence that it rests on, with its date.",
            None,
        )
    if (as_of - newest).days > days:
        return _quality(
            asked,
            "stale",
            (f"nothing newer than {newest.isoformat()}, more than {days} days ago",),
            asked.renewal,
            newest,
        )
    return _quality(asked, "present", (), "", newest)


def _unread(book: Workbook, asked: _Asked) -> Quality:
    """Stand for a quality without a part; a reason why it is left out counts, but nobody reviewed it."""
    reason = next((one.because for one in book.product.not_used if _key(one.framework) == asked.key), "")
    if reason:
        return _quality(
            asked,
            "partial",
            (f"left out on purpose: {reason}", "never reviewed"),
            "Look at the reason again with stakeholders.",
            None,
        )
    return _quality(asked, "absent", ("nothing written yet",), asked.first_step, None)


def _quality(asked: _Asked, state: State, reasons: tuple[str, ...], step: str, dated: dt.date | None) -> Quality:
    """Make a row of the board."""
    return Quality(asked.key, asked.name, state, reasons, step, asked.chapter, dated)


def _key(framework: str) -> str:
    """Return the key that a framework's name says: `Accessible and inclusive` -> `accessible-and-inclusive`."""
    return "-".join(framework.casefold().replace("_", " ").replace("-", " ").split())
