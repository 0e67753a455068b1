"""Surveys, service, money and HEART in the plain report."""

from __future__ import annotations

import pytest
from measured_samples import AS_OF, book
from worked_out_samples import declaring, series_that_may_have_begun_at_zero, worked_out_book

from purposebook.measures import measure
from purposebook.measures.report import as_text


@pytest.fixture(scope="module", name="lines")
def all_lines() -> list[str]:
    """Return the whole report."""
    return as_text(measure(worked_out_book(), AS_OF)).splitlines()


def part(lines: list[str], head: str) -> str:
    """Return one part of the report on one line, from its head to the next empty line."""
    first = next(at for at, line in enumerate(lines) if line.startswith(head))
    last = next((at for at in range(first, len(lines)) if not lines[at]), len(lines))
    return " ".join(" ".join(lines[first:last]).split())


def test_100_columns(lines: list[str]) -> None:
    """Fit every line."""
    assert max(map(len, lines)) <= 100


def test_a_survey_in_numbers_and_in_words(lines: list[str]) -> None:
    """Show the newest wave, its parts, the waves before it, and nothing of who could be found."""
    said = part(lines, "SURVEY")
    for words in (
        "asked csat 52.9 % [31, 73.8] n=17 on 2026-09-30 17 of 120: 14.2 %",
        "in words: 53 % of 17 answers are satisfied (4 or more of 5), plausibly between 31 % and 74 %;",
        "segment: solo: 100 % [70.1, 100] n=9 on 2026-09-30",
        "note: segment school: fewer than 5 answers",
        "note: segment team: left out, so that nobody can work out a smaller group from the rest",
        "before: 83.3 % [68.1, 92.1] n=36 on 2026-06-30",
        "before: 2026-03-31: fewer than 5 answers",
        "recommend nps - - in words: Nobody has answered yet",
        "note: no answer by 2026-10-31: no score",
    ):
        assert words in said
    assert "n=6" not in said and "n=2" not in said and "n=4" not in said


def test_a_service_and_money(lines: list[str]) -> None:
    """Show each figure with its formula and what stands beside it, or the reason."""
    service, money = part(lines, "SERVICE"), part(lines, "MONEY")
    assert "Completion rate 40 % [33.5, 46.9] n=200 on 2026-01-31 done / begun" in service
    assert "Digital take-up - online / all note: no metric is named for 'all'" in service
    assert "12.5 EUR per completed transaction on" in service
    assert "Monthly recurring revenue 110 EUR on 2026-02-28 sum of active subscriptions: mrr beside it: glad" in money
    assert "Customer acquisition cost 75 EUR per new customer on" in money
    assert "Contribution margin 70 % on 2026-01-31 (paid - serving) / paid note: paid is zero or less" in money
    assert "Change of recurring revenue 10 % (this month - the month" in money


def test_no_change_of_recurring_revenue() -> None:
    """Say why there is none, and nothing about it where no metric of it is named."""
    alone = declaring(money={"spend": "spent", "new_customers": "won"})
    assert "Change of" not in as_text(alone)
    unknown = part(as_text(declaring(money={"mrr": "glad"})).splitlines(), "MONEY")
    assert "note: no value of recurring revenue: no change" in unknown


def test_heart(lines: list[str]) -> None:
    """Show each category's metric and value, or why there is none."""
    said = part(lines, "HEART")
    assert "happiness glad 52.9 % [31, 73.8] n=17 on 2026-09-30 survey: asked" in said
    assert "engagement - - not used: Five users a month" in said
    assert "adoption - - note: no metric for adoption yet" in said
    assert "retention nowhere - note: nowhere is not written yet" in said


def test_nothing_declared_adds_no_line() -> None:
    """Leave the report as it was."""
    text = as_text(measure(book([]), AS_OF))
    assert not any(head in text for head in ("SURVEY", "SERVICE", "MONEY", "HEART"))


def test_a_ratio_without_an_interval_says_so() -> None:
    """Give the ratio, and the reason below."""
    said = part(as_text(measure(series_that_may_have_begun_at_zero(), AS_OF)).splitlines(), "EXPERIMENT")
    assert "since before-after ratio 464 without an interval" in said
    assert "note: one of the two levels cannot be told from zero" in said
