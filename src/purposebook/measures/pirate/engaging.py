"""Engagement: how much each of those who were active did, period by period."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Final

from purposebook.domain.pirate import Retention
from purposebook.measures.answer import Answer
from purposebook.measures.pirate.events import Events
from purposebook.measures.pirate.found import Activity, Engaged, Period

MOST: Final = 12
"""Periods that are told, the newest last."""
A_RATIO: Final = "rows per active actor are a ratio and no share of counted cases: no interval"
UNDECLARED: Final = "retention is not declared: any event counts, by month"
_COUNTED: Final = """
SELECT period, count(*), sum(times), sum(days) FROM (
    SELECT id, CAST(date_trunc($period, day) AS DATE) AS period, count(*) AS times,
        bit_count(bit_or(CAST(1 AS BIGINT) << (day - period))) AS days
    FROM events WHERE day BETWEEN $first AND $last AND ($code IS NULL OR code = $code) GROUP BY id, period)
GROUP BY period
"""


def engagement(events: Events) -> Answer[Engaged]:
    """Return how many rows, and how many days, each active actor has in the last complete period.

    Definition: the periods are calendar days, weeks from Monday, or months of the time zone, as declared for retention
    (month where it is not), whatever its clock. A period is complete that begins on or after the day of the log's first
    row and is over by the end of the last day that counts. Active: distinct actors with a row of retention's event (any
    where none is declared) in it, whenever they started. Per active actor: those rows / active; days: different days of
    an actor with such a row / active. It is told per actor and never in total, for a total grows with the number of
    users. Beside the last complete period stand up to `MOST` - 1 before it. Units: actors; rows and days per active
    actor, without an interval. Errors: refused where the event never occurs, where no period is complete, and where
    nobody was active in the last one. Source: engagement per user in HEART; K. Rodden, H. Hutchinson, X. Fu (2010),
    Measuring the user experience on a large scale, CHI.
    """
    declared = events.pirate.retention or Retention()
    missing = events.missing([declared.event]) if declared.event != "any" else ()
    if missing:
        return Answer.refused(*missing)
    edges = _edges(declared.period, events.first, events.last)
    if len(edges) < 2:
        covered = f"the log covers {events.first} to {events.last}"
        return Answer.refused(f"{covered}, which holds no complete {declared.period}: no engagement")
    found = Engaged(declared.period, declared.event, _series(events, declared, edges))
    newest = found.latest
    if not newest.active:
        return Answer.refused(f"nobody was active from {newest.start} to {newest.end}: no engagement")
    return Answer(found, (A_RATIO,) if events.pirate.retention else (UNDECLARED, A_RATIO))


def _edges(period: Period, first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the first day of each complete period, oldest first, and the day on which the last one is over."""
    edges = [_start(period, last + dt.timedelta(days=1))]
    while edges[0] > first and len(edges) <= MOST:
        before = _start(period, edges[0] - dt.timedelta(days=1))
        if before < first:
            break
        edges.insert(0, before)
    return edges


def _start(period: Period, day: dt.date) -> dt.date:
    """Return the first day of the period in which a day lies."""
    if period == "month":
        return day.replace(day=1)
    return day - dt.timedelta(days=day.weekday() if period == "week" else 0)


def _series(events: Events, declared: Retention, edges: list[dt.date]) -> tuple[Activity, ...]:
    """Count period by period; one in which nobody was active stands there with nobody."""
    code = None if declared.event == "any" else events.code(declared.event)
    one = dt.timedelta(days=1)
    asked = {"period": declared.period, "first": edges[0], "last": edges[-1] - one, "code": code}
    counted = {start: numbers for start, *numbers in events.ask(_COUNTED, **asked)}
    return tuple(
        Activity(start, following - one, *map(int, counted.get(start, (0, 0, 0))))
        for start, following in pairwise(edges)
    )
