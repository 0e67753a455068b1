"""Pirate metrics in the plain report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from purposebook.measures.answer import Answer
from purposebook.measures.pirate.found import (
    Activity,
    Age,
    Channel,
    Earned,
    Engaged,
    PirateMeasures,
    Rate,
    Referred,
    Retained,
    Step,
)
from purposebook.measures.report_text import NONE, coefficient, notes, number, row, share
from purposebook.text.plurals import counted, integer

T = TypeVar("T")
_COLUMNS: Final = (14, 84)


def pirate_lines(found: PirateMeasures | None) -> Iterator[str]:
    """Yield what the event log tells, one answer after the other."""
    if found is None:
        return
    until = f"{counted(found.events, 'event')} of {counted(found.actors, 'actor')}"
    yield from row(_COLUMNS, "EVENTS", f"{until}, complete until {found.complete_until or NONE}")
    yield from _answer("acquisition", found.acquisition, _channels)
    yield from _answer("activation", found.activation, lambda rate: iter([_rate(rate)]))
    yield from _answer("retention", found.retention, _retained)
    yield from _answer("referral", found.referral, _referred)
    yield from _answer("revenue", found.revenue, _earned)
    yield from _answer("funnel", found.funnel, _steps)
    yield from _answer("engagement", found.engagement, _engaged)
    yield from notes("note", found.reasons)


def _answer(name: str, answer: Answer[T], lines: Callable[[T], Iterator[str]]) -> Iterator[str]:
    """Yield an answer's lines under its name, then what to know about it."""
    told = list(lines(answer.value)) if answer.value is not None else []
    for at, line in enumerate(told or [NONE]):
        yield from row(_COLUMNS, name if at == 0 else "", line)
    yield from notes("note", answer.reasons)


def _rate(rate: Rate) -> str:
    """Write so many of so many."""
    return f"{integer(rate.actors)} of {integer(rate.of)}: {share(rate.rate, (rate.low, rate.high))}"


def _channels(channels: tuple[Channel, ...]) -> Iterator[str]:
    """Yield how many came by each channel."""
    for one in channels:
        yield f"{one.channel or 'no channel named'}: {integer(one.actors)}"


def _retained(found: Retained) -> Iterator[str]:
    """Yield the definition, retention over all, then cohort by cohort."""
    bracket = f" {found.bracket[0]} to {found.bracket[1]}" if found.bracket else ""
    yield f"{found.kind}{bracket}, by {found.period}, {found.clock} clock; blank where a period has not elapsed"
    yield f"all: {_ages(found.overall)}"
    for one in found.cohorts:
        yield f"{one.start} ({integer(one.size)}): {_ages(one.ages)}"


def _ages(ages: tuple[Age, ...]) -> str:
    """Write the share at each age."""
    return ", ".join(f"{one.age}: {share(one.share.rate) if one.share else NONE}" for one in ages) or NONE


def _referred(found: Referred) -> Iterator[str]:
    """Yield what invitations bring."""
    accepted = _rate(found.acceptance) if found.acceptance else NONE
    each = f"{coefficient(found.per_actor)} invitations per active actor"
    yield f"K = {coefficient(found.k)} in {counted(found.cycle_days, 'day')}: {each}"
    yield f"accepted {accepted}"


def _earned(found: Earned) -> Iterator[str]:
    """Yield what is paid."""
    yield f"paying {_rate(found.paying)}"
    yield f"total {_money(found.total)}, per active {_money(found.per_active)}, per paying {_money(found.per_paying)}"


def _money(amount: float | None) -> str:
    """Write an amount with two decimals at most, as pages do."""
    return number(None if amount is None else round(amount, 2))


def _steps(steps: tuple[Step, ...]) -> Iterator[str]:
    """Yield each step of the funnel."""
    for one in steps:
        yield f"{one.step}: {_rate(one.share)}"


def _engaged(found: Engaged) -> Iterator[str]:
    """Yield the definition, the last complete period, then those before it."""
    yield f"rows and days per active actor, by {found.period}, event {found.event}"
    yield from (_activity(one) for one in reversed(found.series))


def _activity(one: Activity) -> str:
    """Write one period."""
    each = f"{number(one.per_active)} rows on {number(one.days_per_active)} days" if one.active else NONE
    return f"{one.start} to {one.end} ({integer(one.active)} active): {each}"
