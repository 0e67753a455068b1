"""Rows -> points: values, intervals, contradictions, segments and what comes later."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_samples import AS_OF, day, row
from pydantic import ValidationError

from purposebook.domain.metrics import Observation
from purposebook.measures.series import series_of


def test_a_fraction_is_a_percentage_in_percent() -> None:
    """Give value and interval in the metric's own unit."""
    latest = series_of([row(0, numerator=81, denominator=263)], "%", AS_OF).latest
    assert latest is not None
    assert (latest.value, latest.n, latest.method) == (pytest.approx(30.7985), 263, "Wilson 95%")
    assert latest.interval == pytest.approx((25.53, 36.62), abs=0.005)


@pytest.mark.parametrize(("unit", "value"), [("%", 25), (" % ", 25), ("", 0.25), ("euros", 0.25)])
def test_a_counted_row_in_its_unit(unit: str, value: float) -> None:
    """Divide once, in one place, whoever shows the row."""
    assert row(0, numerator=1, denominator=4).value_in(unit) == value


def test_a_fraction_without_percent_stays_a_fraction() -> None:
    """Multiply by 100 only where the unit says so."""
    latest = series_of([row(0, numerator=1, denominator=29)], "", AS_OF).latest
    assert latest is not None
    assert latest.value == pytest.approx(1 / 29)
    assert latest.interval == pytest.approx((0.0061, 0.1718), abs=5e-5)


@pytest.mark.parametrize(
    ("given_row", "reason"),
    [
        (row(0, numerator=1.5, denominator=3), "not whole-number counts: a ratio has no interval"),
        (row(0, numerator=5, denominator=3), "numerator above the denominator: a ratio has no interval"),
        (row(0, 40), "a value without counts has no interval"),
    ],
)
def test_no_interval_has_a_reason(given_row: Observation, reason: str) -> None:
    """Refuse an interval with the reason, and keep the value."""
    series = series_of([given_row], "%", AS_OF)
    assert series.points[0].interval is None
    assert reason in series.reasons


def test_a_ratio_above_one_puts_doubt_on_its_neighbours() -> None:
    """Warn that rows of the same ratio only look like proportions."""
    reasons = series_of([row(0, numerator=5, denominator=3), row(1, numerator=2, denominator=3)], "", AS_OF).reasons
    assert any("read their intervals with care" in reason for reason in reasons)


def test_values_outside_the_scale_are_shown() -> None:
    """Show 120 % and -5 % as they are."""
    assert [point.value for point in series_of([row(0, 120), row(1, -5)], "%", AS_OF).points] == [120, -5]


def test_latest_is_the_newest_up_to_the_day() -> None:
    """Take the newest row at or before the day, whatever the order of the rows."""
    series = series_of([row(9, 3), row(5, 2), row(0, 1)], "", day(5))
    assert series.latest is not None
    assert (series.latest.date, series.latest.value) == (day(5), 2)


def test_rows_that_disagree_are_left_out() -> None:
    """Leave out a day with two values, say so, and stay with the newest day that is certain."""
    series = series_of([row(0, 1), row(1, 2), row(1, 3)], "", AS_OF)
    assert [point.date for point in series.points] == [day(0)]
    assert f"{day(1)} has rows that disagree: the day is left out" in series.reasons


def test_many_days_that_disagree_are_one_reason() -> None:
    """Name the span instead of every day."""
    series = series_of([row(number, value) for number in range(5) for value in (1, 2)], "", AS_OF)
    assert series.reasons[0] == f"5 days from {day(0)} to {day(4)} have rows that disagree: they are left out"
    assert series.reasons[1].startswith("no usable observation of the whole by 2026-10-31")


def test_the_same_row_twice_counts_once() -> None:
    """Accept a row that was pasted twice."""
    assert len(series_of([row(0, 1), row(0, 1)], "", AS_OF).points) == 1


def test_segments_have_their_own_latest() -> None:
    """Keep segments apart from the whole and from each other."""
    rows = [row(0, 1), row(3, 5, segment="solo"), row(4, 6, segment="solo"), row(2, 7, segment="duo")]
    series = series_of(rows, "", AS_OF)
    assert series.latest is not None
    assert series.latest.value == 1
    assert [(part.segment, part.latest.value) for part in series.segments] == [("duo", 7), ("solo", 6)]


def test_segments_alone_make_no_whole() -> None:
    """Refuse to add up segments."""
    series = series_of([row(0, 1, segment="solo")], "", AS_OF)
    assert series.latest is None
    assert "only of segments" in series.reasons[0]


@pytest.mark.parametrize("cells", [{"numerator": 1e15, "denominator": 1e-300}, {"value": 1e308}])
def test_no_row_goes_beyond_what_can_be_computed(cells: dict[str, float]) -> None:
    """Refuse the row already where it is read, so that no number of a report is infinite."""
    with pytest.raises(ValidationError):
        row(0, **cells)


@given(st.lists(st.tuples(st.integers(0, 20), st.floats(-1e6, 1e6), st.sampled_from(["", "solo"]))), st.randoms())
def test_the_order_of_rows_does_not_matter(cells: list[tuple[int, float, str]], random: object) -> None:
    """Give the same series for any order of the same rows."""
    rows = [row(number, value, segment=segment) for number, value, segment in cells]
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert series_of(shuffled, "", AS_OF) == series_of(rows, "", AS_OF)
