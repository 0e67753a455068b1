"""The OKR score of an objective, told from its key results."""

from __future__ import annotations

from collections.abc import Mapping
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


def measure_objective(objective: Objective, metrics: Mapping[str, MetricMeasures]) -> ObjectiveMeasures:
    """Return the score of `objective` from the measures of its key results.

    Definition: the mean of the progress of its key results, each clipped to 0..1 for the score only; a key result
    without progress is left out, with a reason. A plain fraction. Refused when no key result has progress.
    Source: J. Doerr, Measure What Matters (2018): committed objectives expect 1.0, aspirational ones about 0.7.
    """
    wanted = tuple(dict.fromkeys(objective.key_results))
    found = {id: metrics[id].progress if id in metrics else None for id in wanted}
    known = [min(max(value, 0.0), 1.0) for value in found.values() if value is not None]
    blanks = [_blank(id, id in metrics) for id, value in found.items() if value is None]
    if not wanted:
        blanks = ["no key result: no score"]
    elif not known:
        blanks.append("no key result with progress: no score")
    score = fmean(known) if known else None
    return ObjectiveMeasures(objective.id, score, ROLLUP, EXPECTED.get(objective.kind), tuple(blanks))


def _blank(id: str, written: bool) -> str:
    """Say why a key result does not count."""
    return f"{id} has no progress: left out of the score" if written else f"{id} is not written: left out of the score"
