"""The line of steps: each experiment in its turn, what was expected beside what happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from purposebook.charts.boxes import Fitted, Note, Worded, fit, look_of
from purposebook.charts.drawing import SHEET, Mark, Path, Shape, Tip, Words, draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.step_values import Scales, key, strip
from purposebook.charts.words import apart, counted, dashed, day, listed, quoted, verb, with_unit
from purposebook.domain.experiments import Experiment, Recorded
from purposebook.domain.metrics import Metric
from purposebook.domain.workbook import Workbook

_COLUMNS: Final = (
    *("Step", "Started", "Ended", "Metric", "Target condition", "Expected", "Expected value"),
    *("Happened", "Actual value", "Learned", "Loose ends"),
)
_LINE: Final = 8
_STEP: Final = 98
_STRIP: Final = 150
_GAP: Final = 14
_TOP: Final = 44.0
_LEAST: Final = 66
_MOST: Final = 20


@dataclass(frozen=True)
class _Step:
    """Hold an experiment with the metric in which it looks."""

    experiment: Experiment
    metric: Metric | None
    begun: bool
    """True once its first day has come."""

    def value(self, value: float | None) -> str:
        """Write a value in the metric's unit."""
        return "" if value is None else with_unit(value, self.metric.unit if self.metric else "")

    @property
    def target(self) -> str:
        """Say the target condition."""
        wanted = self.experiment.target_condition
        said = [text for text in (self.value(wanted.value), apart(wanted.text)) if text] if wanted else []
        by = [f"by {day(wanted.by)}"] if said and wanted and wanted.by else []
        return ", ".join([*by, *said])

    @property
    def unexpected(self) -> str:
        """Say why what was expected cannot be trusted, or nothing."""
        one = self.experiment
        if one.started and not _is_written(one.expected):
            return "nothing was expected"
        return "written after the start" if one.expected_after_start else ""

    @property
    def unseen(self) -> str:
        """Say that nobody wrote what happened, or nothing."""
        return "nobody wrote what happened" if self.experiment.ended and not self.is_seen else ""

    @property
    def is_seen(self) -> bool:
        """Say whether it is written what happened."""
        return _is_written(self.experiment.actual)

    @property
    def loose(self) -> tuple[str, ...]:
        """Say why nothing can be learned from the step."""
        return tuple(filter(None, (self.unexpected, self.unseen)))

    @property
    def is_whole(self) -> bool:
        """Say whether expectation and outcome stand beside each other."""
        return _is_written(self.experiment.expected) and self.is_seen and not self.loose


def _is_written(told: Recorded | None) -> bool:
    """Say whether anything stands in an entry."""
    return told is not None and (told.value is not None or bool(told.text.strip()))


def step_line(book: Workbook, as_of: dt.date) -> Figure | None:
    """Draw the steps in the order in which they began, those without a date last."""
    metrics = {metric.id: metric for metric in book.metrics.metrics}
    ordered = sorted(book.experiments.experiments, key=lambda one: one.started or dt.date.max)
    every = [
        _Step(one, metrics.get((one.current and one.current.metric) or ""), bool(one.started and one.started <= as_of))
        for one in ordered
    ]
    if not every:
        return None
    shapes, height = _shapes(every[-_MOST:])
    return Figure(
        "step-line",
        _title(every),
        draw(shapes, height),
        _description(every),
        table(_COLUMNS, [_facts(one) for one in every]),
        "experiments.yml and metrics.yml",
        team=(
            "Step",
            "Metric",
            "Target condition",
            "Expected",
            "Expected value",
            "Happened",
            "Actual value",
            "Learned",
        ),
        listing=tuple(_listing(every)),
    )


def _title(every: Sequence[_Step]) -> str:
    """Say from how many steps something can be learned."""
    whole = sum(one.is_whole for one in every)
    of_all = f"{whole or 'None'} of {counted(len(every), 'step')}"
    return f"{of_all} {verb(whole, 'tells', 'tell')} both what was expected before and what happened"


def _description(every: Sequence[_Step]) -> str:
    """Read expected and actual aloud, and name what is loose."""
    said = ["Steps from the first to the newest; what was expected stands beside what happened."]
    pairs = [(one, one.experiment.expected, one.experiment.actual) for one in every]
    both = [
        f"{quoted(one.experiment.step, 60)} expected {one.value(told.value)}, saw {one.value(seen.value)}"
        for one, told, seen in pairs
        if told and seen and told.value is not None and seen.value is not None
    ]
    said.append(f"In numbers: {listed(both[-5:])}." if both else "")
    said.append(dashed((one.experiment.step, ", ".join(one.loose)) for one in every if one.loose))
    if len(every) > _MOST:
        said.append(f"The picture shows the newest {_MOST} of {counted(len(every), 'step')}; the table has all.")
    return " ".join(filter(None, said))


