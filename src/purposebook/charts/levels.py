"""On which levels of impact the product is measured; counts, never a score."""

from __future__ import annotations

from collections import Counter
from typing import Final, get_args

from purposebook.charts.bars import Bar, bars
from purposebook.charts.figure import Figure, table
from purposebook.charts.words import counted, listed, verb
from purposebook.domain.metrics import ImpactLevel
from purposebook.domain.workbook import Workbook

_LEVELS: Final[tuple[str, ...]] = get_args(ImpactLevel)
_NONE: Final = "no level yet"


def levels(book: Workbook) -> Figure | None:
    """Draw how many metrics concern each level."""
    metrics = book.metrics.metrics
    if not metrics:
        return None
    counts: Counter[str] = Counter(metric.level or _NONE for metric in metrics)
    shown = [*_LEVELS, *([_NONE] if counts[_NONE] else [])]
    names = {level: "; ".join(one.name for one in metrics if (one.level or _NONE) == level) for level in shown}
    most = max(*counts.values(), 4)
    drawn = [Bar(level.capitalize(), counts[level], _label(counts[level])) for level in shown]
    return Figure(
        "levels",
        _title(counts),
        bars(drawn, "metrics", most=most),
        _description(counts),
        table(["Level", "Metrics", "Names"], [(level.capitalize(), counts[level], names[level]) for level in shown]),
        "metrics.yml",
        team=("Names",),
    )


def _label(count: int) -> str:
    """Write what stands at a bar's end."""
    return str(count) if count else "none"


def _title(counts: Counter[str]) -> str:
    """Say which levels are measured."""
    found = [level for level in _LEVELS if counts[level]]
    if not found:
        return "No metric says yet whom it concerns"
    if found == ["business"]:
        return "Only the business itself is measured, nobody outside it"
    return f"Metrics look at {len(found)} of {len(_LEVELS)} levels of impact: {listed(found)}"


def _description(counts: Counter[str]) -> str:
    """Read the bars aloud."""
    read = [f"{level} {counts[level]}" for level in _LEVELS]
    bare = counts[_NONE]
    rest = f" {counted(bare, 'metric')} {verb(bare, 'names', 'name')} no level." if bare else ""
    return f"Metrics per level of impact: {', '.join(read)}.{rest}"
