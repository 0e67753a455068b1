"""Every picture by its name, and what to say while there is nothing to draw."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from purposebook.charts.alignment import alignment_matrix
from purposebook.charts.completeness import completeness
from purposebook.charts.freshness import freshness
from purposebook.charts.ladder import ladder
from purposebook.charts.levels import levels
from purposebook.charts.market import market
from purposebook.charts.needs import need_grid
from purposebook.charts.outcomes import outcome_chain
from purposebook.charts.stakeholders import stakeholder_map
from purposebook.charts.thread import thread_chart
from purposebook.notebook.metric_cards import section
from purposebook.notebook.metrics_views import in_order
from purposebook.notebook.mission_views import empty
from purposebook.notebook.snapshot import Snapshot

if TYPE_CHECKING:
    from purposebook.charts.figure import Figure


def _picture(draw: Callable[[Snapshot], Figure | None], otherwise: str) -> Callable[[Snapshot], str]:
    """Make the view of a picture; `otherwise` is said while there is nothing to draw."""

    def view(snap: Snapshot) -> str:
        """Show the picture with its description and data."""
        from purposebook.notebook.figures import figure_html

        figure = draw(snap)
        return figure_html(figure, snap.language) if figure else empty(snap, otherwise)

    return view


def _is_dated(snap: Snapshot) -> bool:
    """Tell whether any evidence has an age that depends on the day."""
    return any(item.date for item in snap.book.evidence.evidence)


def _run_charts(snap: Snapshot) -> str:
    """Show each metric in its own section: card, run chart, what the chart says."""
    if not snap.book.metrics.metrics:
        return empty(snap, "There is no metric to draw yet. Define one, then note its first dated value.")
    return "".join(section(snap, metric) for metric in in_order(snap))


FIGURES: Final[Mapping[str, Callable[[Snapshot], str]]] = {
    "ladder": _picture(
        lambda snap: ladder(snap.book),
        "The ladder is drawn as soon as one of its steps is written.",
    ),
    "alignment": _picture(
        lambda snap: alignment_matrix(snap.book),
        "Objectives and clauses are drawn against each other as soon as one of each is written.",
    ),
    "outcomes": _picture(
        lambda snap: outcome_chain(snap.book),
        "The chain from behaviour to result is drawn as soon as an objective says what people will do differently.",
    ),
    "needs": _picture(
        lambda snap: need_grid(snap.book),
        "Needs and gaps are drawn as soon as a persona has a need.",
    ),
    "freshness": _picture(
        lambda snap: freshness(snap.book, snap.as_of) if _is_dated(snap) else None,
        "The age of evidence is drawn as soon as one piece of it has a date.",
    ),
    "market": _picture(
        lambda snap: market(snap.book),
        "The market is drawn as soon as a segment or a persona is written.",
    ),
    "stakeholders": _picture(
        lambda snap: stakeholder_map(snap.book, snap.as_of) if snap.book.personas.stakeholders else None,
        "The stakeholder map is drawn as soon as one party has an interest and an influence.",
    ),
    "run-charts": _run_charts,
    "levels": _picture(
        lambda snap: levels(snap.book),
        "Levels of impact are drawn as soon as a metric names the one it concerns.",
    ),
    "thread": _picture(
        lambda snap: thread_chart(snap.thread),
        "The golden thread begins with one clause of the mission or one objective. Write the first of them.",
    ),
    "completeness": _picture(
        lambda snap: completeness(snap.book),
        "Nothing is written yet. Begin with the mission.",
    ),
}
