"""Problem statements: what hurts, what stands in the way, what they hope for, persona by persona."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from purposebook.charts.drawing import draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.names import called, persona_names
from purposebook.charts.rows_of_boxes import Cell, Row, rows_of_boxes
from purposebook.charts.words import counted, dashed, first_shown, listed, quoted, rests_on, verb
from purposebook.domain.personas import Problem
from purposebook.domain.workbook import Workbook

_HEADS: Final = ("Pain", "Challenge", "Aspiration")
_COLUMNS: Final = ("Persona", "Pain", "Challenge", "Aspiration", "Rests on")
_NOBODY: Final = "No persona is named"
_MOST: Final = 20


def problems(book: Workbook) -> Figure | None:
    """Draw one row per problem under the persona who has it; what rests on no evidence is loose."""
    if not book.personas.problems:
        return None
    names = persona_names(book)
    every = sorted(book.personas.problems, key=lambda one: _place(one, tuple(names)))
    return Figure(
        "problems",
        _title(every),
        draw(*rows_of_boxes(_HEADS, list(_rows(every[:_MOST], names)))),
        _description(every),
        table(_COLUMNS, [_facts(one, names) for one in every]),
        "personas.yml",
        team=("Persona", "Pain", "Challenge", "Aspiration", "Rests on"),
        listing=tuple(_listing(every, names)),
    )


def _place(one: Problem, personas: Sequence[str]) -> tuple[int, str]:
    """Sort problems as their personas stand; then those of personas that nobody wrote, then those of nobody."""
    if one.persona in personas:
        return personas.index(one.persona or ""), ""
    return len(personas) + (one.persona is None), one.persona or ""


def _who(one: Problem, names: Mapping[str, str]) -> str:
    """Name the persona who has a problem."""
    return called(names, one.persona) or _NOBODY


def _rows(every: Sequence[Problem], names: Mapping[str, str]) -> Iterator[Row]:
    """Say each problem as boxes; the first of a persona has their name above it."""
    last = ""
    for one in every:
        words = rests_on(one)[1]
        pain = Cell(one.pain, loose=words) if not one.evidence else Cell(one.pain, (words,))
        row = Row((pain, Cell(one.challenge), Cell(one.aspiration)))
        who = _who(one, names)
        yield row if who == last else replace(row, head=who, about="persona")
        last = who


def _title(every: Sequence[Problem]) -> str:
    """Say how many problems rest on evidence."""
    proven = sum(bool(one.evidence) for one in every)
    if proven == len(every):
        return f"{counted(proven, 'problem')} {verb(proven, 'rests', 'rest')} on evidence"
    return f"{proven or 'None'} of {counted(len(every), 'problem')} {verb(proven, 'rests', 'rest')} on evidence"


def _description(every: Sequence[Problem]) -> str:
    """Name what rests on nothing, and what is only half told."""
    said = ["Each row reads from left to right: pain, challenge and aspiration of one persona."]
    bare = ((one.pain, rests_on(one)[1]) for one in every if not one.evidence)
    said.append(dashed(bare, none="Every problem rests on evidence."))
    half = [quoted(one.pain, 60) for one in every if not (one.challenge.strip() and one.aspiration.strip())]
    said.append(f"Without challenge or aspiration: {listed(half, 5)}." if half else "")
    nobody = sum(one.persona is None for one in every)
    said.append(f"{counted(nobody, 'problem')} {verb(nobody, 'names', 'name')} no persona." if nobody else "")
    return " ".join(filter(None, [*said, first_shown(_MOST, len(every), "problems")]))


def _facts(one: Problem, names: Mapping[str, str]) -> tuple[object, ...]:
    """Return a problem's row."""
    return (
        called(names, one.persona),
        one.pain,
        one.challenge,
        one.aspiration,
        ", ".join(one.evidence) or rests_on(one)[1],
    )


def _listing(every: Sequence[Problem], names: Mapping[str, str]) -> Iterator[Group]:
    """Say the same as a list, persona by persona."""
    for who in dict.fromkeys(_who(one, names) for one in every):
        yield Group(who, tuple(_item(one) for one in every if _who(one, names) == who))


def _item(one: Problem) -> Item:
    """Say one problem in words."""
    told = (("challenge", one.challenge), ("aspiration", one.aspiration))
    said = [f"{name}: {quoted(text) if text.strip() else 'not written yet'}" for name, text in told]
    return Item(one.pain, "; ".join([*said, rests_on(one)[1]]), "" if one.evidence else "warn")
