"""Points that stand out from normal variation: what kind of signal each is, and whether it is welcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Literal

from purposebook.charts.palette import LIGHT
from purposebook.domain.metrics import Metric
from purposebook.measures.metric import MetricMeasures
from purposebook.measures.series import Point
from purposebook.measures.variation import SIGNAL_WORDS, SignalKind

Side = Literal["above", "below"]
Welcome = Literal["good", "bad", "warn"]

MEANINGS: Final[Mapping[Welcome, str]] = MappingProxyType(
    {"good": "better than normal variation", "bad": "worse than normal variation", "warn": "unusual"}
)


@dataclass(frozen=True)
class Marked:
    """Hold a point that is part of one or more signals."""

    point: Point
    kinds: tuple[SignalKind, ...]
    side: Side
    """On which side of its phase's mean it is; a trend counts as the side to which it goes."""
    welcome: Welcome
    """A state of the palette: where the team wants to go, where not, or neither."""

    @property
    def words(self) -> str:
        """Name the signals, and whether they are welcome."""
        return f"{MEANINGS[self.welcome]} ({', '.join(SIGNAL_WORDS[kind] for kind in self.kinds)})"


def marked(metric: Metric, measured: MetricMeasures) -> tuple[Marked, ...]:
    """Return the points that stand out, oldest first."""
    kinds: dict[object, list[SignalKind]] = {}
    for signal in measured.signals:
        kinds.setdefault(signal.date, []).append(signal.kind)
    found = []
    for point in measured.series:
        if point.date in kinds:
            side = _side(point, tuple(kinds[point.date]), measured)
            found.append(Marked(point, tuple(kinds[point.date]), side, _welcome(metric, side)))
    return tuple(found)


def _side(point: Point, kinds: tuple[SignalKind, ...], measured: MetricMeasures) -> Side:
    """Say on which side of normal a point is."""
    if set(kinds) <= {"rising", "falling"}:
        return "above" if kinds[0] == "rising" else "below"
    phase = next((one for one in measured.phases if one.start <= point.date <= one.end), None)
    limits = phase.limits if phase else None
    return "above" if limits is None or point.value >= limits.mean else "below"


def _welcome(metric: Metric, side: Side) -> Welcome:
    """Say whether a side is where the team wants to go."""
    if metric.direction not in {"increase", "decrease"}:
        return "warn"
    return "good" if (side == "above") == (metric.direction == "increase") else "bad"


def sorts(signals: Sequence[Marked]) -> list[tuple[Side, Welcome]]:
    """Return the sorts of signals that occur: their side, and whether they are welcome."""
    return sorted({(one.side, one.welcome) for one in signals})


def triangle(side: Side, welcome: Welcome) -> dict[str, Any]:
    """Return the look of a signal: it points to the side on which it is."""
    shape = "triangle-up" if side == "above" else "triangle-down"
    return {"shape": shape, "fill": LIGHT[welcome], "stroke": LIGHT["paper"], "strokeWidth": 1, "opacity": 1}
