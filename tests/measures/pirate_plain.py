"""Pirate metrics a second time, in plain Python and row by row, and logs to try them on."""

from __future__ import annotations

import csv
import datetime as dt
import math
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
from hypothesis import strategies as st

from purposebook.domain.event_log import EventLog
from purposebook.domain.pirate import Pirate
from purposebook.measures.pirate.found import PirateMeasures
from purposebook.measures.pirate.measure import measure_pirate

COLUMNS = ("actor", "at", "event", "value", "channel")
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
ZONES = {
    "UTC": dt.datetime(2024, 2, 20),
    "Europe/Paris": dt.datetime(2024, 3, 20),
    "Europe/Berlin": dt.datetime(2023, 10, 18),
    "America/Sao_Paulo": dt.datetime(2018, 2, 8),
    "Asia/Kolkata": dt.datetime(2023, 12, 20),
}
"""Zones, each with a day shortly before its clocks change, if they do (São Paulo: at midnight, to the day before)."""


@dataclass(frozen=True)
class Row:
    """Hold one event as a person would read it."""

    actor: str
    moment: dt.datetime
    day: dt.date
    event: str
    value: float | None
    channel: str


@dataclass(frozen=True)
class Sample:
    """Hold a made log: the time zone, the day of the report, and rows as they stand in a file."""

    zone: str
    as_of: dt.date
    kind: str
    rows: list[tuple[str, str, str, str, str]]


def definitions(**parts: Any) -> Pirate:
    """Return a definition with these parts."""
    return Pirate.model_validate({"events": {"file": "events.csv"}, **parts})


def told(
    pirate: Pirate, rows: Sequence[Sequence[str]], as_of: dt.date, columns: Sequence[str] = COLUMNS
) -> PirateMeasures:
    """Write a CSV file, ask it and take it away."""
    with csv_of(rows, columns) as log:
        return measure_pirate(pirate, log, as_of)


@contextmanager
def csv_of(rows: Sequence[Sequence[str]], columns: Sequence[str] = COLUMNS) -> Iterator[EventLog]:
    """Give a CSV file for a while."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([columns, *rows])
        yield EventLog(path, "csv", tuple(columns))


def measured(pirate: Pirate, sample: Sample) -> PirateMeasures:
    """Ask a sample, in the file of its kind."""
    with csv_of(sample.rows) as log:
        if sample.kind == "csv":
            return measure_pirate(pirate, log, sample.as_of)
        path = log.path.with_suffix(".parquet")
        with duckdb.connect() as connection:
            connection.execute("SET TimeZone = 'UTC'")
            relation = connection.read_csv(str(log.path), all_varchar=True)
            kind = f'CAST("at" AS {sample.kind}) AS "at"'
            value = "CAST(value AS DOUBLE) AS value"
            relation.project(f"actor, {kind}, event, {value}, channel").to_parquet(str(path))
        return measure_pirate(pirate, EventLog(path, "parquet", COLUMNS), sample.as_of)


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    """Make a small log around a change of clocks: days, local times, times with an offset, or all of them."""
    zone = draw(st.sampled_from(sorted(ZONES)))
    kind = draw(st.sampled_from(["csv", "csv", "DATE", "TIMESTAMP", "TIMESTAMPTZ", "VARCHAR"]))
    shapes = {"DATE": "d", "TIMESTAMP": "n", "TIMESTAMPTZ": "z"}.get(kind) or draw(
        st.sampled_from(["d", "n", "z", "dnz"])
    )
    cell = st.tuples(
        st.sampled_from(["00004", "4", "é", "d d"]),
        st.tuples(st.integers(0, 75 * 24 * 2), st.sampled_from(shapes), st.sampled_from([0, 1, -3, 5])),
        st.sampled_from("abcx"),
        st.sampled_from(["", "1.5", "-2", "0.1", "nan", "1e3"]),
        st.sampled_from(["", "ads", "web"]),
    )
    rows = draw(st.lists(cell, min_size=1, max_size=40))
    base = ZONES[zone]
    written = [(actor, _written(base, *at), event, value, channel) for actor, at, event, value, channel in rows]
    return Sample(zone, base.date() + draw(st.integers(0, 80)) * DAY, kind, written)


def _written(base: dt.datetime, halves: int, shape: str, offset: int) -> str:
    """Write a time in one of the shapes."""
    time = base + halves * HOUR / 2
    if shape == "d":
        return time.date().isoformat()
    if shape == "n":
        return time.isoformat()
    return time.isoformat() + (f"{offset:+03}:00" if offset else "Z")


def read(sample: Sample, complete_until: dt.date | None = None) -> tuple[list[Row], dt.date | None, dt.datetime]:
    """Return the rows that count, the last day, and the moment at which it is over."""
    dated = all(len(at) == 10 for _, at, *_ in sample.rows)
    zone = ZoneInfo("UTC" if dated else sample.zone)
    rows = [_row(row, zone) for row in sample.rows]
    days = [row.day for row in rows if row.day <= sample.as_of]
    last = min(complete_until or max(days), sample.as_of) if days else None
    if last is None:
        return [], None, dt.datetime.now(dt.UTC)
    end = dt.datetime.combine(last + DAY, dt.time(), zone).astimezone(dt.UTC)
    return sorted((row for row in rows if row.day <= last), key=lambda row: row.moment), last, end


def _row(cells: Sequence[str], zone: ZoneInfo) -> Row:
    """Read one row."""
    actor, at, event, value, channel = cells
    time = dt.datetime.fromisoformat(at)
    number = float(value or "nan")
    known = None if math.isnan(number) else number
    if time.tzinfo is not None:
        return Row(actor, time.astimezone(dt.UTC), time.astimezone(zone).date(), event, known, channel)
    there = [time.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC) for fold in (0, 1)]
    skipped = there[0].astimezone(zone).replace(tzinfo=None) != time
    return Row(actor, there[0] if skipped else there[1], time.date(), event, known, channel)


def starts(rows: Sequence[Row], event: str | None) -> dict[str, Row]:
    """Return the row at which each actor starts: of several at one moment, one that names a channel."""
    found: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (row.moment, not row.channel, row.channel)):
        if event in (None, row.event):
            found.setdefault(row.actor, row)
    return found


def channels(rows: Sequence[Row], event: str | None) -> list[tuple[str, int]]:
    """Count who came by which channel."""
    counts = Counter(row.channel for row in starts(rows, event).values())
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def eligible_of(rows: Sequence[Row], event: str | None, days: int, end: dt.datetime) -> dict[str, dt.datetime]:
    """Return the start of every actor whose days are over."""
    return {actor: row.moment for actor, row in starts(rows, event).items() if row.moment + days * DAY < end}


def activated(
    rows: Sequence[Row], eligible: dict[str, dt.datetime], wanted: set[str], every: bool, days: int
) -> tuple[int, int]:
    """Count who had a first success, of those who had the time."""
    did: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.actor in eligible and eligible[row.actor] <= row.moment <= eligible[row.actor] + days * DAY:
            did[row.actor].add(row.event)
    succeeded = [actor for actor in eligible if (wanted <= did[actor] if every else wanted & did[actor])]
    return len(succeeded), len(eligible)


def stepped(rows: Sequence[Row], steps: Sequence[str], days: int, end: dt.datetime) -> list[int]:
    """Walk each actor's rows one by one, each row taking one step at most."""
    counts = [0] * len(steps)
    for actor in {row.actor for row in rows}:
        own = [row for row in rows if row.actor == actor]
        entry = next((row.moment for row in own if row.event == steps[0]), None)
        if entry is None or not entry + days * DAY < end:
            continue
        used: set[int] = set()
        at = entry
        for place, step in enumerate(steps):
            free = (i for i, row in enumerate(own) if i not in used and row.event == step)
            taken = next((i for i in free if at <= own[i].moment <= entry + days * DAY), None)
            if taken is None:
                break
            used.add(taken)
            at = own[taken].moment
            counts[place] += 1
    return counts


