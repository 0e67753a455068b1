"""Pictures of columns and links: ripple, north star, strategy and opportunities."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from chart_samples import book, boxes, drawn, paths

from purposebook.charts.figure import Figure
from purposebook.charts.north_star import north_star
from purposebook.charts.opportunity_tree import opportunity_tree
from purposebook.charts.ripple import ripple
from purposebook.charts.strategy_tree import strategy_tree
from purposebook.domain.workbook import Workbook


@pytest.mark.parametrize("draw", [ripple, north_star, strategy_tree, opportunity_tree])
def test_nothing_written_draws_nothing(draw: Callable[[Workbook], Figure | None]) -> None:
    """An empty workbook has no tree."""
    assert draw(book()) is None


def effect(id: str, ring: str, *causes: str, grade: str = "none", because: str = "so") -> dict[str, Any]:
    """Make an effect that follows from others."""
    found = [{"effect": cause, "grade": grade, "because": because} for cause in causes]
    return {"id": id, "text": f"Effect {id}", "ring": ring, "causes": found}


def rippling(*effects: dict[str, Any]) -> Figure:
    """Draw a ripple."""
    figure = ripple(book(mission={"ripple": effects}))
    assert figure
    return figure


def test_one_effect_is_a_ripple_without_links() -> None:
    """A single effect is drawn, and loose."""
    figure = rippling(effect("a", "interaction"))
    assert figure.title == "1 effect within one ring, interaction; no link between them is written yet"
    assert figure.table.rows == (("Effect a", "interaction", "", "", "", "", "nothing follows from it"),)
    assert boxes(figure, "loose") == ["Effect a"]


def test_links_look_as_they_are_known() -> None:
    """Opinion and nothing are dashed, tested is strong, observed is plain."""
    figure = rippling(
        effect("a", "interaction"),
        effect("b", "individual", "a", grade="tested"),
        effect("c", "community", "b", grade="observed"),
        effect("d", "industry", "c", grade="opinion"),
        effect("e", "industry", "c"),
    )
    assert figure.title == "5 effects from interaction to industry; 1 of 4 links is tested"
    assert (paths(figure, "tested"), paths(figure, "edge"), paths(figure, "weak")) == (2, 2, 3)  # one each is the key
    assert "tested 1, observed 1, opinion 1, none 1; those of opinion or none are dashed." in figure.description
    assert "nobody tested has 2 links, from “Effect b” to “Effect d”." in figure.description


def test_a_tested_ripple_has_no_untested_run() -> None:
    """Where every link is tested, it is said."""
    figure = rippling(effect("a", "interaction"), effect("b", "individual", "a", grade="tested"))
    assert "No link is untested. Nothing breaks off." in figure.description


def test_skipped_rings_orphans_and_bare_links_are_loose() -> None:
    """Each is named where the ripple breaks off."""
    figure = rippling(
        effect("a", "interaction"),
        effect("b", "community", "a", because=""),
        effect("c", "individual"),
        effect("d", "industry", "ghost"),
    )
    loose = dict(zip(figure.table.column("Effect"), figure.table.column("Loose ends"), strict=True))
    assert loose["Effect b"] == "skips individual; 1 link without an assumption"
    assert loose["Effect c"] == "it stands alone" and loose["Effect d"] == ""
    assert boxes(figure, "missing") == ["ghost"] and "“ghost” (it is not written yet)" in figure.description


def test_links_within_a_ring_backwards_and_in_circles_are_drawn() -> None:
    """A circle ends, and what does not run from left to right is also told in words."""
    figure = rippling(
        effect("a", "interaction", "b"), effect("b", "interaction", "a", "c"), effect("c", "industry", "b", "c")
    )
    assert {"follows from “Effect b”", "follows from “Effect a”", "follows from “Effect c”"} <= set(drawn(figure))
    assert figure.table.column("Loose ends")[-1] == "it follows from itself; skips individual and community"


def stars(**metrics: Any) -> Figure:
    """Draw a north star among three metrics."""
    star = {"id": "rate", "name": "Rate", "unit": "%", "baseline": {"value": 25}, "target": {"value": 75}}
    others = [{"id": "first", "name": "First", "owner": "Designer"}, {"id": "calls", "name": "Calls"}]
    figure = north_star(book(metrics={"metrics": [{**star, **metrics.pop("star", {})}, *others], **metrics}))
    assert figure
    return figure


def test_inputs_and_guards_stand_beside_the_star() -> None:
    """Left what moves it, right what watches it."""
    figure = stars(north_star="rate", north_star_inputs=["first"], star={"guards": ["calls"]})
    assert figure.title == "1 input should move the north star, and 1 guard watches it"
    assert figure.table.column("Role") == ("input", "north star", "guard")
    assert {"from 25 to 75 %", "owner: Designer"} <= set(drawn(figure)) and paths(figure, "edge") == 2


def test_a_star_alone_says_what_it_lacks() -> None:
    """Without inputs and guards it is loose."""
    figure = stars(north_star="rate")
    assert figure.title == "No input is named that would move the north star, and no guard watches it"
    assert figure.table.column("Loose ends") == ("no input is named; no guard watches it",)


def test_inputs_wait_for_a_star() -> None:
    """Inputs alone are drawn, and loose."""
    figure = stars(north_star_inputs=["first"])
    assert figure.title == "No north star is named yet; 1 input waits for one"
    assert figure.table.column("Loose ends") == ("no north star is named",)


def test_missing_ids_of_the_star_are_dotted() -> None:
    """A star, an input and a guard that nobody wrote are marked."""
    assert boxes(stars(north_star="ghost", north_star_inputs=["spirit"]), "missing") == ["spirit", "ghost"]
    assert boxes(stars(north_star="rate", star={"guards": ["fog"]}), "missing") == ["fog"]


STRATEGY: dict[str, Any] = {
    "intents": [{"id": "in", "text": "Intent", "horizon": "2027", "metric": "m", "owner": "Lead"}],
    "initiatives": [{"id": "ini", "problem": "Initiative", "intent": "in"}],
    "options": [{"id": "o", "name": "Option", "initiative": "ini", "stage": "explore"}],
}
VISION = {"vision": {"statement": "Vision", "by": "2030"}}


def test_a_whole_strategy_hangs_together() -> None:
    """Vision, intent, initiative and option are joined; horizon, metric and owner are noted."""
    metrics = {"metrics": [{"id": "m", "name": "Metric"}]}
    figure = strategy_tree(book(mission=VISION, strategy=STRATEGY, metrics=metrics))
    assert figure and figure.title == "The strategy has 1 intent, 1 initiative and 1 option; nothing hangs loose"
    assert figure.table.rows[1] == (
        *("Intent", "Strategic intent", "Initiative", "by 2027; shown by Metric; owner: Lead", ""),
    )
    assert paths(figure, "edge") == 3 and len(boxes(figure, "node")) == 4


def test_orphans_of_a_strategy_are_loose() -> None:
    """Each column names what has no parent, and an intent on which nobody works."""
    lost = {"id": "x", "problem": "Lost", "intent": "ghost"}
    parts = {
        "intents": [{"id": "in", "text": "Intent"}],
        "initiatives": [{"id": "ini", "problem": "Alone"}, lost],
        "options": [{"id": "o", "name": "Option"}],
    }
    figure = strategy_tree(book(strategy=parts))
    assert figure and figure.title.endswith("1 intent, 2 initiatives and 1 option; 4 ends hang loose")
    loose = dict(zip(figure.table.column("Item"), figure.table.column("Loose ends"), strict=True))
    assert loose["Intent"] == "no vision is written; no initiative works on it"
    assert (loose["Alone"], loose["Option"]) == ("it serves no intent", "it belongs to no initiative")
    assert boxes(figure, "missing") == ["ghost"] and "none yet" in drawn(figure)


def test_a_vision_alone_is_no_strategy() -> None:
    """The tree begins with the first intent, initiative or option."""
    assert strategy_tree(book(mission=VISION)) is None
    one = strategy_tree(book(strategy={"options": [{"id": "o", "name": "Option"}]}))
    assert one and one.table.column("Item") == ("Option",)


def opportunity(id: str, *solutions: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Make an opportunity."""
    named = [{"id": f"{id}-{at}", "text": f"Way {at} of {id}", **one} for at, one in enumerate(solutions)]
    return {"id": id, "text": f"Opportunity {id}", "solutions": named, **more}


