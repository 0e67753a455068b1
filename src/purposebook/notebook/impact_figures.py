"""Pictures of what an event log and experiments tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from purposebook.notebook.mission_views import empty
from purposebook.notebook.not_used import not_used_reason
from purposebook.notebook.snapshot import Snapshot
from purposebook.notebook.wording import sentence

if TYPE_CHECKING:
    from purposebook.charts.figure import Figure
    from purposebook.domain.experiments import Experiment
    from purposebook.measures.pirate.found import PirateMeasures

NO_LOG: Final = "This is drawn as soon as an event log is named under pirate metrics: who did what, and when."
_TOO_LITTLE: Final = "There is too little in the log to draw this."
NO_COMPARISON: Final = "This is drawn as soon as an experiment compares two groups, or before and after."


def _acquisition(snap: Snapshot, found: PirateMeasures) -> Figure | None:
    """Draw the channels."""
    from purposebook.charts.acquisition import acquisition

    del snap
    return acquisition(found)


def _funnel(snap: Snapshot, found: PirateMeasures) -> Figure | None:
    """Draw the funnel."""
    from purposebook.charts.funnel import funnel

    return funnel(found, snap.book.metrics.pirate.funnel if snap.book.metrics.pirate else None)


def _cohorts(snap: Snapshot, found: PirateMeasures) -> Figure | None:
    """Draw the map of cohorts."""
    from purposebook.charts.cohorts import cohorts

    del snap
    return cohorts(found)


def _retention(snap: Snapshot, found: PirateMeasures) -> Figure | None:
    """Draw the curves."""
    from purposebook.charts.retention import retention

    del snap
    return retention(found)


_Draw = Callable[[Snapshot, "PirateMeasures"], "Figure | None"]


def _of_log(part: str, draw: _Draw) -> Callable[[Snapshot], str]:
    """Make the view of a picture that rests on the event log."""

    def view(snap: Snapshot) -> str:
        """Show the picture, or why there is none."""
        found = snap.pirate
        if found is None:
            return empty(snap, not_used_reason(snap.book, "pirate") or NO_LOG)
        figure = draw(snap, found)
        if figure is None:
            return empty(snap, _sentences(getattr(found, part).reasons) or _TOO_LITTLE)
        return _html(snap, figure)

    return view


def _html(snap: Snapshot, figure: Figure) -> str:
    """Show one picture."""
    from purposebook.notebook.figures import figure_html

    return figure_html(figure, snap.language)


def _sentences(reasons: tuple[str, ...]) -> str:
    """Write reasons as sentences."""
    return " ".join(map(sentence, reasons))


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


FIGURES: Final[Mapping[str, Callable[[Snapshot], str]]] = {
    "acquisition": _of_log("acquisition", _acquisition),
    "funnel": _of_log("funnel", _funnel),
    "cohorts": _of_log("retention", _cohorts),
    "retention": _of_log("retention", _retention),
    "differences": _differences,
    "before-after": _changes,
}
