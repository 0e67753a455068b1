"""The metrics chapter's cards: what each number means, and the dated values behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from purposebook.domain.metrics import Metric, Observation
from purposebook.notebook import wording
from purposebook.notebook.cards import render, title_of
from purposebook.notebook.labels import Label
from purposebook.notebook.mission_views import empty
from purposebook.notebook.snapshot import Snapshot

MOST_ROWS: Final = 500
"""Rows of the long table; the file itself holds all."""
WANTED: Final = (
    "kind",
    "level",
    "signal",
    "unit",
    "direction",
    "formula",
    "baseline",
    "target",
    "source",
    "owner",
    "every",
)
SHOULD: Final = {"increase": "rise", "decrease": "fall", "maintain": "stay where it is"}


@dataclass(frozen=True)
class MetricRow:
    """Hold one metric with the labels of all that it names."""

    metric: Metric
    north_star: bool
    tags: tuple[str, ...]
    should: str
    pairs_with: tuple[Label, ...]
    guards: tuple[Label, ...]
    voices: tuple[tuple[Label, str], ...]
    unwritten: str


@dataclass(frozen=True)
class ObservationRow:
    """Hold one dated value in words."""

    seen: Observation
    label: Label
    value: str
    counted: str


def in_order(snap: Snapshot) -> tuple[Metric, ...]:
    """Return the metrics, the north star first."""
    metrics = snap.book.metrics
    return tuple(sorted(metrics.metrics, key=lambda metric: metric.id != metrics.north_star))


def metrics(snap: Snapshot) -> str:
    """Show the definition of each metric."""
    if not snap.book.metrics.metrics:
        return empty(snap, "No metric is defined yet. Begin with one number that shows what changes for people.")
    rows = tuple(_row(snap, metric) for metric in in_order(snap))
    return render("metrics.html", snap=snap, rows=rows)


def _row(snap: Snapshot, metric: Metric) -> MetricRow:
    """Look up all that one metric names."""
    quotes = {item.id: item.quote for item in snap.book.evidence.evidence}
    voices = ((label, quotes.get(label.id, "")) for label in snap.labels.all(metric.evidence, "evidence"))
    level = f"{metric.level} level" if metric.level else ""
    chosen = (wording.words_of(word) for word in (metric.heart, metric.money, metric.area) if word)
    is_input = "input of the north star" if metric.id in snap.book.metrics.north_star_inputs else ""
    return MetricRow(
        metric=metric,
        north_star=metric.id == snap.book.metrics.north_star,
        tags=tuple(word for word in (metric.kind, level, is_input, *chosen) if word),
        should=SHOULD.get(metric.direction or "", ""),
        pairs_with=snap.labels.all(filter(None, (metric.pairs_with,)), "metric"),
        guards=snap.labels.all(metric.guards, "metric"),
        voices=tuple(voices),
        unwritten=wording.joined(title_of(metric, name).lower() for name in WANTED if not getattr(metric, name)),
    )


def observations(snap: Snapshot) -> str:
    """Show the latest value of each metric, and all rows up to the day of the page."""
    as_of = snap.as_of if snap.book.observations else dt.date.max
    known = [row for row in snap.book.observations if row.date <= as_of]
    rows = sorted(known, key=lambda row: row.date, reverse=True)
    latest = {row.metric: row for row in reversed(rows) if not row.segment}
    order = [metric.id for metric in in_order(snap)]
    ids = [*(id for id in order if id in latest), *(id for id in latest if id not in order)]
    return render(
        "observations.html",
        snap=snap,
        latest=_observation_rows(snap, (latest[id] for id in ids)),
        rows=_observation_rows(snap, rows[:MOST_ROWS]),
        total=len(rows),
        left_out=len(snap.book.observations) - len(known),
        origin=snap.origins[0],
    )


def _observation_rows(snap: Snapshot, rows: Iterable[Observation]) -> tuple[ObservationRow, ...]:
    """Put observations into words."""
    units = {metric.id: metric.unit for metric in snap.book.metrics.metrics}
    return tuple(_observation_row(snap, row, units.get(row.metric, "")) for row in rows)


def _observation_row(snap: Snapshot, row: Observation, unit: str) -> ObservationRow:
    """Put one observation into words."""
    counted = ""
    if row.numerator is not None and row.denominator is not None:
        counted = f"{wording.number(row.numerator)} of {wording.number(row.denominator)}"
    value = wording.quantity(row.value_in(unit), unit)
    return ObservationRow(row, snap.labels.one(row.metric, "metric"), value, counted)


CARDS: Final[Mapping[str, Callable[[Snapshot], str]]] = {"metrics": metrics, "observations": observations}
