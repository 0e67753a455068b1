"""What rules say about surveys: answers that belong to none, and surveys that point nowhere."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from purposebook.checks.engine import check
from purposebook.checks.example import book_of
from purposebook.domain.surveys import SurveyAnswer


def test_an_answer_to_an_unknown_survey_is_found() -> None:
    """Suggest the survey that is nearest, at the line of its first answer."""
    survey = {"id": "glad", "name": "Glad", "kind": "csat", "metric": "nowhere"}
    answer = SurveyAnswer.model_validate({"survey": "gladd", "date": "2026-09-30", "score": 5})
    book = replace(book_of({"metrics": {"surveys": [survey]}}), answers=(answer,), lines={("answers", "gladd"): 2})
    found = [one for one in check(book, dt.date(2026, 10, 31)).findings if one.rule == "X1"]
    places = {(one.file, one.line, one.where): one.advice for one in found}
    assert places["surveys.csv", 2, "answers/gladd/survey"] == "Did you mean 'glad'?"
    assert any(one.where == "metrics/glad/metric" and "'nowhere'" in one.message for one in found)
