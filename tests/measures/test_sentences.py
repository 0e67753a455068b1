"""Numbers -> sentences: every case has its words, and no sentence contradicts a number."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from measured_samples import AS_OF, day, metric, row

from purposebook.domain.metrics import Metric, Observation
from purposebook.measures.metric import measure_metric
from purposebook.measures.variation import FEWEST_POINTS
from purposebook.measures.words import counted_people, guard_words, sentence
from purposebook.measures.words.rounding import digits_for

# mean 904/12 = 75.33; moving ranges add up to 82 over 11, times 2.66 = 19.83: limits 55.5 and 95.2
WAVE = [70, 80, 72, 79, 71, 81, 73, 78, 70, 80, 74, 76]


def said(rows: list[Observation], people: str = "", **keys: object) -> str:
    """Return the sentence of a metric with these rows, with plain spaces."""
    one = metric(**keys)
    return sentence(one, measure_metric(one, rows, AS_OF), people).replace("\u00a0", " ")


def values(*numbers: float) -> list[Observation]:
    """Make one row without counts per day."""
    return [row(at, number) for at, number in enumerate(numbers)]


def test_counts_with_their_interval() -> None:
    """Say how many of how many, and what is plausible."""
    words = said([row(0, numerator=18, denominator=24)], "authors who started in March")
    assert words.startswith(
        "18 of 24 authors who started in March: 75 %, plausibly between 55 % and 88 %; it is the only"
    )
    assert (
        "value so far, so it shows no trend; the target of 75 % is reached, up from 25 % at the start, though" in words
    )
    assert "though lower values, which miss it, are plausible too." in words


@pytest.mark.parametrize(
    ("rows", "keys", "words"),
    [
        ([], {}, "No value has been recorded yet"),
        ([row(0, 5, segment="solo")], {}, "only 1 of its parts has one"),
        (values(75), {}, "no counts were recorded, so how sure the 75 % is cannot be said"),
        (values(20), {}, "is not reached, further from the target than at the start (25 %)"),
        (values(20), {"target": None}, "no target is set, worse than at the start (25 %)"),
        (values(25), {}, "is not reached, where it stood at the start (25 %)"),
        (values(80), {}, "the target of 75 % is passed, up from 25 % at the start"),
        (values(74.96), {}, "74.96 %; no counts were recorded, so how sure the 74.96 % is cannot be said"),
        (values(74.96), {}, "the target of 75 % is not reached"),
        (values(99.97), {"target": None}, "99.97 %"),
        (values(30), {"direction": "decrease", "target": {"value": 10}}, "further from the target than at the start"),
        (values(9), {"direction": "decrease", "target": {"value": 10}}, "the target of 10 % is passed, down from 25 %"),
        (values(78), {"direction": "maintain"}, "it is above the level of 75 % that it should keep"),
        (values(75), {"direction": "maintain"}, "it is at the level of 75 % that it should keep"),
        (values(80), {"direction": None}, "it is above the target of 75 %, and whether it should rise or fall is not"),
        (values(30), {"target": {"value": 20}}, "against its own direction, so nothing is judged"),
        (values(12.5), {"unit": "hours per lesson", "target": {"value": 20}}, "12.5 hours per lesson; no counts"),
        ([row(0, numerator=50, denominator=20)], {"unit": "messages"}, "2.5 messages, a ratio over 20, which has no"),
        (values(1234567.0), {"unit": "EUR"}, "1\u202f234\u202f567 EUR"),
        (values(-3.0), {"unit": "EUR"}, "−3 EUR"),
        ([row(0, numerator=40, denominator=50)], {"target": {"value": 85}}, "though the target is within what is plau"),
    ],
)
def test_each_case_has_its_words(rows: list[Observation], keys: dict[str, object], words: str) -> None:
    """Say plainly what the numbers say."""
    assert words in said(rows, **keys)


@pytest.mark.parametrize(
    ("shift", "keys", "words"),
    [
        (
            0,
            {"every": "30d"},
            "the target lies inside the normal variation (56 % to 95 %), so some months will miss it",
        ),
        (30, {}, "the target lies below the normal variation (86 % to 125 %), so all values will meet it"),
        (-45, {"every": "7d"}, "the target lies above the normal variation (11 % to 50 %), so no weeks will meet it"),
        (0, {"direction": "maintain"}, "that level lies inside the normal variation (56 % to 95 %), so it is kept"),
        (
            90,
            {"direction": "maintain"},
            "that level lies below the normal variation (146 % to 185 %), so it is not kept",
        ),
        (0, {"target": None}, "values within the normal variation (56 % to 95 %) are nothing unusual"),
    ],
)
def test_normal_variation_says_what_to_expect(shift: float, keys: dict[str, object], words: str) -> None:
    """Tell hit-or-miss, pass and fail in the words of whoever waits for the next month."""
    assert words in said(values(*(number + shift for number in WAVE)), **keys)


def test_too_few_points_say_nothing_of_normal_variation() -> None:
    """Stay silent about what eleven points cannot show."""
    assert "normal variation" not in said(values(*WAVE[:-1]))
    assert "normal variation" in said(values(*WAVE))


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([*WAVE, 20], "a value outside the normal variation, the last on 2026-01-13"),
        ([*WAVE[:8], *([90] * 7)], "7 or more values in a row on one side of the mean"),
        ([*WAVE[:8], *range(62, 76, 2)], "7 or more values in a row that rise"),
        ([*WAVE[:8], *range(84, 70, -2)], "7 or more values in a row that fall"),
        ([*WAVE, 80, 93, 93], "2 of 3 values in a row near one limit"),
    ],
)
def test_each_signal_has_its_words(numbers: list[float], words: str) -> None:
    """Name every kind of signal with its last day."""
    assert words in said(values(*numbers))


def test_signals_of_earlier_phases_are_over() -> None:
    """Speak of the last phase alone."""
    rows = values(*WAVE, 20, *(number + 10 for number in WAVE))
    assert "Something has changed" in said(rows[:13])
    assert "Something has changed" not in said(rows, changes=[{"date": str(day(13)), "what": "New"}])


def test_a_guard_that_got_worse_is_said() -> None:
    """Count the guards that stand worse, and those that nobody can judge."""
    one, worse, unknown = metric(), metric(id="guard", direction="decrease"), metric(id="other", baseline=None)
    guards = [(guard, measure_metric(guard, values(40), AS_OF)) for guard in (worse, unknown)]
    words = sentence(one, measure_metric(one, values(60), AS_OF), "", guards)
    assert "Meanwhile 1 of its 2 guard metrics stands worse than at the start" in words
    assert "whether 1 of its 2 guard metrics got worse cannot be said" in words
    assert guard_words(*guards[0]).replace("\u00a0", " ") == "40 %: worse than at the start (25 %)"
    assert guard_words(unknown, measure_metric(unknown, [], AS_OF)) == "no value yet"


@pytest.mark.parametrize(
    ("formula", "people"),
    [
        ("authors who published / authors who started", "authors who started"),
        ("hours", ""),
        ("a / b / c", ""),
        ("kept / (kept + lost)", ""),
        ("100 * kept / lost * 2", ""),
        ("a / \u202egnp", ""),
        (" / lost", ""),
        ("a / " + "b" * 81, ""),
    ],
)
def test_who_was_counted_stands_under_the_stroke(formula: str, people: str) -> None:
    """Use the team's own words where the formula is one plain fraction, and none where it is more."""
    assert counted_people(metric(formula=formula)) == people


