"""Numbers, dates and lists read as people write them."""

from __future__ import annotations

import datetime as dt

import pytest

from purposebook.charts.words import apart, counted, day, large, listed, number, quoted, with_unit


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (75.0, "75"),
        (56.333, "56.333"),
        (56.33333, "56.3"),
        (1234567.0, "1\u202f234\u202f567"),
        (0.05633, "0.0563"),
        (-3.5, "−3.5"),
    ],
)
def test_numbers_keep_the_digits_that_count(value: float, written: str) -> None:
    """Nobody reads the seventh decimal, and nobody loses a thousand."""
    assert number(value) == written


@pytest.mark.parametrize(
    ("value", "written"), [(2_500_000, "2.5 million"), (1e10, "10 billion"), (999_999, "999\u202f999")]
)
def test_large_numbers_are_told_in_words(value: float, written: str) -> None:
    """An axis has no room for ten zeros."""
    assert large(value) == written


def test_extreme_numbers_stay_numbers() -> None:
    """What has no short form is written with an exponent."""
    assert number(1e300) == "1e+300"


def test_units_follow_their_numbers() -> None:
    """A percent sign stands close, a word apart."""
    assert (with_unit(75, "%"), with_unit(3, "tickets"), with_unit(3, "")) == ("75\u00a0%", "3 tickets", "3")


def test_lists_end_in_and() -> None:
    """A list is a sentence's, and a long one is counted."""
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(list("abcd"), 2) == "a, b and 2 more"
    assert (listed([]), listed(["a"])) == ("", "a")


def test_counts_and_days() -> None:
    """One is not many."""
    assert (counted(1, "clause"), counted(0, "clause"), day(dt.date(2026, 3, 31))) == (
        "1 clause",
        "0 clauses",
        "31 Mar 2026",
    )


def test_text_in_another_direction_is_set_apart() -> None:
    """Hebrew within our sentence keeps our words where they are."""
    assert apart("שלום") == "\u2068שלום\u2069"
    assert quoted("café.") == "“café”"
