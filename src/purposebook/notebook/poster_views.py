"""The strategy on one page: vision, intents, problems and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from purposebook.domain.strategy import Initiative, Intent
from purposebook.notebook.cards import render
from purposebook.notebook.labels import Label
from purposebook.notebook.mission_views import empty
from purposebook.notebook.snapshot import Snapshot


@dataclass(frozen=True)
class IntentRow:
    """Hold one intent with its metric and the problems that are worked on for it."""

    intent: Intent
    metric: Label | None
    initiatives: tuple[Label, ...]


def poster(snap: Snapshot) -> str:
    """Show the strategy as a poster that fits on one sheet."""
    strategy, vision = snap.book.strategy, snap.book.mission.vision
    if not (strategy.intents or strategy.challenge or strategy.initiatives):
        return empty(snap, "The poster fills itself from vision, challenge, intents and initiatives.")
    loose = [item.id for item in _going(snap) if item.intent is None]
    return render(
        "poster.html",
        snap=snap,
        strategy=strategy,
        vision=vision,
        rows=tuple(_row(snap, intent) for intent in strategy.intents),
        loose=snap.labels.all(loose, "initiative"),
    )


def _going(snap: Snapshot) -> tuple[Initiative, ...]:
    """Return the initiatives that were not stopped."""
    return tuple(item for item in snap.book.strategy.initiatives if item.status != "stopped")


def _row(snap: Snapshot, intent: Intent) -> IntentRow:
    """Look up what belongs to an intent."""
    own = (item.id for item in _going(snap) if item.intent == intent.id)
    metric = snap.labels.one(intent.metric, "metric") if intent.metric else None
    return IntentRow(intent, metric, snap.labels.all(own, "initiative"))


CARDS: Final[Mapping[str, Callable[[Snapshot], str]]] = {"poster": poster}
