"""How many get how far: each step of the funnel with the interval of its share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from purposebook.charts.dots import PERCENT, Dot, Scale, dot_list, dots
from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.words import apart, day, integer, percent, percents, sentences
from purposebook.domain.pirate import Funnel
from purposebook.measures.pirate.found import PirateMeasures, Step
from purposebook.measures.proportions import METHOD
from purposebook.text.plurals import counted

_SCALE: Final = Scale(0, 1, PERCENT, "Step", "Share of all who entered")
_COLUMNS: Final = ("Step", "Actors", "Of", "Share", f"{METHOD}, low", f"{METHOD}, high", "Share of the step before")


def funnel(found: PirateMeasures, definition: Funnel | None) -> Figure | None:
    """Draw the steps in their order, or nothing where they cannot be told."""
    steps = found.funnel.value
    if not steps or definition is None:
        return None
    rows = [_dot(step, before) for step, before in zip(steps, (None, *steps), strict=False)]
    return Figure(
        "funnel",
        _title(steps),
        dots(_SCALE, rows[:MOST]),
        _description(found, definition, len(rows)),
        table(_COLUMNS, [_fact(step, before) for step, before in zip(steps, (None, *steps), strict=False)]),
        definition_source(found),
        team=("Step",),
        listing=dot_list("Funnel", rows),
    )


def definition_source(found: PirateMeasures) -> str:
    """Name the log and the day up to which it counts."""
    until = f", up to {day(found.complete_until)}" if found.complete_until else ""
    return f"event log{until}"


def _dot(step: Step, before: Step | None) -> Dot:
    """Return a step's row."""
    share = step.share
    label = f"{integer(share.actors)} of {integer(share.of)}: {percent(share.rate)}"
    interval = percents(share.low, share.high)
    kept = _kept(step, before)
    more = interval if kept is None else f"{interval}; kept {percent(kept)}"
    return Dot(step.step, label, share.rate, share.low, share.high, more)


def _kept(step: Step, before: Step | None) -> float | None:
    """Return the share of the step before that went on."""
    return step.share.actors / before.share.actors if before and before.share.actors else None


def _title(steps: Sequence[Step]) -> str:
    """Say how many get to the end, and where most are lost."""
    last = steps[-1]
    first = f"{percent(last.share.rate)} get as far as {apart(last.step, 40)}"
    before, after = max(pairwise(steps), key=lambda pair: pair[0].share.actors - pair[1].share.actors)
    if len(steps) < 3 or before.share.actors == after.share.actors:
        return first
    return f"{first}; most are lost between {apart(before.step, 40)} and {apart(after.step, 40)}"


def _description(found: PirateMeasures, definition: Funnel, rows: int) -> str:
    """Say who is counted, and what a funnel cannot show."""
    return rest(
        (
            f"Steps in this order, within {counted(definition.within, 'day')} of the first; "
            "an actor's first entry counts.",
            f"A dot is the share, its line the interval ({METHOD}).",
            "Kept is the share of the step before that went on.",
            "Who entered so late that the time is not over is left out.",
            "Where people stop is seen here, why they stop is not.",
            sentences(found.funnel.reasons),
            stops(rows, "steps"),
        )
    )


def _fact(step: Step, before: Step | None) -> tuple[object, ...]:
    """Return a step's row of the table."""
    share, kept = step.share, _kept(step, before)
    rates = (round(rate, 4) for rate in (share.rate, share.low, share.high))
    return step.step, share.actors, share.of, *rates, "" if kept is None else round(kept, 4)
