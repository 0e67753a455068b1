"""Retention: who of each cohort came back, period by period."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from purposebook.domain.pirate import Retention
from purposebook.measures.answer import Answer
from purposebook.measures.pirate.events import Events, rate
from purposebook.measures.pirate.found import Age, Cohort, Period, Retained
from purposebook.measures.pirate.moments import DAY
from purposebook.text.plurals import integer

MOST: Final = 400
"""Cohorts, and ages of a cohort, beyond which nobody reads a table."""
SPANS: Final[dict[Period, int]] = {"day": 1, "week": 7, "month": 30}
"""Days of a period where ages are spans of 24 hours."""
UNDECLARED: Final = "retention is not declared"
NO_BRACKET: Final = "retention of kind bracket needs a bracket such as [1, 3]"
RECENT: Final = "rolling retention understates recent ages: those actors have had less time to come back"
MONTHS: Final = "with clock 24h a month is 30 times 24 hours"
_CALENDAR: Final = """
CREATE VIEW aged AS
SELECT id, CAST(date_trunc(getvariable('period'), start_day) AS DATE) AS cohort, code,
    CASE getvariable('period') WHEN 'month' THEN date_diff('month', start_day, day)
        WHEN 'week' THEN (day - cohort) // 7 ELSE day - start_day END AS age
FROM events WHERE moment >= start
"""
_SPANS: Final = """
CREATE VIEW aged AS
SELECT id, CAST(date_trunc(getvariable('period'), start_day) AS DATE) AS cohort, code,
    (moment - start) // getvariable('span') AS age
FROM events WHERE moment >= start
"""
_COHORTS: Final = """
SELECT CAST(date_trunc(getvariable('period'), start_day) AS DATE) AS cohort, count(*), min(start), max(start)
FROM actors WHERE start IS NOT NULL GROUP BY cohort ORDER BY cohort
"""
_CLASSIC: Final = """
SELECT cohort, block * 60 + bit, count(*)
FROM (SELECT any_value(cohort) AS cohort, age // 60 AS block, bit_or(CAST(1 AS BIGINT) << (age % 60)) AS ages
    FROM aged WHERE age BETWEEN 0 AND $most AND ($code IS NULL OR code = $code) GROUP BY id, block),
    (SELECT unnest(range(least(60, $most + 1))) AS bit)
WHERE ages & (CAST(1 AS BIGINT) << bit) <> 0 GROUP BY cohort, block, bit
"""
"""An actor's ages are bits, 60 to a number: a row for each age would take several times the room."""
_NEWEST: Final = """
SELECT cohort, age, count(*)
FROM (SELECT cohort, max(age) AS age FROM aged WHERE $code IS NULL OR code = $code GROUP BY id, cohort)
GROUP BY cohort, age
"""
_BRACKET: Final = """
SELECT cohort, count(DISTINCT id) FROM aged
WHERE age BETWEEN $first AND $last AND ($code IS NULL OR code = $code) GROUP BY cohort
"""


@dataclass(frozen=True)
class _Group:
    """Hold a cohort before anybody was counted."""

    start: dt.date
    size: int
    elapsed: int
    """How many of its periods, from its own on, are fully over for every actor."""
    begun: int
    """How many have begun for at least one."""


def retention(events: Events) -> Answer[Retained]:
    """Return which share of each cohort came back at each age, and of all cohorts together.

    Definition: a cohort is everybody whose start (first acquisition event, or first event) lies in one day, week from
    Monday, or month of the time zone. Age 0 is the period of the start; with clock `calendar` ages count calendar
    periods, with `24h` spans of 1, 7 or 30 times 24 hours from each actor's own start. *Classic*: active in age k;
    *rolling*: active in age k or later; *bracket*: active in any of the ages a..b, told at age a. Active means at least
    one row of the event, from the start on; for `any` the start itself is one, so age 0 is everybody. An age that has
    not fully elapsed by the end of the last day that counts (with 24h: for every actor of the cohort) is blank, never
    0. Overall divides by the cohorts for which the age has elapsed. Units: actors, Wilson's interval, as fractions.
    Errors: refused without a bracket where one is needed, where the event never occurs, where nobody started, and
    beyond `MOST` cohorts. Source: classic, rolling and bracket retention as in product analytics (Amplitude, Mixpanel).
    """
    declared = events.pirate.retention
    if declared is None:
        return Answer.refused(UNDECLARED)
    refusals = _refusals(declared) or (events.missing([declared.event]) if declared.event != "any" else ())
    if refusals:
        return Answer.refused(*refusals)
    groups = _groups(events, declared)
    if not groups:
        return Answer.refused("nobody has started: no retention")
    if len(groups) > MOST:
        reason = f"{integer(len(groups))} cohorts by {declared.period} are more than {MOST}: choose a longer period"
        return Answer.refused(reason)
    return _retained(events, declared, groups)


