"""Quartiles of a few answers, against values that were published or can be worked out by hand."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from purposebook.measures.spread import quartiles


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((1, 2, 3, 4, 5), (2, 3, 4)),
        ((1, 2, 4, 7, 8, 9, 10, 12), (3.5, 7.5, 9.25)),  # the example of QUARTILE.INC in Excel's documentation
        ((3, 3, 3, 3, 3), (3, 3, 3)),
        ((5, 1, 4, 2, 2, 3), (2, 2.5, 3.75)),
        ((1, 2), (1.25, 1.5, 1.75)),
    ],
)
def test_quartiles(values: tuple[float, ...], expected: tuple[float, float, float]) -> None:
    """Interpolate between sorted answers, the smallest being the 0 % quantile."""
    assert quartiles(values) == expected


@pytest.mark.parametrize("values", [(), (3,)])
def test_too_few_values_have_none(values: tuple[float, ...]) -> None:
    """Invent no spread of one answer."""
    with pytest.raises(ValueError, match="no quartiles"):
        quartiles(values)


@given(st.lists(st.integers(1, 5), min_size=2, max_size=60))
def test_quartiles_are_numpys(values: list[int]) -> None:
    """Agree with the default of a library that others check by."""
    assert quartiles(values) == pytest.approx(tuple(numpy.quantile(values, (0.25, 0.5, 0.75))))
