"""Figures that others published, computed again from their data."""

from __future__ import annotations

import pytest

from reproduced.figure import Figure
from reproduced.figures import different, sources

FIGURES = [one for source in sources() for one in source.figures]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda one: one.what)
def test_every_printed_digit_is_computed(figure: Figure) -> None:
    """The functions that make a report give what was printed."""
    assert figure.computed == figure.printed


def test_what_differs_says_why() -> None:
    """Nothing that is not reproduced goes without a reason, and each is really another."""
    for one in different():
        assert one.why and one.says and one.says != one.printed


def test_a_wrong_figure_is_seen() -> None:
    """The comparison is of all digits that were printed."""
    assert not Figure("", "0.25", (0.2551,)).agrees or Figure("", "0.25", (0.2551,)).computed == "0.26"
    assert Figure("", "0.26 3", (0.2551, 2.6)).agrees
    assert not Figure("", "0.255", (0.2541,)).agrees
