"""Where people's alternatives beat the product, and where it beats them; a comparison that is all win is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from purposebook.charts.drawing import draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.grid import MOST, rest, stops
from purposebook.charts.stacks import Heads, Stack, stacks
from purposebook.charts.words import counted, listed, quoted, verb
from purposebook.domain.mission import Alternative
from purposebook.domain.workbook import Workbook

_HEADS: Final = Heads("Alternative", "Where it beats us", "Where we beat it")
_COLUMNS: Final = ("Alternative", "Beats us", "We beat it", "Reading", "Where it beats us", "Where we beat it")


def comparison(book: Workbook) -> Figure | None:
    """Draw per alternative how many strengths and weaknesses are written."""
    every = book.mission.alternatives
    if not every:
        return None
    shown = [Stack(one.name, (len(one.strengths),), *_labels(one), note=_reading(one)) for one in every[:MOST]]
    return Figure(
        "comparison",
        _title(every),
        draw(*stacks(_HEADS, shown)),
        _description(every),
        table(_COLUMNS, [_facts(one) for one in every]),
        "mission.yml",
        team=("Alternative", "Where it beats us", "Where we beat it"),
        listing=(Group("Alternatives", tuple(_item(one) for one in every)),),
    )


def _labels(one: Alternative) -> tuple[str, tuple[int], str]:
    """Return the label on the right, the bar on the left, and its label."""
    nowhere = "nowhere" if one.strengths or one.weaknesses else "not compared"
    theirs, ours = len(one.strengths), len(one.weaknesses)
    return str(theirs or nowhere), (ours,), str(ours or nowhere)


def _reading(one: Alternative) -> str:
    """Say which sides are written."""
    if one.strengths and one.weaknesses:
        return "both sides are written"
    if one.weaknesses:
        return "we win every row"
    return "it wins every row" if one.strengths else "nothing is compared yet"


def _wins(every: Sequence[Alternative]) -> list[Alternative]:
    """Return the alternatives against which only wins are written."""
    return [one for one in every if one.weaknesses and not one.strengths]


def _title(every: Sequence[Alternative]) -> str:
    """Say against how many alternatives every row is won."""
    wins, of_all = len(_wins(every)), counted(len(every), "alternative")
    if not any(one.strengths or one.weaknesses for one in every):
        return f"{of_all} {verb(len(every))} named, and nothing is compared yet"
    if wins:
        return f"We win every row against {wins} of {of_all}: what do people like there?"
    beaten = sum(bool(one.strengths) for one in every)
    return f"{beaten} of {of_all} {verb(beaten, 'beats', 'beat')} us somewhere; none is beaten in every row"


def _description(every: Sequence[Alternative]) -> str:
    """Name the comparisons that are all win, and those that are not made."""
    wins = [quoted(one.name, 60) for one in _wins(every)]
    bare = [quoted(one.name, 60) for one in every if not (one.strengths or one.weaknesses)]
    return rest(
        (
            "To the right, in how many things an alternative beats us; to the left, in how many we beat it.",
            f"We win every row against {listed(wins, 5)}." if wins else "",
            f"Not compared yet: {listed(bare, 5)}." if bare else "",
            stops(len(every), "alternatives"),
        )
    )


def _facts(one: Alternative) -> tuple[object, ...]:
    """Return an alternative's row."""
    texts = "; ".join(one.strengths), "; ".join(one.weaknesses)
    return one.name, len(one.strengths), len(one.weaknesses), _reading(one), *texts


def _item(one: Alternative) -> Item:
    """Say one alternative."""
    said = f"beats us in {len(one.strengths)}, we beat it in {len(one.weaknesses)}; {_reading(one)}"
    return Item(one.name, said, "" if one.strengths else "warn")
