"""Objectives against clauses, gaps on both sides."""

from __future__ import annotations

from typing import Any

from chart_samples import book

from purposebook.charts.alignment import alignment_matrix


def clauses(count: int) -> dict[str, Any]:
    """Make a mission."""
    return {"clauses": [{"id": f"c{at}", "text": f"do the thing number {at}"} for at in range(count)]}


def objective(id: str, *serves: str, status: str = "active") -> dict[str, Any]:
    """Make an objective."""
    return {"id": id, "statement": f"Objective {id}", "serves": list(serves), "status": status}


def test_twelve_clauses_without_objectives_are_all_unserved() -> None:
    """A mission that nothing serves is drawn as such."""
    figure = alignment_matrix(book(mission=clauses(12)))
    assert figure and figure.title == "No objective serves any of the mission's 12 clauses yet"
    assert list(figure.table.column("Served by")) == [0] * 12


def test_a_dot_stands_where_an_objective_serves_a_clause() -> None:
    """Each pair is one dot; work that is not going on is hollow."""
    rows = [objective("a", "c0", "c1"), objective("b", "c1", status="paused")]
    figure = alignment_matrix(book(mission=clauses(3), objectives={"objectives": rows}))
    assert figure and figure.title == "2 of 3 clauses are served by an objective"
    notes = [row["note"] for rows in figure.chart.to_dict()["datasets"].values() for row in rows if "note" in row]
    assert sum("; serves “" in note for note in notes) == 3


def test_dropped_objectives_stay_out() -> None:
    """What the team let go serves nothing."""
    rows = [objective("a", "c0", status="dropped")]
    figure = alignment_matrix(book(mission=clauses(1), objectives={"objectives": rows}))
    assert figure and list(figure.table.column("Served by")) == [0]


def test_both_kinds_of_gap_are_named() -> None:
    """An objective that serves nothing and a clause that nobody wrote are told apart."""
    rows = [objective("a"), objective("b", "gone")]
    figure = alignment_matrix(book(mission=clauses(1), objectives={"objectives": rows}))
    assert figure
    assert "Serving no clause: “Objective a”." in figure.description
    assert "not written in the mission: gone." in figure.description


def test_thirty_by_twenty_fits_the_sheet() -> None:
    """A large matrix keeps the width of a page."""
    rows = [objective(f"o{at}", f"c{at % 20}") for at in range(30)]
    figure = alignment_matrix(book(mission=clauses(20), objectives={"objectives": rows}))
    assert figure and figure.chart.to_dict()["width"] == 760
    assert max(row["x"] for rows in figure.chart.to_dict()["datasets"].values() for row in rows) <= 760


def test_nothing_to_align_draws_nothing() -> None:
    """An empty workbook has no matrix."""
    assert alignment_matrix(book()) is None
