"""Surveys, service, money and HEART in the plain report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from purposebook.domain.surveys import Survey
from purposebook.measures.heart import HeartMeasures
from purposebook.measures.money import MoneyMeasures
from purposebook.measures.ratios import Figure
from purposebook.measures.report_text import NONE, notes, observed, row, share
from purposebook.measures.survey import SurveyMeasures, Wave
from purposebook.measures.words import survey_sentence
from purposebook.text.plurals import integer

_SURVEY_COLUMNS: Final = (21, 6, 43, 24)
_FIGURE_COLUMNS: Final = (27, 40, 29)
_HEART_COLUMNS: Final = (13, 21, 62)


def survey_lines(declared: Sequence[Survey], every: Sequence[SurveyMeasures]) -> Iterator[str]:
    """Yield the newest wave of each survey, in numbers and in words, then those before it."""
    if not every:
        return
    yield from row(_SURVEY_COLUMNS, "SURVEY", "KIND", "SCORE", "ANSWERED")
    for survey, found in zip(declared, every, strict=True):
        wave = found.latest
        score, answered = (_score(wave, found.unit), _answered(wave, survey.asked_)) if wave else (NONE, NONE)
        yield from row(_SURVEY_COLUMNS, found.id, found.kind, score, answered)
        yield from notes("in words", [survey_sentence(survey, found)])
        yield from notes("segment", _segments(wave, found.unit) if wave else ())
        yield from notes("note", wave.reasons if wave else found.reasons)
        yield from notes("before", (_earlier(one, found.unit) for one in reversed(found.waves[:-1])))


def _score(wave: Wave, unit: str) -> str:
    """Write the score of a wave, where enough have answered."""
    return observed(wave.point, unit) if wave.point else NONE


def _answered(wave: Wave, asked: int | None) -> str:
    """Write how many of those asked answered."""
    return NONE if wave.response is None else f"{integer(wave.n or 0)} of {integer(asked or 0)}: {share(wave.response)}"


def _segments(wave: Wave, unit: str) -> Iterator[str]:
    """Yield the score of each part that may be shown, with what to know about it."""
    for name, part in wave.segments:
        yield "; ".join((f"{name}: {_score(part, unit)}", *part.reasons))


def _earlier(wave: Wave, unit: str) -> str:
    """Write an earlier wave, or the day of one that may not be shown."""
    return _score(wave, unit) if wave.point else f"{wave.date}: {'; '.join(wave.reasons)}"


def service_lines(figures: Sequence[Figure]) -> Iterator[str]:
    """Yield how well the service works."""
    if figures:
        yield from _figures("SERVICE", figures)


def money_lines(found: MoneyMeasures | None) -> Iterator[str]:
    """Yield what the organisation gets, and how recurring revenue moved."""
    if found is None:
        return
    yield from _figures("MONEY", found.figures)
    change = found.mrr_change
    if any(figure.id == "mrr" for figure in found.figures):
        formula = "(this month - the month before) / the month before"
        yield from row(_FIGURE_COLUMNS, "Change of recurring revenue", share(change.value), formula)
        yield from notes("note", change.reasons)


def _figures(head: str, figures: Sequence[Figure]) -> Iterator[str]:
    """Yield a row for each figure, with what stands beside it."""
    yield from row(_FIGURE_COLUMNS, head, "LATEST", "FORMULA")
    for one in figures:
        latest = observed(one.latest, one.unit) if one.latest else NONE
        yield from row(_FIGURE_COLUMNS, one.name, latest, one.formula)
        yield from notes("beside it", [", ".join(one.beside)] if one.beside else [])
        yield from notes("note", one.reasons)


def heart_lines(every: Sequence[HeartMeasures]) -> Iterator[str]:
    """Yield what measures each category of HEART, or why nothing does."""
    if not every:
        return
    yield from row(_HEART_COLUMNS, "HEART", "METRIC", "LATEST")
    for one in every:
        latest = observed(one.latest, one.unit) if one.latest else NONE
        yield from row(_HEART_COLUMNS, one.category, one.metric or NONE, latest)
        yield from notes("survey", [one.survey] if one.survey else [])
        yield from notes("event log", [one.formula] if one.formula else [])
        yield from notes("not used", [one.not_used_because.strip()] if one.not_used_because.strip() else [])
        yield from notes("note", one.reasons)