def growing(*every: dict[str, Any]) -> Figure:
    """Draw an opportunity tree under one of two objectives."""
    objectives = [{"id": id, "statement": id.capitalize(), "status": "active"} for id in ("finish", "start")]
    figure = opportunity_tree(book(objectives={"objectives": objectives}, opportunities={"opportunities": every}))
    assert figure
    return figure


def test_a_choice_of_solutions_is_not_loose() -> None:
    """Two solutions, their tests with results, an outcome above."""
    tests = [{"assumption": "They send it", "result": "holds"}, {"assumption": "It is cheap"}]
    figure = growing(opportunity("a", {"tests": tests}, {"status": "testing"}, objective="finish"))
    assert figure.title == ("1 of 1 opportunity has two solutions or more to choose from; 1 of 2 assumptions is tested")
    assert not boxes(figure, "loose") and {"holds", "untested", "no assumption is named"} <= set(drawn(figure))
    assert figure.table.column("Assumption") == ("They send it", "It is cheap", "")
    assert "1 active objective has no opportunity yet." in figure.description


def test_a_dropped_solution_is_no_choice() -> None:
    """What was dropped is drawn, and not counted among the ways that are open."""
    dropped = {"status": "dropped"}
    figure = growing(opportunity("a", {}, dropped, objective="finish"), opportunity("b", dropped, objective="finish"))
    assert figure.title.startswith("None of 2 opportunities have two solutions or more")
    assert figure.table.column("Loose ends")[0] == "only one solution is left"
    assert figure.table.column("Loose ends")[-1] == "every solution was dropped"


def test_fewer_than_two_solutions_are_loose() -> None:
    """One is no choice, none even less; no outcome and an outcome that nobody wrote are told apart."""
    figure = growing(opportunity("a", {}, objective="ghost"), opportunity("b"))
    assert figure.table.column("Loose ends") == ("only one solution", "it moves no outcome; no solution yet")
    assert boxes(figure, "loose") == ["Opportunity a", "Opportunity b"] and boxes(figure, "missing") == ["ghost"]
    assert figure.title.endswith("to choose from; no assumption is named")


def test_a_large_tree_is_cut_and_says_so() -> None:
    """Fifty opportunities end in a count; the table has all."""
    figure = growing(*(opportunity(f"o{at}", {}, {}, objective="finish") for at in range(50)))
    assert "and 31 more" in drawn(figure) and "and 81 more" in drawn(figure)
    assert "The picture shows at most 20 items a column; the table has all." in figure.description
    assert len(figure.table.rows) == 100 and figure.chart.to_dict()["height"] < 2_000
