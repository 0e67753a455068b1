"""Whether the groups of an experiment have the sizes that were planned."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from purposebook.measures.answer import TOO_LARGE, Answer
from purposebook.measures.experiment import SampleRatio
from purposebook.text.numbers import number
from purposebook.text.plurals import integer

LOOK: Final = 0.01
ALARM: Final = 0.001
UNPLANNED: Final = "no planned split: whether the groups have the planned sizes cannot be checked"


def sample_ratio(control: int, treatment: int, split: Sequence[float]) -> Answer[SampleRatio]:
    """Compare the sizes of two groups with the planned `split`, told as shares or weights of control and treatment.

    Definition: Pearson's chi-square of both sizes with 1 degree of freedom, p = erfc(sqrt(chi2 / 2)). A caveat asks to
    look at p < 0.01, and warns at p < 0.001: then people were lost or counted twice, and the difference means little.
    Refused without a planned split of two shares above zero, and without people.
    Source: A. Fabijan and others (2019), Diagnosing sample ratio mismatch in online controlled experiments, KDD.
    """
    if not split:
        return Answer.refused(UNPLANNED)
    if len(split) != 2 or min(split) <= 0:
        return Answer.refused("the planned split is not two shares above zero: the groups' sizes are not checked")
    people = control + treatment
    if people == 0:
        return Answer.refused("nobody was in either group: their sizes are not checked")
    if people > 2**53:
        return Answer.refused(f"{TOO_LARGE}: the groups' sizes are not checked")
    expected = people * split[0] / (split[0] + split[1])
    off = control - expected
    chi2 = off * off / expected + off * off / (people - expected)
    p = math.erfc(math.sqrt(chi2 / 2))
    return Answer(SampleRatio(chi2, p), _caveats(control, treatment, expected, p))


def _caveats(control: int, treatment: int, expected: float, p: float) -> tuple[str, ...]:
    """Say how far the sizes are from the plan, if they are."""
    planned = f"{number(round(expected, 1))} and {number(round(control + treatment - expected, 1))}"
    sizes = f"{integer(control)} and {integer(treatment)} instead of {planned}"
    if p < ALARM:
        return (f"sample ratio alarm (p < {ALARM}): {sizes}; find out who is missing before reading the difference",)
    if p < LOOK:
        return (f"sample ratio (p < {LOOK}): {sizes}; look at how people were assigned and counted",)
    return ()
