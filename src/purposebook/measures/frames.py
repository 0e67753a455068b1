"""Measures -> tidy frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from purposebook.measures.metric import MetricMeasures

if TYPE_CHECKING:
    import pandas as pd


def frame(measured: MetricMeasures) -> pd.DataFrame:
    """Return one row per point: date, value, n, interval, the limits of its phase, and its signals in one text.

    Columns: `date` (day), `value`, `n`, `low`, `high` (the interval), `phase` (from 1), `mean`, `lower`, `upper` (the
    phase's limits) and `signals` (kinds joined by a comma). Units: the metric's own. A missing number is NaN.
    """
    import pandas as pd

    columns = ["date", "value", "n", "low", "high", "phase", "mean", "lower", "upper", "signals"]
    table = pd.DataFrame([_record(measured, at) for at in range(len(measured.series))], columns=columns)
    numbers = {name: "float64" for name in columns if name not in {"date", "phase", "signals"}}
    return table.assign(date=pd.to_datetime(table["date"])).astype({**numbers, "phase": "int64", "signals": "object"})


def _record(measured: MetricMeasures, at: int) -> dict[str, object]:
    """Return the row of one point."""
    point = measured.series[at]
    number, phase = next((n, p) for n, p in enumerate(measured.phases, 1) if p.start <= point.date <= p.end)
    low, high = point.interval or (None, None)
    limits = phase.limits
    return {
        "date": point.date,
        "value": point.value,
        "n": point.n,
        "low": low,
        "high": high,
        "phase": number,
        "mean": limits.mean if limits else None,
        "lower": limits.lower if limits else None,
        "upper": limits.upper if limits else None,
        "signals": ", ".join(signal.kind for signal in measured.signals if signal.date == point.date),
    }