def _facts(one: _Step) -> tuple[object, ...]:
    """Return a step's row."""
    held = one.experiment
    dates = [date.isoformat() if date else "" for date in (held.started, held.ended)]
    told = [(entry.text, one.value(entry.value)) if entry else ("", "") for entry in (held.expected, held.actual)]
    metric = one.metric.name if one.metric else ""
    return held.step, *dates, metric, one.target, *told[0], *told[1], held.learned, "; ".join(one.loose)


def _listing(every: Sequence[_Step]) -> Iterator[Group]:
    """Say the same as a list, step by step."""
    for one in every:
        told = (("expected", _expected(one)), ("what happened", _happened(one)))
        items = [Item(*_words(worded), "warn" if worded.look != "node" else "") for _, worded in told]
        heads = [
            Item(item.text, f"({head}) {item.note}".strip(), item.state)
            for (head, _), item in zip(told, items, strict=True)
        ]
        yield Group(one.experiment.step, (*heads, *([Item(one.target, "(target condition)")] if one.target else [])))


def _words(worded: Worded) -> tuple[str, str]:
    """Return what a box says: its first words, then the others."""
    first, *rest = [*([worded.text] if worded.text.strip() else []), *(note.text for note in worded.notes)]
    return first, "; ".join(rest)


def _expected(one: _Step) -> Worded:
    """Word what was expected."""
    return _recorded(one, one.experiment.expected, one.unexpected, "not written yet")


def _happened(one: _Step) -> Worded:
    """Word what happened."""
    waits = "still going on" if one.begun else "not started yet"
    return _recorded(one, one.experiment.actual, one.unseen, waits)


def _recorded(one: _Step, told: Recorded | None, loose: str, otherwise: str) -> Worded:
    """Word an entry: its value or its words, the day on which it was written, and why it is loose."""
    said = [text for text in (one.value(told.value), told.text.strip()) if text] if told else []
    dated = [f"written on {day(told.recorded)}"] if told and told.recorded else []
    notes = [Note(text) for text in (*map(apart, said[1:]), *dated)] + ([Note(loose, "loose-small")] if loose else [])
    look = look_of(loose) if said or loose else "empty"
    text = said[0] if said else ""
    return Worded(text, Tip("\n".join(said), loose), tuple(notes) or ((Note(otherwise),) if not said else ()), look)


def _shapes(every: Sequence[_Step]) -> tuple[list[Shape], float]:
    """Lay the steps out below each other along the line; return the shapes and their height."""
    scales = Scales.of((one.experiment, one.metric) for one in every)
    room = SHEET - _STEP - (_STRIP + _GAP if scales else 0)
    width = (room - 2 * _GAP) / 3
    lefts = [_STEP + at * (width + _GAP) for at in range(3)]
    heads = zip((0, *lefts), ("Started", "Step", "Expected", "What happened"), strict=True)
    shapes: list[Shape] = [Words(x, 30, head, "head") for x, head in heads]
    shapes += key() if scales else []
    y = _TOP
    for one in every:
        boxes = [fit(worded, width) for worded in (_step(one), _expected(one), _happened(one))]
        tall = max(_LEAST, *(box.height for box in boxes))
        shapes += _row(one, boxes, lefts, y, tall)
        if scales:
            shapes += strip(scales, one.experiment, one.metric, y)
        y += tall + _GAP
    middles = (_TOP, y - _GAP)
    return [Path(tuple((_LINE, at) for at in middles), "axis"), *shapes], y


def _step(one: _Step) -> Worded:
    """Word a step, and the target condition that it works towards."""
    notes = (Note(f"target: {one.target}"),) if one.target else ()
    return Worded(one.experiment.step, Tip(one.experiment.step, one.target), notes)


def _row(one: _Step, boxes: Sequence[Fitted], lefts: Sequence[float], y: float, tall: float) -> Iterator[Shape]:
    """Draw one step on the line: when it began, what was tried, what was expected, what happened."""
    middle, started = y + tall / 2, one.experiment.started
    look = "joined" if one.is_seen else ("planned" if one.begun else "absent")
    yield Mark(_LINE, middle, look, boxes[0].worded.tip)
    yield Words(_LINE + 12, middle, day(started) if started else "no date", "note")
    for box, x in zip(boxes, lefts, strict=True):
        yield from box.shapes(x, y, tall)
