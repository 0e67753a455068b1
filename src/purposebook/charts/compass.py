"""The impact compass: what gets better and what gets worse, for whom, wanted or not; counts, never a score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from purposebook.charts.drawing import draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.grid import rest
from purposebook.charts.stacks import Heads, Stack, stacks
from purposebook.charts.words import counted, listed, rests_on, verb
from purposebook.domain.metrics import Impact, ImpactLevel
from purposebook.domain.workbook import Workbook

_LEVELS: Final[tuple[str, ...]] = get_args(ImpactLevel)
_HEADS: Final = Heads("Whom it concerns", "Better", "Worse", ("wanted", "not wanted"))
_SIDES: Final = (("better", True), ("better", False), ("worse", True), ("worse", False))
_COLUMNS: Final = ("Level", "Better", "Better, not wanted", "Worse, known", "Worse, not wanted", "Impacts")


def compass(book: Workbook) -> Figure | None:
    """Draw how many impacts are named on each level."""
    every = book.metrics.impacts
    if not every:
        return None
    by_level = {level: [one for one in every if one.level == level] for level in _LEVELS}
    rows = [_stack(level, found) for level, found in by_level.items()]
    facts = [
        (level.capitalize(), *_counts(found), "; ".join(one.text for one in found)) for level, found in by_level.items()
    ]
    return Figure(
        "compass",
        _title(every),
        draw(*stacks(_HEADS, rows)),
        _description(every),
        table(_COLUMNS, facts),
        "metrics.yml",
        team=("Impacts",),
        listing=tuple(Group(level.capitalize(), _items(found)) for level, found in by_level.items()),
    )


def _counts(found: Sequence[Impact]) -> tuple[int, ...]:
    """Count better and worse, each wanted and not."""
    return tuple(sum((one.effect, one.intended) == side for one in found) for side in _SIDES)


def _stack(level: str, found: Sequence[Impact]) -> Stack:
    """Draw one level."""
    better, better_unwanted, worse, worse_unwanted = _counts(found)
    labels = [str(count) if count else "none named" for count in (better + better_unwanted, worse + worse_unwanted)]
    note = "nothing named" if not found else counted(len(found), "impact")
    right, left = (better, better_unwanted), (worse, worse_unwanted)
    return Stack(level.capitalize(), right, labels[0], left, labels[1], note)


def _title(every: Sequence[Impact]) -> str:
    """Say on how many levels something is named, and whether anything unwanted is."""
    levels = [level for level in _LEVELS if any(one.level == level for one in every)]
    worse = sum(one.effect == "worse" for one in every)
    unwanted = sum(not one.intended for one in every)
    first = f"Impacts are named on {len(levels)} of {len(_LEVELS)} levels"
    last = f"{unwanted or 'none'} of {counted(len(every), 'impact')} {verb(unwanted)} unwanted"
    return f"{first}; {worse or 'none'} {verb(worse, 'makes', 'make')} something worse, {last}"


def _description(every: Sequence[Impact]) -> str:
    """Read the levels aloud, and name those without anything."""
    bare = [level for level in _LEVELS if not any(one.level == level for one in every)]
    read = []
    for level in _LEVELS:
        counts = _counts([one for one in every if one.level == level])
        read.append(f"{level} {counts[0] + counts[1]} better and {counts[2] + counts[3]} worse")
    return rest(
        (
            f"Impacts per level: {', '.join(read)}.",
            f"Nothing is named on {listed(bare)}." if bare else "",
            "Hollow bars are what nobody wanted. Impacts are counted and never weighed against each other.",
        )
    )


def _items(found: Sequence[Impact]) -> tuple[Item, ...]:
    """Say the impacts of one level."""
    if not found:
        return (Item("nothing named", "", "warn"),)
    return tuple(Item(one.text, f"{_word(one)}; {rests_on(one)[1]}") for one in found)


def _word(one: Impact) -> str:
    """Say which way an impact points."""
    return f"{one.effect}, {'wanted' if one.intended else 'not wanted'}"
