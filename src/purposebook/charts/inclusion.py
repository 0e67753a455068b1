"""The same outcome by group: shares with intervals, and nothing about groups that are too small to be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from purposebook.charts.dots import PERCENT, Dot, Scale, dot_list, dots
from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.words import counted, listed, number, quoted, span, verb, with_unit
from purposebook.domain.workbook import Workbook
from purposebook.measures.inclusion import (
    SMALLEST,
    DimensionMeasures,
    GroupMeasures,
    InclusionMeasures,
    measure_inclusion,
)
from purposebook.measures.proportions import METHOD

_SCALE: Final = Scale(0, 1, PERCENT, "Group", "Share, interval, gap to the rest")
_COLUMNS: Final = (
    "Dimension",
    "Outcome",
    "Group",
    "Reached",
    "Of",
    "Share",
    "Low",
    "High",
    "Gap to the rest",
    "Gap, low",
    "Gap, high",
    "Note",
)


def inclusion(book: Workbook) -> Figure | None:
    """Draw the share of each group that reached an outcome, dimension by dimension."""
    written = book.responsibility.inclusion
    if written is None or not written.outcomes:
        return None
    found = measure_inclusion(written.outcomes)
    names = {metric.id: metric.name for metric in book.metrics.metrics}
    rows = [_dot(one, dimension, names) for dimension in found.dimensions for one in dimension.groups]
    return Figure(
        "inclusion",
        _title(found),
        dots(_SCALE, rows[:MOST]),
        _description(found, len(rows)),
        table(_COLUMNS, [fact for dimension in found.dimensions for fact in _facts(dimension, names)]),
        "responsibility.yml",
        team=("Dimension", "Outcome", "Group"),
        listing=dot_list("Groups", rows),
    )


def _outcome(one: DimensionMeasures, names: dict[str, str]) -> str:
    """Name the outcome of a dimension."""
    return names.get(one.metric, f"{one.metric} (not written yet)") if one.metric else "outcome not named"


def _dot(one: GroupMeasures, dimension: DimensionMeasures, names: dict[str, str]) -> Dot:
    """Return a group's row."""
    group = f"{dimension.dimension}: {_outcome(dimension, names)}"
    share = one.share.value
    if share is None:
        return Dot(one.group, f"not shown: {one.share.reasons[0]}", group=group, state="absent")
    label = f"{share.reached} of {share.of}: {with_unit(100 * share.rate, '%')}"
    more = f"{span(round(100 * share.low, 1), round(100 * share.high, 1), '%')}{_gap(one)}"
    return Dot(one.group, label, share.rate, share.low, share.high, more, group)


def _gap(one: GroupMeasures) -> str:
    """Write how far a group is from the rest."""
    if one.gap is None:
        return ""
    return f"; {'+' if one.gap.value > 0 else ''}{_points(one.gap.value)} points to the rest"


def _points(gap: float) -> str:
    """Write a difference of shares, to a tenth of a point."""
    return number(round(100 * gap, 1))


def _title(found: InclusionMeasures) -> str:
    """Say how wide the widest gap is, and how many groups are too small."""
    hidden = sum(one.share.value is None for dimension in found.dimensions for one in dimension.groups)
    shown = [one for dimension in found.dimensions for one in dimension.groups if one.share.value]
    gaps = [abs(one.gap.value) for one in shown if one.gap is not None]
    if gaps:
        first = f"The widest gap between a group and the rest is {_points(max(gaps))} points"
    else:
        first = f"{counted(len(shown), 'group')} can be shown, with no other to compare with"
    return f"{first}; {counted(hidden, 'group')} {verb(hidden)} not shown" if hidden else first


def _description(found: InclusionMeasures, rows: int) -> str:
    """Say what is left out and why, and where an order turns round."""
    turned = [
        f"in {quoted(one.dimension, 40)}, {quoted(one.ahead, 40)} is ahead of {quoted(one.behind, 40)} in each of "
        f"{one.outcomes} outcomes, and behind it when they are added up"
        for one in found.reversals
    ]
    return rest(
        (
            f"A dot is the share of a group, its line the interval ({METHOD}).",
            f"Groups of fewer than {SMALLEST} people are not shown, nor another where it would reveal them.",
            f"Simpson's paradox: {listed(turned, 3)}; do not add them up." if turned else "",
            "The rest are all other groups that are shown, added up.",
            "A gap says that groups fare differently, not why.",
            stops(rows, "groups"),
        )
    )


def _facts(dimension: DimensionMeasures, names: dict[str, str]) -> Iterator[tuple[object, ...]]:
    """Yield one row per group; a group that is not shown has no numbers."""
    for one in dimension.groups:
        share = one.share.value
        numbers: Sequence[object] = ("",) * 8
        if share:
            rates = (share.rate, share.low, share.high)
            gap: Sequence[object] = ("",) * 3
            if one.gap is not None:
                gap = tuple(round(end, 4) for end in (one.gap.value, *one.gap.interval))
            numbers = (share.reached, share.of, *(round(rate, 4) for rate in rates), *gap)
        yield dimension.dimension, _outcome(dimension, names), one.group, *numbers, "; ".join(one.share.reasons)
