"""Simpson's paradox in a sentence."""

from __future__ import annotations

from purposebook.measures.inclusion import Reversal
from purposebook.text.numbers import number


def reversal_words(one: Reversal, ahead: str, behind: str, by: str) -> str:
    """Say that an order turns round within the strata; `ahead`, `behind` and `by` as they are to be named."""
    if one.in_every_stratum:
        within = f"in each of {one.strata} strata of {by}"
    else:
        within = f"in {one.strata_ahead} of {one.strata} strata of {by} and in all of them pooled"
    return (
        f"the share of {ahead} is above that of {behind} {within} ({_points(one.within)} points, Mantel-Haenszel), "
        f"and below it as a whole ({_points(one.whole)} points)"
    )


def _points(difference: float) -> str:
    """Write the size of a difference so that it never looks like none."""
    return number(abs(100 * difference), 2)
