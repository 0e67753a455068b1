"""Measures -> plain text of 100 columns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from textwrap import wrap
from typing import Final

from purposebook.measures.metric import MetricMeasures
from purposebook.measures.objective import ObjectiveMeasures
from purposebook.measures.product import ProductMeasures
from purposebook.measures.series import Point
from purposebook.measures.variation import SIGNAL_WORDS, Signal

WIDTH: Final = 100
_METRIC_COLUMNS: Final = (21, 26, 18, 8, 6, 11)
_OBJECTIVE_COLUMNS: Final = (21, 8, 67)
_NONE: Final = "-"


def as_text(measures: ProductMeasures) -> str:
    """Return every number of a product with its interval, or the reason why there is none."""
    return "\n".join(line.rstrip() for line in _lines(measures)) + "\n"


def _lines(measures: ProductMeasures) -> Iterator[str]:
    """Yield the report line by line."""
    yield f"{measures.product}: measures as of {measures.as_of}"
    yield ""
    if measures.metrics:
        yield from _row(_METRIC_COLUMNS, "METRIC", "LATEST", "BASELINE -> TARGET", "PROGRESS", "PACE", "ASSURANCE")
        for metric in measures.metrics:
            yield from _metric(metric)
    else:
        yield "No metric is written yet: begin with one that shows what changes for people."
    if measures.objectives:
        yield ""
        yield from _row(_OBJECTIVE_COLUMNS, "OBJECTIVE", "SCORE", "ROLL-UP")
        for objective in measures.objectives:
            yield from _objective(objective)
    if measures.reasons:
        yield ""
        yield from _notes("note", measures.reasons)


def _metric(metric: MetricMeasures) -> Iterator[str]:
    """Yield the row of one metric and the notes under it."""
    goal = f"{_number(metric.baseline)} -> {_number(metric.target)}"
    latest = _latest(metric.latest, metric.unit) if metric.latest else _NONE
    share = (_percent(metric.progress), _percent(metric.pace))
    yield from _row(_METRIC_COLUMNS, metric.id, latest, goal, *share, metric.assurance or _NONE)
    limits = metric.limits
    if limits:
        words = f"{_number(limits.lower)} to {_number(limits.upper)}, mean {_number(limits.mean)}"
        yield from _notes("limits", [words])
    yield from _notes("signal", _signals(metric.signals))
    yield from _notes("segment", [f"{part.segment}: {_latest(part.latest, metric.unit)}" for part in metric.segments])
    yield from _notes("note", metric.reasons)


def _objective(objective: ObjectiveMeasures) -> Iterator[str]:
    """Yield the row of one objective and the notes under it."""
    score = _NONE if objective.score is None else f"{objective.score:.2f}"
    expected = "" if objective.expected is None else f", {objective.expected} expected"
    yield from _row(_OBJECTIVE_COLUMNS, objective.id, score, objective.rollup + expected)
    yield from _notes("note", objective.reasons)


def _latest(point: Point, unit: str) -> str:
    """Return a value with unit, interval, n and date."""
    parts = [f"{_number(point.value)} {unit}".strip()]
    if point.interval:
        parts.append(f"[{_number(point.interval[0])}, {_number(point.interval[1])}]")
    if point.n is not None:
        parts.append(f"n={point.n:,}")
    return " ".join([*parts, f"on {point.date}"])


def _signals(signals: Sequence[Signal]) -> Iterator[str]:
    """Yield one phrase per kind of signal, with its days."""
    by_kind = sorted(signals, key=lambda signal: list(SIGNAL_WORDS).index(signal.kind))
    for kind, group in groupby(by_kind, key=lambda signal: signal.kind):
        days = [signal.date for signal in group]
        when = f"on {days[0]}" if len(days) == 1 else f"{len(days)} points from {days[0]} to {days[-1]}"
        yield f"{SIGNAL_WORDS[kind]}: {when}"


def _row(widths: Sequence[int], *cells: str) -> Iterator[str]:
    """Yield one row of a table; a cell that is too long goes on below itself."""
    wrapped = [wrap(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*wrapped, fillvalue=""):
        yield "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True))


def _notes(label: str, notes: Iterable[str]) -> Iterator[str]:
    """Yield labelled notes, indented under their row."""
    for note in notes:
        yield from wrap(note, WIDTH, initial_indent=f"  {label}: ", subsequent_indent="    ")


def _percent(share: float | None) -> str:
    """Return a fraction as a whole percentage."""
    return _NONE if share is None else f"{share:,.0%}"


def _number(value: float | None) -> str:
    """Return a number with as many digits as a reader can use: whole, or four that count."""
    if value is None:
        return _NONE
    size = abs(value)
    if size >= 1e15 or 0 < size < 1e-4:
        return f"{value:.4g}"
    if value.is_integer():
        return f"{value:,.0f}"
    text = f"{value:,.{max(0, 3 - math.floor(math.log10(size)))}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
