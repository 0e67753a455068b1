"""Where the latest value stands: against the target, and against where it began."""

from __future__ import annotations

from purposebook.measures.words.facts import Facts


def standing_said(facts: Facts) -> str:
    """Say whether the target is reached, and which way the value went since the start."""
    target = facts.measured.target
    if target is None:
        return ", ".join(filter(None, ("no target is set", _since_start(facts))))
    named = facts.digits.again(target)
    if facts.metric.direction == "maintain":
        return _level_kept(facts, target, named)
    if facts.against:
        side = "below" if facts.wanted > 0 else "above"
        start = facts.digits.again(facts.measured.baseline or 0.0)
        return (
            f"the target of {named} lies {side} the start of {start}, against its own direction, so nothing is judged"
        )
    if facts.met is None:
        return _undirected(facts, target, named)
    said = f"the target of {named} is {_reached(facts, target)}"
    return ", ".join(filter(None, (said, _since_start(facts), _doubt(facts, target))))


def _reached(facts: Facts, target: float) -> str:
    """Say whether the latest value meets the target."""
    if not facts.met:
        return "not reached"
    return "passed" if facts.compared(facts.latest.value, target) else "reached"


def _since_start(facts: Facts) -> str:
    """Say which way the value went from the baseline; a step back is said plainly."""
    start = facts.measured.baseline
    given = facts.metric.baseline
    if start is None or (given and given.date and facts.latest.date < given.date):
        return ""
    moved = facts.compared(facts.latest.value, start)
    named = facts.digits.again(start)
    if not moved:
        return f"where it stood at the start ({named})"
    if moved * facts.wanted < 0:
        return (
            f"further from the target than at the start ({named})"
            if facts.measured.target is not None
            else (f"worse than at the start ({named})")
        )
    return f"{'up' if moved > 0 else 'down'} from {named} at the start"


def _doubt(facts: Facts, target: float) -> str:
    """Say that the interval holds values on the other side of the target."""
    if facts.latest.interval is None:
        return ""
    low, high = facts.latest.interval
    if facts.met:
        short = facts.compared(low if facts.wanted > 0 else high, target) * facts.wanted < 0
        words = "lower" if facts.wanted > 0 else "higher"
        return f"though {words} values, which miss it, are plausible too" if short else ""
    reach = facts.compared(high if facts.wanted > 0 else low, target) * facts.wanted >= 0
    return "though the target is within what is plausible" if reach else ""


def _level_kept(facts: Facts, target: float, named: str) -> str:
    """Say where the value stands beside a level that it should keep."""
    side = facts.compared(facts.latest.value, target)
    if not side:
        return f"it is at the level of {named} that it should keep"
    return f"it is {'above' if side > 0 else 'below'} the level of {named} that it should keep"


def _undirected(facts: Facts, target: float, named: str) -> str:
    """Say where the value stands beside a target when nobody said whether more is better."""
    side = {1: "above", -1: "below", 0: "on"}[facts.compared(facts.latest.value, target)]
    return f"it is {side} the target of {named}, and whether it should rise or fall is not written"
