"""HEART by category, and who could say the vision."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from measured_samples import AS_OF
from statsmodels.stats.proportion import proportion_confint

from purposebook.checks.example import book_of
from purposebook.domain.strategy import Recall, Strategy
from purposebook.domain.surveys import SurveyAnswer
from purposebook.measures.heart import CATEGORIES, TOTAL, HeartMeasures, measure_heart
from purposebook.measures.product import measure
from purposebook.measures.recall import measure_recall
from purposebook.measures.report_responsibility import recall_lines
from purposebook.measures.survey import measure_surveys
from purposebook.notebook.records import fields_told
from purposebook.notebook.snapshot import Snapshot


def heart(answers: int = 6, **engagement: object) -> dict[str, HeartMeasures]:
    """Measure a product with a survey, an engagement metric, and one category left out."""
    metrics = [
        {"id": "glad", "name": "Glad", "heart": "happiness"},
        {"id": "minutes", "name": "Minutes", "unit": "minutes", "heart": "engagement", **engagement},
        {"id": "back", "name": "Back", "unit": "%"},
    ]
    grid = [{"category": "retention", "metric": "back"}, {"category": "adoption", "not_used_because": "Invited only"}]
    rows = [{"metric": id, "date": "2026-09-30", "value": 40} for id in ("minutes", "glad")]
    surveys = [{"id": "asked", "name": "Asked", "kind": "csat", "metric": "glad"}]
    book = book_of({"metrics": {"metrics": metrics, "heart": grid, "surveys": surveys}, "observations": rows})
    given = SurveyAnswer(survey="asked", date=dt.date(2026, 9, 30), score=5, count=answers)
    book = replace(book, answers=(given,))
    numbers = {one.id: one for one in measure(book, AS_OF).metrics}
    found = measure_heart(book, numbers, {one.id: one for one in measure_surveys(book, AS_OF)})
    assert [one.category for one in found] == list(CATEGORIES)
    return {one.category: one for one in found}


def test_each_category_says_what_measures_it() -> None:
    """Tell happiness by its survey, the rest by observations, and what is left out by its reason."""
    found = heart()
    happy = found["happiness"]
    assert (happy.metric, happy.survey, happy.unit) == ("glad", "asked", "%")
    assert happy.latest and (happy.latest.value, happy.latest.n) == (100, 6)
    assert found["retention"].reasons == ("back has no value yet",)
    assert (found["adoption"].not_used_because, found["adoption"].reasons) == ("Invited only", ())
    assert found["task-success"].reasons == ("no metric for task success yet",)


def test_a_wave_that_is_too_small_is_not_told() -> None:
    """Say nothing of four answers."""
    assert heart(answers=4)["happiness"].latest is None


@pytest.mark.parametrize(
    ("keys", "total"),
    [
        ({}, True),
        ({"unit": "minutes per user"}, False),
        ({"formula": "minutes / users"}, False),
        ({"unit": "%"}, False),
    ],
)
def test_engagement_is_per_user(keys: dict[str, object], total: bool) -> None:
    """Warn of a total, which grows with the number of users, and of nothing that is divided."""
    assert (TOTAL in heart(**keys)["engagement"].reasons) == total


def recalled(**keys: object) -> Recall:
    """Note a round."""
    return Recall.model_validate({"date": "2026-09-10", "asked": 9, "vision": 7, "intents": 4, **keys})


def test_recall_is_a_share_with_wilsons_interval() -> None:
    """Agree with statsmodels, round by round and thing by thing."""
    found = measure_recall([recalled(), recalled(date="2026-03-01", intents=None)])
    said = [(one.date, one.what, one.successes, one.asked) for one in found]
    first, second = dt.date(2026, 9, 10), dt.date(2026, 3, 1)
    assert said == [(first, "vision", 7, 9), (first, "intents", 4, 9), (second, "vision", 7, 9)]
    for one in found:
        assert one.interval.value == pytest.approx(proportion_confint(one.successes, 9, method="wilson"), abs=1e-9)


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({"asked": 4, "vision": 2}, "fewer than 5 members were asked"),
        ({"vision": 10}, "10 of 9 is no proportion: no share"),
    ],
)
def test_no_share_has_a_reason(keys: dict[str, object], reason: str) -> None:
    """Refuse in a sentence."""
    found = measure_recall([recalled(**keys)])[0]
    assert (found.rate, found.interval.value) == (None, None)
    assert found.interval.reasons[0].startswith(reason)


def test_so_few_that_they_point_at_persons_are_told_nowhere() -> None:
    """Give no counts of fewer than five: not in results, not in the text, not in the table of a page."""
    few = recalled(asked=3, vision=1, intents=2)
    found = measure_recall([few])
    assert [(one.successes, one.asked, one.rate) for one in found] == [(None, None, None)] * 2
    assert not any("n=" in line for line in recall_lines([few]))
    strategy = Strategy(recall=(few, recalled()))
    snap = Snapshot(replace(book_of({}), strategy=strategy), AS_OF)
    (told,) = fields_told(snap, strategy, ("recall",))
    assert [[cell.value if cell else None for cell in row[1:]] for row in told.value.rows] == [
        [None, None, None],
        ["9", "7", "4"],
    ]


def test_a_round_from_which_one_answer_follows_is_told_nowhere() -> None:
    """Five of five, then five of six three months later: the six are in no result, line or table of a page."""
    rounds = [
        Recall.model_validate({"date": day, "asked": asked, "vision": 5})
        for day, asked in (("2026-03-01", 5), ("2026-06-01", 6))
    ]
    assert [one.asked for one in measure_recall(rounds)] == [5, None]
    (reason,) = measure_recall(rounds)[1].interval.reasons
    assert reason.startswith("left out: an earlier round of the same half-year counts one to 4 people more or fewer")
    assert not any("n=6" in line for line in recall_lines(rounds))
    strategy = Strategy(recall=tuple(rounds))
    (told,) = fields_told(Snapshot(replace(book_of({}), strategy=strategy), AS_OF), strategy, ("recall",))
    assert [[cell.value if cell else None for cell in row[1:3]] for row in told.value.rows] == [["5", "5"]]
