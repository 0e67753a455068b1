"""How the rules of numbers and days that cannot be find what they look for."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Final

from purposebook.checks.reading import quoted
from purposebook.checks.rule import Hit, Question
from purposebook.domain.metrics import Metric, Observation
from purposebook.domain.workbook import Workbook
from purposebook.text.numbers import number
from purposebook.text.plurals import counted, verb

_TIMES: Final = 1000
"""A target so many times its baseline is more likely a slip of the pen."""
_LONGEST: Final = dt.timedelta(days=50 * 366)
"""Nobody plans further ahead."""


def cannot_be(book: Workbook, _: Question) -> Iterator[Hit]:
    """Find shares outside 0 to 100 %, and targets that nobody can mean (K12)."""
    in_percent = {metric.id for metric in book.metrics.metrics if metric.unit.strip() == "%"}
    rows = _counted(book.observations, in_percent) if in_percent else {}
    for metric in book.metrics.metrics:
        shares = rows.get(metric.id, [])
        yield from _shares(metric, shares)
        for why in _targets(metric, share=bool(shares)):
            yield Hit(f"metrics/{metric.id}", f"{quoted(metric.name)}: {why}.")


def _counted(observations: Iterable[Observation], metrics: Container[str]) -> Mapping[str, list[Observation]]:
    """Return the rows of each of `metrics` that have numerator and denominator."""
    rows = defaultdict(list)
    for row in observations:
        if row.metric in metrics and row.numerator is not None and row.denominator is not None:
            rows[row.metric].append(row)
    return rows


def _shares(metric: Metric, rows: list[Observation]) -> Iterator[Hit]:
    """Find counted shares that are none."""
    wrong = [row for row in rows if not 0 <= row.value_in("%") <= 100]
    if wrong:
        first = wrong[0]
        told = f"{number(first.numerator or 0)} of {number(first.denominator or 0)} on {first.date.isoformat()}"
        more = f", and {counted(len(wrong) - 1, 'more row')} like it" if len(wrong) > 1 else ""
        yield Hit(f"observations/{metric.id}", f"{quoted(metric.name)} counts {told}{more}: no share of a whole.")


def _targets(metric: Metric, *, share: bool) -> Iterator[str]:
    """Say why a target cannot be meant."""
    before, target = metric.baseline, metric.target
    if target is None:
        return
    aim = f"the target of {number(target.value)}"
    if share and not 0 <= target.value <= 100:
        yield f"{aim} % is no share of a whole"
    elif before and before.value and abs(target.value / before.value) > _TIMES:
        yield f"{aim} is more than {number(_TIMES)} times the baseline of {number(before.value)}"
    if before and before.date and target.by:
        if target.by <= before.date:
            yield f"the target's day, {target.by.isoformat()}, is not after that of the baseline"
        elif target.by - before.date > _LONGEST:
            yield f"the target's day, {target.by.isoformat()}, is more than 50 years after that of the baseline"


def lies_ahead(book: Workbook, asked: Question) -> Iterator[Hit]:
    """Find evidence, observations and answers of surveys dated in the future (X3).

    A look back at an earlier day finds nothing that is dated up to today.
    """
    for where, what, days in _dated(book, asked.parts):
        if not days:
            continue
        now = max(asked.as_of, dt.date.today())
        late = [day for day in days if day > now]
        if late:
            which = late[0].isoformat() if len(late) == 1 else f"up to {max(late).isoformat()}"
            yield Hit(where, f"{counted(len(late), what)} {verb(len(late))} dated {which}, which is in the future.")


def _dated(book: Workbook, parts: frozenset[str]) -> Iterator[tuple[str, str, list[dt.date]]]:
    """Yield where and what is dated, with the days; a file is read for what is asked about alone."""
    if "evidence" in parts:
        for item in book.evidence.evidence:
            if item.date:
                yield f"evidence/{item.id}", "piece", [item.date]
    if "observations" in parts:
        yield "observations/metrics", "observation", [row.date for row in book.observations]
    if "answers" in parts:
        yield "answers/surveys", "answer", [row.date for row in book.answers]
