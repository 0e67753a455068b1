"""What one person answers alone."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from purposebook.domain.base import Model
from purposebook.domain.culture import COMPANY_QUESTIONS, Round
from purposebook.domain.personas import Ranking
from purposebook.domain.private import STRENGTHS, CompanyAnswers, PrivateAnswers, Strengths
from purposebook.domain.workbook import PARTS


def test_only_the_day_is_asked_of_everybody() -> None:
    """Leave everything else open."""
    assert PrivateAnswers.model_validate({"date": "2026-09-03"}).ratings is None
    with pytest.raises(ValidationError):
        PrivateAnswers.model_validate({})


@pytest.mark.parametrize(
    "wrong",
    [
        {"ratings": {"people": 6}},
        {"ratings": {"people": 0}},
        {"ranking": ["a", "b", "a"]},
        {"ranking": ["a", ["b", "a"]]},
        {"ranking": ["a", []]},
        {"ranking": ["a", [["b"]]]},
        {"recall": {"vision": "maybe"}},
    ],
)
def test_what_cannot_be_answered_is_refused(wrong: dict[str, object]) -> None:
    """Refuse ratings off the scale, a need with two places, and half truths."""
    with pytest.raises(ValidationError):
        PrivateAnswers.model_validate({"date": "2026-09-03", **wrong})


def test_every_question_has_a_field() -> None:
    """Ask the six questions of culture.yml, and the four strengths."""
    assert {field.alias for field in CompanyAnswers.model_fields.values()} == set(COMPANY_QUESTIONS)
    assert set(Strengths.model_fields) == set(STRENGTHS)


@pytest.mark.parametrize(("model", "fewest"), [(Round, 5), (Ranking, 3)])
def test_rounds_of_four_and_rankings_of_two_are_refused(model: type[Model], fewest: int) -> None:
    """Take no sum over so few that it would point at persons, and no agreement of two."""
    with pytest.raises(ValidationError, match=f"greater than or equal to {fewest}"):
        model.model_validate({"date": "2026-09-03", "members": fewest - 1})
    assert model.model_validate({"date": "2026-09-03", "members": fewest})


def test_private_answers_are_no_part() -> None:
    """Nothing that reads parts meets them."""
    assert PrivateAnswers not in PARTS.values()
    assert not {"private"} & set(PARTS)
