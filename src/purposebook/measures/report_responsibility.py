"""Inclusion, footprint, agreement and recall in the plain report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from purposebook.domain.personas import Ranking
from purposebook.domain.responsibility import Footprint
from purposebook.domain.rounds import left_out, shown_rounds
from purposebook.domain.strategy import Recall
from purposebook.measures.agreement import kendalls_w
from purposebook.measures.answer import Answer
from purposebook.measures.footprint import ComponentMeasures, FootprintMeasures
from purposebook.measures.inclusion import DimensionMeasures, InclusionMeasures, Split
from purposebook.measures.recall import measure_recall
from purposebook.measures.report_text import NONE, heading, notes, number, points, row, share
from purposebook.measures.words.turning import reversal_words
from purposebook.text.numbers import score
from purposebook.text.plurals import counted, integer

_GROUP_COLUMNS: Final = (34, 7, 23, 30)


def inclusion_lines(found: InclusionMeasures | None) -> Iterator[str]:
    """Yield each group's share and its gap to the rest, and the orders that turn round."""
    if found is None:
        return
    yield from row(_GROUP_COLUMNS, "INCLUSION", "N", "SHARE", "GAP TO THE REST")
    for dimension in found.dimensions:
        yield from _groups(dimension)
    for one in found.reversals:
        where = ": ".join(filter(None, (one.dimension, one.metric)))
        told = reversal_words(one, one.ahead, one.behind, one.split_by or "a second variable")
        yield from notes("Simpson's paradox", [f"in {where}, {told}"])


def _groups(one: DimensionMeasures) -> Iterator[str]:
    """Yield the rows of one dimension; a group that is hidden has no numbers."""
    for group in one.groups:
        found, gap = group.share.value, group.gap
        name = ": ".join(part for part in (one.dimension, one.metric, group.group) if part)
        if found is None:
            yield from row(_GROUP_COLUMNS, name, NONE, NONE, NONE)
        else:
            told = points(gap.value, gap.interval) if gap else NONE
            yield from row(_GROUP_COLUMNS, name, integer(found.of), share(found.rate, (found.low, found.high)), told)
        yield from _strata(one.split, group.group)
        yield from notes("note", group.reasons)
    yield from notes(f"{one.dimension}, strata", one.split.reasons if one.split else ())


def _strata(split: Answer[Split] | None, group: str) -> Iterator[str]:
    """Yield a row for each stratum of a group that is told."""
    if split is None or split.value is None:
        return
    for stratum, found in split.value.of(group).items():
        name = "  " + ": ".join(filter(None, (split.value.by, stratum)))
        yield from row(_GROUP_COLUMNS, name, integer(found.of), share(found.rate, (found.low, found.high)), NONE)


def footprint_lines(found: FootprintMeasures | None, written: Footprint | None) -> Iterator[str]:
    """Yield the Software Carbon Intensity, its parts, and a stated total beside the sum."""
    if found is None or written is None:
        return
    per = written.unit.strip() or "unit"
    rate = NONE if found.rate.value is None else f"{number(found.rate.value)} gCO2eq per {per}"
    yield from heading("FOOTPRINT", rate)
    yield from notes("part", map(_component, found.components))
    if found.total.value is not None:
        yield from notes("sum of the parts", [f"{number(found.total.value)} g"])
    if found.stated is not None:
        yield from notes("stated total", [f"{number(found.stated)} g"])
    if found.cleaner is not None and found.dirtier is not None:
        on = f"{number(found.cleaner)} g on grids of half the intensity, {number(found.dirtier)} g on those of twice"
        yield from notes("sensitivity", [f"{on}, per {per}"])
    yield from notes("note", dict.fromkeys((*found.rate.reasons, *found.total.reasons, *found.change.reasons)))


def _component(one: ComponentMeasures) -> str:
    """Write both shares of a component."""
    shares = f"{number(one.operational.value)} g energy, {number(one.embodied.value)} g hardware"
    return "; ".join((f"{one.name}: {shares}", *one.reasons))


def agreement_lines(rankings: Sequence[Ranking]) -> Iterator[str]:
    """Yield Kendall's W of each round."""
    if rankings:
        yield from heading("AGREEMENT", "Kendall's W, from 0 (none) to 1 (full)")
    for one in shown_rounds(rankings):
        w = kendalls_w(one)
        told = "; ".join(w.reasons) if w.value is None else f"W = {score(w.value)}"
        who = f"{counted(one.members, 'member')}, {counted(len(one.places), 'need')}"
        yield from notes(str(one.date), [f"{told} ({who})"])
    yield from notes("note", filter(None, [left_out(rankings)]))


def recall_lines(rounds: Sequence[Recall]) -> Iterator[str]:
    """Yield how many could say vision and intents."""
    if rounds:
        yield from heading("RECALL", "who could say it without looking")
    for one in measure_recall(rounds):
        told = share(one.rate, one.interval.value) if one.interval.value else "; ".join(one.interval.reasons)
        n = "" if one.asked is None else f" n={one.asked}"
        yield from notes(str(one.date), [f"{one.what}: {told}{n}"])
