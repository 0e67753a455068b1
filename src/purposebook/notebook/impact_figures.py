"""Pictures of what an event log and experiments tell, and of what moves together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final

from purposebook.notebook.mission_views import empty
from purposebook.notebook.snapshot import Snapshot
from purposebook.notebook.wording import sentence

if TYPE_CHECKING:
    from purposebook.charts.figure import Figure
    from purposebook.domain.experiments import Experiment

NO_PAIR: Final = (
    "This is drawn as soon as an objective has a key result, and its outcome says to which business metric it leads."
)
_TOO_LITTLE: Final = "There is too little in the log to draw this."
NO_COMPARISON: Final = "This is drawn as soon as an experiment compares two groups, or before and after."


def _of_log(module: str, part: str, *defined: str) -> Callable[[Snapshot], str]:
    """Make the view of a picture of a `part` of what the event log tells, drawn with what is `defined` there."""

    def view(snap: Snapshot) -> str:
        """Show the picture, or why there is none; without a log the card before the pictures says so for all."""
        found = snap.pirate
        if found is None:
            return ""
        draw = getattr(import_module(f"purposebook.charts.{module}"), module)
        figure = draw(found, *(getattr(snap.book.metrics.pirate, name) for name in defined))
        if figure is None:
            return empty(snap, " ".join(map(sentence, getattr(found, part).reasons)) or _TOO_LITTLE)
        return _html(snap, figure)

    return view


def _html(snap: Snapshot, figure: Figure) -> str:
    """Show one picture."""
    from purposebook.notebook.figures import figure_html

    return figure_html(figure, snap.language)


def _by_id(snap: Snapshot) -> Mapping[str, Experiment]:
    """Return experiments by their ids."""
    return {one.id: one for one in snap.book.experiments.experiments}


def _differences(snap: Snapshot) -> str:
    """Show differences of two groups."""
    from purposebook.charts.estimates import differences

    figure = differences(_by_id(snap), snap.experiments)
    return _html(snap, figure) if figure else empty(snap, NO_COMPARISON)


def _changes(snap: Snapshot) -> str:
    """Show ratios of after to before, and behind each the series with the way it would have gone."""
    from purposebook.charts.counterfactual import counterfactual
    from purposebook.charts.estimates import ratios

    experiments = _by_id(snap)
    metrics = {one.id: one for one in snap.book.metrics.metrics}
    figures = [ratios(experiments, snap.experiments)]
    for found in snap.experiments:
        comparison = experiments[found.id].comparison
        metric = metrics.get(comparison.metric or "") if comparison else None
        figures.append(counterfactual(experiments[found.id], metric, found) if metric else None)
    drawn = [_html(snap, figure) for figure in figures if figure]
    return "".join(drawn) or empty(snap, NO_COMPARISON)


def _lead_lag(snap: Snapshot) -> str:
    """Show what moves together, or why that cannot be told; no number is read where no pair is declared."""
    from purposebook.measures.lead_lag import declared_pairs

    if not declared_pairs(snap.book):
        return empty(snap, NO_PAIR)
    from purposebook.charts.lead_lag import lead_lag

    by_id = {metric.id: metric for metric in snap.book.metrics.metrics}
    figure = lead_lag(by_id, snap.measured.lead_lag)
    if figure:
        return _html(snap, figure)
    reasons = dict.fromkeys(reason for one in snap.measured.lead_lag for reason in one.rho.reasons)
    return empty(snap, " ".join(map(sentence, reasons)))


FIGURES: Final[Mapping[str, Callable[[Snapshot], str]]] = {
    "acquisition": _of_log("acquisition", "acquisition"),
    "funnel": _of_log("funnel", "funnel", "funnel"),
    "cohorts": _of_log("cohorts", "retention"),
    "retention": _of_log("retention", "retention"),
    "differences": _differences,
    "before-after": _changes,
    "lead-lag": _lead_lag,
}
