"""Cards show what a team lets be worked out where it is declared, once, and nothing of it where nothing is."""

from __future__ import annotations

from dataclasses import replace

import lxml.html
from sample_books import snapshot

from purposebook.domain.surveys import SurveyAnswer
from purposebook.notebook.snapshot import Snapshot
from purposebook.notebook.views import VIEWS
from purposebook.notebook.worked_out_views import heart_numbers, worked_out


def test_nothing_declared_shows_nothing() -> None:
    """Leave the page as it was."""
    assert worked_out(snapshot("begun")) == heart_numbers(snapshot("begun")) == ""


def test_heart_needs_nothing_else_declared() -> None:
    """Without surveys, service or money, what measures HEART is still told."""
    full = snapshot("full")
    kept = {**full.book.metrics.model_dump(by_alias=True), "surveys": [], "service": None, "money": None}
    shown = heart_numbers(Snapshot(replace(full.book, metrics=full.book.metrics.model_validate(kept)), full.day))
    rows = [row.text_content() for row in lxml.html.fromstring(f"<div>{shown}</div>").iter("tr")]
    assert any("HEART: adoption" in row for row in rows)


def test_each_number_stands_with_its_formula() -> None:
    """Show survey, service and money with what to know about each."""
    full = snapshot("full")
    declared = {
        "surveys": [{"id": "glad", "name": "Content with help", "kind": "csat", "asked": 60}],
        "service": {"started": "revenue-per-author", "completed": "nowhere"},
        "money": {"mrr": "revenue-per-author"},
    }
    metrics = full.book.metrics.model_validate({**full.book.metrics.model_dump(by_alias=True), **declared})
    answer = SurveyAnswer.model_validate({"survey": "glad", "date": "2026-09-30", "score": 5, "count": 30})
    shown = worked_out(Snapshot(replace(full.book, metrics=metrics, answers=(answer,)), full.day))
    rows = {
        row.findtext("th").strip(): row.text_content() for row in lxml.html.fromstring(f"<div>{shown}</div>").iter("tr")
    }
    assert "100\u00a0% of 30 answers are satisfied" in rows["CSAT"] and "Content with help" in rows["CSAT"]
    assert "Nowhere is not written: nothing to compute with." in rows["Completion rate"]
    assert "sum of active subscriptions: revenue-per-author" in rows["Monthly recurring revenue"]


def test_the_event_log_tells_heart_where_no_metric_does() -> None:
    """Show value, interval, day and definition of the log's answers, though no metric measures a category."""
    full = snapshot("full")
    alone = {"pirate": full.book.metrics.pirate.model_dump(by_alias=True), "heart": [{"category": "happiness"}]}
    book = replace(full.book, metrics=full.book.metrics.model_validate(alone), objectives=type(full.book.objectives)())
    shown = lxml.html.fromstring(f"<div>{heart_numbers(Snapshot(book, full.day))}</div>")
    rows = {row.findtext("th").strip(): " ".join(row.text_content().split()) for row in shown.iter("tr")}
    assert [name for name in rows if name.startswith("HEART")] == [
        f"HEART: {category}" for category in ("engagement", "adoption", "retention", "task success")
    ]
    assert "confidence" in rows["HEART: adoption"] and "on 31 October 2026" in rows["HEART: adoption"]
    assert "event log: actors with “first_lesson” within 14d" in rows["HEART: adoption"]
    assert "in the month from 1 October 2026 to 31 October 2026" in rows["HEART: engagement"]
    assert "no interval" in rows["HEART: engagement"]
    without = replace(book, events=None)
    assert heart_numbers(Snapshot(without, full.day)) == ""


def test_each_number_and_each_survey_stands_once() -> None:
    """Show what is declared and what it comes to together, in a section of their own: ids are those of one page."""
    forms = {name: VIEWS["form"][name](snapshot("full")) for name in ("metrics", "observations", "heart", "asked")}
    page = lxml.html.fromstring(f"<div>{''.join(forms.values())}</div>")
    ids = page.xpath(".//@id")
    assert len(ids) == len(set(ids)) and any(id.startswith("survey-") for id in ids)
    assert [name for name, form in forms.items() if "Completion rate" in form] == ["asked"]
    assert [name for name, form in forms.items() if "HEART: adoption" in form] == ["heart"]
    regions = page.xpath(".//*[@role='region']/@aria-label")
    assert len(regions) == len(set(regions))
