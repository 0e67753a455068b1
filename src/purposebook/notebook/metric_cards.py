"""What a metric's card says: the number, its precision, its way to the target, its ups and downs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from purposebook.domain.metrics import Metric
from purposebook.notebook import wording
from purposebook.notebook.cards import render
from purposebook.notebook.labels import Label
from purposebook.notebook.metric_pictures import run_chart
from purposebook.notebook.metrics_views import SHOULD
from purposebook.notebook.snapshot import Snapshot

if TYPE_CHECKING:
    from purposebook.measures.metric import MetricMeasures
    from purposebook.measures.series import Point

SHORT: Final = 3
"""Characters of a unit that stands beside every number, as % does."""


@dataclass(frozen=True)
class MetricCard:
    """Hold one metric's numbers in words."""

    metric: Metric
    label: Label
    north_star: bool
    should: str
    number: str
    """The latest value without its unit, or nothing."""
    short_unit: str
    """The unit where it is short enough to stand beside every number."""
    precision: str
    """Interval and n, or why there is none."""
    seen: str
    """The day of the latest value."""
    progress: str
    state: str
    """reached, ahead, behind, worse, or nothing."""
    done: str
    """Width of the bar in percent, or nothing."""
    pace: str
    """Place of today's plan in percent, or nothing."""
    signals: tuple[str, ...]
    verdict: tuple[str, str] | None
    """Shape and words of the assurance."""
    said: str
    """What all of it means, in words."""
    usual: tuple[str, ...]
    """The normal variation of each time between two changes that has limits, oldest first."""
    segments: tuple[tuple[str, str], ...]
    guards: tuple[tuple[Label, str], ...]
    """Each guard with where it stands."""
    reasons: tuple[str, ...]
    chart: Markup | None

    @property
    def long_unit(self) -> bool:
        """Tell whether the unit is set smaller than the number."""
        return len(self.metric.unit) > SHORT


def card_of(snap: Snapshot, metric: Metric, *, chart: bool = True) -> MetricCard:
    """Put one metric's numbers into words."""
    found = snap.metric_measures(metric.id)
    latest = found.latest if found else None
    done, pace = (found.progress, found.pace) if found else (None, None)
    return MetricCard(
        metric=metric,
        label=snap.labels.one(metric.id, "metric"),
        north_star=metric.id == snap.book.metrics.north_star,
        should=SHOULD.get(metric.direction or "", ""),
        number=wording.number(latest.value) if latest else "",
        short_unit=metric.unit if len(metric.unit) <= SHORT else "",
        precision=precision(latest, metric.unit) if latest else "",
        seen=wording.day(latest.date) if latest else "",
        progress=wording.progress(done, pace, metric.direction),
        state=wording.pace_state(done, pace),
        done="" if done is None else wording.reference_fraction(done),
        pace="" if pace is None else wording.reference_fraction(pace),
        signals=signal_words(found) if found else (),
        verdict=wording.ASSURANCE.get(found.assurance or "") if found else None,
        said=_said(snap, metric, found) if found else "",
        usual=tuple(_usual(metric, found)) if found else (),
        segments=_segments(found, metric.unit) if found else (),
        guards=tuple(_guards(snap, metric)),
        reasons=_to_know(found.reasons) if found else (),
        chart=run_chart(snap, metric) if chart else None,
    )


def _to_know(reasons: tuple[str, ...]) -> tuple[str, ...]:
    """Write each cause once, with all that follows from it."""
    told: dict[str, list[str]] = {}
    for reason in reasons:
        cause, _, effect = wording.with_days(reason).partition(": ")
        told.setdefault(cause, []).extend([effect] if effect else [])
    return tuple(wording.sentence(": ".join(filter(None, (cause, "; ".join(told[cause]))))) for cause in told)


def precision(point: Point, unit: str) -> str:
    """Say how precise a value is: its interval and the number behind it."""
    counted = f"n{wording.NBSP}={wording.NBSP}{wording.number(point.n)}" if point.n is not None else ""
    if point.interval is None:
        return counted
    said = f"{wording.interval(point.interval, unit)} at 95{wording.NBSP}% confidence"
    return f"{said}, {counted}" if counted else said


def signal_words(found: MetricMeasures) -> tuple[str, ...]:
    """Say which signals the series shows, each kind once with its last day; calm series say so."""
    from purposebook.measures.variation import SIGNAL_WORDS

    if not found.signals:
        return ("No signal: the ups and downs are the usual ones.",) if found.limits else ()
    points = Counter(signal.kind for signal in found.signals)
    last = {signal.kind: signal.date for signal in found.signals}
    return tuple(
        f"Signal: {SIGNAL_WORDS[kind]} ({wording.count(amount, 'point')}, the last on {wording.day(last[kind])})."
        for kind, amount in points.items()
    )


def _segments(found: MetricMeasures, unit: str) -> tuple[tuple[str, str], ...]:
    """Write the newest value of each part of the whole."""
    return tuple(
        (
            part.segment,
            "; ".join(filter(None, (wording.quantity(part.latest.value, unit), precision(part.latest, unit)))),
        )
        for part in found.segments
    )


def _said(snap: Snapshot, metric: Metric, found: MetricMeasures) -> str:
    """Say what the numbers mean; the team's word for who was counted stands in it where the team writes English too."""
    from purposebook.measures.words import counted_people, sentence

    people = "" if snap.language else counted_people(metric)
    by_id = {other.id: other for other in snap.book.metrics.metrics}
    pairs = ((by_id.get(id), snap.metric_measures(id)) for id in metric.guards)
    guards = [(guard, numbers) for guard, numbers in pairs if guard and numbers]
    return wording.with_days(sentence(metric, found, people, guards))


def _usual(metric: Metric, found: MetricMeasures) -> Iterator[str]:
    """Write the limits of each phase, which start anew after a change."""
    for at, phase in enumerate(found.phases):
        if phase.limits:
            band = wording.interval((phase.limits.lower, phase.limits.upper), metric.unit)
            until = "" if at == len(found.phases) - 1 else f" until {wording.day(phase.end)}"
            yield f"{band}, from {wording.day(phase.start)}{until}"


def _guards(snap: Snapshot, metric: Metric) -> Iterator[tuple[Label, str]]:
    """Yield each guard with where it stands; one that nobody wrote has no number."""
    from purposebook.measures.words import guard_words

    by_id = {other.id: other for other in snap.book.metrics.metrics}
    for id in metric.guards:
        guard, numbers = by_id.get(id), snap.metric_measures(id)
        said = wording.with_days(guard_words(guard, numbers)) if guard and numbers else ""
        yield snap.labels.one(id, "metric"), said


def section(snap: Snapshot, metric: Metric) -> str:
    """Show one metric's card in full width, as its own section."""
    return render("metric_section.html", snap=snap, card=card_of(snap, metric))
