"""A workbook as of a day, with all that is derived from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from purposebook.domain.row_origins import RowOrigin, row_origins
from purposebook.domain.thread import Thread, thread_of
from purposebook.domain.workbook import PARTS, Workbook
from purposebook.notebook.labels import Labels, ReviewLabels
from purposebook.storage.journal import note_day

if TYPE_CHECKING:
    from purposebook.checks.board import Quality
    from purposebook.checks.finding import Checked
    from purposebook.measures import MetricMeasures, ObjectiveMeasures, ProductMeasures
    from purposebook.measures.experiment import ExperimentMeasures
    from purposebook.measures.pirate.found import PirateMeasures


@dataclass(frozen=True)
class Snapshot:
    """Hold a workbook, and work out findings, measures and thread when a view first asks."""

    book: Workbook
    day: dt.date
    """The day on which it is looked at. Views ask for `as_of` instead, and only when they show something dated."""
    linked: bool = True
    """False where pages are not beside each other, as in a live notebook."""
    review: str = ""
    """The id of the review whose own day names items; empty for today's names."""

    @property
    def as_of(self) -> dt.date:
        """Return the day, and note in the journal that what is shown rests on it."""
        note_day()
        return self.day

    @cached_property
    def labels(self) -> Labels:
        """Return the labels of all ids."""
        return self.review_labels if self.review else Labels(self.book, linked=self.linked)

    @cached_property
    def review_labels(self) -> ReviewLabels:
        """Return the labels of all ids as they were on the day of a review."""
        return ReviewLabels(self.book, self.review, linked=self.linked)

    @cached_property
    def checked(self) -> Checked:
        """Return what the rules say of the whole workbook."""
        return self._answered(None)

    def checked_in(self, *parts: str) -> Checked:
        """Return what the rules say of some parts; nothing is read that these parts do not need."""
        return self._answered(frozenset(parts))

    @cached_property
    def _answered(self) -> Callable[[frozenset[str] | None], Checked]:
        """Return a function that asks the rules about each choice of parts once."""
        from purposebook.checks.engine import answer
        from purposebook.checks.rule import EVERYWHERE, Question

        return cache(lambda parts: answer(self.book, Question(lambda: self.as_of, parts or EVERYWHERE)))

    @cached_property
    def qualities(self) -> tuple[Quality, ...]:
        """Return the rows of the evidence board."""
        from purposebook.checks.board import board

        return tuple(board(self.book, self.checked, self.as_of))

    @cached_property
    def measured(self) -> ProductMeasures:
        """Return every number."""
        from purposebook.measures.product import measure

        return measure(self.book, self.as_of)

    @property
    def pirate(self) -> PirateMeasures | None:
        """Return what the event log tells; nothing is read where none is declared."""
        return self.measured.pirate if self.book.metrics.pirate and self.book.events else None

    @property
    def experiments(self) -> tuple[ExperimentMeasures, ...]:
        """Return what comparisons can support; no number is read where there is none."""
        compared = any(one.comparison for one in self.book.experiments.experiments)
        return self.measured.experiments if compared else ()

    @cached_property
    def thread(self) -> Thread:
        """Return the golden thread."""
        return thread_of(self.book)

    def metric_measures(self, id: str) -> MetricMeasures | None:
        """Return the numbers of one metric."""
        return self.measured.metric(id)

    def objective_measures(self, id: str) -> ObjectiveMeasures | None:
        """Return the score of one objective."""
        return next((item for item in self.measured.objectives if item.id == id), None)

    def citations(self) -> dict[str, tuple[str, ...]]:
        """Return the places that cite each piece of evidence."""
        from purposebook.domain.references import references

        cited: dict[str, list[str]] = {}
        for reference in references(self.book, PARTS):
            if "evidence" in reference.kinds:
                cited.setdefault(reference.target, []).append(reference.where)
        return {id: tuple(dict.fromkeys(places)) for id, places in cited.items()}

    @property
    def origins(self) -> tuple[RowOrigin, ...]:
        """Return where the observations came from, and the events where some are declared."""
        return row_origins(self.book)

    @property
    def language(self) -> str:
        """Return the language of the team's texts where it differs from that of the page's own words."""
        language = self.book.product.language
        return "" if language.lower() == "en" else language
