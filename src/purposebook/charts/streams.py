"""Value streams: step after step with the team that does it, every handoff from team to team marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from purposebook.charts.boxes import Fitted, Note, Worded, fit, look_of
from purposebook.charts.drawing import SHEET, Mark, Path, Shape, Tip, Words, draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.labels import shorten
from purposebook.charts.names import called, persona_names
from purposebook.charts.words import apart, counted, first_shown, listed, number, quoted, verb
from purposebook.domain.strategy import Step, Stream
from purposebook.domain.workbook import Workbook
from purposebook.text.directions import isolated

_COLUMNS: Final = ("Value", "For", "Step", "Team", "Working hours", "Waiting hours", "Handoff")
_PER_LINE: Final = 5
_GAP: Final = 26
_LEFT: Final = 22
_WIDE: Final = (SHEET - _LEFT - (_PER_LINE - 1) * _GAP) / _PER_LINE
_TOP: Final = 26.0
_HEAD: Final = 48
_BELOW: Final = 14
_MOST: Final = 6
_MOST_STEPS: Final = 15


@dataclass(frozen=True)
class _Flowing:
    """Hold a stream with the name of who waits for it."""

    stream: Stream
    persona: str

    @cached_property
    def handoffs(self) -> tuple[bool, ...]:
        """Say for each step whether another team takes over there; without both teams nobody knows."""
        teams = [_team(step) for step in self.stream.steps]
        passed = (bool(before and team) and before != team for before, team in pairwise(teams))
        return (False, *passed)[: len(teams)]

    @property
    def nameless(self) -> int:
        """Count the steps of which nobody says who does them."""
        return sum(not _team(step) for step in self.stream.steps)

    @property
    def told(self) -> str:
        """Say how long the stream is."""
        if not self.stream.steps:
            return "no step is written yet"
        steps = self.stream.steps
        waits = [step.wait for step in steps[:-1]] + [step.wait for step in steps[-1:] if step.wait is not None]
        hours = (("working", [step.hours for step in steps]), ("waiting", waits))
        said = [counted(len(steps), "step"), counted(sum(self.handoffs), "handoff")]
        return ", ".join([*said, *(text for word, held in hours if (text := _sum(word, held)))])


def streams(book: Workbook) -> Figure | None:
    """Draw every value stream, its steps in the order in which they happen."""
    if not book.strategy.streams:
        return None
    people = persona_names(book)
    every = tuple(_Flowing(one, called(people, one.persona)) for one in book.strategy.streams)
    idle = _idle(book.strategy.teams, every)
    shapes, height = _shapes(every[:_MOST])
    return Figure(
        "streams",
        _title(every, idle),
        draw(shapes, height),
        _description(every, idle),
        table(_COLUMNS, [fact for one in every for fact in _facts(one)]),
        "strategy.yml and personas.yml",
        team=("Value", "For", "Step", "Team"),
        listing=tuple(_listing(every, idle)),
    )


def _known_as(team: str) -> str:
    """Return a team as it is compared: letters' case and spaces aside."""
    return " ".join(team.casefold().split())


def _team(step: Step) -> str:
    """Return the team of a step as it is compared."""
    return _known_as(step.team)


def _idle(teams: Sequence[str], every: Sequence[_Flowing]) -> tuple[str, ...]:
    """Return the teams that stand in no stream."""
    busy = {_team(step) for one in every for step in one.stream.steps}
    return tuple(team for team in teams if _known_as(team) not in busy | {""})


def _sum(word: str, held: Sequence[float | None]) -> str:
    """Add hours up; where some are not written, the sum says so."""
    known = [hours for hours in held if hours is not None]
    least = "at least " if len(known) < len(held) else ""
    return f"{least}{number(sum(known))} {word} hours" if known else ""


def _title(every: Sequence[_Flowing], idle: Sequence[str]) -> str:
    """Count the handoffs and the teams outside."""
    handoffs = sum(sum(one.handoffs) for one in every)
    steps = sum(len(one.stream.steps) for one in every)
    found = f"{counted(len(every), 'value stream')} with {counted(steps, 'step')}"
    first = (
        f"{found}: work passes from team to team {counted(handoffs, 'time')}" if handoffs else f"{found}, no handoff"
    )
    return f"{first}; {counted(len(idle), 'team')} {verb(len(idle), 'stands', 'stand')} in none" if idle else first


