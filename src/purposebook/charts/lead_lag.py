"""What users get above what the business gets, month by month, and whether the two move together."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from purposebook.charts.drawing import SHEET, Box, Mark, Path, Shape, Tip, Words, draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.grid import rest
from purposebook.charts.labels import shorten, wrap
from purposebook.charts.looks import LINE, SMALL
from purposebook.charts.time_axis import Axis, axis_over, month_name
from purposebook.charts.words import (
    apart,
    coefficient,
    counted,
    first_shown,
    number,
    quoted,
    sentences,
    verb,
    with_unit,
)
from purposebook.domain.metrics import Metric
from purposebook.measures.lead_lag import CLEAR, READINGS, Together, first_of, later

if TYPE_CHECKING:
    import altair as alt

MOST: Final = 8
"""So many pairs are drawn."""
_LEFT: Final = 206
_RIGHT: Final = 452
_WORDS: Final = 552
_TOP: Final = 26
_LINE: Final = 44
_ROOM: Final = 12
_ROW: Final = 2 * _LINE + 3 * _ROOM
_TICKS: Final = 4
_BOLD: Final = 13
"""The size at which bold letters of the usual size are as wide."""
_MARKED: Final = 36
"""Of more months only the last is marked."""
_COLUMNS: Final = (
    *("Key result", "Month", "Value", "Unit"),
    *("Business metric", "Its month", "Its value", "Its unit"),
    *("Rank correlation", "Of monthly changes"),
)

By = Mapping[str, Metric]


def lead_lag(by_id: By, found: Sequence[Together]) -> Figure | None:
    """Draw the pairs with enough months, each series on its own scale over one time line; nothing without any."""
    told = [one for one in found if one.rho.value is not None]
    if not told:
        return None
    return Figure(
        "lead-lag",
        _title(told),
        _sheet(by_id, told[:MOST]),
        _description(by_id, told, [one for one in found if one.rho.value is None]),
        table(_COLUMNS, [row for one in told for row in _facts(by_id, one)]),
        "objectives.yml, metrics.yml and observations.csv",
        team=("Key result", "Unit", "Business metric", "Its unit"),
        listing=tuple(_group(by_id, one) for one in told),
    )


def _title(told: Sequence[Together]) -> str:
    """Count what is seen, the trends apart from what holds from month to month."""
    counts = Counter(one.reading for one in told)
    same, other, trend, unknown = (counts[reading] for reading in ("together", "opposite", "trend", "unknown"))
    count, way = (same, "together") if same or not other else (other, "in opposite ways")
    of_all = counted(len(told), "pair")
    said = [f"{count or 'None'} of {of_all} {verb(count or 1, 'moves', 'move')} {way} from month to month"]
    said += [f"{other} in opposite ways"] if same and other else []
    said += [f"{trend} over the whole time only"] if trend else []
    said += [f"{unknown} over the whole time, with too few months to tell more"] if unknown else []
    return ", ".join(said)


def _description(by_id: By, told: Sequence[Together], refused: Sequence[Together]) -> str:
    """Say what is drawn, what is not drawn, and what none of it shows."""
    known = (answer for one in told for answer in (one.rho, one.changes) if answer.value is not None)
    caveats = dict.fromkeys(reason for answer in known for reason in answer.reasons)
    missing = [f"{_named(by_id, one)} ({'; '.join(one.rho.reasons)})" for one in refused]
    return rest(
        (
            "For each pair the upper line is the key result, the lower one the business metric that was expected to",
            "follow it: the last value of each month, each on a scale of its own.",
            f"A rank correlation of {number(CLEAR)} and more, up or down, counts; it is an association.",
            sentences(caveats),
            f"Not drawn: {'; '.join(missing[:MOST])}." if missing else "",
            first_shown(MOST, len(told), "pairs"),
        )
    )


def _named(by_id: By, found: Together) -> str:
    """Name both metrics of a pair, and the lag."""
    when = "" if found.months is None else f" {later(found.months)}"
    return f"{quoted(by_id[found.lead].name, 60)} and {quoted(by_id[found.lag].name, 60)}{when}"


def _numbers(found: Together) -> str:
    """Write both correlations, with what they rest on."""
    return "; ".join((_of_values(found), _of_changes(found)))


def _of_values(found: Together) -> str:
    """Write the correlation of the values."""
    return f"rank correlation {coefficient(found.rho.value or 0)} ({counted(found.pairs, 'month')})"


def _of_changes(found: Together) -> str:
    """Write the correlation of the changes, or that there is none."""
    if found.changes.value is None:
        return "too little to compare monthly changes"
    return f"of monthly changes {coefficient(found.changes.value)} ({counted(found.steps, 'change')})"


def _group(by_id: By, found: Together) -> Group:
    """Say a pair in words, for narrow columns."""
    note = f"{later(found.months or 0)}: the two {READINGS[found.reading]}; {_numbers(found)}"
    return Group(by_id[found.lead].name, (Item(by_id[found.lag].name, note),))


def _facts(by_id: By, found: Together) -> Iterator[tuple[object, ...]]:
    """Yield one row for each month that is compared."""
    lead, lag = by_id[found.lead], by_id[found.lag]
    both = tuple("" if answer.value is None else round(answer.value, 4) for answer in (found.rho, found.changes))
    for pair in found.values:
        first, second = first_of(pair.month), first_of(pair.month + (found.months or 0))
        yield (
            *(lead.name, f"{first:%Y-%m}", pair.lead, lead.unit),
            *(lag.name, f"{second:%Y-%m}", pair.lag, lag.unit),
            *both,
        )


@dataclass(frozen=True)
class _Course:
    """Hold one series as it is drawn."""

    metric: Metric
    days: tuple[tuple[dt.date, float], ...]
    line: str
    mark: str


def _courses(by_id: By, found: Together) -> tuple[_Course, _Course]:
    """Return both series of a pair, each at its own months."""
    lead = tuple((first_of(pair.month), pair.lead) for pair in found.values)
    lag = tuple((first_of(pair.month + (found.months or 0)), pair.lag) for pair in found.values)
    return (
        _Course(by_id[found.lead], lead, "course", "point"),
        _Course(by_id[found.lag], lag, "course-second", "point-hollow"),
    )


def _sheet(by_id: By, told: Sequence[Together]) -> alt.TopLevelLayerSpec:
    """Draw pairs below each other over one time line."""
    pairs = [(one, _courses(by_id, one)) for one in told]
    axis = axis_over([day for _, both in pairs for course in both for day, _ in course.days], _LEFT, _RIGHT)
    bottom = _TOP + _ROW * len(told)
    heads = ((8, "Key result, business metric"), (_LEFT, "Each on its own scale"), (_WORDS, "Together?"))
    shapes: list[Shape] = [Words(x, 10, text, "head") for x, text in heads]
    for at, (one, both) in enumerate(pairs):
        top = _TOP + at * _ROW
        if at % 2 == 0:
            shapes.append(Box(0, top, SHEET, _ROW, "stripe"))
        shapes += [*_words(by_id, one, top), *_course(both[0], axis, top + _ROOM)]
        shapes += _course(both[1], axis, top + 2 * _ROOM + _LINE)
    for date in axis.ticks(_TICKS):
        shapes.append(Path(((axis.x(date), _TOP), (axis.x(date), bottom + 4)), "rule"))
        shapes.append(Words(axis.x(date), bottom + 14, month_name(date), "note-middle"))
    return draw(shapes, bottom + 24)


def _words(by_id: By, found: Together, top: float) -> Iterator[Shape]:
    """Name both metrics at the left, and say at the right how they move."""
    lead, lag = by_id[found.lead], by_id[found.lag]
    yield from _name(lead, "strong", "", top + _ROOM + 4)
    yield from _name(lag, "text", later(found.months or 0), top + 2 * _ROOM + _LINE + 4)
    tip = Tip(f"The two {READINGS[found.reading]}", _numbers(found))
    y, width = top + _ROOM + 4, SHEET - _WORDS - 8
    reading = wrap(READINGS[found.reading], width, 3, _BOLD)
    yield Words(_WORDS, y, reading, "strong", tip)
    y += LINE * (reading.count("\n") + 1) + 4
    for text in (_of_values(found), _of_changes(found)):
        written = wrap(text, width, 2, SMALL)
        yield Words(_WORDS, y, written, "note", tip)
        y += 13 * (written.count("\n") + 1) + 2


def _name(metric: Metric, look: str, when: str, y: float) -> Iterator[Shape]:
    """Write a metric's name, and under it how much later it follows and its unit."""
    width = _LEFT - 24
    name = wrap(metric.name, width, 2, _BOLD)
    yield Words(8, y, name, look, Tip(metric.name))
    unit = "" if metric.unit.strip() == "%" else apart(metric.unit)
    below = shorten("; ".join(filter(None, (when, unit))), width, SMALL)
    if below:
        yield Words(8, y + LINE * (name.count("\n") + 1), below, "note", Tip(metric.unit))


def _course(course: _Course, axis: Axis, top: float) -> Iterator[Shape]:
    """Draw one series: a line that breaks where a month is missing, its points, and the last value."""
    values = [value for _, value in course.days]
    low, high = min(values), max(values)
    places = [(axis.x(day), top + _LINE * (high - value) / (high - low or 1)) for day, value in course.days]
    run = [places[0]]
    for at, (before, after) in enumerate(pairwise(course.days), 1):
        if (after[0] - before[0]).days > 31:
            yield Path(tuple(run), course.line)
            run = []
        run.append(places[at])
    yield Path(tuple(run), course.line)
    marked = range(len(places)) if len(places) <= _MARKED else range(len(places) - 1, len(places))
    for at in marked:
        day, value = course.days[at]
        yield Mark(*places[at], course.mark, Tip(month_name(day), with_unit(value, course.metric.unit)))
    percent = "%" if course.metric.unit.strip() == "%" else ""
    last = shorten(with_unit(values[-1], percent), _WORDS - _RIGHT - 4, SMALL)
    yield Words(places[-1][0] + 9, places[-1][1], last, "small", Tip(with_unit(values[-1], course.metric.unit)))
