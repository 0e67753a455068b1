"""The longest run along links."""

from __future__ import annotations

from purposebook.charts.runs import longest_run


def test_the_longest_run_is_found() -> None:
    """A detour is longer than a short cut."""
    assert longest_run([("a", "d"), ("a", "b"), ("b", "c"), ("c", "d"), ("x", "y")]) == ("a", "b", "c", "d")


def test_no_link_has_no_run() -> None:
    """Nothing leads nowhere, and a link to itself is none."""
    assert longest_run([]) == () and longest_run([("a", "a")]) == ()


def test_a_circle_ends() -> None:
    """Whoever walks in a circle stops before the second round."""
    assert longest_run([("a", "b"), ("b", "c"), ("c", "a")]) == ("a", "b", "c")
