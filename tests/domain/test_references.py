"""What a product declares, what refers to it, and where both stand."""

from __future__ import annotations

from purposebook.domain.evidence import EvidenceLog
from purposebook.domain.metrics import Metrics, Observation
from purposebook.domain.mission import Mission
from purposebook.domain.objectives import Objectives
from purposebook.domain.personas import Personas
from purposebook.domain.product import Product
from purposebook.domain.references import declared, references
from purposebook.domain.slug import Slug
from purposebook.domain.thread import LAYERS, thread_of
from purposebook.domain.workbook import Workbook

MISSION = {
    "beneficiaries": ["author"],
    "clauses": [{"id": "publish", "text": "publish a course"}],
    "ladder": {"problem": {"text": "Editing hurts", "evidence": ["int-07"]}},
    "alternatives": [{"id": "nothing", "name": "Do nothing", "evidence": ["int-07"]}],
    "claim": [{"asset": "Nine years", "evidence": ["int-08"]}],
}
OBJECTIVE = {
    "id": "finish",
    "statement": "Authors finish",
    "serves": ["publish"],
    "needs": ["weekend"],
    "outcome": {"from": "stops", "to": "publishes", "leads_to": "revenue"},
    "key_results": ["rate"],
}
PERSONA = {
    "id": "author",
    "name": "Author",
    "segment": "solo",
    "needs": [{"id": "weekend", "text": "keep the weekend", "met_by": "Help", "evidence": ["int-07"]}],
    "message": {"proof": "rate"},
}
METRIC = {"id": "rate", "name": "Rate", "guards": ["tickets"], "evidence": ["int-07"]}
ROW = Observation.model_validate({"metric": "rate", "date": "2026-01-01", "value": 1})


def sample(**objective: object) -> Workbook:
    """Make a small workbook whose thread holds, unless the objective is changed."""
    return Workbook(
        Slug("sample"),
        Product(name="Sample"),
        mission=Mission.model_validate(MISSION),
        objectives=Objectives.model_validate({"objectives": [{**OBJECTIVE, **objective}]}),
        personas=Personas.model_validate({"personas": [PERSONA]}),
        evidence=EvidenceLog.model_validate({"evidence": [{"id": "int-07", "kind": "interview"}]}),
        metrics=Metrics.model_validate({"north_star": "rate", "metrics": [METRIC]}),
        observations=(ROW, ROW),
        lines={("mission", "publish"): 9, ("mission", "vision"): 4},
    )


def test_everything_with_an_id_is_declared() -> None:
    """List each item with its kind, place and first text."""
    found = {item.where: (item.kind, item.label) for item in declared(sample())}
    assert found == {
        "mission/publish": ("clause", "publish a course"),
        "mission/nothing": ("alternative", "Do nothing"),
        "objectives/finish": ("objective", "Authors finish"),
        "personas/author": ("persona", "Author"),
        "personas/weekend": ("need", "keep the weekend"),
        "evidence/int-07": ("evidence", "interview"),
        "metrics/rate": ("metric", "Rate"),
    }


def test_every_reference_is_found() -> None:
    """List each place that points somewhere, rows of one metric once."""
    assert [(item.where, item.target) for item in references(sample())] == [
        ("mission/beneficiaries", "author"),
        ("mission/ladder/problem", "int-07"),
        ("mission/nothing/evidence", "int-07"),
        ("mission/claim/evidence", "int-08"),
        ("objectives/finish/serves", "publish"),
        ("objectives/finish/needs", "weekend"),
        ("objectives/finish/key_results", "rate"),
        ("objectives/finish/outcome", "revenue"),
        ("personas/author/segment", "solo"),
        ("personas/weekend/evidence", "int-07"),
        ("personas/author/message", "rate"),
        ("metrics/north_star", "rate"),
        ("metrics/rate/guards", "tickets"),
        ("metrics/rate/evidence", "int-07"),
        ("observations/rate/metric", "rate"),
    ]


def test_lines_of_places() -> None:
    """Return the line of an item or key, also for a field inside it, and 0 for what is not written."""
    book = sample()
    assert [book.line(where) for where in ("mission/publish", "mission/publish/text", "mission/vision", "x/y")] == [
        9,
        9,
        4,
        0,
    ]


def test_a_thread_that_holds() -> None:
    """Join clause, objective, need, change, metric and evidence, with no loose end."""
    thread = thread_of(sample())
    joined = {(edge.source, edge.target) for edge in thread.edges}
    assert {
        ("clause:publish", "objective:finish"),
        ("objective:finish", "people:weekend"),
        ("people:weekend", "change:finish"),
        ("change:finish", "metric:rate"),
        ("metric:rate", "evidence:int-07"),
    } <= joined
    assert thread.loose_ends() == ()


def test_loose_ends_say_why() -> None:
    """Name where the thread breaks off, and why."""
    thread = thread_of(sample(serves=[], key_results=[]))
    reasons = {node.key: node.loose for node in thread.loose_ends()}
    assert reasons["clause:publish"] == ("no objective serves it",)
    assert reasons["objective:finish"] == ("it serves no clause", "it has no key result")
    assert reasons["change:finish"] == ("no metric shows it",)


def test_what_nobody_wrote_is_shown_missing() -> None:
    """Stand in for ids that are referred to and not written."""
    missing = [node for node in thread_of(sample(key_results=["nowhere"])).nodes if node.missing]
    assert [(node.key, node.loose) for node in missing] == [("metric:nowhere", ("it is not written yet",))]


def test_dropped_objectives_stay_out() -> None:
    """Leave dropped objectives out of the thread."""
    assert thread_of(sample(status="dropped")).layer("objective") == ()


def test_nodes_stand_in_the_order_of_the_layers() -> None:
    """Order nodes from purpose to proof, each with its own key."""
    thread = thread_of(sample(key_results=["nowhere"]))
    layers = [LAYERS.index(node.layer) for node in thread.nodes]
    assert layers == sorted(layers)
    assert len({node.key for node in thread.nodes}) == len(thread.nodes)


def test_an_empty_workbook_has_an_empty_thread() -> None:
    """Draw nothing for a team that wrote nothing."""
    empty = Workbook(Slug("sample"), Product(name="Sample"))
    assert thread_of(empty).nodes == ()
    assert tuple(declared(empty)) == tuple(references(empty)) == ()
