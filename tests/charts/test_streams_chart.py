"""Value streams: steps, teams and what passes between them."""

from __future__ import annotations

from typing import Any

from chart_samples import book, boxes, drawn

from purposebook.charts.figure import Figure
from purposebook.charts.streams import streams


def flowing(*steps: dict[str, Any], teams: tuple[str, ...] = ()) -> Figure:
    """Draw one stream."""
    one = {"id": "s", "value": "A lesson", "persona": "author", "steps": steps}
    people = {"personas": [{"id": "author", "name": "Author"}]}
    figure = streams(book(strategy={"streams": [one], "teams": teams}, personas=people))
    assert figure
    return figure


def step(name: str, team: str = "", **hours: float) -> dict[str, Any]:
    """Make a step."""
    return {"name": name, "team": team, **hours}


def marks(figure: Figure, shape: str) -> int:
    """Count the symbols of a shape, the key's own left out."""
    spec = figure.chart.to_dict()
    layers = [one for one in spec["layer"] if one["mark"].get("shape") == shape and one["mark"]["size"] > 60]
    return sum(len(spec["datasets"][one["data"]["name"]]) for one in layers) - 1


def test_no_stream_draws_nothing() -> None:
    """Teams alone are no stream."""
    assert streams(book(strategy={"teams": ["Sales"]})) is None


def test_handoffs_are_changes_of_team() -> None:
    """The same team under another spelling does not hand over to itself."""
    figure = flowing(
        step("Record", "Author"), step("Cut", "Editors", hours=3, wait=40), step("Check", " editors", hours=1)
    )
    assert figure.title == "1 value stream with 3 steps: work passes from team to team 1 time"
    assert figure.table.column("Handoff") == ("", "yes", "") and marks(figure, "diamond") == 1
    assert "for Author: 3 steps, 1 handoff, at least 4 working hours, at least 40 waiting hours" in drawn(figure)
    assert {"3 h of work", "then 40 h of waiting"} <= set(drawn(figure))


def test_the_last_step_need_not_wait_for_anything() -> None:
    """The sum of waiting is whole without it."""
    figure = flowing(step("Record", "A", hours=1, wait=5), step("Cut", "A", hours=2))
    assert figure.title == "1 value stream with 2 steps, no handoff"
    assert "“A lesson”: 2 steps, 0 handoffs, 3 working hours, 5 waiting hours." in figure.description


def test_a_step_without_a_team_is_loose_and_no_handoff() -> None:
    """Where nobody knows who does it, nobody knows of a handoff."""
    figure = flowing(step("Record", "A"), step("Wait"), step("Cut", "B"))
    assert boxes(figure, "loose") == ["Wait"] and "1 step names no team." in figure.description
    assert figure.table.column("Handoff") == ("", "", "")


def test_teams_in_no_stream_are_named() -> None:
    """A team that takes part in nothing is left over."""
    figure = flowing(step("Cut", "Editors"), teams=("editors", "Sales"))
    assert figure.title.endswith("no handoff; 1 team stands in none") and "In no stream: “Sales”." in figure.description
    assert figure.listing[-1].heading == "Teams in no stream"


def test_a_stream_without_steps_says_so() -> None:
    """A value alone is drawn, and has a row."""
    figure = flowing()
    assert "for Author: no step is written yet" in drawn(figure)
    assert figure.table.rows == (("A lesson", "Author", "", "", None, None, ""),)


def test_a_long_stream_is_cut_and_says_so() -> None:
    """Twenty steps are in the table, fifteen in the picture."""
    figure = flowing(*(step(f"Step {at}", "A") for at in range(20)))
    assert "and 5 more steps" in drawn(figure) and len(figure.table.rows) == 20
    assert "The picture shows the first 15 steps of a stream; the table has all." in figure.description
