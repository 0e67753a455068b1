"""Every view by its name: what a chapter's one-line calls can show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal

from purposebook.errors import UsageError
from purposebook.notebook import (
    findings_views,
    impact_cards,
    impact_figures,
    metrics_views,
    mission_views,
    objectives_views,
    personas_views,
    poster_views,
    record_views,
    report_views,
    review_views,
    strand_views,
)
from purposebook.notebook.figure_views import FIGURES
from purposebook.notebook.snapshot import Snapshot

Kind = Literal["form", "findings", "figure", "card"]
View = Callable[[Snapshot], str]

VIEWS: Final[Mapping[Kind, Mapping[str, View]]] = {
    "form": {
        **mission_views.CARDS,
        **objectives_views.CARDS,
        **personas_views.CARDS,
        **metrics_views.CARDS,
        **record_views.CARDS,
    },
    "findings": findings_views.FINDINGS,
    "figure": {**FIGURES, **impact_figures.FIGURES},
    "card": {
        **impact_cards.CARDS,
        **personas_views.SHEETS,
        **poster_views.CARDS,
        **report_views.CARDS,
        **review_views.CARDS,
        **strand_views.CARDS,
    },
}
"""Names are unique within a kind, so that any chapter can show any view."""


def view(kind: Kind, name: str) -> View:
    """Return the view of that name, or say which names there are."""
    found = VIEWS[kind].get(name)
    if found is None:
        raise UsageError(f"There is no {kind} named {name!r}. Use one of: {', '.join(sorted(VIEWS[kind]))}.")
    return found
