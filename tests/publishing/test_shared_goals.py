"""Goals that several teams share stand beside each other in the portfolio."""

from __future__ import annotations

import datetime as dt

import pytest

from purposebook.domain.objectives import Objectives
from purposebook.domain.product import Product
from purposebook.domain.reviews import Reviews
from purposebook.domain.slug import Slug
from purposebook.domain.workbook import Workbook
from purposebook.publishing.portfolio import Row, shared_goals
from purposebook.publishing.portfolio_card import Card, card_of

AS_OF = dt.date(2026, 10, 31)


def card(slug: str, **objectives: tuple[str, str]) -> Card:
    """Introduce a product whose objectives have a shared goal and a status each."""
    items = [
        {"id": id, "statement": f"{id} is true", "shared": goal, "status": status}
        for id, (goal, status) in objectives.items()
    ]
    book = Workbook(Slug(slug), Product(name=slug.title()), objectives=Objectives.model_validate({"objectives": items}))
    return card_of(book, AS_OF)


@pytest.fixture
def rows() -> list[Row]:
    """Return three products: two of them share a goal, set a little differently."""
    cards = (
        card("one", read=("Reading for all", "active"), own=("Ours alone", "active")),
        card("two", lend=("reading  for All", "paused"), gone=("Reading for all", "dropped")),
        card("three", none=("", "active")),
    )
    return [*(Row(one.slug, one, failed=False) for one in cards), Row("failed", None, failed=True)]


def test_only_what_several_teams_have_is_shared(rows: list[Row]) -> None:
    """Show one row, and columns for the two products that have the goal."""
    goals = shared_goals(rows)
    assert [one.slug for one in goals.products] == ["one", "two"]
    assert [row.goal for row in goals.rows] == ["Reading for all"]
    assert [[one.objective for one in served] for served in goals.rows[0].served] == [["read"], ["lend"]]


def test_nothing_is_shared_by_one_team(rows: list[Row]) -> None:
    """Show nothing where no second team has the goal."""
    assert shared_goals(rows[:1]).rows == ()


def test_the_card_names_the_newest_review_of_the_past() -> None:
    """Leave out a review that lies behind the day of the report."""
    reviews = [{"id": "a", "title": "A", "date": "2026-04-30"}, {"id": "b", "title": "B", "date": "2026-12-01"}]
    book = Workbook(Slug("x"), Product(name="X"), reviews=Reviews.model_validate({"reviews": reviews}))
    assert card_of(book, AS_OF).last_review == "2026-04-30"