def period_of(day: dt.date, period: str) -> dt.date:
    """Return the first day of a period."""
    if period == "month":
        return day.replace(day=1)
    return day - dt.timedelta(days=day.weekday()) if period == "week" else day


def following(day: dt.date, period: str) -> dt.date:
    """Return the first day of the period after this one."""
    return period_of(day + {"day": 1, "week": 7, "month": 31}[period] * DAY, period)


@dataclass(frozen=True)
class Grid:
    """Hold what counts as retention: ages of an actor as (first moment or day, the one after the last)."""

    period: str
    clock: str
    end: dt.datetime
    last: dt.date

    def bounds(self, start: Row, age: int) -> tuple[Any, Any]:
        """Return where an age of an actor begins and ends."""
        if self.clock == "24h":
            span = {"day": 1, "week": 7, "month": 30}[self.period] * DAY
            return start.moment + age * span, start.moment + (age + 1) * span
        first = period_of(start.day, self.period)
        for _ in range(age):
            first = following(first, self.period)
        return first, following(first, self.period)

    def where(self, row: Row) -> Any:
        """Return the side of a row that ages are compared with."""
        return row.moment if self.clock == "24h" else row.day

    def over(self, start: Row, age: int) -> bool:
        """Say whether an age has fully elapsed."""
        return bool(self.bounds(start, age)[1] <= (self.end if self.clock == "24h" else self.last + DAY))


def cohorts(
    rows: Sequence[Row], begun: dict[str, Row], grid: Grid, first: int, last: int | None
) -> dict[dt.date, tuple[int, int | None]]:
    """Count, cohort by cohort, its size and who has a row in ages `first`..`last` (None: in `first` or later)."""
    groups: dict[dt.date, list[str]] = defaultdict(list)
    for actor, start in begun.items():
        groups[period_of(start.day, grid.period)].append(actor)
    found: dict[dt.date, tuple[int, int | None]] = {}
    for cohort, actors in groups.items():
        over = all(grid.over(begun[actor], first if last is None else last) for actor in actors)
        active = [actor for actor in actors if _active(rows, begun[actor], grid, first, last)]
        found[cohort] = len(actors), len(active) if over else None
    return found


def _active(rows: Sequence[Row], start: Row, grid: Grid, first: int, last: int | None) -> bool:
    """Say whether an actor did it between the two ages."""
    low = grid.bounds(start, first)[0]
    high = None if last is None else grid.bounds(start, last)[1]
    mine = (row for row in rows if row.actor == start.actor and row.moment >= start.moment)
    return any(low <= grid.where(row) and (high is None or grid.where(row) < high) for row in mine)


def engaged(rows: Sequence[Row], period: str, event: str, first: dt.date, last: dt.date) -> list[tuple[Any, ...]]:
    """Walk every period from the log's first row on, and count actors, rows and days of those that lie within it."""
    found, start = [], period_of(first, period)
    while following(start, period) <= last + DAY:
        own = [row for row in rows if period_of(row.day, period) == start and event in ("any", row.event)]
        counts = len({row.actor for row in own}), len(own), len({(row.actor, row.day) for row in own})
        found += [(start, following(start, period) - DAY, *counts)] if start >= first else []
        start = following(start, period)
    return found[-12:]
