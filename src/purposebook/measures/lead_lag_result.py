"""What moves together, as JSON and as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from purposebook.measures.lead_lag import READINGS, Together, later
from purposebook.measures.report_text import coefficient, heading, notes


def lead_lag_json(found: Together) -> dict[str, Any]:
    """Return one pair as the result says it."""
    changes = {"pairs": found.steps, "rho": found.changes.value, "reasons": list(found.changes.reasons)}
    return {
        "lead": found.lead,
        "lag": found.lag,
        "months": found.months,
        "pairs": found.pairs,
        "rho": found.rho.value,
        "changes": changes,
        "reasons": list(found.rho.reasons),
    }


def lead_lag_lines(found: Sequence[Together]) -> Iterator[str]:
    """Yield a line for each pair, and what to know about all of them."""
    if not found:
        return
    yield from heading("LEAD AND LAG", "Spearman's rank correlation, from -1 to 1; association, never a cause")
    yield from notes("pair", map(_pair, found))
    told = (answer for one in found for answer in (one.rho, one.changes) if answer.value is not None)
    yield from notes("note", dict.fromkeys(reason for answer in told for reason in answer.reasons))


def _pair(found: Together) -> str:
    """Write both correlations of a pair, or why there is none."""
    when = "" if found.months is None else f" {later(found.months)}"
    named = f"{found.lead}, and {found.lag}{when}"
    if found.rho.value is None:
        return f"{named}: {'; '.join(found.rho.reasons)}"
    if found.changes.value is None:
        changes = "; ".join(found.changes.reasons)
    else:
        changes = f"{coefficient(found.changes.value)} of monthly changes (n={found.steps})"
    return f"{named}: {coefficient(found.rho.value)} (n={found.pairs}), {changes}: the two {READINGS[found.reading]}"
