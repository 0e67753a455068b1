"""The kinds of text, number and date that every field is made of."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from purposebook.domain import base
from purposebook.domain.metrics import Metric
from purposebook.domain.mission import Mission, Vision
from purposebook.domain.personas import Count, Level


def read(kind: object, value: object) -> object:
    """Read `value` as a field of this kind would."""
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (base.Number, "12.5", 12.5),
        (base.Number, " -3e2 ", -300.0),
        (base.Date, "2026-03-31", dt.date(2026, 3, 31)),
        (base.Days, "90d", 90),
        (base.Flag, "True", True),
        (base.Horizon, "2030", "2030"),
        (base.Horizon, "2028-02-29", "2028-02-29"),
        (Count, "40000", 40000),
        (Level, "5", 5),
        (base.Name, "1.10", "1.10"),
        (base.Text, "two\nlines\u0085 and \U0001f600", "two\nlines\u0085 and \U0001f600"),
    ],
)
def test_what_is_read(kind: object, text: str, value: object) -> None:
    """Read text as it stands in a file."""
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (base.Number, "1_000"),
        (base.Number, "0x1F"),
        (base.Number, "inf"),
        (base.Number, "1e999"),
        (base.Number, "1.1e15"),
        (base.Number, "-1e308"),
        (base.Number, "١٢"),
        (base.Number, True),
        (base.Date, "2026-02-30"),
        (base.Date, "2026-03-31T10:00:00"),
        (base.Date, dt.datetime(2026, 3, 31, tzinfo=dt.UTC)),
        (base.Date, 20260331),
        (base.Days, "90"),
        (base.Days, "0d"),
        (base.Days, "99999d"),
        (base.Flag, "yes"),
        (base.Flag, 1),
        (base.Horizon, "2030-13"),
        (base.Horizon, "2030-02-30"),
        (base.Horizon, "0000"),
        (base.Horizon, "٢٠٣٠"),
        (Count, "-1"),
        (Count, "1.0"),
        (Level, "6"),
        (base.FileName, "../secret.csv"),
        (base.FileName, "a\n"),
        (base.Id, "Not-An-Id"),
        (base.RequiredText, " \n "),
        (base.RequiredName, ""),
        (base.Line, "two\nlines"),
        (base.Line, "two\u2028lines"),
        (base.Name, "x" * 121),
        (base.Text, "x" * 10_001),
    ],
)
def test_what_is_refused(kind: object, value: object) -> None:
    """Refuse what only looks like the kind that was asked for."""
    with pytest.raises(ValidationError):
        read(kind, value)


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x7f", "\x9b", "\ufffe", "\uffff"])
def test_signs_that_nothing_can_carry(sign: str) -> None:
    """Name the sign that neither YAML nor a page can carry."""
    with pytest.raises(ValidationError, match=f"U\\+{ord(sign):04X}"):
        read(base.Text, f"a{sign}b")


def test_half_a_sign_is_refused() -> None:
    """Refuse a lone surrogate, which no file can hold."""
    with pytest.raises(ValidationError):
        read(base.Text, "a\ud800b")


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: dt.date) -> None:
    """Read every ISO date, and a date itself."""
    assert read(base.Date, day.isoformat()) == read(base.Date, day) == day


@given(st.floats(min_value=-base.LARGEST_NUMBER, max_value=base.LARGEST_NUMBER))
def test_numbers_survive_being_written(number: float) -> None:
    """Read back every number within the limit that Python writes."""
    assert read(base.Number, repr(number)) == number


def test_a_key_without_a_value_is_not_written() -> None:
    """Treat `tagline:` as if the key were not there."""
    assert Mission.model_validate({"tagline": None, "mission": "Teach"}) == Mission(mission="Teach")


def test_unknown_keys_are_refused() -> None:
    """Accept no key that the model does not know."""
    with pytest.raises(ValidationError, match="not permitted"):
        Mission.model_validate({"mision": "Teach"})


def test_values_are_frozen() -> None:
    """Change a value by copy only."""
    vision = Vision(statement="All teach")
    with pytest.raises(ValidationError):
        vision.statement = "None teach"  # type: ignore[misc]
    assert vision.model_copy(update={"statement": "Some teach"}).statement == "Some teach"


def test_the_name_of_a_metric_may_be_a_sentence() -> None:
    """Key results that teams write are often longer than other names."""
    assert len(Metric.model_validate({"id": "a", "name": "n" * 200}).name) == 200
    with pytest.raises(ValidationError, match="at most 200 characters"):
        Metric.model_validate({"id": "a", "name": "n" * 201})
