"""Acquisition and activation: who came, by which channel, and who had a first success in time."""

from __future__ import annotations

from typing import Final

from purposebook.measures.answer import Answer
from purposebook.measures.pirate.events import Events, rate
from purposebook.measures.pirate.found import Channel, Rate
from purposebook.measures.pirate.moments import DAY
from purposebook.text.plurals import integer

UNDECLARED: Final = "activation is not declared"
_ACQUIRED: Final = """
SELECT count(start) FROM actors
"""
_CHANNELS: Final = """
SELECT channel, count(*) FROM (SELECT min(came) AS place FROM events WHERE came IS NOT NULL GROUP BY id)
JOIN channels USING (place) GROUP BY channel
"""
_ELIGIBLE: Final = """
SELECT count(*), count(*) FILTER (start + $within < $end) FROM actors WHERE start IS NOT NULL
"""
_ACTIVATED: Final = """
SELECT count(*) FROM (
    SELECT id FROM events
    WHERE list_contains($codes, code) AND moment BETWEEN start AND start + $within AND start + $within < $end
    GROUP BY id HAVING bit_count(bit_or(CAST(1 AS BIGINT) << code)) >= $needed)
"""


def acquisition(events: Events) -> Answer[tuple[Channel, ...]]:
    """Return how many actors were acquired, channel by channel, the most first.

    Definition: distinct actors with the acquisition event (where none is declared: any event) up to the last day that
    counts, by the channel of the first such event; of several at the same moment those that name a channel go first,
    then the order of the alphabet decides. The channel is empty for actors whose first names none. Units: actors.
    Errors: refused where the acquisition event never occurs.
    Source: D. McClure (2007), Startup Metrics for Pirates (AARRR).
    """
    declared = events.pirate.acquisition
    missing = events.missing([declared.event]) if declared else ()
    if missing:
        return Answer.refused(*missing)
    ((acquired,),) = events.ask(_ACQUIRED)
    found = [Channel(*row) for row in events.ask(_CHANNELS)]
    unnamed = acquired - sum(channel.actors for channel in found)
    found += [Channel("", unnamed)] if unnamed else []
    caveats = () if declared else ("no acquisition event is declared: everybody counts from their first event",)
    return Answer(tuple(sorted(found, key=lambda one: (-one.actors, one.channel))), caveats)


def activation(events: Events) -> Answer[Rate]:
    """Return the share of actors who had their first success in time.

    Definition: actors who did all (or any) of the activation events from their start to W days after it, both ends
    included / actors whose W has fully elapsed by the end of the last day that counts; the others are left out, they
    have not failed. The start is the first acquisition event, or the first event where none is declared. W is W times
    24 hours; in a log of days it is W days. Units: actors, Wilson's interval in plain fractions.
    Errors: refused where nobody's W has elapsed, and where the events needed never occur.
    Source: D. McClure (2007), Startup Metrics for Pirates (AARRR).
    """
    declared = events.pirate.activation
    if declared is None:
        return Answer.refused(UNDECLARED)
    wanted, missing = set(declared.events), events.missing(declared.events)
    every = declared.match == "all"
    if missing and (every or len(missing) == len(wanted)):
        return Answer.refused(*missing)
    within = declared.within * DAY
    ((started, eligible),) = events.ask(_ELIGIBLE, within=within, end=events.end)
    if not eligible:
        return Answer.refused(f"nobody's time ({declared.within}d) has fully elapsed by {events.last}: no activation")
    codes, needed = [events.code(name) for name in wanted], len(wanted) if every else 1
    asked = {"codes": codes, "needed": needed, "within": within, "end": events.end}
    ((activated,),) = events.ask(_ACTIVATED, **asked)
    return Answer(rate(activated, eligible), (*missing, *_left_out(started - eligible, declared.within)))


def _left_out(actors: int, within: int) -> tuple[str, ...]:
    """Say how many still have time."""
    who = "1 actor is" if actors == 1 else f"{integer(actors)} actors are"
    return (f"{who} left out, for their time ({within}d) has not fully elapsed",) if actors else ()
