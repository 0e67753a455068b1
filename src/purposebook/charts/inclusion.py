"""The same outcome by group: shares with intervals, and nothing about groups that are too small to be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from purposebook.charts.dots import PERCENT, Dot, Scale, dot_list, dots
from purposebook.charts.figure import Figure, table
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.words import apart, counted, listed, number, percent, percents, quoted, sentences, verb
from purposebook.domain.base import FEWEST_IN_GROUP
from purposebook.domain.workbook import Workbook
from purposebook.measures.answer import Answer
from purposebook.measures.inclusion import (
    DimensionMeasures,
    GroupMeasures,
    InclusionMeasures,
    Reversal,
    Share,
    Split,
    measure_inclusion,
)
from purposebook.measures.proportions import METHOD
from purposebook.measures.words.turning import reversal_words

_SCALE: Final = Scale(0, 1, PERCENT, "Group", "Share, interval, gap to the rest")
_COLUMNS: Final = (
    "Dimension",
    "Outcome",
    "Group",
    "Split by",
    "Stratum",
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
    rows = [dot for dimension in found.dimensions for dot in _dots(dimension, names)]
    return Figure(
        "inclusion",
        _title(found),
        dots(_SCALE, rows[:MOST]),
        _description(found, names, len(rows)),
        table(_COLUMNS, [fact for dimension in found.dimensions for fact in _facts(dimension, names)]),
        "responsibility.yml",
        team=("Dimension", "Outcome", "Group", "Split by", "Stratum"),
        listing=dot_list("Groups", rows),
    )


def _outcome(metric: str, names: dict[str, str]) -> str:
    """Name the outcome that is counted."""
    return names.get(metric, f"{metric} (not written yet)") if metric else "outcome not named"


def _dots(dimension: DimensionMeasures, names: dict[str, str]) -> Iterator[Dot]:
    """Yield the row of each group, and under it those of its strata."""
    heading = f"{apart(dimension.dimension)}: {apart(_outcome(dimension.metric, names))}"
    for one in dimension.groups:
        share = one.share.value
        if share is None:
            yield Dot(one.group, f"not shown: {one.share.reasons[0]}", group=heading, state="absent")
            continue
        yield Dot(
            one.group, _label(share), share.rate, share.low, share.high, f"{_interval(share)}{_gap(one)}", heading
        )
        for stratum, part in _strata(dimension, one.group).items():
            yield Dot(f"– {stratum}", _label(part), part.rate, part.low, part.high, _interval(part), heading)


def _strata(dimension: DimensionMeasures, group: str) -> dict[str, Share]:
    """Return what is told of the strata of a group."""
    split = dimension.split.value if dimension.split else None
    return split.of(group) if split else {}


def _label(share: Share) -> str:
    """Write a share with its counts."""
    return f"{share.reached} of {share.of}: {percent(share.rate)}"


def _interval(share: Share) -> str:
    """Write the interval of a share."""
    return percents(share.low, share.high)


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


def _description(found: InclusionMeasures, names: dict[str, str], rows: int) -> str:
    """Say what is left out and why, and where an order turns round."""
    turned = [_turned(one, names) for one in found.reversals]
    splits = [one.split for one in found.dimensions if one.split]
    split = any(one.value for one in splits)
    left_out = dict.fromkeys(reason for one in splits for reason in one.reasons)
    return rest(
        (
            f"A dot is the share of a group, its line the interval ({METHOD}).",
            f"Under a group stand the shares of its strata{_by(splits)}." if split else "",
            f"Groups of fewer than {FEWEST_IN_GROUP} people are not shown, nor another where it would reveal them.",
            sentences(left_out),
            f"Simpson's paradox: {listed(turned, 3)}; look at the strata before you believe the whole."
            if turned
            else "",
            "The rest are all other groups that are shown, added up.",
            "A gap says that groups fare differently, not why.",
            stops(rows, "rows"),
        )
    )


def _by(splits: Sequence[Answer[Split]]) -> str:
    """Name the variables that groups are split by, where somebody named them."""
    named = dict.fromkeys(quoted(one.value.by, 40) for one in splits if one.value and one.value.by)
    return f", by {listed(named, 3)}" if named else ""


def _turned(one: Reversal, names: dict[str, str]) -> str:
    """Say that an order turns round."""
    by = quoted(one.split_by, 40) if one.split_by else "a second variable"
    where = f"in {quoted(one.dimension, 40)} ({apart(_outcome(one.metric, names), 60)})"
    return f"{where}, {reversal_words(one, quoted(one.ahead, 40), quoted(one.behind, 40), by)}"


def _facts(dimension: DimensionMeasures, names: dict[str, str]) -> Iterator[tuple[object, ...]]:
    """Yield one row per group and stratum; a group that is not shown has no numbers."""
    told = dimension.dimension, _outcome(dimension.metric, names)
    for one in dimension.groups:
        gap: Sequence[object] = ("",) * 3
        if one.gap is not None:
            gap = tuple(round(end, 4) for end in (one.gap.value, *one.gap.interval))
        yield *told, one.group, "", "", *_numbers(one.share.value), *gap, "; ".join(one.share.reasons)
        by = dimension.split.value.by if dimension.split and dimension.split.value else ""
        for stratum, share in _strata(dimension, one.group).items():
            yield *told, one.group, by, stratum, *_numbers(share), "", "", "", ""


def _numbers(share: Share | None) -> tuple[object, ...]:
    """Return counts, share and interval, or nothing of a group that is not shown."""
    if share is None:
        return ("",) * 5
    return share.reached, share.of, *(round(rate, 4) for rate in (share.rate, share.low, share.high))
