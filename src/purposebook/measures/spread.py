"""The middle and the spread of a few answers."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from typing import NamedTuple


class Quartiles(NamedTuple):
    """Hold the three values that divide sorted answers into four parts of the same size."""

    lower: float
    median: float
    upper: float


def quartiles(values: Sequence[float]) -> Quartiles:
    """Return lower quartile, median and upper quartile of `values`, in their own unit.

    Definition: linear interpolation between sorted values, of which the smallest is the 0 % and the largest the 100 %
    quantile: position 1 + (n - 1) p, Hyndman and Fan's definition 7; `statistics.quantiles(method="inclusive")`, and
    the default of numpy, R and spreadsheets (QUARTILE.INC). The values are all answers that there are, no sample.
    Errors: ValueError for fewer than two values. Source: R. J. Hyndman, Y. Fan (1996), Sample quantiles in statistical
    packages, The American Statistician 50.
    """
    if len(values) < 2:
        raise ValueError(f"{len(values)} answers have no quartiles")
    return Quartiles(*statistics.quantiles(values, n=4, method="inclusive"))
