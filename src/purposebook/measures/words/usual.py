"""What the normal ups and downs of a metric mean for its target, and which signals it shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from purposebook.measures.variation import RUN, Limits, SignalKind
from purposebook.measures.words.facts import Facts

_SIGNALS: Final[dict[SignalKind, str]] = {
    "beyond-limit": "a value outside the normal variation",
    "one-side": f"{RUN} or more values in a row on one side of the mean",
    "rising": f"{RUN} or more values in a row that rise",
    "falling": f"{RUN} or more values in a row that fall",
    "near-limit": "2 of 3 values in a row near one limit of the normal variation",
}


def usual_said(facts: Facts) -> str:
    """Say what to expect of the target; nothing at all where there are too few points for limits."""
    limits, target = facts.measured.limits, facts.measured.target
    if limits is None:
        return ""
    band = f"the normal variation ({facts.digits.again(limits.lower)} to {facts.digits.again(limits.upper)})"
    verdict = facts.measured.assurance
    if target is None or verdict is None or facts.against:
        return f"values within {band} are nothing unusual"
    where = f"{_place(facts, target, limits)} {band}"
    if facts.metric.direction == "maintain":
        return f"that level lies {where}, {_kept(facts, where)}"
    return f"the target lies {where}, {_expected(facts, where)}"


def _place(facts: Facts, target: float, limits: Limits) -> str:
    """Say where the target lies beside the limits; one that is always met may lie on a limit itself."""
    if facts.compared(target, limits.upper) > 0:
        return "above"
    if facts.compared(target, limits.lower) < 0:
        return "below"
    judged = facts.metric.direction != "maintain" and facts.measured.assurance != "hit-or-miss"
    return "at the edge of" if judged else "inside"


def signals_said(facts: Facts) -> str:
    """Name each kind of signal of the last phase once, with its last day; a phase without one says nothing."""
    last = {signal.kind: signal.date for signal in facts.signals}
    if not last:
        return ""
    return f"something has changed: {'; '.join(_signals(last))}"


def _signals(last: Mapping[SignalKind, dt.date]) -> Iterator[str]:
    """Yield each kind with its last day."""
    for kind, words in _SIGNALS.items():
        if kind in last:
            yield f"{words}, the last on {last[kind]}"


def _expected(facts: Facts, where: str) -> str:
    """Say how often the target will be met if the process stays as it is."""
    unless = " as long as it runs as it does now" if not facts.signals else ", but the process is changing"
    if facts.measured.assurance == "pass":
        return f"so all {facts.periods} will meet it{unless}"
    if facts.measured.assurance == "fail":
        return f"so no {facts.periods} will meet it{unless}"
    if not where.startswith("inside"):
        some = "missed" if _safe(facts) else "met"
        return f"yet some {facts.periods} {some} it"
    return f"so some {facts.periods} will miss it"


def _safe(facts: Facts) -> bool:
    """Tell whether the limits lie wholly on the side of the target that meets it."""
    limits, target = facts.measured.limits, facts.measured.target
    if limits is None or target is None:
        return False
    return (limits.mean - target) * facts.wanted > 0


def _kept(facts: Facts, where: str) -> str:
    """Say whether the level is kept."""
    if facts.measured.assurance == "pass":
        return "so it is kept"
    if facts.measured.assurance == "fail":
        return "so it is not kept"
    return "but the process is changing" if where.startswith("inside") else "though single values were on it"
