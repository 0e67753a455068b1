"""Published series of individual values, and two rankings."""

from __future__ import annotations

import datetime as dt
from typing import Final

from purposebook.measures.series import Point

VISCOSITY: Final = (
    *(33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00, 33.54, 33.12, 33.84),
)
"""D. C. Montgomery, Introduction to Statistical Quality Control: viscosity of fifteen batches of primer paint."""
BATCHES: Final = (49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1)
"""NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: ten values for an individuals chart."""
IQ: Final = (106.0, 100, 86, 101, 99, 103, 97, 113, 112, 110)
TELEVISION: Final = (7.0, 27, 2, 50, 28, 29, 20, 12, 6, 17)
"""Hours of ten people a week, and their IQ: the example of Wikipedia, Spearman's rank correlation coefficient."""


def dated(values: tuple[float, ...]) -> list[Point]:
    """Give each value a day of its own."""
    return [Point(dt.date(2026, 1, 1) + dt.timedelta(days=at), value) for at, value in enumerate(values)]
