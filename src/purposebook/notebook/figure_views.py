"""Every picture by its name, and what to say while there is nothing to draw."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from purposebook.domain.workbook import Workbook
from purposebook.notebook.metric_cards import section
from purposebook.notebook.metrics_views import in_order
from purposebook.notebook.mission_views import empty
from purposebook.notebook.not_used import not_used_reason
from purposebook.notebook.snapshot import Snapshot

if TYPE_CHECKING:
    from purposebook.charts.figure import Figure


@dataclass(frozen=True)
class Picture:
    """Name the function that draws a picture, read only when somebody looks at it."""

    module: str
    """Below `purposebook.charts`."""
    draw: str
    otherwise: str
    """What is said while there is nothing to draw."""
    dated: Callable[[Workbook], object] | None = None
    """Tells whether it depends on the day of the report; None for pictures that never do."""
    section: str = ""
    """The section whose answers it draws; nothing where it has the section's name."""

    def figure(self, snap: Snapshot) -> Figure | None:
        """Draw it, or return nothing; the day is looked at only where something is dated."""
        if self.dated and not self.dated(snap.book):
            return None
        draw = getattr(import_module(f"purposebook.charts.{self.module}"), self.draw)
        drawn: Figure | None = draw(snap.book, snap.as_of) if self.dated else draw(snap.book)
        return drawn


def _view(name: str, picture: Picture) -> Callable[[Snapshot], str]:
    """Make the view of a picture."""

    def view(snap: Snapshot) -> str:
        """Show the picture with its description and data."""
        figure = picture.figure(snap)
        if figure is None:
            return empty(snap, not_used_reason(snap.book, picture.section or name) or picture.otherwise)
        from purposebook.notebook.figures import figure_html

        return figure_html(figure, snap.language)

    return view


def _thread(snap: Snapshot) -> str:
    """Show the golden thread."""
    from purposebook.charts.thread import thread_chart

    figure = thread_chart(snap.thread)
    if figure is None:
        said = "The golden thread begins with one clause of the mission or one objective. Write the first of them."
        return empty(snap, said)
    from purposebook.notebook.figures import figure_html

    return figure_html(figure, snap.language)


def _run_charts(snap: Snapshot) -> str:
    """Show each metric in its own section: card, run chart, what the chart says."""
    if not snap.book.metrics.metrics:
        return empty(snap, "There is no metric to draw yet. Define one, then note its first dated value.")
    return "".join(section(snap, metric) for metric in in_order(snap))


