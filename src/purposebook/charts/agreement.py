"""How members ranked needs, each alone, and how far they agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from purposebook.charts.drawing import draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.stacks import Heads, Stack, stacks
from purposebook.charts.words import counted, day, number, score
from purposebook.domain.base import FEWEST
from purposebook.domain.personas import Place, Ranking
from purposebook.domain.rounds import left_out, shown_rounds
from purposebook.domain.workbook import Workbook
from purposebook.measures.agreement import kendalls_w

_HEADS: Final = Heads("Need", "Sum of ranks: the less, the more urgent")
_WITHOUT_SUMS: Final = Heads("Agreement", "Kendall's W, from 0 to 1")
_COLUMNS: Final = ("Date", "Members", "Need", "Sum of ranks", "Mean rank", "Kendall's W")


def agreement(book: Workbook) -> Figure | None:
    """Draw the newest ranking, the most urgent need first; earlier ones are in the table."""
    rankings = [one for one in book.personas.rankings if one.places]
    every = sorted(shown_rounds(rankings), key=lambda one: one.date, reverse=True)
    if not every:
        return None
    names = {need.id: need.text for _, need in book.personas.needs()}
    newest = every[0]
    rows = [_agreed(newest)] if newest.withheld else [_stack(place, newest, names) for place in _ordered(newest)]
    return Figure(
        "agreement",
        _title(newest),
        draw(*stacks(_WITHOUT_SUMS if newest.withheld else _HEADS, rows[:MOST])),
        _description(every, left_out(rankings)),
        table(_COLUMNS, [fact for one in every for fact in _facts(one, names)]),
        "personas.yml",
        team=("Need",),
        listing=(Group(_listed(newest), tuple(Item(row.name, row.label) for row in rows)),),
    )


def _ordered(ranking: Ranking) -> list[Place]:
    """Return the needs, the most urgent first."""
    return sorted(ranking.places, key=lambda place: place.ranks)


def _named(place: Place, names: Mapping[str, str]) -> str:
    """Return a need's text, or say that nobody wrote it."""
    return names.get(place.need, f"{place.need} (not written yet)")


def _stack(place: Place, ranking: Ranking, names: Mapping[str, str]) -> Stack:
    """Draw one need."""
    label = f"{number(place.ranks)}, mean {number(place.ranks / ranking.members)}"
    return Stack(_named(place, names), (place.ranks,), label)


def _agreed(ranking: Ranking) -> Stack:
    """Draw how far so few agree that the sum of each need is withheld."""
    w = kendalls_w(ranking).value or 0.0
    return Stack(counted(ranking.members, "member"), (w, 1 - w), _w(ranking))


def _listed(newest: Ranking) -> str:
    """Name what the picture lists."""
    return "How far all agree" if newest.withheld else "Needs, the most urgent first"


def _title(newest: Ranking) -> str:
    """Say how far members agree, or why nobody can say."""
    found = kendalls_w(newest)
    who = f"{counted(newest.members, 'member')} ranked {counted(len(newest.places), 'need')}"
    if found.value is None:
        return f"{who}, but their agreement cannot be computed"
    return f"{who}; they agree to W = {score(found.value)}, on a scale from 0 to 1"


def _description(every: Sequence[Ranking], missing: str) -> str:
    """Say what W is, why it is missing, what it was before, and what is left out."""
    newest, *earlier = every
    before = [f"{day(one.date)} {_w(one)} ({counted(one.members, 'member')})" for one in earlier]
    withheld = any(one.withheld for one in every)
    reasons = kendalls_w(newest).reasons
    return rest(
        (
            f"Ranks of {day(newest.date)}, 1 being the most urgent, added up over {newest.members} members.",
            f"Sums of fewer than {FEWEST} members are not shown, because they would point at persons."
            if withheld
            else "",
            "Kendall's W is 0 where members do not agree at all, and 1 where all rank alike.",
            f"There is none here: {'; '.join(reasons)}." if reasons else "",
            f"Before: {', '.join(before[:5])}." if before else "",
            missing,
            stops(len(newest.places), "needs"),
        )
    )


def _w(ranking: Ranking) -> str:
    """Write the agreement of a ranking."""
    value = kendalls_w(ranking).value
    return "none" if value is None else f"W = {score(value)}"


def _facts(ranking: Ranking, names: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    """Yield one row per need; one in all where the sums are withheld."""
    w = kendalls_w(ranking).value
    agreed = "" if w is None else round(w, 3)
    if ranking.withheld:
        yield ranking.date.isoformat(), ranking.members, "", "", "", agreed
        return
    for place in _ordered(ranking):
        mean = round(place.ranks / ranking.members, 2)
        yield ranking.date.isoformat(), ranking.members, _named(place, names), place.ranks, mean, agreed