def number(text: str) -> float:
    """Read back a number as a sentence writes it."""
    return float(text.replace("\u202f", "").replace("−", "-"))


NUMBER = r"(−?[\d\u202f]+(?:\.\d+)?)"


@settings(max_examples=300, deadline=None)
@given(
    n=st.integers(1, 5000),
    data=st.data(),
    target=st.floats(0, 100).map(lambda value: round(value, 2)),
    start=st.floats(0, 100).map(lambda value: round(value, 2)),
    direction=st.sampled_from(["increase", "decrease"]),
)
def test_a_sentence_never_contradicts_its_numbers(
    n: int, data: st.DataObject, target: float, start: float, direction: str
) -> None:
    """Read the numbers back out of the sentence, and compare them and its verdicts with exact arithmetic."""
    hits = data.draw(st.integers(0, n))
    one = metric(direction=direction, target={"value": target}, baseline={"value": start})
    measured = measure_metric(one, [row(0, numerator=hits, denominator=n)], AS_OF)
    words = sentence(one, measured).replace("\u00a0", " ")
    found = re.match(rf"{NUMBER} of {NUMBER}: {NUMBER} %, plausibly between {NUMBER} % and {NUMBER} %;", words)
    assert found and measured.latest and measured.latest.interval
    counted, of, value, low, high = (number(text) for text in found.groups())
    assert (counted, of) == (hits, n)
    for shown, true in (
        (value, 100 * hits / n),
        (low, measured.latest.interval[0]),
        (high, measured.latest.interval[1]),
    ):
        assert shown == pytest.approx(true, abs=0.5, rel=0)
    assert low <= value <= high and low < high
    assert (value == 0) == (hits == 0) and (value == 100) == (hits == n)
    assert _verdict_agrees(words, one, 100 * hits / n, value)


