"""What several parts of the result of `purposebook measures --format json` are made of."""

from __future__ import annotations

from typing import Any

from purposebook.measures.series import Point
from purposebook.text import numbers

Json = dict[str, Any]


def without_noise(value: Any) -> Any:
    """Return a result whose numbers carry no noise of floating point; they keep every digit that says something."""
    if isinstance(value, dict):
        return {key: without_noise(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [without_noise(inner) for inner in value]
    return numbers.without_noise(value) if isinstance(value, float) else value


def pair(interval: tuple[float, float] | None) -> list[float] | None:
    """Return both ends of an interval."""
    return list(interval) if interval else None


def dated(point: Point) -> Json:
    """Return one point of a series."""
    return {
        "date": point.date.isoformat(),
        "value": point.value,
        "n": point.n,
        "interval": pair(point.interval),
    }


def latest(point: Point | None) -> Json | None:
    """Return a newest point, with its method; nothing where there is none."""
    return {**dated(point), "method": point.method} if point else None