PICTURES: Final[Mapping[str, Picture]] = {
    "ladder": Picture("ladder", "ladder", "The ladder is drawn as soon as one of its steps is written."),
    "delivers": Picture("delivers", "delivers", "Problem, need and value are drawn as soon as one row is written."),
    "ripple": Picture("ripple", "ripple", "The ripple is drawn as soon as one effect is written."),
    "comparison": Picture(
        "comparison",
        "comparison",
        "Strengths and weaknesses are drawn as soon as one alternative is written.",
        section="alternatives",
    ),
    "alignment": Picture(
        "alignment",
        "alignment_matrix",
        "Objectives and clauses are drawn against each other as soon as one of each is written.",
        section="objectives",
    ),
    "outcomes": Picture(
        "outcomes",
        "outcome_chain",
        "The chain from behaviour to result is drawn as soon as an objective says what people will do differently.",
        section="objectives",
    ),
    "needs": Picture(
        "needs", "need_grid", "Needs and gaps are drawn as soon as a persona has a need.", section="personas"
    ),
    "problems": Picture("problems", "problems", "Problems are drawn as soon as one is stated."),
    "agreement": Picture(
        "agreement",
        "agreement",
        "Agreement is drawn as soon as three members have ranked the needs.",
        section="rankings",
    ),
    "freshness": Picture(
        "freshness",
        "freshness",
        "The age of evidence is drawn as soon as one piece of it has a date.",
        lambda book: any(item.date for item in book.evidence.evidence),
        section="evidence",
    ),
    "market": Picture(
        "market", "market", "The market is drawn as soon as a segment or a persona is written.", section="segments"
    ),
    "stakeholders": Picture(
        "stakeholders",
        "stakeholder_map",
        "The stakeholder map is drawn as soon as one party has an interest and an influence.",
        lambda book: book.personas.stakeholders,
    ),
    "levels": Picture(
        "levels",
        "levels",
        "Levels of impact are drawn as soon as a metric names the one it concerns.",
        section="metrics",
    ),
    "compass": Picture("compass", "compass", "The compass is drawn as soon as one impact is named.", section="impacts"),
    "heart": Picture("heart_grid", "heart_grid", "The grid is drawn as soon as one row is filled or left out."),
    "north-star": Picture(
        "north_star", "north_star", "The north star is drawn as soon as one metric is chosen for it.", section="metrics"
    ),
    "pairs": Picture(
        "pairs", "pairs", "Pairs are drawn as soon as a metric of the organisation is defined.", section="metrics"
    ),
    "owners": Picture("owners", "owners", "Owners are drawn as soon as a metric is defined.", section="metrics"),
    "strategy-tree": Picture(
        "strategy_tree",
        "strategy_tree",
        "The tree is drawn as soon as one intent, initiative or option is written.",
        section="intents",
    ),
    "streams": Picture("streams", "streams", "A value stream is drawn as soon as it has one step."),
    "recall": Picture("recall", "recall", "The share who can say it is drawn as soon as members were asked."),
    "opportunity-tree": Picture(
        "opportunity_tree",
        "opportunity_tree",
        "The tree is drawn as soon as one opportunity is written.",
        section="opportunities",
    ),
    "sieve": Picture("sieve", "sieve", "The sieve is drawn as soon as one idea is written.", section="ideas"),
    "exits": Picture(
        "exits",
        "exits",
        "The line of kill criteria is drawn as soon as one is written.",
        lambda book: book.opportunities.exits,
    ),
    "iterations": Picture("iterations", "iterations", "Loops are drawn as soon as one piece of feedback is written."),
    "status-lines": Picture("status_lines", "status_lines", "Status lines are counted as soon as one of them is kept."),
    "work-origin": Picture(
        "work_origin", "work_origin", "Origins are counted as soon as there are work items.", section="work"
    ),
    "work-value": Picture(
        "work_periods", "work_value", "Value is counted as soon as there are work items.", section="work"
    ),
    "work-gain": Picture(
        "work_periods", "work_gain", "Gains are counted as soon as there are work items.", section="work"
    ),
    "work-proof": Picture(
        "work_proof", "work_proof", "Proof is counted as soon as there are work items.", section="work"
    ),
    "kata-board": Picture(
        "kata_board", "kata_board", "The board is drawn as soon as one experiment is written.", section="experiments"
    ),
    "step-line": Picture(
        "step_line",
        "step_line",
        "The line of steps is drawn as soon as one experiment is written.",
        lambda book: book.experiments.experiments,
        section="experiments",
    ),
    "stage-grid": Picture(
        "stage_grid",
        "stage_grid",
        "The stages are drawn as soon as one of them has been looked at.",
        lambda book: book.responsibility.visits or book.responsibility.harms,
        section="harms",
    ),
    "footprint": Picture("footprint", "footprint", "The footprint is drawn as soon as one component is written."),
    "wcag": Picture(
        "wcag", "wcag", "Criteria are counted as soon as one of them is answered.", section="accessibility"
    ),
    "inclusion": Picture("inclusion", "inclusion", "Outcomes are drawn as soon as they are counted for one group."),
    "rounds": Picture("rounds", "rounds", "Answers are drawn as soon as five members have given theirs."),
    "decision-rights": Picture(
        "decision_rights", "decision_rights", "Who decides is drawn as soon as one decision is written."
    ),
    "reviews": Picture(
        "reviews",
        "reviews",
        "Reviews are drawn as soon as there was one.",
        lambda book: book.reviews.reviews,
    ),
    "completeness": Picture("completeness", "completeness", "Nothing is written yet. Begin with the mission."),
}
"""Pictures of a workbook, in the order of the chapters."""

FIGURES: Final[Mapping[str, Callable[[Snapshot], str]]] = {
    **{name: _view(name, picture) for name, picture in PICTURES.items()},
    "run-charts": _run_charts,
    "thread": _thread,
}