def _verdict_agrees(words: str, one: Metric, exact: float, shown: float) -> bool:
    """Judge the words by the printed numbers, as their reader would, and by the exact ones."""
    assert one.target and one.baseline
    sign = 1 if one.direction == "increase" else -1
    if "against its own direction" in words:
        return sign * (one.target.value - one.baseline.value) < 0
    printed = re.search(rf"the target of {NUMBER} %", words)
    assert printed
    reached = "is not reached" not in words
    by_print = sign * (shown - number(printed[1])) >= 0
    back = "further from the target than at the start" in words
    exact_back = sign * (exact - one.baseline.value) < -1e-9
    near = abs(exact - one.target.value) < 1e-9
    return reached == by_print and (near or reached == (sign * (exact - one.target.value) >= 0)) and back == exact_back


@settings(max_examples=200, deadline=None)
@given(
    numbers=st.lists(st.integers(-50, 150), min_size=9, max_size=20),
    target=st.integers(-50, 150),
    direction=st.sampled_from(["increase", "decrease", "maintain", None]),
)
def test_what_is_expected_follows_from_the_limits(numbers: list[int], target: int, direction: str | None) -> None:
    """Say pass, fail or some-of-each exactly when the measures say so, and nothing with too few points."""
    one = metric(direction=direction, target={"value": target}, baseline=None)
    measured = measure_metric(one, values(*numbers), AS_OF)
    words = sentence(one, measured)
    assert ("normal variation (" in words) == (len(numbers) >= FEWEST_POINTS)
    if direction not in {"increase", "decrease"} or not measured.limits:
        return
    assert ("so all values will meet it" in words) == (measured.assurance == "pass")
    assert ("so no values will meet it" in words) == (measured.assurance == "fail")
    some = any(phrase in words for phrase in ("some values will miss it", "some values missed", "some values met"))
    assert some == (measured.assurance == "hit-or-miss")
    if "the target lies inside" in words:
        assert measured.limits.lower <= target + 1e-9 and target <= measured.limits.upper + 1e-9
    assert ("Something has changed" in words) == bool(measured.signals)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.sampled_from(["%", "EUR", "hours per lesson"]))
def test_what_differs_never_looks_the_same(one: float, other: float, unit: str) -> None:
    """Add digits until two values that differ are written differently, in their order."""
    digits = digits_for(one, unit, [(one, other)])
    assume(abs(one - other) > 1e-12 * max(abs(one), abs(other)) and abs(one - other) > 1e-18)
    shown = number(digits.number(one)), number(digits.number(other))
    assert (shown[0] < shown[1]) == (one < other)


def test_a_target_that_is_always_met_may_be_a_limit_itself() -> None:
    """Say of a process that stands still on its target that it meets it."""
    words = said(values(*([75] * 12)))
    assert "the target lies at the edge of the normal variation (75 % to 75 %), so all values will meet it" in words
