"""The card of estimates says each of them with its interval, or that it has none."""

from __future__ import annotations

import datetime as dt

import lxml.html
import pytest

from purposebook.checks.example import book_of
from purposebook.notebook.impact_cards import CARDS
from purposebook.notebook.snapshot import Snapshot

SPLIT = {
    "kind": "two-proportions",
    "control": {"successes": 48, "trials": 80},
    "treatment": {"successes": 56, "trials": 70},
}
SINCE = {"kind": "before-after", "metric": "rate", "change": "2026-03-02"}
FROM_ZERO = [0.0] * 7 + [1.0] + [0.0] * 7 + [464.0]


def card(comparison: dict[str, object], values: list[float]) -> str:
    """Return the words of the card of one experiment about weekly values from 5 January on."""
    days = [dt.date(2026, 1, 5) + dt.timedelta(weeks=at) for at in range(len(values))]
    rows = [{"metric": "rate", "date": str(day), "value": value} for day, value in zip(days, values, strict=True)]
    parts = {
        "metrics": {"metrics": [{"id": "rate", "name": "Rate", "unit": "%"}]},
        "experiments": {"experiments": [{"id": "tried", "step": "Ask them", "comparison": comparison}]},
        "observations": rows,
    }
    shown = CARDS["estimates"](Snapshot(book_of(parts), dt.date(2026, 10, 31)))
    return " ".join(lxml.html.fromstring(f"<div>{shown}</div>").text_content().split())


@pytest.mark.parametrize(
    ("comparison", "values", "words"),
    [
        (SPLIT, [], "Treatment less control: +20 points, plausibly between 5.2 and 33.4."),
        (SINCE, [1, 2, 3] * 5 + [2], "times, plausibly between "),
        (
            SINCE,
            FROM_ZERO,
            "After to before: 464 times, without an interval. The plain ratio of the means is 464. ",
        ),
    ],
)
def test_each_estimate_is_said(comparison: dict[str, object], values: list[float], words: str) -> None:
    """Say difference or ratio, with what is plausible or without."""
    assert words in card(comparison, values)


def test_why_there_is_no_interval_or_no_estimate() -> None:
    """Give the reason, and no number that is not there."""
    assert "cannot be told from zero in these points: the ratio has no interval." in card(SINCE, FROM_ZERO)
    few = card(SINCE, [1.0, 2.0])
    assert "at least 8 each are needed" in few and "After to before" not in few
