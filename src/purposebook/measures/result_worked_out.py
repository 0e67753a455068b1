"""Surveys, service, money and HEART -> their parts of the result of `purposebook measures --format json`."""

from __future__ import annotations

from collections.abc import Iterator

from purposebook.measures.heart import HeartMeasures
from purposebook.measures.money import MoneyMeasures
from purposebook.measures.product import ProductMeasures
from purposebook.measures.ratios import Figure
from purposebook.measures.result_parts import Json, latest, pair
from purposebook.measures.survey import Wave


def surveys_json(measures: ProductMeasures) -> Iterator[Json]:
    """Yield every survey with its waves."""
    declared = measures.book.metrics.surveys if measures.book else ()
    for survey, found in zip(declared, measures.surveys, strict=True):
        yield {
            "id": found.id,
            "kind": found.kind,
            "question": survey.question.strip() or None,
            "unit": found.unit,
            "waves": [_wave(wave, survey.asked_) for wave in found.waves],
            "reasons": list(found.reasons),
        }


def _wave(wave: Wave, asked: int | None) -> Json:
    """Return one wave; one of too few answers carries no number."""
    return {
        "date": wave.date.isoformat(),
        **_score(wave),
        "asked": asked if wave.n is not None else None,
        "response_rate": wave.response,
        "segments": sorted(_segments(wave), key=lambda part: str(part["segment"])),
        "reasons": list(wave.reasons),
    }


def _segments(wave: Wave) -> Iterator[Json]:
    """Yield each part of the whole; one that is hidden carries no number."""
    for name, part in wave.segments:
        yield {"segment": name, **_score(part), "suppressed": False, "reasons": list(part.reasons)}
    nothing = {"value": None, "n": None, "interval": None, "method": None}
    for name, reason in wave.hidden:
        yield {"segment": name, **nothing, "suppressed": True, "reasons": [reason]}


def _score(one: Wave) -> Json:
    """Return the score of one group of answers."""
    return {"value": one.value, "n": one.n, "interval": pair(one.interval), "method": one.method}


def figure_json(figure: Figure) -> Json:
    """Return one figure of service or money, beside what users get for it."""
    return {
        "id": figure.id,
        "name": figure.name,
        "formula": figure.formula,
        "unit": figure.unit,
        "latest": latest(figure.latest),
        "beside": list(figure.beside),
        "reasons": list(figure.reasons),
    }


def money_json(found: MoneyMeasures) -> Json:
    """Return the figures of money, and how recurring revenue moved."""
    return {
        "mrr_change": found.mrr_change.value,
        "figures": [figure_json(figure) for figure in found.figures],
        "reasons": list(found.mrr_change.reasons),
    }


def heart_json(one: HeartMeasures) -> Json:
    """Return what measures one category of HEART, or why nothing does."""
    return {
        "category": one.category,
        "metric": one.metric or None,
        "survey": one.survey or None,
        "source": one.source,
        "formula": one.formula or None,
        "unit": one.unit,
        "latest": latest(one.latest),
        "not_used_because": one.not_used_because.strip() or None,
        "reasons": list(one.reasons),
    }
