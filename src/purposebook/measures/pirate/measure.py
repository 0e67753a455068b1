"""All pirate metrics of a product's event log."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from purposebook.domain.event_log import EventLog
from purposebook.domain.pirate import Pirate
from purposebook.measures.answer import Answer
from purposebook.measures.pirate.beginning import acquisition, activation
from purposebook.measures.pirate.engaging import engagement
from purposebook.measures.pirate.events import Days, Events, days_of, gathered, named_events
from purposebook.measures.pirate.found import PirateMeasures
from purposebook.measures.pirate.opening import MEMORY, opened
from purposebook.measures.pirate.paying import referral, revenue
from purposebook.measures.pirate.returning import retention
from purposebook.measures.pirate.steps import funnel
from purposebook.text.plurals import integer

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

UNREADABLE = "the event log cannot be read as it was when it was checked: check it again"
NO_ZONE = "the time zone localtime is another one on every machine: name one such as Europe/Paris"
NO_ROOM = (
    f"working out the event log takes more than the {MEMORY} of memory that it may hold, more than a chapter may take, "
    "or more disk than is free: keep fewer events, free some disk, or build with a larger --chapter-memory"
)


def measure_pirate(pirate: Pirate, log: EventLog, as_of: dt.date) -> PirateMeasures:
    """Return acquisition, activation, retention, referral, revenue, funnel and engagement, as far as they are declared.

    Definition: each function of its own says. Rows after `as_of` are left out; rows after the last day that counts
    (`complete_until`, or the day of the last event, but never after `as_of`) count for nothing; reasons count both.
    Identical rows are kept. Units: whole actors and rows, plain fractions, the log's own money.
    Errors: none is raised; what has no answer is refused with a sentence, everything where the file cannot be read.
    Source: D. McClure (2007), Startup Metrics for Pirates (AARRR); docs/measures.md works every one through.
    """
    import duckdb

    if pirate.time_zone == "localtime":
        return _nothing(None, NO_ZONE)
    try:
        with opened(log, pirate.time_zone, named_events(pirate)) as connection:
            return _measured(connection, pirate, log, as_of)
    except duckdb.OutOfMemoryException:
        return _nothing(None, NO_ROOM)
    except (duckdb.Error, OSError, UnicodeError):
        return _nothing(None, UNREADABLE)


def _measured(connection: DuckDBPyConnection, pirate: Pirate, log: EventLog, as_of: dt.date) -> PirateMeasures:
    """Answer every question, or say why there is nothing to ask."""
    days = days_of(connection)
    last = days.complete_until(pirate, as_of)
    reasons = _reasons(pirate, days, last, as_of)
    if last is None:
        return _nothing(
            last, f"the log has no events up to {as_of}" if days.counts else "the log has no events", *reasons
        )
    if not days.until(last):
        return _nothing(last, f"the log has no events up to {last}", *reasons)
    events = gathered(connection, pirate, log.columns, days, last)
    return _answers(events, days.until(last), reasons)


def _answers(events: Events, count: int, reasons: tuple[str, ...]) -> PirateMeasures:
    """Ask one question after the other."""
    ((actors,),) = events.ask("SELECT count(*) FROM actors")
    return PirateMeasures(
        complete_until=events.last,
        events=count,
        actors=actors,
        acquisition=acquisition(events),
        activation=activation(events),
        retention=retention(events),
        referral=referral(events),
        revenue=revenue(events),
        funnel=funnel(events),
        engagement=engagement(events),
        reasons=reasons,
    )


def _nothing(last: dt.date | None, why: str, *reasons: str) -> PirateMeasures:
    """Refuse everything for one reason."""
    return PirateMeasures(
        complete_until=last,
        events=0,
        actors=0,
        acquisition=Answer.refused(why),
        activation=Answer.refused(why),
        retention=Answer.refused(why),
        referral=Answer.refused(why),
        revenue=Answer.refused(why),
        funnel=Answer.refused(why),
        engagement=Answer.refused(why),
        reasons=(why, *reasons),
    )


def _reasons(pirate: Pirate, days: Days, last: dt.date | None, as_of: dt.date) -> tuple[str, ...]:
    """Say what to know about all of it."""
    total, counted = sum(days.counts.values()), days.until(as_of)
    late = 0 if last is None else counted - days.until(last)
    found = (
        [f"rows without actor, event or readable time are left out: {integer(days.unreadable)}"]
        if days.unreadable
        else []
    )
    found += [f"rows after {as_of} are left out: {integer(total - counted)}"] if total > counted else []
    found += [f"rows after {last}, the last day that is complete, count for nothing: {integer(late)}"] if late else []
    found += [f"days begin at midnight in the time zone {pirate.time_zone}"]
    found += [_age(last, as_of)] if last is not None else []
    return tuple(found)


def _age(last: dt.date, as_of: dt.date) -> str:
    """Say how old the data are."""
    days = (as_of - last).days
    ago = "the day of this report" if days == 0 else f"{integer(days)} day{'' if days == 1 else 's'} before this report"
    return f"the last day that counts is {last}, {ago}"
