"""Put numbers, dates and states into the words that every page uses."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from purposebook.text import numbers
from purposebook.text.directions import isolated

NBSP: Final = numbers.NBSP
THIN: Final = numbers.THIN
number: Final = numbers.number

SHAPES: Final = {"present": "●", "partial": "◔", "stale": "◐", "absent": "○"}
"""The shape that stands beside each state of the evidence board."""
ASSURANCE: Final = {
    "pass": ("▲", "Consistently reaches its target"),
    "hit-or-miss": ("◆", "Hit or miss: may reach its target or miss it"),
    "fail": ("▼", "Consistently misses its target"),
}
"""Shape and words for what process limits say about a target."""
SEVERITIES: Final = {"error": "To repair", "warning": "To consider", "info": "Good to know"}


def quantity(value: float | None, unit: str = "", missing: str = "not written yet") -> str:
    """Write a value with its unit, or why there is none."""
    if value is None:
        return missing
    return f"{number(value)}{NBSP}{isolated(unit)}" if unit else number(value)


def interval(bounds: tuple[float, float], unit: str = "") -> str:
    """Write an interval in words: `23 to 31 %`."""
    return f"{number(bounds[0])} to {quantity(bounds[1], unit)}"


def count(amount: int, one: str, many: str = "") -> str:
    """Write a whole number with its noun: `1 objective`, `3 objectives`."""
    noun = one if amount == 1 else (many or f"{one}s")
    return f"{number(amount)}{NBSP}{noun}" if amount else f"no {many or one + 's'}"


def day(date: dt.date | None, missing: str = "no date") -> str:
    """Write a date in full: `31 March 2026`."""
    return f"{date.day}{NBSP}{_MONTHS[date.month - 1]}{NBSP}{date.year}" if date else missing


# not strftime: its month names follow the machine's locale
_MONTHS: Final = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - one line
)


def days(amount: int) -> str:
    """Write a length of time."""
    return count(amount, "day")


def percent(fraction: float) -> str:
    """Write a plain fraction as a whole percentage."""
    return numbers.whole_percent(fraction)


def progress(done: float | None, pace: float | None, direction: str | None = None) -> str:
    """Say how far a metric is from its baseline to its target, unclamped, beside the plan for today."""
    if done is None:
        return ""
    said = _progress_said(done, direction)
    if pace is None or done >= 1:
        return said
    return f"{said}; the plan for today is {percent(min(max(pace, 0.0), 1.0))}"


def _progress_said(done: float, direction: str | None) -> str:
    """Say where the metric stands between baseline and target, or outside of them."""
    if round(done * 100) < 0:
        side = {"increase": "Below", "decrease": "Above"}.get(direction or "", "Beyond")
        return f"{side} the baseline, the wrong way, by {percent(-done)} of the planned change"
    if done >= 1:
        return f"Target reached: {percent(done)} of the way"
    return f"{percent(min(done, 0.99))} of the way"


def pace_state(done: float | None, pace: float | None) -> str:
    """Name how progress compares with the plan: reached, ahead, behind, worse, or nothing."""
    if done is None:
        return ""
    if done >= 1:
        return "reached"
    if round(done * 100) < 0:
        return "worse"
    if pace is None:
        return ""
    return "ahead" if done >= pace else "behind"


def reference_fraction(value: float) -> str:
    """Clamp a fraction to a bar's width in percent; only bars are clamped, never words."""
    return f"{min(max(value, 0.0), 1.0) * 100:.1f}"


def joined(words: Iterable[str], last: str = "and") -> str:
    """Join words as a sentence does: `a, b and c`."""
    items = [word for word in words if word]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def shortened(text: str, most: int = 88) -> str:
    """Cut a long text for a label; its own card shows all of it."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    head = cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut
    return f"{head.rstrip(' ,;:.')}…"


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop."""
    stripped = text.strip()
    closed = stripped if re.search(r"[.!?…:]$", stripped) else f"{stripped}."
    return closed[:1].upper() + closed[1:]


def with_days(text: str) -> str:
    """Write the dates in a sentence of ours as every other date of the page."""
    return re.sub(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])", lambda found: day(dt.date.fromisoformat(found[0])), text)


def words_of(key: str) -> str:
    """Turn a key of the files into words: `task-success` -> `task success`."""
    return "nothing yet" if key == "none" else key.replace("_", " ").replace("-", " ")
