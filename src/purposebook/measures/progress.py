"""Progress towards a target, the pace that it asks for, and whether the process will meet it."""

from __future__ import annotations

import datetime as dt
from typing import Final

from purposebook.domain.metrics import Metric
from purposebook.measures.answer import Answer, finite
from purposebook.measures.series import Point

MAINTAIN: Final = "direction is maintain: there is no way to go, so no progress and no pace"
SAME: Final = "target equals baseline: no progress and no pace"


def progress(metric: Metric, latest: Point | None) -> Answer[float]:
    """Return how much of the way from baseline to target the latest value has gone, as a plain fraction.

    Definition: (current - baseline) / (target - baseline): 0 at the baseline, 1 at the target whichever way it lies,
    below 0 on the wrong side of the baseline, above 1 beyond the target; never clamped. Refused without baseline,
    target or observation, where target and baseline are equal, where the newest observation is older than the baseline,
    and for `maintain`, which is to stay where it is: see its limits and assurance instead.
    Source: plain arithmetic; the same that OKR scores rest on (Doerr, Measure What Matters, 2018).
    """
    refusals = _no_way(metric)
    if refusals or metric.baseline is None or metric.target is None or latest is None:
        return Answer.refused(*refusals)
    start, end = metric.baseline.value, metric.target.value
    if metric.baseline.date is not None and latest.date < metric.baseline.date:
        return Answer.refused(f"no observation since the baseline of {metric.baseline.date}: no progress")
    value = (latest.value - start) / (end - start)
    return finite(value, "progress", *_caveats(metric))


def pace(metric: Metric, as_of: dt.date) -> Answer[float]:
    """Return where a straight line from baseline to target would be on `as_of`, as a plain fraction of progress.

    Definition: days since the baseline's date / days from there to the target's date. The line ends at the target:
    after the target's date pace is 1, and a reason says that the date has passed. Refused before the baseline's date,
    without either date, where the target's date is not after the baseline's, and wherever there is no way to go
    (see `progress`). Source: plain arithmetic.
    """
    refusals = _no_way(metric)
    if refusals or metric.baseline is None or metric.target is None:
        return Answer.refused(*refusals)
    start, end = metric.baseline.date, metric.target.by
    if start is None or end is None:
        missing = [name for name, day in (("baseline", start), ("target", end)) if day is None]
        return Answer.refused(*(f"no {name} date: no pace" for name in missing))
    if end <= start:
        return Answer.refused(f"target date {end} is not after the baseline date {start}: no pace")
    if as_of < start:
        return Answer.refused(f"{as_of} is before the baseline date {start}: no pace")
    if as_of > end:
        return Answer(1.0, (f"target date {end} has passed: pace is 1",))
    return Answer((as_of - start).days / (end - start).days)


def _no_way(metric: Metric) -> tuple[str, ...]:
    """Say why there is no way from baseline to target."""
    if metric.direction == "maintain":
        return (MAINTAIN,)
    missing = [name for name in ("baseline", "target") if getattr(metric, name) is None]
    if missing:
        return tuple(f"no {name}: no progress and no pace" for name in missing)
    same = metric.baseline and metric.target and metric.baseline.value == metric.target.value
    return (SAME,) if same else ()


def _caveats(metric: Metric) -> tuple[str, ...]:
    """Warn where the target lies against the direction."""
    if metric.baseline is None or metric.target is None or metric.direction is None:
        return ()
    rises = metric.target.value > metric.baseline.value
    if rises == (metric.direction == "increase"):
        return ()
    side = "above" if rises else "below"
    return (f"target lies {side} the baseline, against direction {metric.direction}: progress is told towards it",)
