"""Experiments and predictions in the plain report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from purposebook.measures.experiment import ExperimentMeasures
from purposebook.measures.experiments import FIXED
from purposebook.measures.predictions import Prediction, Predictions
from purposebook.measures.report_text import NONE, coefficient, heading, notes, number, points, row, share, span

_COLUMNS: Final = (21, 16, 43, 14)


def experiment_lines(every: Sequence[ExperimentMeasures]) -> Iterator[str]:
    """Yield each experiment with what its numbers support; what holds for all differences stands once, at the end."""
    if not every:
        return
    yield from row(_COLUMNS, "EXPERIMENT", "KIND", "RESULT", "P")
    for one in every:
        yield from row(_COLUMNS, one.id, one.kind, _result(one), coefficient(one.p_value))
        yield from notes("method", [one.method] if one.method else [])
        yield from notes("beside it", _beside(one))
        yield from notes("caveat", [caveat for caveat in one.caveats if caveat not in FIXED])
        yield from notes("note", one.reasons)
    if any(one.kind == "two-proportions" for one in every):
        yield from notes("every difference", FIXED)


def _result(one: ExperimentMeasures) -> str:
    """Write the difference or the ratio with its interval."""
    if one.kind == "two-proportions":
        return points(one.difference, one.interval)
    ends = span(one.interval) if one.interval else "without an interval"
    return NONE if one.ratio is None else f"ratio {coefficient(one.ratio)} {ends}"


def _beside(one: ExperimentMeasures) -> Iterator[str]:
    """Yield the numbers that belong beside the result."""
    if one.p_adjusted is not None:
        yield f"p after Holm's correction {coefficient(one.p_adjusted)}"
    if one.naive_ratio is not None:
        yield f"naive ratio {coefficient(one.naive_ratio)}"
    if one.autocorrelation is not None:
        yield f"autocorrelation of neighbouring residuals {coefficient(one.autocorrelation)}"
    if one.sample_ratio is not None:
        yield f"sample ratio chi-square {coefficient(one.sample_ratio.chi2)}, p {coefficient(one.sample_ratio.p)}"
    if one.threshold is not None and one.met is not None:
        yield f"planned threshold {number(one.threshold)} {'met' if one.met else 'not met'}"


def prediction_lines(found: Predictions | None) -> Iterator[str]:
    """Yield how often what was expected came true, then each expectation."""
    if found is None or not found.every:
        return
    told = f"{found.hits} of {found.of} came true: {share(found.rate, found.interval)}" if found.of else "none counts"
    yield from heading("PREDICTIONS", told)
    for one in found.every:
        yield from notes(one.experiment, [_prediction(one)])


def _prediction(one: Prediction) -> str:
    """Write one prediction, or why it does not count."""
    if one.hit.value is None:
        return "; ".join(one.hit.reasons)
    said = f"expected {number(one.expected)}, was {number(one.actual)}: {'hit' if one.hit.value else 'miss'}"
    return "; ".join((said, *one.hit.reasons))
