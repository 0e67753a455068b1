"""Values become altair charts, each with a title, a description in words and its data; no HTML here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from purposebook.charts.alignment import alignment_matrix
    from purposebook.charts.completeness import completeness
    from purposebook.charts.figure import Figure
    from purposebook.charts.freshness import freshness
    from purposebook.charts.ladder import ladder
    from purposebook.charts.levels import levels
    from purposebook.charts.market import market
    from purposebook.charts.needs import need_grid
    from purposebook.charts.outcomes import outcome_chain
    from purposebook.charts.run_chart import run_chart, sparkline
    from purposebook.charts.stakeholders import stakeholder_map
    from purposebook.charts.thread import thread_chart

__all__ = [
    "Figure",
    "alignment_matrix",
    "completeness",
    "freshness",
    "ladder",
    "levels",
    "market",
    "need_grid",
    "outcome_chain",
    "run_chart",
    "sparkline",
    "stakeholder_map",
    "thread_chart",
]

_HOME: Final = {
    "alignment_matrix": "alignment",
    "completeness": "completeness",
    "Figure": "figure",
    "freshness": "freshness",
    "ladder": "ladder",
    "levels": "levels",
    "market": "market",
    "need_grid": "needs",
    "outcome_chain": "outcomes",
    "run_chart": "run_chart",
    "sparkline": "run_chart",
    "stakeholder_map": "stakeholders",
    "thread_chart": "thread",
}


def __getattr__(name: str) -> object:
    """Read a chart's code when somebody asks for it: whoever needs the palette alone needs none of it."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
