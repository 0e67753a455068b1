"""What is said of the metrics that must not get worse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from purposebook.domain.metrics import Metric
from purposebook.measures.guards import GuardState, guard_state
from purposebook.measures.metric import MetricMeasures
from purposebook.measures.words.rounding import digits_for

Guards = Sequence[tuple[Metric, MetricMeasures]]

_STATES: Final[dict[GuardState, str]] = {
    "worse": "worse than at the start ({start})",
    "better": "better than at the start ({start})",
    "same": "where it stood at the start",
    "moved": "away from where it stood at the start ({start})",
}


def guard_words(metric: Metric, measured: MetricMeasures) -> str:
    """Say where one guard stands: `14 messages: worse than at the start (11)`, or why that cannot be said."""
    latest, start = measured.latest, measured.baseline
    if latest is None:
        return "no value yet"
    pairs = [] if start is None else [(latest.value, start)]
    digits = digits_for(latest.value, measured.unit, pairs)
    state = guard_state(metric, measured)
    if state.value is None or start is None:
        return f"{digits.first(latest.value)}: {'; '.join(state.reasons)}"
    return f"{digits.first(latest.value)}: {_STATES[state.value].format(start=digits.again(start))}"


def guards_said(guards: Guards) -> str:
    """Say how many guards stand worse than at their start, and how many nobody can judge."""
    if not guards:
        return ""
    states = [guard_state(*guard).value for guard in guards]
    return "; ".join(_counts(len(states), states.count("worse"), states.count("moved"), states.count(None)))


def _counts(every: int, worse: int, moved: int, unknown: int) -> Iterator[str]:
    """Yield a phrase for each number of guards that a reader has to know."""
    if worse:
        yield f"meanwhile {_of(worse, every)} {'stands' if worse == 1 else 'stand'} worse than at the start"
    if moved:
        yield f"{_of(moved, every)} {'has' if moved == 1 else 'have'} moved away from where it should stay"
    if unknown:
        yield f"whether {_of(unknown, every)} got worse cannot be said"
    if not worse and not moved and not unknown:
        yield f"{_of(0, every)} {'does not stand' if every == 1 else 'stands'} worse than at the start"


def _of(count: int, every: int) -> str:
    """Name so many of the guards."""
    if every == 1:
        return "its guard metric"
    return f"{count or 'none'} of its {every} guard metrics"
