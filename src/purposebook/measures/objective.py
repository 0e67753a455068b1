"""The OKR score of an objective, told from its key results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from types import MappingProxyType
from typing import Final

from purposebook.domain.objectives import Objective, ObjectiveKind
from purposebook.measures.metric import MetricMeasures

ROLLUP: Final = "mean of key results"
EXPECTED: Final[Mapping[ObjectiveKind, float]] = MappingProxyType({"committed": 1.0, "aspirational": 0.7})
"""What a score should come to at the end; learning objectives have no such number."""


@dataclass(frozen=True)
class ObjectiveMeasures:
    """Hold the score of one objective."""

    id: str
    score: float | None
    """A plain fraction, 0 to 1."""
    rollup: str
    """The rule that makes one number of several."""
    expected: float | None
    """What the objective's kind expects at the end: 1.0 committed, about 0.7 aspirational."""
    reasons: tuple[str, ...]
    progress: float | None = None
    """The mean of the same key results' progress, not clipped: below 0 and above 1 are seen."""
    pace: float | None = None
    """The mean of their pace: where the score would be on the straight line from baselines to targets."""


@dataclass(frozen=True)
class RollUp:
    """Hold one number for a whole product, and the rule that made it."""

    rule: str
    score: float | None
    of: int
    """So many scores or key results."""


def roll_ups(
    objectives: Sequence[Objective], measured: Sequence[ObjectiveMeasures], metrics: Mapping[str, MetricMeasures]
) -> tuple[RollUp, ...]:
    """Return a product's score by both rules in use, because they differ where objectives have unlike many key results.

    Definition: *mean of objectives*, every objective weighing the same; *flat mean over all*, every key result weighing
    the same, each once. Proposed and dropped objectives are left out, and blanks. Plain fractions. Refused (None) where
    nothing has a score. Source: both are in use among OKR tools; neither is more right, so both are named.
    """
    counted = [
        (one, told) for one, told in zip(objectives, measured, strict=True) if one.status not in {"proposed", "dropped"}
    ]
    scores = [told.score for _, told in counted if told.score is not None]
    wanted = dict.fromkeys(id for one, _ in counted for id in one.key_results)
    found = [metrics[id].progress for id in wanted if id in metrics]
    flat = [_clipped(value) for value in found if value is not None]
    return _roll_up("mean of objectives", scores), _roll_up("flat mean over all", flat)


def measure_objective(objective: Objective, metrics: Mapping[str, MetricMeasures]) -> ObjectiveMeasures:
    """Return the score of `objective` from the measures of its key results.

    Definition: the mean of the progress of its key results, each clipped to 0..1 for the score only; a key result
    without progress is left out, with a reason. Beside it stand the mean progress as it is, and the mean pace, of the
    same key results. Plain fractions. Refused when no key result has progress.
    Source: J. Doerr, Measure What Matters (2018): committed objectives expect 1.0, aspirational ones about 0.7.
    """
    wanted = tuple(dict.fromkeys(objective.key_results))
    found = {id: metrics[id].progress if id in metrics else None for id in wanted}
    known = {id: value for id, value in found.items() if value is not None}
    paces = [pace for pace in (metrics[id].pace for id in known) if pace is not None]
    blanks = [_blank(id, id in metrics) for id, value in found.items() if value is None]
    if not wanted:
        blanks = ["no key result: no score"]
    elif not known:
        blanks.append("no key result with progress: no score")
    return ObjectiveMeasures(
        objective.id,
        _mean([_clipped(value) for value in known.values()]),
        ROLLUP,
        EXPECTED.get(objective.kind),
        tuple(blanks),
        _mean(list(known.values())),
        _mean(paces),
    )


def _roll_up(rule: str, scores: Sequence[float]) -> RollUp:
    """Return the mean of scores under its rule's name."""
    return RollUp(rule, _mean(scores), len(scores))


def _clipped(value: float) -> float:
    """Return progress as it counts in a score."""
    return min(max(value, 0.0), 1.0)


def _mean(values: Sequence[float]) -> float | None:
    """Return the mean of what there is; sums that leave the range of numbers have none."""
    try:
        return fmean(values) if values else None
    except OverflowError:
        return None


def _blank(id: str, written: bool) -> str:
    """Say why a key result does not count."""
    return f"{id} has no progress: left out of the score" if written else f"{id} is not written: left out of the score"
