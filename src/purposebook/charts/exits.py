"""Kill criteria on a time line: when they were set, when work began, and when somebody decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.time_rows import TimeRow, time_rows
from purposebook.charts.words import apart, counted, day, listed, quoted, verb, with_unit
from purposebook.domain.metrics import Metric
from purposebook.domain.opportunities import Exit
from purposebook.domain.workbook import Workbook

_KEY: Final = (("planned", "set"), ("arrow", "work began"), ("joined", "check day"))
_COLUMNS: Final = ("About", "Stop if", "Set", "Started", "Check on", "Status", "Flag")


def exits(book: Workbook, as_of: dt.date) -> Figure | None:
    """Draw each criterion; past its day and still active, or set after the start, is flagged."""
    every = book.opportunities.exits
    if not every:
        return None
    metrics = {metric.id: metric for metric in book.metrics.metrics}
    return Figure(
        "exits",
        _title(every, as_of),
        time_rows("What would be stopped", _KEY, [_row(one, as_of) for one in every[:MOST]], as_of),
        _description(every, as_of),
        table(_COLUMNS, [_facts(one, metrics, as_of) for one in every]),
        "opportunities.yml",
        team=("About", "Stop if"),
        listing=(Group("Kill criteria", tuple(_item(one, metrics, as_of) for one in every)),),
    )


def is_past_due(one: Exit, as_of: dt.date) -> bool:
    """Say whether the day has passed and the work goes on."""
    return one.status == "active" and one.check_on is not None and one.check_on < as_of


def _flags(one: Exit, as_of: dt.date) -> list[str]:
    """Say what is wrong with a criterion."""
    flags = ["past its day and still active"] if is_past_due(one, as_of) else []
    return [*flags, "set after the start"] if one.came_late else flags


def _state(one: Exit, as_of: dt.date) -> str:
    """Say how a criterion stands; a flag that names its status says enough."""
    flags = _flags(one, as_of)
    return "; ".join(flags if is_past_due(one, as_of) else [one.status, *flags])


def _row(one: Exit, as_of: dt.date) -> TimeRow:
    """Lay out the days of one criterion."""
    days = ((one.set_on, "planned"), (one.started, "arrow"), (one.check_on, "joined"))
    flags, word = _flags(one, as_of), _state(one, as_of)
    known = tuple((date, look) for date, look in days if date)
    return TimeRow(one.about, known, word if known else f"{word}; no day is written", "warn" if flags else "")


def _stop(one: Exit, metrics: Mapping[str, Metric]) -> str:
    """Say when to stop."""
    if one.metric is None or one.threshold is None:
        return "no metric and threshold yet" if one.metric is None else "no threshold yet"
    metric = metrics.get(one.metric)
    name, unit = (metric.name, metric.unit) if metric else (f"{one.metric} (not written yet)", "")
    return f"{apart(name)} {one.stop_if} {with_unit(one.threshold, unit)}"


def _title(every: Sequence[Exit], as_of: dt.date) -> str:
    """Say how many are past their day, and how many came too late."""
    due, late = sum(is_past_due(one, as_of) for one in every), sum(one.came_late for one in every)
    of_all = counted(len(every), "kill criterion", "kill criteria")
    first = f"{due or 'None'} of {of_all} {verb(due)} past {verb(due, 'its', 'their')} day and still active"
    return f"{first}; {late} {verb(late, 'was', 'were')} set after the start" if late else first


def _description(every: Sequence[Exit], as_of: dt.date) -> str:
    """Name what is flagged."""
    due = [quoted(one.about, 60) for one in every if is_past_due(one, as_of)]
    late = [quoted(one.about, 60) for one in every if one.came_late]
    bare = sum(one.check_on is None for one in every)
    return rest(
        (
            f"Each row runs from the day on which a criterion was set to the day of the check; {day(as_of)} is ruled.",
            f"Past its day and still active: {listed(due, 5)}." if due else "",
            f"Set after the start: {listed(late, 5)}." if late else "",
            f"{counted(bare, 'criterion', 'criteria')} {verb(bare, 'has', 'have')} no check day." if bare else "",
            stops(len(every), "criteria"),
        )
    )


def _facts(one: Exit, metrics: Mapping[str, Metric], as_of: dt.date) -> tuple[object, ...]:
    """Return a criterion's row."""
    dates = (date.isoformat() if date else "" for date in (one.set_on, one.started, one.check_on))
    return one.about, _stop(one, metrics), *dates, one.status, "; ".join(_flags(one, as_of))


def _item(one: Exit, metrics: Mapping[str, Metric], as_of: dt.date) -> Item:
    """Say one criterion."""
    check = f"check on {day(one.check_on)}" if one.check_on else "no check day"
    said = f"stop if “{_stop(one, metrics)}”; {check}; {_state(one, as_of)}"
    return Item(one.about, said, "warn" if _flags(one, as_of) else "")
