"""Outcome chains: who shifts from what to what, which metric shows it, and what moves together with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from purposebook.charts.drawing import SHEET, Box, Mark, Path, Shape, Tip, Words, draw
from purposebook.charts.figure import Figure, Group, Item, table
from purposebook.charts.labels import shorten, wrap
from purposebook.charts.looks import SMALL
from purposebook.charts.words import counted, listed, quoted, verb
from purposebook.domain.workbook import Workbook

_HEADS: Final = ("Who", "does today", "will do", "shown by", "moves together with")
_LACKS: Final = ("who", "what they do today", "what they will do", "a metric")
_GAP: Final = 24
_WIDE: Final = (SHEET - 4 * _GAP) / 5
_PAD: Final = 8
_ROW: Final = 13
_LINES: Final = 5
_HEAD: Final = 30
_BELOW: Final = 14
_MOST: Final = 15


@dataclass(frozen=True)
class _Chain:
    """Hold the links of one objective's chain; an empty text is a link that is not written."""

    objective: str
    links: tuple[str, str, str, str, str]

    def missing(self) -> tuple[str, ...]:
        """Name the links that are not written; a business result may be missing."""
        return tuple(head for head, text in zip(_LACKS, self.links, strict=False) if not text.strip())


def outcome_chain(book: Workbook) -> Figure | None:
    """Draw one chain per objective that says what people will do differently; dropped objectives stay out."""
    chains = tuple(_chains(book))
    if not chains:
        return None
    without = sum(item.status != "dropped" for item in book.objectives.objectives) - len(chains)
    shown = chains[:_MOST]
    columns = ["Objective", "Who", "From", "To", "Shown by", "Moves together with"]
    return Figure(
        "outcomes",
        _title(chains, without),
        draw(_shapes(shown), 24 + sum(_HEAD + _height(chain) + _BELOW for chain in shown)),
        _description(chains, without),
        table(columns, [(chain.objective, *chain.links) for chain in chains]),
        "objectives.yml and metrics.yml",
        team=tuple(columns),
        listing=tuple(Group(chain.objective, tuple(_items(chain))) for chain in chains),
    )


def _chains(book: Workbook) -> Iterator[_Chain]:
    """Yield a chain per objective with an outcome."""
    people = {persona.id: persona.name for persona in book.personas.personas}
    people |= {segment.id: segment.name for segment in book.personas.segments}
    metrics = {metric.id: metric.name for metric in book.metrics.metrics}
    for item in book.objectives.objectives:
        outcome = item.outcome
        if item.status != "dropped" and outcome and any((outcome.who, outcome.from_.strip(), outcome.to.strip())):
            shown = "; ".join(_named(metrics, id) for id in item.key_results)
            result = _named(metrics, outcome.leads_to) if outcome.leads_to else ""
            links = (people.get(outcome.who, outcome.who), outcome.from_, outcome.to, shown, result)
            yield _Chain(item.statement, links)


def _named(metrics: Mapping[str, str], id: str) -> str:
    """Return a metric's name, or say that nobody wrote it."""
    return metrics.get(id, f"{id} (not written yet)")


def _title(chains: Sequence[_Chain], without: int) -> str:
    """Say how many chains are whole."""
    whole = sum(not chain.missing() for chain in chains)
    every = len(chains) + without
    says = verb(whole, "says", "say")
    if whole == every:
        return f"{counted(whole, 'objective')} {says} who will do what differently, and which metric shows it"
    return f"{whole or 'None'} of {counted(every, 'objective')} {says} in full who will do what differently"


def _description(chains: Sequence[_Chain], without: int) -> str:
    """Name the missing links, and warn of reading causes into chains."""
    said = ["Each row reads from left to right: who, what they do today, what they will do, the metric that shows it."]
    gaps = [f"{quoted(chain.objective, 60)} lacks {listed(chain.missing())}" for chain in chains if chain.missing()]
    if gaps:
        said.append(f"{'; '.join(gaps[:5])}.")
    if without:
        said.append(f"{counted(without, 'objective')} {verb(without, 'names', 'name')} no behaviour change yet.")
    if any(chain.links[4] for chain in chains):
        said.append("A dashed line joins numbers expected to move together; it does not say that one causes the other.")
    return " ".join(said)


def _items(chain: _Chain) -> Iterator[Item]:
    """Yield the links as a list."""
    for head, text in zip(_HEADS, chain.links, strict=True):
        if text.strip():
            yield Item(text, f"({head.lower()})")
        elif head != _HEADS[4]:
            yield Item("not written yet", f"({head.lower()})", "warn")


def _shapes(chains: Sequence[_Chain]) -> Iterator[Shape]:
    """Draw the heads, then one row per chain."""
    for at, head in enumerate(_HEADS):
        yield Words(at * (_WIDE + _GAP), 8, head, "head")
    y = 24.0
    for chain in chains:
        yield Path(((0, y), (SHEET, y)), "rule")
        yield Words(0, y + 16, shorten(chain.objective, SHEET - 60), "strong", Tip(chain.objective, "objective"))
        yield from _row(chain, y + _HEAD, _height(chain))
        y += _HEAD + _height(chain) + _BELOW


def _text(text: str) -> str:
    """Wrap a link into its box."""
    return wrap(text, _WIDE - 2 * _PAD, _LINES, SMALL) if text.strip() else "not written yet"


def _height(chain: _Chain) -> float:
    """Return the height of the boxes of one chain."""
    return 2 * _PAD + _ROW * max(2, *(_text(link).count("\n") + 1 for link in chain.links))


def _row(chain: _Chain, y: float, tall: float) -> Iterator[Shape]:
    """Draw the links of one chain."""
    middle = y + tall / 2
    last = 5 if chain.links[4] else 4
    for left, right in pairwise(range(last)):
        start, end = left * (_WIDE + _GAP) + _WIDE, right * (_WIDE + _GAP)
        together = right == 4
        yield Path(((start + 2, middle), (end - (2 if together else 7), middle)), "together" if together else "axis")
        if not together:
            yield Mark(end - 6, middle, "arrow")
    for at, text in enumerate(chain.links[:last]):
        yield from _link(at * (_WIDE + _GAP), y, tall, text, _HEADS[at])


def _link(x: float, y: float, tall: float, text: str, head: str) -> Iterator[Shape]:
    """Draw one link; a dashed one is not written yet."""
    written, shown = bool(text.strip()), _text(text)
    tip = Tip(text, head) if written else Tip()
    yield Box(x, y, _WIDE, tall, "node" if written else "empty", tip)
    top = y + (tall - _ROW * shown.count("\n")) / 2
    yield Words(x + _PAD, top, shown, "small" if written else "note", tip)
