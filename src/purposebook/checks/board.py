"""The evidence board: eight qualities, each present, partial, stale or absent, and never added up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from purposebook.checks.board_counts import (
    access_counts,
    customer_counts,
    footprint_counts,
    harm_counts,
    metric_counts,
    mission_counts,
    objective_counts,
    open_points,
    review_counts,
)
from purposebook.checks.care_qualities import LOOK_AGAIN, accessible_and_inclusive, ethics, evaluated, sustainability
from purposebook.checks.finding import Checked, Finding
from purposebook.checks.frameworks import why_left_out
from purposebook.checks.qualities import (
    DEFINE_METRIC,
    Standing,
    aligned_objectives,
    clear_mission,
    customer_first,
    measured_impact,
    review_days,
)
from purposebook.domain.workbook import Workbook
from purposebook.text.plurals import counted

State = Literal["present", "partial", "stale", "absent"]


@dataclass(frozen=True)
class Quality:
    """Hold the state of one quality, with its reasons."""

    key: str
    name: str
    state: State
    reasons: tuple[str, ...]
    """Clauses that say why the state is no better; for `present` empty, or the reason why it is left out."""
    next_step: str
    """What would move the state; empty for `present`."""
    chapter: str
    """The chapter that leads through it."""
    dated: dt.date | None
    """The newest day on or before `as_of` that the quality rests on."""
    counts: str = ""
    """What was looked at, in numbers: clauses without a full stop; empty where nothing is written or it is left out."""
    open: tuple[Finding, ...] = ()
    """The findings that concern it."""


@dataclass(frozen=True)
class _Asked:
    """Hold what the board asks of one quality."""

    key: str
    name: str
    chapter: str
    first_step: str
    """What to do when nothing is written."""
    stand: Callable[[Workbook, Checked, dt.date], Standing]
    count: Callable[[Workbook, dt.date], str]
    renewal: str
    """What to do when it is stale."""
    framework: str = ""
    """The framework with which it may be left out on purpose."""
    reason_will_do: bool = False
    """Whether a reason why not, looked at in reviews, is all that it needs."""


_ASKED: Final = (
    _Asked(
        "clear-mission",
        "Clear mission",
        "mission",
        "Write the mission, name its beneficiaries and mark its clauses.",
        clear_mission,
        mission_counts,
        "Check the mission against what customers said lately.",
    ),
    _Asked(
        "customer-first",
        "Customer first",
        "personas",
        "Describe one persona, with a need and the interview that it rests on.",
        customer_first,
        customer_counts,
        "Talk to a customer, and record it as evidence.",
        "personas",
    ),
    _Asked(
        "aligned-objectives",
        "Aligned objectives",
        "objectives",
        "Write an objective that serves a clause of the mission.",
        aligned_objectives,
        objective_counts,
        "Renew the evidence behind the objectives' needs and key results.",
    ),
    _Asked(
        "measured-impact",
        "Measured impact",
        "metrics",
        DEFINE_METRIC,
        measured_impact,
        metric_counts,
        "Add a new observation.",
    ),
    _Asked(
        "ethics",
        "Ethics",
        "responsibility",
        "List who could be harmed from discovery to retirement, and who acts on it.",
        ethics,
        harm_counts,
        "Go through the stages again, and close what is done.",
        "ethics",
    ),
    _Asked(
        "sustainability",
        "Sustainability",
        "responsibility",
        "Estimate the footprint with method and source, or say under 'not_used' why not.",
        sustainability,
        footprint_counts,
        "Work the footprint out again by the same method.",
        "sustainability",
        reason_will_do=True,
    ),
    _Asked(
        "accessible-and-inclusive",
        "Accessible and inclusive",
        "responsibility",
        "Go through the WCAG 2.2 criteria and ask who is left out.",
        accessible_and_inclusive,
        access_counts,
        "Evaluate it again, with people who depend on it.",
        "accessible-and-inclusive",
    ),
    _Asked(
        "evaluated",
        "Evaluated",
        "review",
        "Look at this report with stakeholders and note the decisions.",
        evaluated,
        review_counts,
        "Look at this report with stakeholders again, and note the decisions.",
        "reviews",
    ),
)


def board(book: Workbook, checked: Checked, as_of: dt.date) -> tuple[Quality, ...]:
    """Return the eight rows of the evidence board."""
    points = open_points(checked.findings)
    rows = (_quality_of(book, checked, asked, as_of) for asked in _ASKED)
    return tuple(replace(row, open=points.get(row.key, ())) for row in rows)


def evidence_span(book: Workbook) -> tuple[dt.date, dt.date] | None:
    """Return the days of the oldest and the newest piece of evidence, or None when none is dated."""
    dates = [item.date for item in book.evidence.evidence if item.date]
    return (min(dates), max(dates)) if dates else None


def _quality_of(book: Workbook, checked: Checked, asked: _Asked, as_of: dt.date) -> Quality:
    """Return the row of one quality: why it is left out, or how it stands."""
    reason = why_left_out(book, asked.framework) if asked.framework else ""
    if reason:
        return _left_out(book, asked, reason, _newest(review_days(book), as_of), as_of)
    standing = asked.stand(book, checked, as_of)
    return replace(_row(book, asked, standing, as_of), counts=asked.count(book, as_of) if standing.written else "")


def _newest(dates: tuple[dt.date, ...], as_of: dt.date) -> dt.date | None:
    """Return the newest day on or before `as_of`."""
    return max((date for date in dates if date <= as_of), default=None)


def _row(book: Workbook, asked: _Asked, standing: Standing, as_of: dt.date) -> Quality:
    """Tell the state: nothing written, something missing, never dated, too old, or present."""
    newest = _newest(standing.dates, as_of)
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
    if _is_stale(book, newest, as_of):
        return _quality(asked, "stale", (_age(book, newest),), asked.renewal, newest)
    return _quality(asked, "present", (), "", newest)


def _left_out(book: Workbook, asked: _Asked, reason: str, reviewed: dt.date | None, as_of: dt.date) -> Quality:
    """Stand for a quality that is left out: a reason counts, and is looked at in reviews like everything else."""
    said = f"left out on purpose: {reason}"
    if reviewed is None:
        return _quality(asked, "partial", (said, "never reviewed"), LOOK_AGAIN, None)
    if not asked.reason_will_do:
        return _quality(asked, "partial", (said,), LOOK_AGAIN, reviewed)
    if _is_stale(book, reviewed, as_of):
        return _quality(asked, "stale", (said, _age(book, reviewed)), LOOK_AGAIN, reviewed)
    return _quality(asked, "present", (said,), "", reviewed)


def _is_stale(book: Workbook, newest: dt.date, as_of: dt.date) -> bool:
    """Tell whether the newest day is longer ago than the review period."""
    return (as_of - newest).days > book.product.review_every


def _age(book: Workbook, newest: dt.date) -> str:
    """Say how old the newest thing is."""
    return f"nothing newer than {newest.isoformat()}, more than {counted(book.product.review_every, 'day')} ago"


def _quality(asked: _Asked, state: State, reasons: tuple[str, ...], step: str, dated: dt.date | None) -> Quality:
    """Make a row of the board."""
    return Quality(asked.key, asked.name, state, reasons, step, asked.chapter, dated)
