"""Every picture by its name, and what to say while there is nothing to draw."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from purposebook.domain.metrics import Metric
from purposebook.notebook.cards import trusted
from purposebook.notebook.mission_views import empty
from purposebook.notebook.snapshot import Snapshot

if TYPE_CHECKING:
    from purposebook.charts.figure import Figure


def _drawn(snap: Snapshot, figure: Figure | None, otherwise: str) -> str:
    """Return a picture's HTML, or one sentence that says what to do first."""
    from purposebook.notebook.figures import figure_html

    return figure_html(figure, snap.language) if figure else empty(snap, otherwise)


def run_chart(snap: Snapshot, metric: Metric) -> Markup | None:
    """Draw a metric over time, or nothing while it has no observation."""
    from purposebook import charts
    from purposebook.notebook.figures import figure_html

    measured = snap.metric_measures(metric.id)
    figure = charts.run_chart(metric, measured) if measured else None
    return trusted(figure_html(figure, snap.language)) if figure else None


def sparkline(snap: Snapshot, metric: Metric) -> Markup | None:
    """Draw a metric's course in the size of a word, or nothing while it has no observation."""
    from purposebook import charts
    from purposebook.notebook.figures import picture_html

    measured = snap.metric_measures(metric.id)
    figure = charts.sparkline(metric, measured) if measured else None
    return trusted(picture_html(figure)) if figure else None


def _run_charts(snap: Snapshot) -> str:
    """Show each metric in its own section: card, run chart, what the chart says."""
    from purposebook.notebook.metric_cards import section
    from purposebook.notebook.metrics_views import in_order

    if not snap.book.metrics.metrics:
        return empty(snap, "There is no metric to draw yet. Define one, then note its first dated value.")
    return "".join(section(snap, metric) for metric in in_order(snap))


def _ladder(snap: Snapshot) -> str:
    """Draw the purpose ladder."""
    from purposebook import charts

    return _drawn(snap, charts.ladder(snap.book), "The ladder is drawn as soon as one of its steps is written.")


def _alignment(snap: Snapshot) -> str:
    """Draw which objective serves which clause."""
    from purposebook import charts

    text = "Objectives and clauses are drawn against each other as soon as one of each is written."
    return _drawn(snap, charts.alignment_matrix(snap.book), text)


def _outcomes(snap: Snapshot) -> str:
    """Draw behaviour, outcome and business result in a chain."""
    from purposebook import charts

    text = "The chain from behaviour to result is drawn as soon as an objective says what people will do differently."
    return _drawn(snap, charts.outcome_chain(snap.book), text)


def _needs(snap: Snapshot) -> str:
    """Draw needs and gaps."""
    from purposebook import charts

    return _drawn(snap, charts.need_grid(snap.book), "Needs and gaps are drawn as soon as a persona has a need.")


def _freshness(snap: Snapshot) -> str:
    """Draw how old the evidence is."""
    from purposebook import charts

    text = "The age of evidence is drawn as soon as one piece of it has a date."
    return _drawn(snap, charts.freshness(snap.book, snap.as_of), text)


def _market(snap: Snapshot) -> str:
    """Draw segments against personas."""
    from purposebook import charts

    return _drawn(snap, charts.market(snap.book), "The market is drawn as soon as a segment or a persona is written.")


def _stakeholders(snap: Snapshot) -> str:
    """Draw the parties around the users."""
    from purposebook import charts

    text = "The stakeholder map is drawn as soon as one party has an interest and an influence."
    return _drawn(snap, charts.stakeholder_map(snap.book, snap.as_of), text)


def _levels(snap: Snapshot) -> str:
    """Draw on which levels the product is measured."""
    from purposebook import charts

    return _drawn(
        snap, charts.levels(snap.book), "Levels of impact are drawn as soon as a metric names the one it concerns."
    )


def _thread(snap: Snapshot) -> str:
    """Draw the golden thread."""
    from purposebook import charts

    text = "The golden thread begins with one clause of the mission or one objective. None is written yet."
    return _drawn(snap, charts.thread_chart(snap.thread), text)


def _completeness(snap: Snapshot) -> str:
    """Draw how much of each part is written."""
    from purposebook import charts

    return _drawn(snap, charts.completeness(snap.book), "Nothing is written yet. Begin with the mission.")


FIGURES: Final[Mapping[str, Callable[[Snapshot], str]]] = {
    "ladder": _ladder,
    "alignment": _alignment,
    "outcomes": _outcomes,
    "needs": _needs,
    "freshness": _freshness,
    "market": _market,
    "stakeholders": _stakeholders,
    "run-charts": _run_charts,
    "levels": _levels,
    "thread": _thread,
    "completeness": _completeness,
}
