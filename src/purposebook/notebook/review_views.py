"""What moved since the last review: each frozen number beside the newest one, and decisions that are due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from purposebook.domain.reviews import Frozen, Review, ReviewDecision
from purposebook.notebook import wording
from purposebook.notebook.cards import render
from purposebook.notebook.labels import Label, ReviewLabels
from purposebook.notebook.mission_views import empty
from purposebook.notebook.snapshot import Snapshot


@dataclass(frozen=True)
class MovedRow:
    """Hold one number then and now, in words."""

    label: Label
    then: str
    then_of: dt.date | None
    now: str
    now_of: dt.date | None
    word: str


@dataclass(frozen=True)
class DueRow:
    """Hold one decision with whether its day has passed."""

    decision: ReviewDecision
    review: Label
    late: bool


def moved(snap: Snapshot) -> str:
    """Compare the numbers of the last review with the newest ones, and list what was decided."""
    past = snap.book.reviews.held(snap.as_of) if snap.book.reviews.reviews else ()
    if not past:
        return empty(snap, "What moved is shown from the second look on: write down the first review.")
    last = max(past, key=lambda review: review.date)
    mission = snap.book.mission.mission
    labels = ReviewLabels(snap.book, last.id, linked=snap.linked)
    return render(
        "moved.html",
        snap=snap,
        last=last,
        label=snap.labels.one(last.id, "review"),
        rows=tuple(_row(snap, labels, number) for number in last.numbers),
        decisions=tuple(_due(snap, review, one) for review in past for one in review.decisions),
        reworded=bool(last.mission.strip()) and last.mission.split() != mission.split(),
        mission=mission,
    )


def _row(snap: Snapshot, labels: ReviewLabels, frozen: Frozen) -> MovedRow:
    """Put one number then and now into words, each in the unit of its day."""
    metric = snap.book.metrics.metric(frozen.metric)
    measured = snap.metric_measures(frozen.metric) if metric else None
    latest = measured.latest if measured else None
    unit = metric.unit if metric else ""
    then, nothing = labels.unit(frozen.metric), "no observation" if metric else "no longer measured"
    word = _moved(frozen, latest.value if latest else None, latest.date if latest else None)
    return MovedRow(
        label=labels.one(frozen.metric, "metric"),
        then=wording.quantity(frozen.value, then),
        then_of=frozen.date,
        now=wording.quantity(latest.value if latest else None, unit, nothing),
        now_of=latest.date if latest else None,
        word=word if unit == then or not latest else "measured in another unit since",
    )


def _moved(frozen: Frozen, now: float | None, of: dt.date | None) -> str:
    """Say which way a number went; two points show no cause and no trend."""
    if now is None or of == frozen.date:
        return "nothing newer"
    if now == frozen.value:
        return "the same"
    return "higher" if now > frozen.value else "lower"


def _due(snap: Snapshot, review: Review, decision: ReviewDecision) -> DueRow:
    """Tell whether a decision's day has passed."""
    late = decision.by is not None and decision.by < snap.as_of
    return DueRow(decision, snap.labels.one(review.id, "review"), late)


CARDS: Final[Mapping[str, Callable[[Snapshot], str]]] = {"moved": moved}
