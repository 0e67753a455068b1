"""The funnel: how far actors got, step by step, from when they first entered it."""

from __future__ import annotations

from typing import Final

from purposebook.measures.answer import Answer
from purposebook.measures.pirate.events import Events, rate
from purposebook.measures.pirate.found import Step
from purposebook.measures.pirate.moments import DAY

UNDECLARED: Final = "the funnel is not declared"
FIRST_ENTRY: Final = "an actor who enters several times counts once, from the first step's first time"
_ONCE: Final = """
CREATE VIEW occurrences AS SELECT id, code, moment, 1 AS place FROM events
"""
_SEVERAL: Final = """
CREATE TABLE occurrences AS
SELECT id, code, moment, row_number() OVER (PARTITION BY id, code ORDER BY moment) AS place
FROM events WHERE list_contains($codes, code)
"""
_ENTER: Final = """
CREATE TABLE reached AS
SELECT 0 AS step, id, min(moment) AS entry, min(moment) AS moment, CAST(1 AS BIGINT) AS place
FROM events WHERE code = $code GROUP BY id HAVING min(moment) + $within < $end
"""
_GO_ON: Final = """
INSERT INTO reached
SELECT $step, now.id, now.entry, min(next.moment), min(next.place)
FROM reached AS now JOIN occurrences AS next ON next.id = now.id
LEFT JOIN reached AS used ON used.step = $used AND used.id = now.id
WHERE now.step = $step - 1 AND next.code = $code
    AND next.moment BETWEEN now.moment AND now.entry + $within AND next.place > coalesce(used.place, 0)
GROUP BY now.id, now.entry
"""
_COUNT: Final = """
SELECT step, count(*) FROM reached GROUP BY step
"""


def funnel(events: Events) -> Answer[tuple[Step, ...]]:
    """Return the share of those who entered that took each step, in order and in time.

    Definition: an actor enters at the first time of the first step; only actors whose W days from there have fully
    elapsed by the end of the last day that counts are counted. Step k is taken at the earliest row of its event that is
    at or after the row of step k - 1 and within W of the entry; an event that stands twice in the funnel needs two
    rows. W is W times 24 hours; in a log of days it is W days. Every share is of those who entered. Units: actors,
    Wilson's interval in plain fractions. Errors: refused where the first step never occurs, and where nobody's W has
    elapsed. Source: an ordered funnel as in product analytics; the greedy earliest row finds a way wherever one exists.
    """
    declared = events.pirate.funnel
    if declared is None:
        return Answer.refused(UNDECLARED)
    first = events.missing(declared.steps[:1])
    if first:
        return Answer.refused(*first)
    counts = _counts(events, declared.steps, declared.within * DAY)
    entered = counts.get(0, 0)
    if not entered:
        reason = f"nobody's time ({declared.within}d) since “{declared.steps[0]}” has fully elapsed by {events.last}"
        return Answer.refused(f"{reason}: no funnel")
    steps = tuple(Step(name, rate(counts.get(place, 0), entered)) for place, name in enumerate(declared.steps))
    return Answer(steps, (*events.missing(declared.steps), FIRST_ENTRY))


def _counts(events: Events, steps: tuple[str, ...], within: int) -> dict[int, int]:
    """Follow the actors from step to step and count who got there."""
    codes = [events.code(name) for name in steps]
    several = len(set(codes)) < len(codes)
    events.connection.execute(_SEVERAL if several else _ONCE, {"codes": codes} if several else {})
    events.connection.execute(_ENTER, {"code": codes[0], "within": within, "end": events.end})
    for step in range(1, len(codes)):
        used = max((place for place in range(step) if codes[place] == codes[step]), default=-1)
        events.connection.execute(_GO_ON, {"step": step, "used": used, "code": codes[step], "within": within})
    return dict(events.ask(_COUNT))
