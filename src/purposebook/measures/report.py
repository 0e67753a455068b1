"""Measures -> plain text of 100 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from purposebook.domain.row_origins import row_origins
from purposebook.measures.lead_lag_result import lead_lag_lines
from purposebook.measures.metric import MetricMeasures
from purposebook.measures.objective import ObjectiveMeasures
from purposebook.measures.product import ProductMeasures
from purposebook.measures.report_events import pirate_lines
from purposebook.measures.report_experiments import experiment_lines, prediction_lines
from purposebook.measures.report_responsibility import agreement_lines, footprint_lines, inclusion_lines, recall_lines
from purposebook.measures.report_text import NONE, notes, number, observed, percent, row
from purposebook.measures.report_worked_out import heart_lines, money_lines, service_lines, survey_lines
from purposebook.measures.variation import SIGNAL_WORDS, Signal
from purposebook.text import numbers
from purposebook.text.directions import plain
from purposebook.text.plurals import counted

_METRIC_COLUMNS: Final = (21, 26, 18, 8, 6, 11)
_OBJECTIVE_COLUMNS: Final = (21, 8, 67)


def as_text(measures: ProductMeasures) -> str:
    """Return every number of a product with its interval, or the reason why there is none."""
    lines = (line.rstrip().replace(numbers.NBSP, " ") for line in _lines(measures))  # glued while lines were broken
    return plain("\n".join(lines)) + "\n"


def _lines(measures: ProductMeasures) -> Iterator[str]:
    """Yield the report line by line."""
    yield f"{measures.product}: measures as of {measures.as_of}"
    yield ""
    if measures.metrics:
        yield from row(_METRIC_COLUMNS, "METRIC", "LATEST", "BASELINE -> TARGET", "PROGRESS", "PACE", "ASSURANCE")
        for metric in measures.metrics:
            yield from _metric(metric)
    else:
        yield "No metric is written yet: begin with one that shows what changes for people."
    for part in _parts(measures):
        lines = tuple(part)
        if lines:
            yield ""
            yield from lines


def _parts(measures: ProductMeasures) -> Iterator[Iterator[str]]:
    """Yield the lines of each further part; a part that is not written has none."""
    book = measures.book
    yield _objectives(measures)
    yield pirate_lines(measures.pirate)
    yield experiment_lines(measures.experiments)
    yield prediction_lines(measures.predictions)
    yield inclusion_lines(measures.inclusion)
    yield footprint_lines(measures.footprint, book.responsibility.footprint if book else None)
    yield agreement_lines(book.personas.rankings if book else ())
    yield recall_lines(book.strategy.recall if book else ())
    yield survey_lines(book.metrics.surveys if book else (), measures.surveys)
    yield service_lines(measures.service)
    yield money_lines(measures.money)
    yield heart_lines(measures.heart)
    yield lead_lag_lines(measures.lead_lag)
    yield notes("note", measures.notes)
    yield notes("source", _from_databases(measures))


def _from_databases(measures: ProductMeasures) -> Iterator[str]:
    """Yield what was read from databases, and how old it is where they were not reached."""
    for one in row_origins(measures.book) if measures.book else ():
        if one.source.database:
            yield f"{one.part}: {'; '.join(filter(None, (one.said, one.kept(measures.as_of))))}"


def _metric(metric: MetricMeasures) -> Iterator[str]:
    """Yield the row of one metric and the notes under it."""
    goal = f"{number(metric.baseline)} -> {number(metric.target)}"
    latest = observed(metric.latest, metric.unit) if metric.latest else NONE
    share = (percent(metric.progress), percent(metric.pace))
    yield from row(_METRIC_COLUMNS, metric.id, latest, goal, *share, metric.assurance or NONE)
    limits = metric.limits
    if limits:
        words = f"{number(limits.lower)} to {number(limits.upper)}, mean {number(limits.mean)}"
        yield from notes("limits", [words])
    yield from notes("signal", _signals(metric.signals))
    yield from notes("segment", [f"{part.segment}: {observed(part.latest, metric.unit)}" for part in metric.segments])
    yield from notes("note", metric.reasons)


def _objectives(measures: ProductMeasures) -> Iterator[str]:
    """Yield a row for each objective, and what all of them roll up to."""
    if not measures.objectives:
        return
    yield from row(_OBJECTIVE_COLUMNS, "OBJECTIVE", "SCORE", "ROLL-UP")
    for objective in measures.objectives:
        yield from _objective(objective)
    rolled = [
        f"{numbers.score(one.score)} as {one.rule} ({one.of})" for one in measures.roll_ups if one.score is not None
    ]
    yield from notes("whole product", ["; ".join(rolled)] if rolled else [])


def _objective(objective: ObjectiveMeasures) -> Iterator[str]:
    """Yield the row of one objective and the notes under it."""
    score = NONE if objective.score is None else numbers.score(objective.score)
    expected = "" if objective.expected is None else f", {number(objective.expected)} expected"
    so_far = "" if objective.score is None else f"; progress {percent(objective.progress)}"
    pace = "" if objective.pace is None else f", pace {percent(objective.pace)}"
    yield from row(_OBJECTIVE_COLUMNS, objective.id, score, objective.rollup + expected + so_far + pace)
    yield from notes("note", objective.reasons)


def _signals(signals: Sequence[Signal]) -> Iterator[str]:
    """Yield one phrase per kind of signal, with its days."""
    by_kind = sorted(signals, key=lambda signal: list(SIGNAL_WORDS).index(signal.kind))
    for kind, group in groupby(by_kind, key=lambda signal: signal.kind):
        days = [signal.date for signal in group]
        when = f"on {days[0]}" if len(days) == 1 else f"{counted(len(days), 'point')} from {days[0]} to {days[-1]}"
        yield f"{SIGNAL_WORDS[kind]}: {when}"
