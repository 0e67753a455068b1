"""Each persona's needs: what meets them, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from purposebook.charts.drawing import SHEET, Box, Mark, Path, Shape, Tip, Words, draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.labels import shorten, wrap
from purposebook.charts.words import counted, first_shown, listed, quoted, rests_on, verb
from purposebook.domain.personas import Need, Persona
from purposebook.domain.workbook import Workbook

_MET: Final = 400
_RESTS: Final = 610
_ROW: Final = 40
_MOST: Final = 40

_Pair = tuple[Persona, Need]


def need_grid(book: Workbook) -> Figure | None:
    """Draw persona by persona which needs are met and which rest on evidence."""
    needs = book.personas.needs()
    if not needs:
        return None
    shapes, height = _shapes(needs[:_MOST])
    return Figure(
        "needs",
        _title(needs),
        draw(shapes, height),
        _description(needs),
        table(["Need", "Persona", "State", "Met by", "Rests on"], [_facts(*pair) for pair in needs]),
        "personas.yml",
        team=("Need", "Persona", "Met by"),
        listing=_listing(needs),
    )


def is_met(need: Need) -> bool:
    """Say whether anything meets a need."""
    return bool(need.met_by.strip())


def _title(needs: Sequence[_Pair]) -> str:
    """Say how many needs are met, and how many rest on evidence."""
    met = sum(is_met(need) for _, need in needs)
    proven = sum(bool(need.evidence) for _, need in needs)
    if met == len(needs):
        first = "The need is met" if met == 1 else f"All {met} needs are met"
    else:
        first = f"{met} of {counted(len(needs), 'need')} {verb(met)} met"
    rests = f"{proven} {verb(proven, 'rests', 'rest')} on evidence"
    return f"{first}; {rests}"


def _description(needs: Sequence[_Pair]) -> str:
    """Name the gaps."""
    gaps = [f"{quoted(need.text, 80)} ({quoted(persona.name, 60)})" for persona, need in needs if not is_met(need)]
    bare = sum(not need.evidence for _, need in needs)
    said = ["Needs are grouped by persona; two columns say what meets each and what it rests on."]
    said.append(f"Gaps, met by nothing yet: {listed(gaps, 5)}." if gaps else "There is no gap.")
    if bare:
        said.append(f"{counted(bare, 'need')} {verb(bare, 'has', 'have')} no evidence yet.")
    return " ".join(filter(None, [*said, first_shown(_MOST, len(needs), "needs")]))


def _facts(persona: Persona, need: Need) -> tuple[object, ...]:
    """Return a need's row."""
    state = "met" if is_met(need) else "gap"
    return need.text, persona.name, state, need.met_by, ", ".join(need.evidence) or rests_on(need)[1]


def _listing(needs: Sequence[_Pair]) -> tuple[Group, ...]:
    """Say the same as a list."""
    groups: dict[str, list[Item]] = {}
    names = {persona.id: persona.name for persona, _ in needs}
    for persona, need in needs:
        met = f"met by {quoted(need.met_by, 80)}" if is_met(need) else "a gap: nothing meets it yet"
        item = Item(need.text, f"{met}; {rests_on(need)[1]}", "" if is_met(need) else "warn")
        groups.setdefault(persona.id, []).append(item)
    return tuple(Group(names[id], tuple(items)) for id, items in groups.items())


def _shapes(needs: Sequence[_Pair]) -> tuple[list[Shape], float]:
    """Lay the rows out under their personas; return the shapes and their height."""
    heads = (("Need", 22), ("Met by", _MET), ("Rests on", _RESTS))
    shapes: list[Shape] = [Words(x, 10, text, "head") for text, x in heads]
    y, last = 24.0, ""
    for persona, need in needs:
        if persona.id != last:
            shapes.append(Path(((0, y + 2), (SHEET, y + 2)), "axis"))
            shapes.append(Words(0, y + 19, shorten(persona.name, SHEET - 60), "strong", Tip(persona.name, "persona")))
            y, last = y + 36, persona.id
        shapes += _row(need, y)
        y += _ROW
    return shapes, y + 4


def _row(need: Need, y: float) -> Iterator[Shape]:
    """Draw a need, what meets it, and what it rests on."""
    middle = y + _ROW / 2
    met, (state, word) = is_met(need), rests_on(need)
    yield Box(14, y + 2, SHEET - 14, _ROW - 4, "stripe")
    yield _two_lines(22, middle, need.text, _MET - 60)
    yield Mark(_MET - 14, middle, "good" if met else "loose", Tip(need.met_by, "meets the need" if met else "a gap"))
    if met:
        yield _two_lines(_MET, middle, need.met_by, _RESTS - _MET - 36)
    else:
        yield Words(_MET, middle, "nothing yet: a gap", "strong")
    yield Mark(_RESTS - 14, middle, state, Tip(", ".join(need.evidence), word))
    yield Words(_RESTS, middle, word, "note")


def _two_lines(x: float, middle: float, text: str, width: float) -> Words:
    """Write a text in up to two lines around a middle."""
    made = wrap(text, width, 2)
    return Words(x, middle - (7.5 if "\n" in made else 0), made, "text", Tip(text))
