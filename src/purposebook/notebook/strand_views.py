"""Which plans, experiments, decisions and pieces of work lead to the mission, and which lead nowhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from purposebook.domain.strands import strands
from purposebook.notebook import wording
from purposebook.notebook.cards import render
from purposebook.notebook.mission_views import empty
from purposebook.notebook.snapshot import Snapshot

SHOWN: Final = 20
"""So many loose items of a kind are named."""
_MANY: Final = {
    "delivery": "value rows",
    "opportunity": "opportunities",
    "exit": "kill criteria",
    "option": "portfolio options",
}


def loose_ends(snap: Snapshot) -> str:
    """Show, kind by kind, how much of what the team plans and does is tied to a clause of the mission."""
    found = strands(snap.book)
    if not found:
        return empty(snap, "Nothing stands beside the thread yet: no plan, experiment, decision or piece of work.")
    rows = [
        (
            wording.sentence(_MANY.get(one.kind, f"{one.kind}s"))[:-1],
            one,
            snap.labels.all((item.id for item in one.loose[:SHOWN]), one.kind),
            max(0, len(one.loose) - SHOWN),
        )
        for one in found
    ]
    return render("loose_ends.html", snap=snap, rows=rows)


CARDS: Final[Mapping[str, Callable[[Snapshot], str]]] = {"loose-ends": loose_ends}
