"""Referral and revenue: who brings others, and who pays."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any, Final

from purposebook.measures.answer import TOO_LARGE, Answer
from purposebook.measures.pirate.events import Events, rate
from purposebook.measures.pirate.found import Earned, Referred
from purposebook.text.plurals import counted, integer, verb

NO_REFERRAL: Final = "referral is not declared"
NO_REVENUE: Final = "revenue is not declared"
NOBODY_INVITED: Final = "nobody was invited in the cycle: no acceptance and no K"
_REFERRED: Final = """
SELECT count(DISTINCT id), count(*) FILTER (code = $invited), count(DISTINCT id) FILTER (code = $accepted)
FROM events WHERE day >= $first
"""
_PAID: Final = """
SELECT count(DISTINCT id), count(*), count(*) FILTER (isfinite(value)), count(DISTINCT (id, day))
FROM events WHERE code = $revenue
"""
_VALUES: Final = """
SELECT value, count(*) FROM events WHERE code = $revenue AND isfinite(value) GROUP BY value
"""
_ACTORS: Final = """
SELECT count(*) FROM actors
"""


def referral(events: Events) -> Answer[Referred]:
    """Return what invitations brought over the last full cycle.

    Definition: the cycle is the last so many days up to the last day that counts. Active: distinct actors with any
    event in it. Invitations: rows of the event `invited` in it. Accepted: distinct actors with the event `accepted` in
    it, whenever they were invited. K = invitations / active * accepted / invitations. Units: counts, and plain
    fractions with Wilson's interval. Errors: refused where the log is shorter than a cycle, where nobody was active in
    it, and where the event `invited` never occurs; no acceptance and no K where nobody was invited or more accepted
    than were invited. Source: D. McClure (2007), Startup Metrics for Pirates; K as in epidemics (viral coefficient).
    """
    declared = events.pirate.referral
    if declared is None:
        return Answer.refused(NO_REFERRAL)
    missing, length = events.missing([declared.invited]), (events.last - events.first).days + 1
    if missing:
        return Answer.refused(*missing)
    if length < declared.cycle:
        days = f"1 day, {events.last}" if length == 1 else f"{counted(length, 'day')} up to {events.last}"
        return Answer.refused(
            f"the log covers {days}, less than a cycle of {counted(declared.cycle, 'day')}: no referral"
        )
    first = events.last - dt.timedelta(days=declared.cycle - 1)
    codes = {"invited": events.code(declared.invited), "accepted": events.code(declared.accepted)}
    ((active, invitations, accepted),) = events.ask(_REFERRED, first=first, **codes)
    if not active:
        return Answer.refused(f"nobody was active from {first} to {events.last}: no referral")
    found = _referred(declared.cycle, active, invitations, accepted)
    return Answer(found.value, (*events.missing([declared.accepted]), *found.reasons))


def _referred(cycle: int, active: int, invitations: int, accepted: int) -> Answer[Referred]:
    """Divide what was counted, as far as it can be."""
    per_actor = invitations / active
    if not invitations:
        return Answer(Referred(cycle, active, invitations, accepted, per_actor, None, None), (NOBODY_INVITED,))
    if accepted > invitations:
        both = f"{integer(accepted)} accepted but only {integer(invitations)} were invited in the cycle"
        more = f"{both}: no acceptance and no K"
        return Answer(Referred(cycle, active, invitations, accepted, per_actor, None, None), (more,))
    acceptance = rate(accepted, invitations)
    k = per_actor * acceptance.rate
    return Answer(Referred(cycle, active, invitations, accepted, per_actor, acceptance, k))


def revenue(events: Events) -> Answer[Earned]:
    """Return who pays, and how much per head.

    Definition: paying = distinct actors with the revenue event / active = all actors of the log, up to the last day
    that counts. Total = the sum of `value` over all rows of the revenue event, two of a day being two; per active and
    per paying actor. A row without a finite number adds nothing, and a reason counts it. Units: the log's own money;
    Wilson's interval in plain fractions. Errors: refused where the event never occurs and where the sum is out of
    floating point's range; no total without values. Source: D. McClure (2007), Startup Metrics for Pirates (AARRR).
    """
    declared = events.pirate.revenue
    if declared is None:
        return Answer.refused(NO_REVENUE)
    missing = events.missing([declared.event])
    if missing:
        return Answer.refused(*missing)
    code = events.code(declared.event)
    ((active,),) = events.ask(_ACTORS)
    ((paying, rows, valued, days),) = events.ask(_PAID, revenue=code)
    caveats = _days(declared.event, rows, days)
    if not valued:
        without = "has no column `value`" if "value" not in events.columns else f"has no value for “{declared.event}”"
        reason = f"the log {without}: no sum of money"
        return Answer(Earned(rate(paying, active), None, None, None), (*caveats, reason))
    total = _total(events.ask(_VALUES, revenue=code))
    if not math.isfinite(total):
        return Answer.refused(f"{TOO_LARGE}: no revenue")
    found = Earned(rate(paying, active), total, total / active + 0.0, total / paying + 0.0)
    return Answer(found, (*caveats, *_without_value(declared.event, rows - valued, rows)))


def _total(values: list[tuple[Any, ...]]) -> float:
    """Add up values that occur so often, exactly rounded and hence in any order; infinite beyond all range."""
    try:
        return math.fsum(value * count for value, count in values) + 0.0
    except (OverflowError, ValueError):
        return math.inf


def _days(event: str, rows: int, days: int) -> tuple[str, ...]:
    """Say that rows and days differ, where they do."""
    differ = f"each row of “{event}” counts: {counted(rows, 'row')}, on {counted(days, 'different day')} of an actor"
    return (differ,) if rows != days else ()


def _without_value(event: str, without: int, rows: int) -> tuple[str, ...]:
    """Count the rows that add nothing."""
    bare = f"{integer(without)} of {counted(rows, 'row')} of “{event}” {verb(without, 'has', 'have')} no finite value"
    blank = f"{bare}: {verb(without, 'it adds', 'they add')} nothing to the sum"
    return (blank,) if without else ()
