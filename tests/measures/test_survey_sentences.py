"""A survey in words: score, interval, who answered, and which way it went."""

from __future__ import annotations

import datetime as dt

import pytest

from purposebook.domain.surveys import Survey, SurveyAnswer
from purposebook.measures.survey import measure_survey
from purposebook.measures.words import survey_sentence

ROWS = {
    "csat": [(5, 30), (3, 6)],
    "nps": [(9, 80), (7, 60), (6, 60)],
    "sus": [(70, 3), (75, 2)],
}


def said(kind: str, waves: dict[str, list[tuple[float, int]]], **keys: object) -> str:
    """Return the sentence of a survey with these scores and counts by day, with plain spaces."""
    survey = Survey.model_validate({"id": "asked", "name": "Asked", "kind": kind, **keys})
    rows = [
        SurveyAnswer.model_validate({"survey": "asked", "date": day, "score": score, "count": count})
        for day, scores in waves.items()
        for score, count in scores
    ]
    return survey_sentence(survey, measure_survey(survey, rows, dt.date(2026, 10, 31))).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("csat", "83 % of 36 answers are satisfied (4 or more of 5), plausibly between 68 % and 92 %; how many"),
        ("nps", "A net promoter score of 10 points from 200 answers, plausibly between −1.5 and 21.5; how many"),
        (
            "sus",
            "A usability score (SUS) of 72 of 100 points, no percentage, from 5 answers, plausibly between 68.6 and",
        ),
    ],
)
def test_each_kind_has_its_words(kind: str, words: str) -> None:
    """Say what was counted in the words of its kind."""
    assert said(kind, {"2026-09-30": ROWS[kind]}).startswith(words)


@pytest.mark.parametrize(
    ("waves", "keys", "words"),
    [
        ({}, {}, "Nobody has answered yet"),
        ({"2026-09-30": [(5, 4)]}, {}, "Too few have answered to show anything"),
        ({"2026-09-30": [(5, 30)]}, {"asked": 60}, "30 of 60 asked have answered (50 %)."),
        (
            {"2026-03-31": [(5, 5), (1, 5)], "2026-09-30": [(5, 6), (1, 4)]},
            {},
            "up from 50 % on 2026-03-31, which may be",
        ),
        ({"2026-03-31": [(5, 90)], "2026-09-30": [(1, 90)]}, {}, "down from 100 % on 2026-03-31."),
        ({"2026-03-31": [(5, 9)], "2026-09-30": [(5, 8)]}, {}, "the same as on 2026-03-31."),
        ({"2026-03-31": [(5, 3)], "2026-09-30": [(5, 8)]}, {}, "is not known."),
    ],
)
def test_waves(waves: dict[str, list[tuple[float, int]]], keys: dict[str, object], words: str) -> None:
    """Compare with the last wave that may be shown, and never give away one that may not."""
    assert words in said("csat", waves, **keys)
