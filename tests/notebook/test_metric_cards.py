"""A metric's card: the sentence, the segments, the limits of each phase and the guards, all in one place."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from sample_books import AS_OF, snapshot

from purposebook.notebook.metric_cards import MetricCard, card_of, section
from purposebook.notebook.snapshot import Snapshot
from purposebook.storage.reading import read_workbook

FRENCH = Path(__file__).resolve().parents[1] / "data" / "french" / "bibliobus"


def card(id: str) -> MetricCard:
    """Return the card of one metric of CourseCraft."""
    snap = snapshot("full")
    return card_of(snap, next(metric for metric in snap.book.metrics.metrics if metric.id == id), chart=False)


def test_the_published_case_says_why_it_has_no_interval() -> None:
    """Show 75 % as published, and say that nobody recorded how many authors stand behind it."""
    said = card("publish-rate").said
    assert said.startswith(
        "75\u00a0%; no counts were recorded, so how sure the 75\u00a0% is cannot be said; the target"
    )
    assert "up from 25\u00a0% at the start" in said and "plausibly" not in said


def test_limits_start_anew_after_each_change() -> None:
    """Write the band of each time between two changes, the last one open."""
    first, second, last = card("first-lesson-rate").usual
    assert "until 1\u00a0December\u00a02025" in first and "from 8\u00a0December\u00a02025" in second
    assert last.endswith("from 6\u00a0July\u00a02026")


@pytest.mark.parametrize("id", ["publish-rate", "completion", "first-lesson-rate"])
def test_one_section_shows_all_of_a_metric(id: str) -> None:
    """Find sentence, limits, segments and guards in the same article."""
    one = card(id)
    text = lxml.html.fromstring(section(snapshot("full"), one.metric)).text_content()
    assert one.said in text
    assert all(words in text for words in one.usual)
    assert all(name in text and value in text for name, value in one.segments)
    assert one.guards and all(label.text in text and words in text for label, words in one.guards)


def test_a_team_that_writes_french_gets_no_mixed_sentence() -> None:
    """Leave the team's words out of a sentence of ours when they are of another language."""
    snap = Snapshot(read_workbook(FRENCH), AS_OF)
    assert card_of(snap, snap.book.metrics.metrics[0], chart=False).said.startswith("61 of 124: 49\u00a0%")
