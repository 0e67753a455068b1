"""The golden thread as a picture, a list and a table."""

from __future__ import annotations

from typing import Any

from chart_samples import book

from purposebook.charts.thread import thread_chart
from purposebook.domain.thread import Edge, Node, Thread, thread_of

WHOLE: dict[str, Any] = {
    "mission": {"clauses": [{"id": "publish", "text": "publish a course"}]},
    "objectives": {
        "objectives": [
            {
                "id": "finish",
                "statement": "Authors finish",
                "serves": ["publish", "ghost"],
                "personas": ["author"],
                "outcome": {"from": "gives up", "to": "publishes"},
                "key_results": ["rate"],
            }
        ]
    },
    "personas": {
        "personas": [{"id": "author", "name": "Author", "pain_points": [{"text": "hard", "evidence": ["int"]}]}]
    },
    "metrics": {"metrics": [{"id": "rate", "name": "Rate", "evidence": ["int"]}]},
    "evidence": {"evidence": [{"id": "int", "kind": "interview", "note": "Six authors"}]},
}


def test_nothing_written_draws_nothing() -> None:
    """An empty workbook has no thread."""
    assert thread_chart(thread_of(book())) is None


def test_the_title_counts_clauses_that_reach_evidence() -> None:
    """The thread is judged from end to end, ids that nobody wrote left out."""
    figure = thread_chart(thread_of(book(**WHOLE)))
    assert figure and figure.title == "Every clause of the mission can be followed to evidence; 3 loose ends"


def test_the_table_lists_every_node_with_its_loose_ends() -> None:
    """Whoever does not see the picture has all of it."""
    figure = thread_chart(thread_of(book(**WHOLE)))
    assert figure
    facts = (dict(zip(figure.table.columns, row, strict=True)) for row in figure.table.rows)
    rows = {row["Id"]: row for row in facts if row["Column"] != "Behaviour"}
    assert rows["ghost"]["Loose ends"] == "it is not written yet"
    assert rows["publish"]["Leads to"] == "Authors finish" and rows["publish"]["Loose ends"] == ""


def test_missing_ids_look_different_from_loose_ends() -> None:
    """Dotted is not dashed, and both are named."""
    figure = thread_chart(thread_of(book(**WHOLE)))
    assert figure
    dashes = {tuple(layer["mark"].get("strokeDash", ())) for layer in figure.chart.to_dict()["layer"]}
    assert {(1.5, 3), (5, 3)} <= dashes


def test_empty_columns_say_so() -> None:
    """Clauses alone show how much of the thread is missing."""
    figure = thread_chart(thread_of(book(mission=WHOLE["mission"])))
    assert figure and figure.title == "None of 1 clause can be followed all the way to evidence; 1 loose end"
    texts = [row.get("text") for rows in figure.chart.to_dict()["datasets"].values() for row in rows]
    assert texts.count("none yet") == 5


def test_the_list_has_one_group_per_column() -> None:
    """On a telephone the thread is a list in the order of its columns."""
    figure = thread_chart(thread_of(book(**WHOLE)))
    assert figure and [group.heading.split()[0] for group in figure.listing] == [
        *("Clauses", "Objectives", "Personas", "Behaviour", "Metrics", "Evidence")
    ]


def test_a_long_column_ends_in_a_count() -> None:
    """Two thousand pieces of evidence do not make a picture of a mile."""
    nodes = tuple(Node("evidence", f"e{at}", f"Interview {at}", ("nothing rests on it",)) for at in range(2_000))
    figure = thread_chart(Thread((Node("clause", "c", "a clause"), *nodes), (Edge("clause:c", "evidence:e1999"),)))
    assert figure and figure.chart.to_dict()["height"] < 1_500
    texts = [row.get("text") for rows in figure.chart.to_dict()["datasets"].values() for row in rows]
    assert "and 1987 more" in texts and "Interview 1999" in texts
    assert len(figure.table.rows) == 2_001
