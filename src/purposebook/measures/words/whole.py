"""One metric in one sentence or two."""

from __future__ import annotations

from purposebook.domain.metrics import Metric
from purposebook.measures.metric import MetricMeasures
from purposebook.measures.words.facts import Facts
from purposebook.measures.words.guarding import Guards, guards_said
from purposebook.measures.words.level import first_said, level_said
from purposebook.measures.words.standing import standing_said
from purposebook.measures.words.usual import signals_said, usual_said


def sentence(metric: Metric, measured: MetricMeasures, people: str = "", guards: Guards = ()) -> str:
    """Say what a metric's numbers mean, in words that a board can read aloud.

    Definition: value with counts and interval, or why nobody knows how sure it is; target; way from the start; what the
    normal variation means for the target (nothing with fewer than 12 points); signals of the last phase; guards.
    `people` names who was counted, in the team's words. Numbers: in the metric's own unit, rounded by `digits_for`, so
    that nothing that differs looks the same. Days are written as 2026-03-31. Errors: none; what is missing is said.
    Source: the measures themselves; wording our own.
    """
    if measured.latest is None:
        return _nothing(measured)
    facts = Facts(metric, measured, measured.latest)
    first = (level_said(facts, people), first_said(facts), standing_said(facts), usual_said(facts))
    said = ("; ".join(filter(None, first)), signals_said(facts), guards_said(guards))
    return " ".join(_closed(words) for words in said if words)


def _nothing(measured: MetricMeasures) -> str:
    """Say that there is no value, and whether parts of the whole have one."""
    parts = len(measured.segments)
    if parts:
        return f"The whole has no value yet, only {parts} of its parts {'has' if parts == 1 else 'have'} one."
    return "No value has been recorded yet, so nothing can be said."


def _closed(words: str) -> str:
    """Begin with a capital and end with a full stop."""
    return f"{words[:1].upper()}{words[1:]}."
