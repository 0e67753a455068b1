"""Outcome chains: who shifts from what to what, which metric shows it, and what moves together with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from purposebook.charts.drawing import draw
from purposebook.charts.figure import Figure, Group, table
from purposebook.charts.names import called, metric_names, persona_names
from purposebook.charts.rows_of_boxes import Cell, Row, items, rows_of_boxes
from purposebook.charts.words import counted, first_shown, listed, quoted, verb
from purposebook.domain.workbook import Workbook

_HEADS: Final = ("Who", "does today", "will do", "shown by", "moves together with")
_LACKS: Final = ("who", "what they do today", "what they will do", "a metric")
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
    rows = [_row(chain) for chain in chains]
    columns = ["Objective", "Who", "From", "To", "Shown by", "Moves together with"]
    return Figure(
        "outcomes",
        _title(chains, without),
        draw(*rows_of_boxes(_HEADS, rows[:_MOST])),
        _description(chains, without),
        table(columns, [(chain.objective, *chain.links) for chain in chains]),
        "objectives.yml and metrics.yml",
        team=tuple(columns),
        listing=tuple(Group(row.head, tuple(items(_HEADS, row))) for row in rows),
    )


def _chains(book: Workbook) -> Iterator[_Chain]:
    """Yield a chain per objective with an outcome."""
    people = persona_names(book) | {segment.id: segment.name for segment in book.personas.segments}
    metrics = metric_names(book)
    for item in book.objectives.objectives:
        outcome = item.outcome
        if item.status != "dropped" and outcome and any((outcome.who, outcome.from_.strip(), outcome.to.strip())):
            shown = "; ".join(called(metrics, id) for id in item.key_results)
            result = called(metrics, outcome.leads_to)
            links = (people.get(outcome.who, outcome.who), outcome.from_, outcome.to, shown, result)
            yield _Chain(item.statement, links)


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
    return " ".join(filter(None, [*said, first_shown(_MOST, len(chains), "chains")]))


def _row(chain: _Chain) -> Row:
    """Say a chain as boxes; a business result that is not written is left out."""
    *first, result = chain.links
    last = (Cell(result, together=True),) if result else ()
    return Row((*(Cell(text) for text in first), *last), chain.objective, "objective")
