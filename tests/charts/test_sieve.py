"""Ideas against the purpose."""

from __future__ import annotations

from typing import Any

from chart_samples import book, drawn

from purposebook.charts.figure import Figure
from purposebook.charts.sieve import sieve

WHOLE = {"clauses": ["publish"], "personas": ["author"], "objectives": ["finish"]}


def sifted(*ideas: dict[str, Any]) -> Figure:
    """Draw ideas."""
    figure = sieve(
        book(
            mission={"clauses": [{"id": "publish", "text": "publish a course"}, {"id": "more", "text": "more"}]},
            personas={"personas": [{"id": "author", "name": "Author"}]},
            objectives={"objectives": [{"id": "finish", "statement": "Authors finish"}]},
            opportunities={"ideas": [{"id": f"i{at}", "text": f"Idea {at}", **idea} for at, idea in enumerate(ideas)]},
        )
    )
    assert figure
    return figure


def test_no_idea_draws_nothing() -> None:
    """There is nothing to sift."""
    assert sieve(book()) is None


def test_one_idea_that_passes() -> None:
    """It serves a clause, helps somebody and moves an outcome."""
    figure = sifted({**WHOLE, "verdict": "keep", "because": "It helps"})
    assert figure.title == "1 of 1 idea passes all three sieves: a clause, people and an outcome"
    row = ("Idea 0", "publish a course", "Author", "Authors finish", "yes", "keep", "It helps", "")
    assert figure.table.rows == (row,) and "Does not pass" not in drawn(figure)
    assert "Every idea passes." in figure.description


def test_those_that_pass_come_first() -> None:
    """Whatever the order of the file."""
    figure = sifted({}, WHOLE)
    assert figure.table.column("Idea") == ("Idea 1", "Idea 0") and figure.table.column("Passes") == ("yes", "no")
    assert figure.table.column("Lacks")[1] == "no clause; nobody whom it helps; no outcome"
    assert [group.heading for group in figure.listing] == ["Ideas that pass", "Ideas that do not pass"]


def test_an_id_that_nobody_wrote_does_not_help() -> None:
    """A clause that is not in the mission lets nothing pass, and is named."""
    figure = sifted({**WHOLE, "clauses": ["ghost"]}, {**WHOLE, "clauses": ["publish", "ghost"]})
    assert figure.table.column("Passes") == ("yes", "no")
    assert "Named, but not written: ghost." in figure.description and "ghost (not written yet)" in drawn(figure)


def test_a_verdict_against_the_sieve_is_named() -> None:
    """Keeping what does not pass may be right, but is seen."""
    figure = sifted({"verdict": "keep"})
    assert "Kept all the same: “Idea 0”." in figure.description and "all the same" in drawn(figure)


def test_several_names_are_counted() -> None:
    """The first is written, the others are counted; the table has all."""
    figure = sifted({**WHOLE, "clauses": ["publish", "more"]})
    assert "publish a course and 1 more" in drawn(figure)
    assert figure.table.column("Clause") == ("publish a course; more",)


def test_many_ideas_are_cut_and_counted() -> None:
    """The picture stops at thirty."""
    figure = sifted(*({} for _ in range(40)))
    assert "The picture shows the first 30 of 40 ideas; the table has all." in figure.description
    assert "Idea 30" not in drawn(figure) and len(figure.table.rows) == 40
