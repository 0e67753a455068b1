"""Strips of values beside the line of steps: expected, actual and target condition on one metric's scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from purposebook.charts.drawing import SHEET, Mark, Path, Shape, Tip, Words
from purposebook.charts.labels import shorten
from purposebook.charts.looks import SMALL
from purposebook.charts.words import with_unit
from purposebook.domain.experiments import Experiment
from purposebook.domain.metrics import Metric

_LEFT: Final = SHEET - 150
_INSET: Final = 8


@dataclass(frozen=True)
class Scales:
    """Hold from where to where the values of each metric run."""

    ends: Mapping[str, tuple[float, float]]

    def __bool__(self) -> bool:
        """Say whether there is any value to draw."""
        return bool(self.ends)

    @classmethod
    def of(cls, steps: Iterable[tuple[Experiment, Metric | None]]) -> Scales:
        """Find the ends of every metric in which a step was expected to end, or ended, at a value."""
        held: dict[str, list[float]] = {}
        for experiment, metric in steps:
            if metric and (_expected(experiment) is not None or _actual(experiment) is not None):
                every = (_expected(experiment), _actual(experiment), _target(experiment), _now(experiment))
                held.setdefault(metric.id, []).extend(value for value in every if value is not None)
        return cls({id: (min(values), max(values)) for id, values in held.items()})

    def place(self, metric: Metric, value: float) -> float:
        """Return where a value stands; where all are equal it stands in the middle."""
        low, high = self.ends[metric.id]
        share = (value - low) / (high - low) if high > low else 0.5
        return _LEFT + _INSET + share * (SHEET - _LEFT - 2 * _INSET)


def _expected(one: Experiment) -> float | None:
    """Return the value that was expected."""
    return one.expected.value if one.expected else None


def _actual(one: Experiment) -> float | None:
    """Return the value that was seen."""
    return one.actual.value if one.actual else None


def _target(one: Experiment) -> float | None:
    """Return the value of the target condition."""
    return one.target_condition.value if one.target_condition else None


def _now(one: Experiment) -> float | None:
    """Return the value before the step."""
    return one.current.value if one.current else None


def key() -> Iterator[Shape]:
    """Explain the marks of the strips."""
    told = (("absent", "before", 0), ("planned", "expected", 62), ("joined", "happened", 0), ("target", "target", 76))
    for at, (look, word, x) in enumerate(told):
        y = 8 + 15 * (at // 2)
        if look == "target":
            yield Path(((_LEFT + x + 6, y - 6), (_LEFT + x + 6, y + 6)), "together")
        else:
            yield Mark(_LEFT + x + 6, y, look)
        yield Words(_LEFT + x + 16, y, word, "note")


def strip(scales: Scales, one: Experiment, metric: Metric | None, y: float) -> Iterator[Shape]:
    """Draw the values of one step on its metric's scale, and the line of its target condition."""
    if metric is None or metric.id not in scales.ends:
        return
    low, high = scales.ends[metric.id]
    yield Words(_LEFT, y + 6, shorten(metric.name, SHEET - _LEFT, SMALL), "note", Tip(metric.name, "metric"))
    target = _target(one)
    if target is not None:
        x = scales.place(metric, target)
        yield Path(((x, y + 15), (x, y + 47)), "together")
    marks = (
        (24, "absent", "before", _now(one)),
        (24, "planned", "expected", _expected(one)),
        (40, "joined", "happened", _actual(one)),
    )
    for below in (24, 40):
        yield Path(((_LEFT, y + below), (SHEET, y + below)), "rule")
    for below, look, word, value in marks:
        if value is not None:
            yield Mark(scales.place(metric, value), y + below, look, Tip(with_unit(value, metric.unit), word))
    yield Words(_LEFT, y + 55, with_unit(low, metric.unit, 8), "note")
    if high > low:
        yield Words(SHEET, y + 55, with_unit(high, metric.unit, 8), "note-right")
