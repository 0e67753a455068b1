"""Values become altair charts, each with a title, a description in words and its data; no HTML here."""

from __future__ import annotations

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
