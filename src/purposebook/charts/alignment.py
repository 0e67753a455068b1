"""Which objective serves which clause of the mission, and what is left over on either side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from purposebook.charts.drawing import SHEET, Box, Mark, Path, Shape, Tip, Words, draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.labels import wrap
from purposebook.charts.looks import SMALL
from purposebook.charts.words import counted, listed, quoted, verb
from purposebook.domain.objectives import Objective
from purposebook.domain.workbook import Workbook

_CLAUSE: Final = 270
_STATE: Final = 120
_ROW: Final = 38
_FEW: Final = 5
_MOST_COLUMNS: Final = 30
_MOST_ROWS: Final = 30


@dataclass(frozen=True)
class _Row:
    """Stand for a clause, or for an id that an objective serves and nobody wrote."""

    id: str
    text: str
    missing: bool = False


@dataclass(frozen=True)
class _Alignment:
    """Hold both sides of the matrix."""

    rows: tuple[_Row, ...]
    objectives: tuple[Objective, ...]

    def serving(self, row: _Row) -> tuple[Objective, ...]:
        """Return the objectives that serve a clause."""
        return tuple(item for item in self.objectives if row.id in item.serves)

    @cached_property
    def unserved(self) -> tuple[_Row, ...]:
        """Return the clauses that nothing serves."""
        return tuple(row for row in self.rows if not row.missing and not self.serving(row))

    @cached_property
    def idle(self) -> tuple[Objective, ...]:
        """Return the objectives that serve no clause."""
        return tuple(item for item in self.objectives if not item.serves)


def alignment_matrix(book: Workbook) -> Figure | None:
    """Draw clauses against objectives; dropped objectives stay out, as in the thread."""
    objectives = tuple(item for item in book.objectives.objectives if item.status != "dropped")
    known = {clause.id for clause in book.mission.clauses}
    ghosts = dict.fromkeys(id for item in objectives for id in item.serves if id not in known)
    rows = tuple(_Row(clause.id, clause.text) for clause in book.mission.clauses)
    found = _Alignment(rows + tuple(_Row(id, id, missing=True) for id in ghosts), objectives)
    if not found.rows and not objectives:
        return None
    shapes, height = _shapes(found)
    return Figure(
        "alignment",
        _title(found),
        draw(shapes, height),
        _description(found),
        table(["Clause", "Served by", "Objectives"], list(_facts(found))),
        "mission.yml and objectives.yml",
        team=("Clause", "Objectives"),
        listing=_listing(found),
    )


def _title(found: _Alignment) -> str:
    """Say how many clauses are served."""
    clauses = [row for row in found.rows if not row.missing]
    if not clauses:
        return f"The mission has no clause yet that {counted(len(found.objectives), 'objective')} could serve"
    if not found.objectives:
        return f"No objective serves any of the mission's {counted(len(clauses), 'clause')} yet"
    if not found.unserved:
        return f"Every clause of the mission is served: {counted(len(clauses), 'clause')}"
    served = len(clauses) - len(found.unserved)
    return f"{served} of {counted(len(clauses), 'clause')} {verb(served)} served by an objective"


def _description(found: _Alignment) -> str:
    """Name what is left over."""
    said = ["One row per clause, one column per objective; a dot marks a clause that an objective serves."]
    if found.unserved:
        said.append(f"Not served: {listed((quoted(row.text, 70) for row in found.unserved), 5)}.")
    if found.idle:
        said.append(f"Serving no clause: {listed((quoted(item.statement, 70) for item in found.idle), 5)}.")
    missing = [row.id for row in found.rows if row.missing]
    if missing:
        said.append(f"Served, but not written in the mission: {listed(missing)}.")
    hidden = len(found.objectives) - _MOST_COLUMNS, len(found.rows) - _MOST_ROWS
    if max(hidden) > 0:
        said.append("The picture stops at 30 rows and 30 columns; the table has everything.")
    return " ".join(said)


def _facts(found: _Alignment) -> Iterator[tuple[object, ...]]:
    """Yield one row per clause, then one per objective that serves none."""
    for row in found.rows:
        serving = found.serving(row)
        label = f"{row.text} (not written in the mission)" if row.missing else row.text
        yield label, len(serving), "; ".join(item.statement for item in serving)
    for item in found.idle:
        yield "(none)", 0, item.statement


def _listing(found: _Alignment) -> tuple[Group, ...]:
    """Say the same as a list."""
    clauses = tuple(Item(row.text, _state(found, row), "" if found.serving(row) else "warn") for row in found.rows)
    idle = tuple(Item(item.statement, "serves no clause", "warn") for item in found.idle)
    groups = (Group("Clauses of the mission", clauses), Group("Objectives that serve no clause", idle))
    return tuple(group for group in groups if group.items)


def _state(found: _Alignment, row: _Row) -> str:
    """Say who serves a clause."""
    serving = found.serving(row)
    if row.missing:
        return f"not written in the mission, but served by {listed(quoted(item.statement, 60) for item in serving)}"
    if not serving:
        return "no objective serves it"
    return f"served by {listed(quoted(item.statement, 60) for item in serving)}"


def _shapes(found: _Alignment) -> tuple[list[Shape], float]:
    """Lay the matrix out; return its shapes and its height."""
    columns = found.objectives[:_MOST_COLUMNS]
    state = _CLAUSE if columns else SHEET - _STATE
    pitch = (SHEET - _CLAUSE - _STATE) / max(len(columns), 1)
    heads = [_head(item, pitch) for item in columns]
    top = 24.0
    if columns:
        top = 22 + 13.0 * max(text.count("\n") + 1 for text in heads) if len(columns) <= _FEW else 168
    rows = found.rows[:_MOST_ROWS]
    shapes: list[Shape] = []
    for at, row in enumerate(rows):
        if at % 2 == 0:
            shapes.append(Box(0, top + at * _ROW, SHEET, _ROW, "stripe"))
        shapes += _row_shapes(found, row, top + at * _ROW, state)
    bottom = top + len(rows) * _ROW
    for at, item in enumerate(columns):
        x = _CLAUSE + _STATE + (at + 0.5) * pitch
        shapes.append(Path(((x, top), (x, bottom)), "rule"))
        shapes.append(_head_words(item, heads[at], x, top, upright=len(columns) > _FEW))
        if not item.serves:
            shapes.append(Mark(x, bottom + _ROW / 2, "loose", Tip(item.statement, "serves no clause")))
        served = [(place, row) for place, row in enumerate(rows) if row.id in item.serves]
        shapes += [_dot(item, row, x, top + (place + 0.5) * _ROW) for place, row in served]
    idle = any(not item.serves for item in columns)
    if idle:
        shapes.append(Words(0, bottom + _ROW / 2, "Objectives that serve no clause", "head"))
    shapes.append(Words(8, top - 14, "Clause of the mission", "head"))
    shapes.append(Words(state + 8, top - 14, "Served by", "head"))
    return shapes, bottom + (_ROW if idle else 6)


def _row_shapes(found: _Alignment, row: _Row, y: float, state: float) -> Iterator[Shape]:
    """Draw a clause, and from `state` on whether it is served."""
    serving = len(found.serving(row))
    note = "not written in the mission" if row.missing else _state(found, row)
    tip, middle = Tip(row.text, note), y + _ROW / 2
    text = wrap(row.text, state - 16, 2)
    yield Words(8, middle - (7.5 if "\n" in text else 0), text, "text", tip)
    yield Mark(state + 14, middle, "bad" if row.missing else ("good" if serving else "loose"), tip)
    word = "not written" if row.missing else (counted(serving, "objective") if serving else "no objective")
    yield Words(state + 26, middle, word, "note")


def _head(item: Objective, pitch: float) -> str:
    """Wrap an objective into its column's head; many columns have upright heads."""
    if pitch >= (SHEET - _CLAUSE - _STATE) / _FEW:
        return wrap(item.statement, min(pitch - 8, 150), 5, SMALL)
    return wrap(item.statement, 158, 2 if pitch >= 30 else 1, SMALL)


def _head_words(item: Objective, head: str, x: float, top: float, *, upright: bool) -> Words:
    """Write an objective's head above its column."""
    tip, more = Tip(item.statement, f"{item.status} objective"), head.count("\n")
    if upright:
        return Words(x - 6.5 * more, top - 6, head, "upright", tip)
    return Words(x, top - 14 - 13 * more, head, "small-middle", tip)


def _dot(item: Objective, row: _Row, x: float, y: float) -> Shape:
    """Mark a clause that an objective serves; a hollow dot stands for work that is not going on."""
    look = "joined" if item.status in {"active", "done"} else "planned"
    return Mark(x, y, look, Tip(item.statement, f"{item.status}; serves “{row.text}”"))
