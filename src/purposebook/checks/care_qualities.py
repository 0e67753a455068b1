"""What the four qualities of care need: ethics, sustainability, accessible and inclusive, evaluated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from purposebook.checks.finding import Checked
from purposebook.checks.frameworks import why_left_out
from purposebook.checks.gaps import lacking
from purposebook.checks.qualities import Gap, Standing, review_days
from purposebook.checks.reading import listed, quoted
from purposebook.checks.responsibility_findings import (
    dimensions_not_considered,
    is_considered,
    stages_not_visited,
    what_an_act_lacks,
)
from purposebook.domain.responsibility import STAGES, Accessibility, Footprint, Inclusion, Responsibility
from purposebook.domain.wcag import CRITERIA
from purposebook.domain.workbook import Workbook

LOOK_AGAIN: Final = "Look at the reason again with stakeholders."
_ASKED_CRITERIA: Final = frozenset(number for number, one in CRITERIA.items() if one.level in {"A", "AA"})


def ethics(book: Workbook, _: Checked, as_of: dt.date) -> Standing:
    """Ask that every stage was visited and each act has owner and day; dated by visits and by closed harms."""
    part = book.responsibility
    dates = _written(*(visit.visited for visit in part.visits), *(harm.closed for harm in part.harms))
    return Standing(bool(part.visits or part.harms), tuple(_ethics_gaps(part, _until(as_of, dates))), dates)


def _ethics_gaps(part: Responsibility, dates: tuple[dt.date, ...]) -> Iterator[Gap]:
    """Yield what is missing between discovery and retirement."""
    stages = stages_not_visited(part)
    if stages:
        count = f"{len(stages)} of {len(STAGES)} stages"
        yield Gap(
            f"nobody looked for harm in {count}: {listed(stages)}", "Ask at each stage who may be harmed, and how."
        )
    for harm in part.harms:
        missing = what_an_act_lacks(harm)
        if missing:
            why = f"the harm to {quoted(harm.who)} is to be acted on, and lacks {listed(missing)}"
            yield Gap(why, "Name who acts, and the day on which somebody looks again.")
    if not dates:
        yield Gap("no visit of a stage has a day", "Write the day on which you looked at each stage.")


def sustainability(book: Workbook, _: Checked, as_of: dt.date) -> Standing:
    """Ask for a footprint with method and source; dated by the day on which it was worked out."""
    found = book.responsibility.footprint or Footprint.unwritten()
    dates = _written(found.date)
    wanted = (
        (found.method, "the footprint has no method", "Say whether it is measured, billed or estimated, and how."),
        (found.source, "the footprint has no source", "Say where the numbers come from."),
        (found.components or found.stated, "nothing is counted yet", "Give energy and hardware, part by part."),
        (_until(as_of, dates), "the footprint has no day", "Write the day on which it was worked out."),
    )
    return Standing(found != Footprint.unwritten(), tuple(_gaps(wanted)), dates)


def accessible_and_inclusive(book: Workbook, _: Checked, as_of: dt.date) -> Standing:
    """Ask for an answer to each criterion of A and AA and to each dimension; dated by when both were looked at."""
    part = book.responsibility
    access, inclusion = part.accessibility or Accessibility.unwritten(), part.inclusion or Inclusion.unwritten()
    dates = _written(access.evaluated, inclusion.considered)
    missing = [*_access_gaps(book, access), *_inclusion_gaps(book, part, inclusion)]
    missing += _gaps([(_until(as_of, dates), "no evaluation has a day", "Write the day on which you looked.")])
    return Standing((access, inclusion) != (Accessibility.unwritten(), Inclusion.unwritten()), tuple(missing), dates)


def _access_gaps(book: Workbook, access: Accessibility) -> Iterator[Gap]:
    """Yield how many criteria are open, or that they are left out on purpose."""
    reason = why_left_out(book, "accessibility")
    answered = {one.number for one in access.criteria if one.term != "not-evaluated"} & _ASKED_CRITERIA
    if reason:
        yield Gap(f"accessibility is left out on purpose: {reason}", LOOK_AGAIN)
    elif len(answered) < len(_ASKED_CRITERIA):
        count = f"{len(answered)} of {len(_ASKED_CRITERIA)}"
        yield Gap(f"{count} criteria of level A and AA are answered", "Answer the WCAG 2.2 criteria that are open.")


def _inclusion_gaps(book: Workbook, part: Responsibility, inclusion: Inclusion) -> Iterator[Gap]:
    """Yield the dimensions that are open, or that they are left out on purpose."""
    reason = why_left_out(book, "inclusion")
    empty = [one.name for one in inclusion.dimensions if not is_considered(one)]
    missing = (*dimensions_not_considered(part), *empty)
    if reason:
        yield Gap(f"inclusion is left out on purpose: {reason}", LOOK_AGAIN)
    elif missing:
        yield Gap(f"nobody considered {listed(missing)}", "Ask of each dimension who is meant to use it.")


def evaluated(book: Workbook, _: Checked, as_of: dt.date) -> Standing:
    """Ask for a review; dated by the newest."""
    dates = review_days(book)
    wanted = [(_until(as_of, dates), "no review has taken place yet", "Hold the review that is planned.")]
    return Standing(bool(book.reviews.reviews), tuple(_gaps(wanted)), dates)


def _gaps(wanted: Iterable[tuple[object, str, str]]) -> Iterator[Gap]:
    """Yield a gap for each thing that is not there."""
    for there, why, step in wanted:
        if lacking((there, why)):
            yield Gap(why, step)


def _written(*days: dt.date | None) -> tuple[dt.date, ...]:
    """Return the days that are written."""
    return tuple(day for day in days if day)


def _until(as_of: dt.date, days: tuple[dt.date, ...]) -> tuple[dt.date, ...]:
    """Return the days on which something had happened already."""
    return tuple(day for day in days if day <= as_of)
