"""The report's front page: front, tiles, board, metrics, not done, silenced, provenance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from purposebook.domain.product import Ignored
from purposebook.notebook import wording
from purposebook.notebook.cards import render
from purposebook.notebook.findings_views import findings_anchor
from purposebook.notebook.labels import anchor
from purposebook.notebook.metric_cards import card_of
from purposebook.notebook.metrics_views import in_order
from purposebook.notebook.mission_views import empty
from purposebook.notebook.provenance_views import provenance
from purposebook.notebook.snapshot import Snapshot
from purposebook.notebook.tile_views import tiles
from purposebook.text.directions import isolated
from purposebook.text.plurals import verb


def front(snap: Snapshot) -> str:
    """Show name, summary, mission, what changed for whom, and the dates of the report."""
    ladder = snap.book.mission.ladder
    change = ladder.change if ladder else None
    whom = ladder.for_whom if ladder else ""
    known = snap.labels.knows(whom, "persona")
    return render(
        "front.html",
        snap=snap,
        product=snap.book.product,
        mission=snap.book.mission.mission,
        change=change,
        whom=whom,
        persona=snap.labels.one(whom, "persona") if known else None,
        write=snap.labels.page("mission"),
        reviewed=_last_review(snap),
        due=_next_review(snap),
    )


def _last_review(snap: Snapshot) -> dt.date | None:
    """Return the day of the newest review."""
    return next((row.dated for row in snap.qualities if row.key == "evaluated"), None)


def _next_review(snap: Snapshot) -> dt.date | None:
    """Return the day on which the workbook wants to be looked at again, unless it never was."""
    last = _last_review(snap)
    return last + dt.timedelta(days=snap.book.product.review_every) if last else None


@dataclass(frozen=True)
class BoardRow:
    """Hold one quality as a reader sees it."""

    name: str
    state: str
    shape: str
    reasons: tuple[str, ...]
    counts: str
    next_step: str
    dated: dt.date | None
    href: str
    chapter: str
    points: str
    """How many points are open, in words."""
    findings: str
    """Where the first of them stands on the report; empty where none is open and where no page links to pages."""


def board(snap: Snapshot) -> str:
    """Show the eight qualities: state, why, and the one thing that would move it."""
    rows = tuple(
        BoardRow(
            name=wording.sentence(quality.name)[:-1],
            state=quality.state,
            shape=wording.SHAPES[quality.state],
            reasons=tuple(wording.sentence(reason) for reason in quality.reasons),
            counts=wording.sentence(quality.counts) if quality.counts else "",
            next_step=wording.sentence(quality.next_step) if quality.next_step else "",
            dated=quality.dated,
            href="" if quality.chapter == "report" else snap.labels.page(quality.chapter),
            chapter=quality.chapter,
            points=_points(len(quality.open)) if quality.state != "absent" or quality.open else "",
            findings=snap.labels.page("report", findings_anchor(quality.open[0])) if quality.open else "",
        )
        for quality in snap.qualities
    )
    others = len(snap.checked.findings) - sum(len(quality.open) for quality in snap.qualities)
    return render("board.html", snap=snap, rows=rows, others=others)


def _points(open: int) -> str:
    """Say how many points are open."""
    return f"{wording.count(open, 'point')} {verb(open)} open." if open else "No point is open."


def metrics(snap: Snapshot) -> str:
    """Show a card per metric, the north star first."""
    cards = tuple(card_of(snap, metric) for metric in in_order(snap))
    if not cards:
        return empty(snap, "No metric is defined yet. Begin with one number that shows what changes for people.")
    return render("report_metrics.html", snap=snap, cards=cards)


def not_done(snap: Snapshot) -> str:
    """List what waits to be written, with the chapter that leads through it."""
    from purposebook.checks.parts_done import not_done as waiting

    rows = [(wording.sentence(item.what), item.chapter, snap.labels.page(item.chapter)) for item in waiting(snap.book)]
    rows += [(f"Note a first value of “{isolated(name)}”.", "metrics", href) for name, href in _unseen(snap)]
    if not rows:
        return empty(snap, "Every part is begun. What the findings say is what is left to improve.")
    return render("not_done.html", snap=snap, rows=rows)


def _unseen(snap: Snapshot) -> Iterator[tuple[str, str]]:
    """Yield name and address of each metric that is defined and was never seen."""
    for metric in snap.book.metrics.metrics:
        found = snap.metric_measures(metric.id)
        if found is None or found.latest is None:
            yield wording.shortened(metric.name), snap.labels.page("metrics", anchor("metric", metric.id))


def silenced(snap: Snapshot) -> str:
    """Show each silenced rule with the team's reason."""
    found = snap.book.product.ignore
    if not found:
        return empty(snap, "No rule is silenced.")
    return render(
        "silenced.html", snap=snap, rows=[(item, snap.labels.about(item.where), _title(item)) for item in found]
    )


def not_used(snap: Snapshot) -> str:
    """Show each framework that the team leaves out, with its reason."""
    found = snap.book.product.not_used
    if not found:
        return empty(snap, "Nothing is left out on purpose. Whatever does not help may be, with a reason in one line.")
    return render("not_used.html", snap=snap, rows=found)


def _title(item: Ignored) -> str:
    """Return the title of the silenced rule, or nothing for a rule that nobody knows."""
    from purposebook.checks.catalogue import BY_ID

    return BY_ID[item.rule].title if item.rule in BY_ID else ""


CARDS: Final[Mapping[str, Callable[[Snapshot], str]]] = {
    "front": front,
    "tiles": tiles,
    "board": board,
    "metrics": metrics,
    "not-done": not_done,
    "silenced": silenced,
    "not-used": not_used,
    "provenance": provenance,
}
