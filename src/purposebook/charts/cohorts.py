"""Who comes back: cohort by cohort, a cell for each age; what is not over yet stays blank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from purposebook.charts.drawing import SHEET, Box, Shape, Tip, Words, draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.funnel import definition_source
from purposebook.charts.grid import rest
from purposebook.charts.looks import HEAT
from purposebook.charts.words import counted, day, integer, listed, percent, percents, sentences
from purposebook.measures.pirate.found import Age, Cohort, Period, PirateMeasures, Rate, Retained
from purposebook.measures.proportions import METHOD

ROWS: Final = 24
"""So many cohorts are drawn, the newest; the table has all."""
AGES: Final = 13
"""So many ages are drawn, the first; the table has all."""
_LEFT: Final = 150
_ROW: Final = 26
_TOP: Final = 44
_COLUMNS: Final = ("Cohort", "Size", "Age", "Actors", "Share", f"{METHOD}, low", f"{METHOD}, high", "Over")
_SPANS: Final[Mapping[str, str]] = MappingProxyType({"day": "24 hours", "week": "7 days", "month": "30 days"})


def cohorts(found: PirateMeasures) -> Figure | None:
    """Draw the newest cohorts below each other, or nothing where there is none."""
    kept = found.retention.value
    if kept is None or not kept.cohorts:
        return None
    shown = kept.cohorts[-ROWS:]
    return Figure(
        "cohorts",
        _title(kept),
        draw(_shapes(kept, shown), _TOP + _ROW * len(shown) + 4),
        _description(found, kept),
        table(_COLUMNS, [fact for cohort in kept.cohorts for fact in _facts(cohort)]),
        definition_source(found),
        listing=(Group("Cohorts", tuple(Item(named(one, kept.period), _said(one, kept)) for one in shown)),),
    )


def named(cohort: Cohort, period: Period) -> str:
    """Name a cohort by its period."""
    if period == "month":
        return day(cohort.start).split(" ", 1)[1]
    return f"week of {day(cohort.start)}" if period == "week" else day(cohort.start)


def how(kept: Retained) -> str:
    """Say which kind of retention is meant, by which clock."""
    ages = kept.period if kept.clock == "calendar" else f"span of {_SPANS[kept.period]}"
    if kept.kind == "rolling":
        return f"Rolling retention: active in that {ages} or later"
    if kept.kind == "bracket" and kept.bracket:
        first, last = kept.bracket
        return f"Bracket retention: active in any {ages} from {first} to {last}"
    return f"Classic retention: active in that very {ages}"


def clock(kept: Retained) -> str:
    """Say how ages are counted."""
    if kept.clock == "calendar":
        return f"Ages are calendar {kept.period}s after the one in which somebody came."
    return f"Ages are spans of {_SPANS[kept.period]} from somebody's own first event."


def _shapes(kept: Retained, shown: Sequence[Cohort]) -> Iterator[Shape]:
    """Draw heads and rows."""
    ages = _ages(shown)[:AGES]
    wide = (SHEET - _LEFT) / max(1, len(ages))
    yield Words(8, 30, f"Cohort ({kept.period}), size", "head")
    yield Words(_LEFT, 10, f"{kept.period.capitalize()}s since", "head")
    for at, age in enumerate(ages):
        yield Words(_LEFT + wide * (at + 0.5), 30, str(age), "head-middle")
    for row, cohort in enumerate(shown):
        top = _TOP + _ROW * row
        yield Words(8, top + _ROW / 2, f"{named(cohort, kept.period)}, {integer(cohort.size)}", "small")
        by_age = {age.age: age for age in cohort.ages}
        for at, number_of in enumerate(ages):
            if number_of in by_age:
                yield from _cell(by_age[number_of], cohort, kept, (_LEFT + wide * at, top, wide))


def _ages(shown: Sequence[Cohort]) -> list[int]:
    """Return the ages that are over for at least one cohort."""
    return sorted({age.age for cohort in shown for age in cohort.ages if age.share})


def _cell(age: Age, cohort: Cohort, kept: Retained, place: tuple[float, float, float]) -> Iterator[Shape]:
    """Draw one cell; one whose time is not over stays blank."""
    x, y, wide = place
    if age.share is None:
        return
    tip = Tip(f"{named(cohort, kept.period)}, age {age.age}", _counts(age.share))
    yield Box(x + 1, y + 1, wide - 2, _ROW - 2, HEAT[min(len(HEAT) - 1, int(age.share.rate * len(HEAT)))], tip)
    yield Words(x + wide / 2, y + _ROW / 2, f"{100 * age.share.rate:.0f}", "small-middle", tip)


def _counts(share: Rate) -> str:
    """Write a share with its counts and interval."""
    interval = percents(share.low, share.high)
    return f"{integer(share.actors)} of {integer(share.of)}: {percent(share.rate)}, {interval}"


def _said(cohort: Cohort, kept: Retained) -> str:
    """Say a cohort's shares in a list."""
    over = [f"{age.age}: {percent(age.share.rate)}" for age in cohort.ages if age.share and age.age]
    ages = f"{kept.period} {listed(over, AGES)}" if over else f"no {kept.period} after the first is over yet"
    return f"{counted(cohort.size, 'actor')}; {ages}"


def _title(kept: Retained) -> str:
    """Say how many come back at the first age, of the first cohort and of the newest."""
    over = next((age.age for age in kept.overall if age.age and age.share), None)
    if over is None:
        return f"No {kept.period} after the first is over yet"
    when = f"in {kept.period} {over}" if kept.kind != "bracket" else f"in the {kept.period}s of the bracket"
    back = [(one, age.share) for one in kept.cohorts for age in one.ages if age.age == over and age.share]
    said = [f"{percent(share.rate)} of those of {named(one, kept.period)}" for one, share in back]
    if len(said) == 1:
        return f"{said[0]} are active {when}"
    return f"{said[0]} are active {when}, {said[-1]}"


def _description(found: PirateMeasures, kept: Retained) -> str:
    """Say how ages are counted, and what is blank."""
    left, later = len(kept.cohorts) - ROWS, len(_ages(kept.cohorts[-ROWS:])) - AGES
    return rest(
        (
            f"{how(kept)}. {clock(kept)}",
            f"Numbers are percentages of the cohort; the pointer shows counts and intervals ({METHOD}).",
            "A blank cell is not over yet; it is not a zero.",
            sentences(found.retention.reasons),
            f"The first {AGES} ages are drawn; the table has all." if later > 0 else "",
            f"The newest {ROWS} of {integer(len(kept.cohorts))} cohorts are drawn; the table has all."
            if left > 0
            else "",
        )
    )


def _facts(cohort: Cohort) -> Iterator[tuple[object, ...]]:
    """Yield one row for each age."""
    for age in cohort.ages:
        share = age.share
        rates = tuple(round(rate, 4) for rate in (share.rate, share.low, share.high)) if share else ("", "", "")
        counts = share.actors if share else ""
        yield cohort.start.isoformat(), cohort.size, age.age, counts, *rates, "yes" if share else "not yet"
