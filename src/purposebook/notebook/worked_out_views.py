"""What surveys, service, money and HEART come to: each number with its formula and what to know about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from purposebook.notebook import wording
from purposebook.notebook.cards import render
from purposebook.notebook.labels import Label
from purposebook.notebook.metric_cards import precision
from purposebook.notebook.snapshot import Snapshot

if TYPE_CHECKING:
    from purposebook.measures.heart import HeartMeasures
    from purposebook.measures.ratios import Figure
    from purposebook.measures.series import Point


@dataclass(frozen=True)
class WorkedOut:
    """Hold one number in words."""

    name: str
    label: Label | None
    """Of the item in the team's words, where it has some."""
    value: str
    formula: str
    beside: tuple[Label, ...]
    notes: tuple[str, ...]


def worked_out(snap: Snapshot) -> str:
    """Show what surveys, service and money come to; nothing where none of them is declared."""
    metrics = snap.book.metrics
    if not (metrics.surveys or metrics.service or metrics.money):
        return ""
    return _table(snap, "Numbers of surveys, service and money", _rows(snap))


def heart_numbers(snap: Snapshot) -> str:
    """Show the latest value of each category of HEART; nothing where none is measured."""
    return _table(snap, "Numbers of HEART", _heart(snap)) if _has_heart(snap) else ""


def _table(snap: Snapshot, name: str, rows: Iterable[WorkedOut]) -> str:
    """Show numbers below each other."""
    return render("worked_out.html", snap=snap, name=name, rows=tuple(rows))


def _has_heart(snap: Snapshot) -> bool:
    """Tell whether a metric, or an event log, measures a category of HEART."""
    metrics = snap.book.metrics
    if any(row.metric for row in metrics.heart) or any(metric.heart for metric in metrics.metrics):
        return True
    log = metrics.heart and metrics.pirate and snap.book.events
    return bool(log) and any(one.source for one in snap.measured.heart)


def _rows(snap: Snapshot) -> Iterator[WorkedOut]:
    """Yield every number of surveys, service and money."""
    money = snap.measured.money
    yield from _surveys(snap)
    for figure in (*snap.measured.service, *(money.figures if money else ())):
        yield _figure(snap, figure)
    if money and money.mrr_change.value is not None:
        change = f"{wording.quantity(100 * money.mrr_change.value, '%')}"
        yield WorkedOut("Change of recurring revenue", None, change, "(this month - before) / before", (), ())


def _surveys(snap: Snapshot) -> Iterator[WorkedOut]:
    """Yield the newest wave of each survey, with its segments."""
    from purposebook.measures.words import survey_sentence

    for survey, found in zip(snap.book.metrics.surveys, snap.measured.surveys, strict=True):
        wave = found.latest
        notes = [*_notes(wave.reasons if wave else found.reasons)]
        for name, part in wave.segments if wave else ():
            notes.append(f"{name}: {wording.quantity(part.value, found.unit)}, {wording.count(part.n or 0, 'answer')}.")
        label = snap.labels.one(survey.id, "survey")
        said = wording.with_days(survey_sentence(survey, found))
        yield WorkedOut(survey.kind.upper(), label, said, _scored(survey.kind), (), tuple(notes))


def _scored(kind: str) -> str:
    """Say how a kind of survey is scored."""
    return {
        "csat": "satisfied answers / all answers",
        "nps": "share of 9 and 10 less share of 0 to 6",
        "sus": "mean of the scores of single people",
    }[kind]


def _figure(snap: Snapshot, figure: Figure) -> WorkedOut:
    """Return one figure of service or money, beside what users get for it."""
    value, beside = _dated(figure.latest, figure.unit), snap.labels.all(figure.beside, "metric")
    return WorkedOut(figure.name, None, value, figure.formula, beside, _notes(figure.reasons))


def _dated(latest: Point | None, unit: str) -> str:
    """Say a newest value with its precision and its day."""
    if latest is None:
        return "no value yet"
    said = wording.quantity(latest.value, unit), precision(latest, unit)
    return f"{'; '.join(filter(None, said))} on {wording.day(latest.date)}"


def _notes(reasons: Iterable[str]) -> tuple[str, ...]:
    """Put what to know about a number into sentences."""
    return tuple(wording.with_days(wording.sentence(reason)) for reason in reasons)


def _heart(snap: Snapshot) -> Iterator[WorkedOut]:
    """Yield the latest value of each category of HEART that a metric, a survey or the event log measures."""
    for one in snap.measured.heart:
        if one.metric or one.source:
            name, value = f"HEART: {wording.words_of(one.category)}", _dated(one.latest, one.unit)
            label = snap.labels.one(one.metric, "metric") if one.metric else None
            yield WorkedOut(name, label, value, _heart_source(one), (), _notes(one.reasons))


def _heart_source(one: HeartMeasures) -> str:
    """Say where the value of a category comes from."""
    if one.source == "events":
        return wording.with_days(f"event log: {one.formula}")
    return "answers of its survey" if one.survey else "latest observation"
