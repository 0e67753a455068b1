"""private/NAME.yml: what one person answered alone; only counts over five or more of them ever leave that folder."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from purposebook.domain.base import FEW_ITEMS, ID_PATTERN, Date, Flag, Id, Level, Model, Text, asked
from purposebook.domain.culture import COMPANY_QUESTIONS, CompanyQuestion

STRENGTHS: Final = {
    "customer": "What do you know of your users and customers that nobody could look up?",
    "data": "What do you know of what people do with the product, and how sure are you?",
    "business": "What do you know of how the business works, and of those who have a stake in it?",
    "market": "What do you know of the market and the industry, and of where they go?",
}
"""The four strengths that a product manager brings to a team.

Source: Marty Cagan, Inspired, 2nd edition, Wiley 2018, chapter "The Product Manager": deep knowledge of the customer,
of the data, of the business, and of the market and industry. The questions are ours.
"""


def _alone(place: object) -> object:
    """Read a need that shares its place with no other."""
    return (place,) if isinstance(place, str) else place


def _names_each_once(places: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Refuse a ranking in which a need has two places."""
    ids = [id for place in places for id in place]
    twice = next((id for at, id in enumerate(ids) if id in ids[:at]), None)
    if twice:
        raise ValueError(f"names '{twice}' twice; give every need one place")
    return places


_ID: Final = {"type": "string", "pattern": ID_PATTERN}
SharedPlace = Annotated[
    tuple[Id, ...],
    BeforeValidator(_alone),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [_ID, {"type": "array", "items": _ID, "minItems": 1}]}),
]
"""The needs on one place of a ranking; one that stands alone needs no brackets."""


def _question(name: CompanyQuestion) -> Any:
    """Describe the answer to one of the six questions about the company."""
    return asked(COMPANY_QUESTIONS[name], "As you see it, before you talk about it.", default="", alias=name)


class Ratings(Model):
    """Rate how your organisation works, 1 (not at all) to 5 (fully)."""

    people: Level | None = asked("People", "Those who build have the skills and the say.", 3, default=None)
    strategy: Level | None = asked("Strategy", "It is clear where we go and what we leave out.", 2, default=None)
    process: Level | None = asked("Process", "We find out before we build, and look after we shipped.", 4, default=None)
    culture: Level | None = asked("Culture", "What counts is what changed for people.", 3, default=None)


class RecallAnswer(Model):
    """Say whether you could name vision and intents without looking."""

    vision: Flag = asked("Vision", "true when you could say it.", True)
    intents: Flag | None = asked("Intents", "true when you could name them all.", False, default=None)


class CompanyAnswers(Model):
    """Answer six questions about the company for yourself, before you talk about them."""

    who_decides: Text = _question("who-decides")
    can_let_go: Text = _question("can-let-go")
    talks_to_users: Text = _question("talks-to-users")
    goal_is_clear: Text = _question("goal-is-clear")
    what_excites: Text = _question("what-excites")
    product_people: Text = _question("product-people")


class Strengths(Model):
    """Think about the four strengths of a product manager; nobody but you reads it."""

    customer: Text = asked("Customer", STRENGTHS["customer"], default="")
    data: Text = asked("Data", STRENGTHS["data"], default="")
    business: Text = asked("Business", STRENGTHS["business"], default="")
    market: Text = asked("Market", STRENGTHS["market"], default="")


class PrivateAnswers(Model):
    """Hold what one person answered on one day."""

    date: Date = asked("Date", "The day of the round, the same for everybody.", "2026-09-03")
    ratings: Ratings | None = asked("Ratings", "How the organisation works, 1 to 5.", default=None)
    ranking: Annotated[tuple[SharedPlace, ...], AfterValidator(_names_each_once)] = asked(
        "Ranking",
        "Ids of needs, the most urgent first; those that share a place in brackets.",
        ["weekend", ["captions", "sound"]],
        default=(),
        max_length=FEW_ITEMS,
    )
    recall: RecallAnswer | None = asked("Recall", "What you could say without looking.", default=None)
    company: CompanyAnswers | None = asked("Six questions", "Your own answers; they stay here.", default=None)
    strengths: Strengths | None = asked("Strengths", "Your own reflection; it stays here.", default=None)
