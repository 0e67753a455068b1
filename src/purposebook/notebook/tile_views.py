"""The report in ten seconds: north star, thread, evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from purposebook.notebook import wording
from purposebook.notebook.cards import render
from purposebook.notebook.metric_cards import card_of
from purposebook.notebook.metric_pictures import sparkline
from purposebook.notebook.snapshot import Snapshot

if TYPE_CHECKING:
    from purposebook.checks.claims import ClaimShare


def tiles(snap: Snapshot) -> str:
    """Show three tiles; one without data says what is missing."""
    metric = snap.book.metrics.metric(snap.book.metrics.north_star or "")
    return render(
        "tiles.html",
        snap=snap,
        card=card_of(snap, metric, chart=False) if metric else None,
        named=snap.book.metrics.north_star,
        spark=sparkline(snap, metric) if metric else None,
        thread=_thread(snap),
        evidence=_evidence(snap),
        pages={name: snap.labels.page(name) for name in ("mission", "personas", "metrics")},
    )


@dataclass(frozen=True)
class ThreadTile:
    """Count what the golden thread holds together."""

    clauses: int
    served: int
    loose: tuple[tuple[str, str], ...]
    """Loose ends per column, in words."""
    ends: int


def _thread(snap: Snapshot) -> ThreadTile:
    """Count clauses, those that an objective serves, and loose ends by column."""
    clauses = [node for node in snap.thread.layer("clause") if not node.missing]
    loose = snap.thread.loose_ends()
    per_layer = {
        layer: sum(node.layer == layer for node in loose) for layer in dict.fromkeys(node.layer for node in loose)
    }
    told = tuple((wording.number(amount), _NOUNS[layer][amount != 1]) for layer, amount in per_layer.items())
    return ThreadTile(len(clauses), sum(not node.loose for node in clauses), told, len(loose))


_NOUNS = {
    "clause": ("clause", "clauses"),
    "objective": ("objective", "objectives"),
    "people": ("persona or need", "personas or needs"),
    "change": ("behaviour change", "behaviour changes"),
    "metric": ("metric", "metrics"),
    "evidence": ("piece of evidence", "pieces of evidence"),
}


@dataclass(frozen=True)
class EvidenceTile:
    """Say how many claims rest on evidence, and how old that is."""

    claims: ClaimShare
    newest: str
    oldest: str
    pieces: int
    undated: int


def _evidence(snap: Snapshot) -> EvidenceTile:
    """Count claims and date the freshest and the stalest piece of evidence."""
    from purposebook.checks.board import evidence_span
    from purposebook.checks.claims import claims

    span = evidence_span(snap.book)
    return EvidenceTile(
        claims=claims(snap.book),
        newest=wording.day(span[1]) if span else "",
        oldest=wording.day(span[0]) if span else "",
        pieces=len(snap.book.evidence.evidence),
        undated=sum(item.date is None for item in snap.book.evidence.evidence),
    )
