"""HEART from an event log: what it tells of a category that no metric measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from purposebook.domain.metrics import HeartCategory
from purposebook.domain.pirate import Pirate
from purposebook.measures.answer import Answer
from purposebook.measures.pirate.found import PirateMeasures, Rate, Retained
from purposebook.measures.proportions import METHOD
from purposebook.measures.series import Point

if TYPE_CHECKING:
    import datetime as dt

QUESTIONS: Final[dict[HeartCategory, str]] = {
    "engagement": "engagement",
    "adoption": "activation",
    "retention": "retention",
    "task-success": "funnel",
}
"""Which answer of the log tells a category; happiness is not in a log."""
PER_ACTOR: Final = "rows per active actor"


@dataclass(frozen=True)
class Told:
    """Hold what the log tells of one category, or why it does not."""

    formula: str
    unit: str
    latest: Point | None
    reasons: tuple[str, ...]


def question_of(category: HeartCategory, declared: Pirate | None) -> str:
    """Return which question to the log tells a category; empty where none is declared. Engagement needs no definition.

    Definition: adoption is told by activation, engagement by rows per active actor, retention by the overall share at
    age 1, task success by the last step of the funnel. Happiness is asked for in surveys, never read from a log.
    """
    question = QUESTIONS.get(category, "")
    if declared is None or not question:
        return ""
    return question if question == "engagement" or getattr(declared, question) is not None else ""


def told_by_events(category: HeartCategory, declared: Pirate, found: PirateMeasures) -> Told | None:
    """Return what the log tells of a category as a point on the last day that counts; nothing where nothing is asked.

    Units: shares in % with Wilson's interval; rows per active actor, a ratio without one; n is the denominator.
    Errors: what the log refuses has no point, and its reasons.
    """
    question = question_of(category, declared)
    if question == "activation":
        return _share(_activation_formula(declared), found.activation, found.complete_until)
    if question == "retention":
        return _retention(found)
    if question == "funnel":
        steps = found.funnel.value
        last = Answer(steps[-1].share if steps else None, found.funnel.reasons)
        return _share(_funnel_formula(declared), last, found.complete_until)
    return _engagement(found) if question else None


def _share(formula: str, answer: Answer[Rate], day: dt.date | None) -> Told:
    """Tell so many of so many in %."""
    rate = answer.value
    if rate is None or day is None:
        return Told(formula, "%", None, answer.reasons)
    point = Point(day, 100 * rate.rate, rate.of, (100 * rate.low, 100 * rate.high), METHOD)
    return Told(formula, "%", point, answer.reasons)


def _engagement(found: PirateMeasures) -> Told:
    """Tell the rows of each active actor in the last complete period."""
    answer, day = found.engagement, found.complete_until
    newest = answer.value.latest if answer.value else None
    if answer.value is None or newest is None or newest.per_active is None or day is None:
        return Told("rows / active actors", PER_ACTOR, None, answer.reasons)
    event = "any event" if answer.value.event == "any" else f"“{answer.value.event}”"
    formula = f"rows of {event} / active actors, in the {answer.value.period} from {newest.start} to {newest.end}"
    return Told(formula, PER_ACTOR, Point(day, newest.per_active, newest.active), answer.reasons)


def _retention(found: PirateMeasures) -> Told:
    """Tell the overall share at age 1, or within the bracket."""
    kept = found.retention.value
    if kept is None:
        return Told("retention", "%", None, found.retention.reasons)
    wanted = kept.bracket[0] if kept.bracket else 1
    share = next((one.share for one in kept.overall if one.age == wanted), None)
    blank = () if share else (f"age {wanted} has not fully elapsed for any cohort: no retention",)
    answer = Answer(share, (*blank, *found.retention.reasons))
    return _share(_retention_formula(kept, wanted), answer, found.complete_until)


def _retention_formula(kept: Retained, age: int) -> str:
    """Name kind, age, period and clock, without which a share of retention says nothing."""
    ages = f"ages {age} to {kept.bracket[1]}" if kept.bracket else f"age {age}"
    return f"{kept.kind} retention at {ages}, by {kept.period}, {kept.clock} clock, all cohorts for which it is over"


def _activation_formula(declared: Pirate) -> str:
    """Name the first success and the time allowed."""
    asked = declared.activation
    if asked is None:
        return ""
    events = ", ".join(f"“{name}”" for name in asked.events)
    which = f"{asked.match} of {events}" if len(asked.events) > 1 else events
    return f"actors with {which} within {asked.within}d of their start / actors whose {asked.within}d are over"


def _funnel_formula(declared: Pirate) -> str:
    """Name the last step, the first, and the time allowed."""
    asked = declared.funnel
    if asked is None:
        return ""
    return f"actors who reached “{asked.steps[-1]}” within {asked.within}d / actors who entered with “{asked.steps[0]}”"
