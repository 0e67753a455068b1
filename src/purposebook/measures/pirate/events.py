"""The events that count, once per product: who began when, and every row with its actor's beginning."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from purposebook.domain.pirate import Pirate
from purposebook.measures.pirate.found import Rate
from purposebook.measures.pirate.moments import end_of
from purposebook.measures.proportions import wilson

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_DAYS: Final = """
SELECT day, count(*), bool_and(dated) FROM source GROUP BY day
"""
_PORTION: Final = 12_000_000
"""Rows of which all actors are told apart at once; more would not fit into the memory that there is."""
_NOBODY: Final = """
CREATE TABLE actors (id UINTEGER, actor VARCHAR, start BIGINT, start_day DATE)
"""
_ACTORS: Final = """
INSERT INTO actors
SELECT $known + row_number() OVER (), * FROM (
    SELECT actor, min(tick) FILTER ($code IS NULL OR code = $code),
        arg_min(day, tick) FILTER ($code IS NULL OR code = $code)
    FROM (SELECT actor, day, code, CASE WHEN $dated THEN wall ELSE moment END AS tick FROM source
        WHERE day <= $last
            AND ($portions = 1 OR hash(actor) % CAST($portions AS UBIGINT) = CAST($portion AS UBIGINT)))
    GROUP BY actor)
"""
_CHANNELS: Final = """
CREATE TABLE channels AS
SELECT channel, CAST(row_number() OVER (ORDER BY channel) AS UINTEGER) AS place
FROM (SELECT DISTINCT channel FROM source WHERE channel IS NOT NULL)
"""
_EVENTS: Final = """
CREATE TABLE events AS
SELECT id, tick AS moment, day, code, start, start_day,
    CASE WHEN code = $revenue THEN value END AS value,
    CASE WHEN tick = start AND ($code IS NULL OR code = $code) THEN place END AS came
FROM (SELECT *, CASE WHEN $dated THEN wall ELSE moment END AS tick FROM source WHERE day <= $last)
JOIN actors USING (actor) LEFT JOIN channels USING (channel)
"""
_OCCUR: Final = """
SELECT DISTINCT code FROM events WHERE code IS NOT NULL
"""


@dataclass(frozen=True)
class Days:
    """Hold how the log's rows spread over time."""

    counts: dict[dt.date, int]
    unreadable: int
    """Rows without actor, event or time."""
    dated: bool
    """Whether no row has more than a day."""

    def until(self, last: dt.date | None) -> int:
        """Count the rows up to a day."""
        return sum(count for day, count in self.counts.items() if last is not None and day <= last)

    def complete_until(self, pirate: Pirate, as_of: dt.date) -> dt.date | None:
        """Return the last day that counts, or nothing where no row lies before `as_of`."""
        days = [day for day in self.counts if day <= as_of]
        if not days:
            return None
        return min(pirate.complete_until or max(days), as_of, dt.date.max - dt.timedelta(days=1))


@dataclass(frozen=True)
class Events:
    """Hold the events up to the last day that counts, ready to be asked.

    Table `actors`: id, actor, start (moment; nothing for those who never began), start_day. Table `events`: id, moment,
    day, code, start, start_day, value (of revenue), came (place among `channels`, for the rows of the start).
    """

    connection: DuckDBPyConnection
    pirate: Pirate
    names: tuple[str, ...]
    columns: tuple[str, ...]
    first: dt.date
    last: dt.date
    end: int
    """The moment at which the last day is over."""
    occurring: frozenset[int]

    def ask(self, query: str, **values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        return self.connection.execute(query, values).fetchall()

    def code(self, event: str) -> int:
        """Return the number by which the tables know an event."""
        return self.names.index(event) + 1

    def missing(self, events: Iterable[str]) -> tuple[str, ...]:
        """Say which of these events never occur, a sentence each."""
        absent = [name for name in dict.fromkeys(events) if self.code(name) not in self.occurring]
        return tuple(f"the event “{name}” never occurs up to {self.last}: check its name" for name in absent)


def named_events(pirate: Pirate) -> tuple[str, ...]:
    """Return every event that the definitions name, each once."""
    names = [single.event for single in (pirate.acquisition, pirate.revenue) if single is not None]
    names += pirate.activation.events if pirate.activation else ()
    names += [pirate.retention.event] if pirate.retention and pirate.retention.event != "any" else []
    names += [pirate.referral.invited, pirate.referral.accepted] if pirate.referral else []
    names += pirate.funnel.steps if pirate.funnel else ()
    return tuple(dict.fromkeys(names))


def days_of(connection: DuckDBPyConnection) -> Days:
    """Count the log's rows day by day."""
    rows = connection.execute(_DAYS).fetchall()
    counts = {day: count for day, count, _ in rows if day is not None}
    unreadable = sum(count for day, count, _ in rows if day is None)
    return Days(counts, unreadable, all(dated for day, _, dated in rows if day is not None))


def gathered(
    connection: DuckDBPyConnection, pirate: Pirate, columns: tuple[str, ...], days: Days, last: dt.date
) -> Events:
    """Make the tables of everything up to the last day that counts."""
    names = named_events(pirate)
    code = names.index(pirate.acquisition.event) + 1 if pirate.acquisition else None
    revenue = names.index(pirate.revenue.event) + 1 if pirate.revenue else None
    asked = {"dated": days.dated, "last": last, "code": code}
    _tell_apart(connection, asked, 1 + days.until(last) // _PORTION)
    connection.execute(_CHANNELS)
    connection.execute(_EVENTS, asked | {"revenue": revenue})
    connection.execute("DROP TABLE IF EXISTS kept")
    occurring = frozenset(code for (code,) in connection.execute(_OCCUR).fetchall())
    end = end_of(last, pirate.time_zone, days.dated)
    return Events(connection, pirate, names, columns, min(days.counts), last, end, occurring)


def _tell_apart(connection: DuckDBPyConnection, asked: dict[str, object], portions: int) -> None:
    """Make the table of actors, portion by portion, so that one of many millions needs no more memory."""
    connection.execute(_NOBODY)
    known = 0
    for portion in range(portions):
        added = connection.execute(_ACTORS, asked | {"known": known, "portions": portions, "portion": portion})
        known += added.fetchall()[0][0]


def rate(actors: int, of: int) -> Rate:
    """Return so many of so many with Wilson's interval."""
    return Rate(actors, of, *wilson(actors, of))
