"""Needs, ladder, outcomes, market and stakeholders."""

from __future__ import annotations

from typing import Any

from chart_samples import AS_OF, book

from purposebook.charts.ladder import ladder
from purposebook.charts.market import market
from purposebook.charts.needs import need_grid
from purposebook.charts.outcomes import outcome_chain
from purposebook.charts.stakeholders import stakeholder_map


def persona(id: str, *needs: dict[str, Any], segment: str | None = None) -> dict[str, Any]:
    """Make a persona."""
    return {"id": id, "name": id.capitalize(), "needs": list(needs), "segment": segment}


def test_needs_are_met_or_gaps_and_rest_on_something_or_nothing() -> None:
    """Two questions, two columns."""
    needs = (
        {"id": "a", "text": "edit", "met_by": "Help", "evidence": ["int"]},
        {"id": "b", "text": "price", "assumption": True},
    )
    figure = need_grid(book(personas={"personas": [persona("author", *needs)]}))
    assert figure and figure.title == "1 of 2 needs is met; 1 rests on evidence"
    assert list(figure.table.column("State")) == ["met", "gap"]
    assert list(figure.table.column("Rests on")) == ["int", "an assumption"]


def test_a_need_of_blanks_is_a_gap() -> None:
    """White space meets nothing."""
    figure = need_grid(book(personas={"personas": [persona("author", {"id": "a", "text": "edit", "met_by": " "})]}))
    assert figure and figure.table.column("State")[0] == "gap"


def test_without_needs_there_is_no_grid() -> None:
    """Personas alone have nothing to be met."""
    assert need_grid(book(personas={"personas": [persona("author")]})) is None


def test_a_ladder_names_its_missing_steps() -> None:
    """A step that is not written is drawn empty and named."""
    figure = ladder(book(mission={"ladder": {"job": "Turn recordings into courses", "for_whom": "author"}}))
    assert figure and figure.title == "The ladder still lacks the problem it solves and the change it brings"


def test_a_ladder_calls_its_persona_by_name() -> None:
    """An id becomes the name that people know."""
    steps = {"job": "a", "problem": "b", "change": {"text": "c", "evidence": ["int"]}, "for_whom": "author"}
    figure = ladder(book(mission={"ladder": steps}, personas={"personas": [persona("author")]}))
    assert figure and "For “Author”." in figure.description
    assert figure.title == "From job to change in three steps; 1 of 3 rests on evidence"


def test_no_ladder_draws_nothing() -> None:
    """Neither a mission without one nor an empty one is drawn."""
    assert ladder(book()) is None
    assert ladder(book(mission={"ladder": {}})) is None


def outcomes(**outcome: Any) -> Any:
    """Draw the outcome of one objective."""
    item = {"id": "o", "statement": "Authors finish", "outcome": outcome, "key_results": ["rate"]}
    return outcome_chain(book(objectives={"objectives": [item]}, metrics={"metrics": [{"id": "rate", "name": "Rate"}]}))


def test_an_outcome_chain_never_claims_a_cause() -> None:
    """A business result moves together with behaviour; nobody says more."""
    figure = outcomes(who="author", to="publishes", leads_to="revenue", **{"from": "gives up"})
    assert figure.title == "1 objective says who will do what differently, and which metric shows it"
    assert figure.table.column("Moves together with")[0] == "revenue (not written yet)"
    assert "does not say that one causes the other" in figure.description


def test_missing_links_are_named() -> None:
    """A chain with a hole says where."""
    figure = outcomes(who="author", to="publishes")
    assert figure.title == "None of 1 objective say in full who will do what differently"
    assert "lacks what they do today" in figure.description


def test_objectives_without_behaviour_have_no_chain() -> None:
    """There is nothing to draw without a change in what people do."""
    assert outcome_chain(book(objectives={"objectives": [{"id": "o", "statement": "Grow"}]})) is None


def test_the_market_shows_gaps_on_both_sides() -> None:
    """A segment without persona and a persona without segment both stand out."""
    parts = {
        "segments": [{"id": "solo", "name": "Solo", "size": 40_000}, {"id": "school", "name": "School"}],
        "personas": [persona("author", segment="solo"), persona("learner"), persona("guest", segment="gone")],
    }
    figure = market(book(personas=parts))
    assert figure and figure.title == "A persona speaks for 1 of 2 segments; 1 persona belongs to none"
    assert list(figure.table.column("Gap")) == [
        *("", "no persona speaks for it", "this segment is not written", "these personas belong to no segment")
    ]


def test_bars_of_segments_begin_at_zero() -> None:
    """Half the people make half the bar."""
    parts = {"segments": [{"id": "a", "name": "A", "size": 200}, {"id": "b", "name": "B", "size": 100}]}
    figure = market(book(personas=parts))
    assert figure
    layer = next(one for one in figure.chart.to_dict()["layer"] if one["mark"].get("cornerRadius") == 1)
    bars = figure.chart.to_dict()["datasets"][layer["data"]["name"]]
    wide, half = (bar["x2"] - bar["x"] for bar in bars)
    assert wide == 2 * half


def test_overdue_contact_is_marked() -> None:
    """Whoever waits longer than agreed is named; whoever cannot be placed too."""
    one = {"id": "union", "name": "Union", "interest": 4, "influence": 5, "class": "influencer"}
    waiting = {**one, "last_contact": "2026-05-01", "contact_every": "90d"}
    figure = stakeholder_map(book(personas={"stakeholders": [waiting, {"id": "board", "name": "Board"}]}), AS_OF)
    assert (
        figure
        and figure.title == "1 of 2 stakeholders has both high interest and high influence; contact is overdue with 1"
    )
    assert "Not placed, for want of interest or influence: “Board”." in figure.description
    assert figure.table.column("Contact")[0] == "contact overdue since 30 Jul 2026"


def test_contact_due_today_is_not_overdue() -> None:
    """The agreed day itself is in time."""
    one = {
        "id": "union",
        "name": "Union",
        "interest": 1,
        "influence": 1,
        "last_contact": "2026-08-02",
        "contact_every": "90d",
    }
    figure = stakeholder_map(book(personas={"stakeholders": [one]}), AS_OF)
    assert figure and figure.table.column("Contact")[0] == "next contact by 31 Oct 2026"


def test_unplaced_stakeholders_draw_no_map() -> None:
    """A map needs interest and influence."""
    assert stakeholder_map(book(personas={"stakeholders": [{"id": "a", "name": "A"}]}), AS_OF) is None
