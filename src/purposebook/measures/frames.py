"""Measures -> tidy frames."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from purposebook.measures.metric import MetricMeasures
from purposebook.measures.series import Point
from purposebook.measures.variation import Limits

if TYPE_CHECKING:
    import pandas as pd


def frame(measured: MetricMeasures) -> pd.DataFrame:
    """Return one row per point: date, value, n, interval, the limits of its phase, and its signals in one text.

    Columns: `date` (day), `value`, `n`, `low`, `high` (the interval), `phase` (from 1), `mean`, `lower`, `upper` (the
    phase's limits) and `signals` (kinds joined by a comma). Units: the metric's own. A missing number is NaN.
    """
    import pandas as pd

    columns = ["date", "value", "n", "low", "high", "phase", "mean", "lower", "upper", "signals"]
    table = pd.DataFrame(list(_records(measured)), columns=columns)
    numbers = {name: "float64" for name in columns if name not in {"date", "phase", "signals"}}
    return table.assign(date=pd.to_datetime(table["date"])).astype({**numbers, "phase": "int64", "signals": "object"})


def _records(measured: MetricMeasures) -> Iterator[dict[str, object]]:
    """Yield the row of each point, phase by phase."""
    kinds: dict[dt.date, list[str]] = defaultdict(list)
    for signal in measured.signals:
        kinds[signal.date].append(signal.kind)
    starts = [phase.start for phase in measured.phases]
    for point in measured.series:
        number = bisect_right(starts, point.date)
        yield {
            **_record(point, measured.phases[number - 1].limits),
            "phase": number,
            "signals": ", ".join(kinds[point.date]),
        }


def _record(point: Point, limits: Limits | None) -> dict[str, object]:
    """Return a point's numbers beside the limits of its phase."""
    low, high = point.interval or (None, None)
    return {
        "date": point.date,
        "value": point.value,
        "n": point.n,
        "low": low,
        "high": high,
        "mean": limits.mean if limits else None,
        "lower": limits.lower if limits else None,
        "upper": limits.upper if limits else None,
    }
