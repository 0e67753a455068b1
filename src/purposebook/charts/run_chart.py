"""A metric over time with all that keeps a reader honest: limits, intervals, baseline, target, changes, signals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from purposebook.charts.figure import Figure, table
from purposebook.charts.newest import newest, what_is_left_out
from purposebook.charts.run_layers import MANY, run_layers, spark_layers
from purposebook.charts.run_signals import MEANINGS, Marked, marked
from purposebook.charts.words import apart, counted, day, integer, listed, span, verb, with_unit
from purposebook.domain.metrics import Metric
from purposebook.measures.assurance import Verdict
from purposebook.measures.metric import MetricMeasures
from purposebook.measures.series import Point
from purposebook.measures.variation import SIGNAL_WORDS

_VERDICTS: Final[Mapping[Verdict, str]] = MappingProxyType(
    {
        "pass": "The process as it runs now will meet the target.",
        "fail": "The process as it runs now will miss the target.",
        "hit-or-miss": "The process as it runs now will meet the target at times and miss it at others.",
    }
)
_COLUMNS: Final = (
    *("Date", "Value", "Unit", "Counted", "From", "To"),
    *("Mean", "Lower limit", "Upper limit", "Signal", "Change"),
)


def run_chart(metric: Metric, measured: MetricMeasures) -> Figure | None:
    """Draw every observation of a metric in its time."""
    return _figure(metric, measured, f"run-{metric.id}", small=False)


def sparkline(metric: Metric, measured: MetricMeasures) -> Figure | None:
    """Draw the course of a metric in the size of a word."""
    return _figure(metric, measured, f"spark-{metric.id}", small=True)


def _figure(metric: Metric, measured: MetricMeasures, name: str, *, small: bool) -> Figure | None:
    """Draw a metric, or nothing while it has no observation."""
    latest = measured.latest
    if latest is None or not measured.series:
        return None
    metric, shown = newest(metric, measured)
    signals = marked(metric, shown)
    said = (*_said(metric, shown, latest, signals), what_is_left_out(shown, measured))
    return Figure(
        name,
        _title(metric, shown, latest),
        spark_layers(shown) if small else run_layers(metric, shown, signals),
        " ".join(said).strip(),
        table(_COLUMNS, list(_facts(metric, shown, signals))),
        metric.source,
        team=("Unit", "Change"),
    )


def _title(metric: Metric, measured: MetricMeasures, latest: Point) -> str:
    """Say where the metric stands, and how that compares with target and baseline."""
    now = with_unit(latest.value, metric.unit)
    return f"{apart(metric.name)}: {now} on {day(latest.date)}{_compared(metric, measured, latest)}"


def _compared(metric: Metric, measured: MetricMeasures, latest: Point) -> str:
    """Compare the latest value with baseline and target."""
    sign = {"increase": 1, "decrease": -1}.get(metric.direction or "", 0)
    baseline, target = measured.baseline, measured.target
    percent = "%" if metric.unit.strip() == "%" else ""
    if baseline is not None and sign and (latest.value - baseline) * sign < 0:
        side = "below" if sign > 0 else "above"
        return f", {side} the baseline of {with_unit(baseline, percent)}"
    if target is None:
        return ""
    goal = with_unit(target, percent)
    if not sign:
        return f", with a target of {goal}"
    if (latest.value - target) * sign >= 0:
        return f", at the target of {goal}" if latest.value == target else f", beyond the target of {goal}"
    return f", {'below' if sign > 0 else 'above'} the target of {goal}"


def _said(metric: Metric, measured: MetricMeasures, latest: Point, signals: tuple[Marked, ...]) -> Iterator[str]:
    """Yield the sentences of the description."""
    count, first = len(measured.series), measured.series[0]
    when = f"{day(first.date)} to {day(latest.date)}" if count > 1 else f"on {day(first.date)}"
    yield f"{counted(count, 'observation')}, {when}."
    if latest.interval:
        of, ends = f" of {integer(latest.n)} counted" if latest.n else "", span(*latest.interval, metric.unit)
        yield f"The latest is {with_unit(latest.value, metric.unit)}{of}, interval {ends}."
    if count > MANY and any(point.interval for point in measured.series):
        yield "The pale band holds the intervals of all points; the table has them in numbers."
    if metric.baseline:
        since = f" on {day(metric.baseline.date)}" if metric.baseline.date else ""
        yield f"Baseline {with_unit(metric.baseline.value, metric.unit)}{since}."
    if metric.target:
        by = f" by {day(metric.target.by)}" if metric.target.by else ""
        yield f"Target {with_unit(metric.target.value, metric.unit)}{by}."
    yield from _variation(metric, measured, signals)
    if metric.changes:
        changes = [f"{apart(change.what, 80)} ({day(change.date)})" for change in metric.changes]
        yield f"Changes: {listed(changes)}."


def _variation(metric: Metric, measured: MetricMeasures, signals: tuple[Marked, ...]) -> Iterator[str]:
    """Yield what limits, signals and assurance say."""
    limits = measured.limits
    if limits:
        ends = span(limits.lower, limits.upper, metric.unit)
        yield f"Normal variation: mean {with_unit(limits.mean, metric.unit)}, limits {ends}."
        yield _stand_out(signals)
    if measured.assurance:
        yield _VERDICTS[measured.assurance]


def _stand_out(signals: tuple[Marked, ...]) -> str:
    """Count the signals of each sort, with the latest of it."""
    if not signals:
        return "No point stands out from normal variation."
    told = []
    for welcome, meaning in MEANINGS.items():
        found = [signal for signal in signals if signal.welcome == welcome]
        kinds = listed(dict.fromkeys(SIGNAL_WORDS[kind] for signal in found for kind in signal.kinds))
        if found:
            told.append(f"{len(found)} {meaning} ({kinds}), last on {day(found[-1].point.date)}")
    return f"{counted(len(signals), 'point')} {verb(len(signals), 'stands', 'stand')} out: {'; '.join(told)}."


def _facts(metric: Metric, measured: MetricMeasures, signals: tuple[Marked, ...]) -> Iterator[tuple[object, ...]]:
    """Yield one row per observation, with the limits of its phase and the changes since the one before."""
    words = {signal.point.date: signal.words for signal in signals}
    waiting = sorted(metric.changes, key=lambda change: change.date)
    for point in measured.series:
        phase = next((one for one in measured.phases if one.start <= point.date <= one.end), None)
        limits = phase.limits if phase else None
        since = [change for change in waiting if change.date <= point.date]
        waiting = waiting[len(since) :]
        ends = point.interval or (None, None)
        band = (limits.mean, limits.lower, limits.upper) if limits else (None, None, None)
        what = "; ".join(change.what for change in since)
        counts = (point.date.isoformat(), point.value, metric.unit, point.n, *ends)
        yield *counts, *band, words.get(point.date, ""), what
    for change in waiting:
        yield change.date.isoformat(), *(None,) * 8, "", change.what
