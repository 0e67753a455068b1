"""Who was counted, in the team's own words."""

from __future__ import annotations

from typing import Final

from purposebook.domain.metrics import Metric

_LONGEST: Final = 80
_ARITHMETIC: Final = frozenset("*×·+=()[]/÷")


def counted_people(metric: Metric) -> str:
    """Return what stands under the one fraction stroke of a metric's formula, or nothing where that is no phrase.

    `authors who published / authors who started a course` counts among `authors who started a course`. The stroke has
    a space on both sides; a formula with other arithmetic, or with signs that turn the direction of writing, has none.
    """
    above, stroke, below = metric.formula.partition(" / ")
    words = " ".join(below.split())
    phrase = 0 < len(words) <= _LONGEST and words.isprintable() and not _ARITHMETIC & set(words)
    return words.rstrip(" .;:") if stroke and above.strip() and phrase else ""