def _refusals(declared: Retention) -> tuple[str, ...]:
    """Say what the definition lacks."""
    if declared.kind != "bracket":
        return ()
    if declared.bracket is None:
        return (NO_BRACKET,)
    first, last = declared.bracket
    return (
        () if 0 <= first <= last else (f"the bracket [{first}, {last}] does not run from an age of 0 or more upwards",)
    )


def _retained(events: Events, declared: Retention, groups: Sequence[_Group]) -> Answer[Retained]:
    """Count who was active and lay it out."""
    longest = max(group.begun for group in groups)
    ages = range(min(longest, MOST))
    bracket = declared.bracket if declared.kind == "bracket" else None
    if bracket is not None:
        ages = range(bracket[0], bracket[0] + 1)
    needed = bracket[1] - bracket[0] + 1 if bracket else 1
    active = _active(events, declared, ages)
    cohorts = tuple(
        Cohort(group.start, group.size, tuple(_age(active, [group], age, needed) for age in ages)) for group in groups
    )
    overall = tuple(_age(active, groups, age, needed) for age in ages)
    found = Retained(declared.kind, declared.period, declared.clock, bracket, cohorts, overall)
    return Answer(found, _caveats(declared, longest))


def _age(active: dict[tuple[dt.date, int], int], groups: Sequence[_Group], age: int, needed: int) -> Age:
    """Return one age over the groups for which it, and all that is needed from it on, has elapsed."""
    over = [group for group in groups if group.elapsed >= age + needed]
    of = sum(group.size for group in over)
    return Age(age, rate(sum(active.get((group.start, age), 0) for group in over), of) if of else None)


def _caveats(declared: Retention, longest: int) -> tuple[str, ...]:
    """Say what to know about the kind, the clock and what is not shown."""
    found = [RECENT] if declared.kind == "rolling" else []
    found += [MONTHS] if declared.clock == "24h" and declared.period == "month" else []
    capped = longest > MOST and declared.kind != "bracket"
    found += [f"only the first {MOST} of {integer(longest)} ages are counted"] if capped else []
    return tuple(found)


def _groups(events: Events, declared: Retention) -> list[_Group]:
    """Return the cohorts in order, with how much of their time is over."""
    span = SPANS[declared.period] * DAY
    events.connection.execute("SET VARIABLE period = $1", [declared.period])
    events.connection.execute("SET VARIABLE span = CAST($1 AS BIGINT)", [span])
    events.connection.execute(_CALENDAR if declared.clock == "calendar" else _SPANS)
    found = []
    for start, size, earliest, latest in events.ask(_COHORTS):
        if declared.clock == "calendar":
            elapsed = _periods(declared.period, start, events.last + dt.timedelta(days=1))
            begun = _periods(declared.period, start, events.last) + 1
        else:
            elapsed, begun = (events.end - latest) // span, (events.end - 1 - earliest) // span + 1
        found.append(_Group(start, size, elapsed, begun))
    return found


def _periods(period: Period, start: dt.date, day: dt.date) -> int:
    """Return how many periods lie between that of `start`, which is its first day, and that of `day`."""
    if period == "month":
        return (day.year - start.year) * 12 + day.month - start.month
    return (day - start).days // SPANS[period]


def _active(events: Events, declared: Retention, ages: range) -> dict[tuple[dt.date, int], int]:
    """Count the active actors of each cohort at each age."""
    code = None if declared.event == "any" else events.code(declared.event)
    if declared.kind == "bracket" and declared.bracket is not None:
        first, last = declared.bracket
        return {(cohort, first): actors for cohort, actors in events.ask(_BRACKET, first=first, last=last, code=code)}
    if declared.kind == "classic":
        return {(cohort, age): actors for cohort, age, actors in events.ask(_CLASSIC, most=ages.stop, code=code)}
    return _or_later(events.ask(_NEWEST, code=code), ages)


def _or_later(newest: Sequence[tuple[dt.date, int, int]], ages: range) -> dict[tuple[dt.date, int], int]:
    """Add up, from the last age backwards, the actors whose newest activity was at an age or later."""
    found: Counter[tuple[dt.date, int]] = Counter()
    for cohort, age, actors in newest:
        found[cohort, min(age, ages[-1])] += actors
    for cohort in {cohort for cohort, _, _ in newest}:
        for age in reversed(ages[:-1]):
            found[cohort, age] += found[cohort, age + 1]
    return found