def _description(every: Sequence[_Flowing], idle: Sequence[str]) -> str:
    """Read the streams aloud, and name what is left over."""
    said = ["Each stream runs from left to right, line by line; a diamond on an arrow marks a handoff to another team."]
    said.append(f"{'; '.join(f'{quoted(one.stream.value, 60)}: {one.told}' for one in every[:5])}.")
    nameless = sum(one.nameless for one in every)
    said.append(f"{counted(nameless, 'step')} {verb(nameless, 'names', 'name')} no team." if nameless else "")
    said.append(f"In no stream: {listed((quoted(team, 60) for team in idle), 5)}." if idle else "")
    if any(len(one.stream.steps) > _MOST_STEPS for one in every):
        said.append(f"The picture shows the first {_MOST_STEPS} steps of a stream; the table has all.")
    return " ".join(filter(None, [*said, first_shown(_MOST, len(every), "value streams")]))


def _facts(one: _Flowing) -> Iterator[tuple[object, ...]]:
    """Yield one row per step, and one for a stream without any."""
    whole = (one.stream.value, one.persona)
    if not one.stream.steps:
        yield *whole, "", "", None, None, ""
    for step, handoff in zip(one.stream.steps, one.handoffs, strict=True):
        yield *whole, step.name, step.team, step.hours, step.wait, "yes" if handoff else ""


def _listing(every: Sequence[_Flowing], idle: Sequence[str]) -> Iterator[Group]:
    """Say the same as a list, stream by stream."""
    for one in every:
        pairs = zip(one.stream.steps, one.handoffs, strict=True)
        items = tuple(Item(step.name, _said(step, handoff=handoff), _state(step)) for step, handoff in pairs)
        yield Group(one.stream.value, items or (Item("no step is written yet", "", "warn"),))
    if idle:
        yield Group("Teams in no stream", tuple(Item(team, "", "warn") for team in idle))


def _state(step: Step) -> str:
    """Return the state of a step."""
    return "" if _team(step) else "warn"


def _said(step: Step, *, handoff: bool) -> str:
    """Say who does a step, and how long it takes."""
    who = f"handed over to {apart(step.team)}" if handoff else (apart(step.team) or "no team is named")
    return "; ".join([who, *_hours(step)])


def _hours(step: Step) -> Iterator[str]:
    """Say how long a step takes, and how long it lies."""
    if step.hours is not None:
        yield f"{number(step.hours)} h of work"
    if step.wait is not None:
        yield f"then {number(step.wait)} h of waiting"


def _shapes(every: Sequence[_Flowing]) -> tuple[list[Shape], float]:
    """Lay the streams out below each other; return the shapes and their height."""
    shapes: list[Shape] = [Mark(6, 9, "loose"), Words(_LEFT, 9, "handoff to another team", "note")]
    y = _TOP
    for one in every:
        tip = Tip(one.stream.value, "; ".join(filter(None, (one.persona, one.told))))
        waits = f"for {isolated(shorten(one.persona, 240))}: " if one.persona else ""
        shapes.append(Path(((0, y), (SHEET, y)), "rule"))
        shapes.append(Words(0, y + 15, shorten(one.stream.value, SHEET - 20), "strong", tip))
        shapes.append(Words(0, y + 32, f"{waits}{one.told}", "note", tip))
        y += _HEAD
        shown = one.stream.steps[:_MOST_STEPS]
        boxes = [fit(_worded(step, handoff=at), _WIDE) for step, at in zip(shown, one.handoffs, strict=False)]
        for first in range(0, len(boxes), _PER_LINE):
            line = boxes[first : first + _PER_LINE]
            tall = max(box.height for box in line)
            shapes += _line(line, one.handoffs[first:], y, tall)
            y += tall + _BELOW
        if len(shown) < len(one.stream.steps):
            shapes.append(Words(0, y, f"and {counted(len(one.stream.steps) - len(shown), 'more step')}", "note"))
            y += _BELOW
    return shapes, y


def _worded(step: Step, *, handoff: bool) -> Worded:
    """Word a step: its name, its team, its hours."""
    team = Note(step.team) if _team(step) else Note("no team is named", "loose-small")
    notes = (team, *(Note(text) for text in _hours(step)))
    return Worded(step.name, Tip(step.name, _said(step, handoff=handoff)), notes, look_of(not _team(step)))


def _line(boxes: Sequence[Fitted], handoffs: Sequence[bool], y: float, tall: float) -> Iterator[Shape]:
    """Draw one line of steps, each with the arrow that leads to it."""
    middle = y + tall / 2
    for at, box in enumerate(boxes):
        x = _LEFT + at * (_WIDE + _GAP)
        yield from box.shapes(x, y, tall)
        yield Path(((x - (_GAP if at else _LEFT) + 2, middle), (x - 7, middle)), "axis")
        yield Mark(x - 6, middle, "arrow")
        if handoffs[at]:
            yield Mark(x - 15, middle, "loose", box.worded.tip)
