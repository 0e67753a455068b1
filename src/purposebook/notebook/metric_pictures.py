"""A metric's pictures: its course in full, and in the size of a word."""

from __future__ import annotations

from markupsafe import Markup

from purposebook.domain.metrics import Metric
from purposebook.notebook.cards import trusted
from purposebook.notebook.snapshot import Snapshot


def run_chart(snap: Snapshot, metric: Metric) -> Markup | None:
    """Draw a metric over time, or nothing while it has no observation."""
    from purposebook.charts.run_chart import run_chart as draw
    from purposebook.notebook.figures import figure_html

    measured = snap.metric_measures(metric.id)
    figure = draw(metric, measured) if measured else None
    return trusted(figure_html(figure, snap.language)) if figure else None


def sparkline(snap: Snapshot, metric: Metric) -> Markup | None:
    """Draw a metric's course in the size of a word, or nothing while it has no observation."""
    from purposebook.charts.run_chart import sparkline as draw
    from purposebook.notebook.figures import picture_html

    measured = snap.metric_measures(metric.id)
    figure = draw(metric, measured) if measured else None
    return trusted(picture_html(figure)) if figure else None
