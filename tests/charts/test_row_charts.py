"""Pictures that are read row by row: delivered value, problems, iterations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from chart_samples import book, boxes, drawn, paths

from purposebook.charts.delivers import delivers
from purposebook.charts.figure import Figure
from purposebook.charts.iterations import iterations
from purposebook.charts.problems import problems
from purposebook.domain.workbook import Workbook

PEOPLE: dict[str, Any] = {
    "personas": [
        {"id": "author", "name": "Author", "needs": [{"id": "weekend", "text": "a free weekend"}]},
        {"id": "learner", "name": "Learner"},
    ]
}
METRICS = {"metrics": [{"id": "hours", "name": "Hours of editing"}]}


def delivering(*rows: dict[str, Any]) -> Figure:
    """Draw delivered value."""
    named = [{"id": f"d{at}", **row} for at, row in enumerate(rows)]
    figure = delivers(book(mission={"delivers": named}, personas=PEOPLE, metrics=METRICS))
    assert figure
    return figure


@pytest.mark.parametrize("draw", [delivers, problems, iterations])
def test_nothing_written_draws_nothing(draw: Callable[[Workbook], Figure | None]) -> None:
    """An empty workbook has no rows."""
    assert draw(book()) is None


def test_a_whole_row_leads_to_its_metric() -> None:
    """One problem with need, value and metric is one row of solid boxes; the need names its persona."""
    figure = delivering({"problem": "Editing", "need": "weekend", "value": "An evening", "metric": "hours"})
    assert figure.title == "1 problem leads to a need, a value, and a metric or the reason why there is none"
    assert boxes(figure, "node") == ["Editing", "a free weekend", "An evening", "Hours of editing"]
    assert figure.table.rows == (("Editing", "Author", "a free weekend", "An evening", "Hours of editing", "", ""),)
    assert "Nothing breaks off." in figure.description


def test_a_reason_stands_in_for_a_metric() -> None:
    """Not measured, but for a reason: nothing is loose."""
    figure = delivering({"problem": "Silence", "need": "weekend", "value": "Answers", "not_measured": "Too few"})
    assert not boxes(figure, "loose") and "why no metric shows it" in drawn(figure)


def test_orphans_are_loose_and_named() -> None:
    """No need, no persona, no value, neither metric nor reason: each is dashed where it is missing."""
    figure = delivering({"problem": "Bare"}, {"problem": "Half", "persona": "author"})
    assert figure.title == "None of 2 problems lead all the way to a need, a value and what shows it"
    ends = figure.table.column("Loose ends")
    assert ends[0] == "no need and no persona is named; no value is named; neither a metric nor a reason"
    assert ends[1] == "no need is named; no value is named; neither a metric nor a reason"
    assert len(boxes(figure, "loose")) == 6 and "“Bare” (no need and no persona is named" in figure.description


def test_ids_that_nobody_wrote_are_dotted() -> None:
    """A need, a persona or a metric that is not written is told apart from one that is not named."""
    figure = delivering(
        {"problem": "Lost", "need": "ghost", "value": "V", "metric": "spirit"},
        {"problem": "Strange", "need": "weekend", "persona": "nobody", "value": "V", "metric": "hours"},
    )
    assert boxes(figure, "missing") == ["ghost", "spirit", "a free weekend"]
    assert figure.table.column("Shown by")[0] == "spirit (not written yet)"
    assert paths(figure, "broken") == 5


def test_a_long_list_of_rows_is_cut_and_says_so() -> None:
    """Fifty problems are in the table, twenty in the picture."""
    figure = delivering(*({"problem": f"Problem {at}"} for at in range(50)))
    assert "The picture shows the first 20 of 50 problems; the table has all." in figure.description
    assert len(figure.table.rows) == 50 and "Problem 20" not in drawn(figure) and "Problem 19" in drawn(figure)


def stating(*rows: dict[str, Any]) -> Figure:
    """Draw problem statements."""
    figure = problems(book(personas={**PEOPLE, "problems": [{"id": f"q{at}", **row} for at, row in enumerate(rows)]}))
    assert figure
    return figure


def test_problems_stand_under_their_personas() -> None:
    """Whatever their order in the file, problems are grouped, and those of nobody come last."""
    figure = stating({"pain": "N"}, {"pain": "L", "persona": "learner"}, {"pain": "A", "persona": "author"})
    assert [group.heading for group in figure.listing] == ["Author", "Learner", "No persona is named"]
    assert figure.table.column("Persona") == ("Author", "Learner", "")
    assert "1 problem names no persona." in figure.description


def test_a_pain_without_evidence_is_loose() -> None:
    """An assumption is no evidence, and says that it is one."""
    proven = {"pain": "Cutting", "persona": "author", "challenge": "C", "aspiration": "H", "evidence": ["int"]}
    figure = stating(proven, {"pain": "Sound", "assumption": True})
    assert figure.title == "1 of 2 problems rests on evidence"
    assert boxes(figure, "loose") == ["Sound"] and "“Sound” (an assumption)" in figure.description
    assert figure.table.column("Rests on") == ("int", "an assumption")
    assert drawn(figure).count("not written yet") == 2


def test_one_problem_with_evidence_is_said_so() -> None:
    """One is not many."""
    figure = stating({"pain": "Cutting", "evidence": ["int"], "challenge": "C", "aspiration": "H"})
    assert figure.title == "1 problem rests on evidence" and not boxes(figure, "loose")


def iterating(*rows: dict[str, Any]) -> Figure:
    """Draw the iteration log."""
    named = [{"id": f"z{at}", **row} for at, row in enumerate(rows)]
    figure = iterations(book(opportunities={"iterations": named}, metrics=METRICS))
    assert figure
    return figure


def test_a_closed_loop_has_a_change_and_an_effect() -> None:
    """Feedback, change, effect and the metric that shows it."""
    figure = iterating({"feedback": "F", "change": "C", "changed": "2026-08-20", "effect": "E", "metric": "hours"})
    assert figure.title == "Every loop is closed: 1 piece of feedback led to a change whose effect is known"
    assert {"changed on 20 Aug 2026", "shown by Hours of editing"} <= set(drawn(figure))
    assert figure.table.column("Loop") == ("closed",) and "No loop is open." in figure.description


def test_open_loops_are_loose_and_the_newest_come_first() -> None:
    """What is not changed, and what is changed without a known effect, stay open."""
    figure = iterating(
        {"feedback": "Old", "heard": "2026-08-03", "change": "C"}, {"feedback": "New", "heard": "2026-09-01"}
    )
    assert figure.title == "None of 2 loops are closed, from feedback over a change to its effect"
    assert figure.table.column("Feedback") == ("New", "Old")
    assert figure.table.column("Loop") == ("nothing is changed yet", "the effect is not known yet")
    assert len(boxes(figure, "loose")) == 2 and "Open loops are dashed: “New”" in figure.description


def test_an_effect_without_a_metric_is_counted() -> None:
    """Told in words only is said so."""
    figure = iterating({"feedback": "F", "change": "C", "effect": "E"})
    assert "1 effect is told in words, without a metric." in figure.description
