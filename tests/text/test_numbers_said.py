"""Cards, pictures and sentences say the same number alike."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purposebook.charts.words import counted, large, with_unit
from purposebook.measures.words.rounding import digits_for
from purposebook.notebook.wording import count, quantity
from purposebook.text.numbers import THIN, number

VALUES = st.one_of(
    st.integers(-(10**14), 10**14).map(float),
    st.decimals(-(10**6), 10**6, places=4).map(float),
    st.floats(-1e6, 1e6, allow_subnormal=False).filter(lambda value: value == 0 or abs(value) > 1e-6),
)


def read(text: str) -> Decimal:
    """Read a number as it is written."""
    return Decimal(text.replace(THIN, "").replace("\u2212", "-"))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1000.5, f"1{THIN}000.5"),
        (1000.55555, f"1{THIN}000.6"),
        (12.34, "12.34"),
        (12.25, "12.25"),
        (1234567890123.0, f"1{THIN}234{THIN}567{THIN}890{THIN}123"),
        (-0.00001234, "\u22120.0000123"),
        (-0.0, "0"),
        (1e300, "1e+300"),
        (9.9999999, "10"),
    ],
)
def test_a_card_says_what_its_picture_says(value: float, said: str) -> None:
    """One number has one way to be written, wherever it stands by itself."""
    assert (quantity(value), with_unit(value, ""), number(value)) == (said, said, said)


@given(VALUES)
def test_cards_and_pictures_agree_on_every_number(value: float) -> None:
    """With a unit too, up to the space before it; a picture tells millions in words."""
    assert quantity(value) == with_unit(value, "")
    assert quantity(value, "%") == with_unit(value, "%")
    assert abs(value) >= 1e6 or large(value) == quantity(value)


@given(st.integers(2, 10**14))
def test_cards_and_pictures_count_alike(amount: int) -> None:
    """No count loses a digit."""
    assert count(amount, "row").replace("\u00a0", " ") == counted(amount, "row")
    assert read(number(amount)) == amount


@given(st.integers(0, 4000), st.integers(1, 4000))
def test_the_order_of_a_sum_is_not_seen(successes: int, trials: int) -> None:
    """A share in percent looks the same whether it was multiplied first or divided first."""
    assert number(100 * successes / trials) == number(100 * (successes / trials))


@given(VALUES, st.sampled_from(["", "%", "EUR"]))
def test_what_is_written_is_the_rounded_value(value: float, unit: str) -> None:
    """A card and a sentence each round the value itself, never a rounded one: both lie within half of a digit of it."""
    digits = digits_for(value, unit)
    assert abs(read(digits.number(value)) - Decimal(value)) <= Decimal(10) ** -digits.decimals / 2
    most = Decimal("0.05") if abs(value) >= 10 else Decimal("0.005") * abs(Decimal(value))
    assert abs(read(number(value)) - Decimal(value)) <= most * Decimal("1.000001")
