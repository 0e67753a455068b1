"""Numbers, dates and states in words."""

from __future__ import annotations

import datetime as dt

import pytest

from purposebook.notebook import wording


def plain(text: str) -> str:
    """Return `text` with ordinary spaces."""
    return text.replace(wording.NBSP, " ").replace(wording.THIN, " ")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (25, "25"),
        (1234, "1 234"),
        (25.25, "25.25"),
        (30 / 77 * 100, "39"),
        (32 / 81 * 100, "39.5"),
        (0.012345, "0.0123"),
        (-3, "−3"),
    ],
)
def test_numbers_keep_the_digits_that_matter(value: float, said: str) -> None:
    """Written values stay whole; computed ones keep what a reader can use."""
    assert plain(wording.number(value)) == said


def test_a_quantity_has_its_unit_or_its_reason() -> None:
    """A missing number is its reason, never a guess."""
    assert plain(wording.quantity(25, "%")) == "25 %"
    assert wording.quantity(None, "%", "no observation yet") == "no observation yet"


def test_an_interval_names_its_unit_once() -> None:
    """An interval reads as a sentence would say it."""
    assert plain(wording.interval((23.0, 31.0), "%")) == "23 to 31 %"


def test_a_date_is_written_in_full() -> None:
    """No reader has to know which number is the month."""
    assert plain(wording.day(dt.date(2026, 3, 31))) == "31 March 2026"


@pytest.mark.parametrize(
    ("done", "pace", "direction", "said"),
    [
        (0.3, 0.45, "increase", "30 % of the way; the plan for today is 45 %"),
        (0.3, None, "increase", "30 % of the way"),
        (1.2, 0.5, "increase", "Target reached: 120 % of the way"),
        (-0.1, None, "increase", "Below the baseline, the wrong way, by 10 % of the planned change"),
        (-0.1, None, "decrease", "Above the baseline, the wrong way, by 10 % of the planned change"),
        (None, 0.5, "increase", ""),
    ],
)
def test_progress_is_unclamped(done: float | None, pace: float | None, direction: str, said: str) -> None:
    """Progress outside of baseline and target is said as such."""
    assert plain(wording.progress(done, pace, direction)) == said


@pytest.mark.parametrize(("done", "shown"), [(0.998, "99 %"), (1.0, "100 %"), (0.004, "0 %")])
def test_nearly_is_not_reached(done: float, shown: str) -> None:
    """A target that is not quite reached is never rounded up to reached."""
    assert shown in plain(wording.progress(done, None))


def test_a_long_text_is_cut_between_words() -> None:
    """A label ends with a whole word and a mark; short texts stay as they are."""
    assert wording.shortened("one two three four", 12) == "one two…"
    assert wording.shortened("short\ntext") == "short text"


def test_counts_agree_with_their_noun() -> None:
    """One, none and many are each said rightly."""
    assert [plain(wording.count(amount, "finding")) for amount in (0, 1, 2)] == [
        "no findings",
        "1 finding",
        "2 findings",
    ]


def test_dates_read_alike_on_a_page() -> None:
    """A date in a sentence is written in full; an id that looks like one stays."""
    assert plain(wording.with_days("nothing newer than 2026-04-12, see int-2026-04-12")) == (
        "nothing newer than 12 April 2026, see int-2026-04-12"
    )
