"""Workbooks for charts: small ones that are easy to reason about, and one whose every text is hostile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from purposebook.charts.alignment import alignment_matrix
from purposebook.charts.completeness import completeness
from purposebook.charts.delivers import delivers
from purposebook.charts.figure import Figure
from purposebook.charts.freshness import freshness
from purposebook.charts.iterations import iterations
from purposebook.charts.ladder import ladder
from purposebook.charts.levels import levels
from purposebook.charts.looks import BOXES, PATHS
from purposebook.charts.market import market
from purposebook.charts.needs import need_grid
from purposebook.charts.north_star import north_star
from purposebook.charts.opportunity_tree import opportunity_tree
from purposebook.charts.outcomes import outcome_chain
from purposebook.charts.problems import problems
from purposebook.charts.ripple import ripple
from purposebook.charts.run_chart import run_chart, sparkline
from purposebook.charts.sieve import sieve
from purposebook.charts.stakeholders import stakeholder_map
from purposebook.charts.step_line import step_line
from purposebook.charts.strategy_tree import strategy_tree
from purposebook.charts.streams import streams
from purposebook.charts.thread import thread_chart
from purposebook.domain.slug import Slug
from purposebook.domain.thread import thread_of
from purposebook.domain.workbook import PARTS, Workbook
from purposebook.measures.product import measure

AS_OF = dt.date(2026, 10, 31)
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "{{ 7*7 }}",
    "$5 to $10",
    "\"'`& <b>",
    "👩‍👩‍👧‍👦🏳️‍🌈 emoji 🇩🇪",
    "שלום עולם مرحبا بالعالم",
    "\u202eturned round",
    "datum.value + 1",
    "x" * 10_000,
    "many words " * 900,
    "a\u0301" * 500,
)
LINES = tuple(text[:500] for text in HOSTILE)
NAMES = tuple(text[:120] for text in HOSTILE)
Texts = Callable[[int], str]
FLOWS: tuple[Callable[[Workbook], Figure | None], ...] = (
    *(delivers, ripple, problems, north_star, strategy_tree),
    *(streams, opportunity_tree, sieve, iterations),
)


def book(**parts: Any) -> Workbook:
    """Make a workbook from plain data; observations are rows."""
    rows = parts.pop("observations", ())
    models = {name: PARTS[name].model_validate(part) for name, part in parts.items()}
    models.setdefault("product", PARTS["product"].model_validate({"name": "Sample"}))
    return Workbook(Slug("sample"), **models, observations=tuple(rows), written=frozenset(models))  # type: ignore[arg-type]


def pictures(sample: Workbook) -> Iterator[Figure | None]:
    """Draw everything that can be drawn of a workbook."""
    measured = measure(sample, AS_OF)
    for metric, numbers in zip(sample.metrics.metrics, measured.metrics, strict=True):
        yield run_chart(metric, numbers)
        yield sparkline(metric, numbers)
    yield thread_chart(thread_of(sample))
    whole: tuple[Callable[[Workbook], Figure | None], ...]
    whole = (alignment_matrix, need_grid, ladder, outcome_chain, market, levels, completeness, *FLOWS)
    yield from (draw(sample) for draw in whole)
    yield freshness(sample, AS_OF)
    yield stakeholder_map(sample, AS_OF)
    yield step_line(sample, AS_OF)


def hostile() -> Workbook:
    """Make a workbook in which every text is hostile and every picture has something to draw."""
    every = range(len(HOSTILE))
    text: Texts = lambda at: HOSTILE[at % len(HOSTILE)]  # noqa: E731 - a table look-up, not a function
    return book(
        mission={
            "clauses": [{"id": f"c{at}", "text": text(at)} for at in every],
            "ladder": {
                "job": text(0),
                "problem": text(9),
                "change": text(6),
                "for_whom": LINES[5],
                "without_us": text(1),
            },
            **_purpose(text),
        },
        objectives={"objectives": [_objective(at, text) for at in every]},
        personas={
            "segments": [{"id": f"s{at}", "name": NAMES[at], "size": 10**at} for at in every],
            "personas": [_persona(at, text) for at in every],
            "problems": [_problem(at, text) for at in every],
            "stakeholders": [
                {"id": f"h{at}", "name": NAMES[at], "interest": at % 5 + 1, "influence": 3 * at % 5 + 1} for at in every
            ],
        },
        evidence={
            "evidence": [
                {"id": f"e{at}", "kind": "desk", "date": f"2026-09-{at + 1:02}", "note": text(at)} for at in every
            ]
        },
        metrics={
            "metrics": [_metric(at, text) for at in every],
            "north_star": "m1",
            "north_star_inputs": [f"m{at}" for at in every],
        },
        strategy=_strategy(text),
        opportunities=_opportunities(text),
        experiments={"experiments": [_experiment(at, text) for at in every]},
        observations=[_observation(f"m{at}", month, month * 10.0**at) for at in every for month in range(1, 9)],
    )


def _purpose(text: Texts) -> dict[str, Any]:
    """Make the parts of a mission that flow: delivered value, ripple and vision."""
    every = range(len(HOSTILE))
    rings = ("interaction", "individual", "community", "industry")
    grades = ("none", "opinion", "observed", "tested")
    row: Callable[[int], dict[str, Any]] = lambda at: {"problem": text(at), "need": f"n{at}", "value": text(at + 1)}  # noqa: E731
    return {
        "vision": {"statement": text(1), "by": "2030"},
        "delivers": [{"id": f"d{at}", **row(at), "not_measured": text(at + 2)} for at in every],
        "ripple": [
            {
                **{"id": f"f{at}", "text": text(at), "ring": rings[at % 4]},
                "causes": [{"effect": f"f{at - 1}", "because": text(at), "grade": grades[at % 4]}] if at else [],
            }
            for at in every
        ],
    }


def _problem(at: int, text: Texts) -> dict[str, Any]:
    """Make a problem."""
    told = {"pain": text(at), "challenge": text(at + 1), "aspiration": text(at + 2)}
    return {"id": f"q{at}", **told, "persona": f"p{at}", "evidence": ["e1"] if at % 2 else []}


def _strategy(text: Texts) -> dict[str, Any]:
    """Make a strategy with intents, initiatives, options and streams."""
    every = range(len(HOSTILE))
    steps = [{"name": NAMES[at], "team": LINES[at - 1], "hours": at, "wait": 10**at} for at in every]
    own = {"metric": "m0", "owner": LINES[9]}
    return {
        "intents": [{"id": f"i{at}", "text": text(at), "horizon": "2027", **own} for at in every],
        "initiatives": [{"id": f"t{at}", "problem": text(at), "intent": f"i{at}", **own} for at in every],
        "options": [{"id": f"u{at}", "name": NAMES[at], "initiative": f"t{at}"} for at in every],
        "teams": NAMES,
        "streams": [{"id": f"v{at}", "value": text(at), "persona": f"p{at}", "steps": steps[at:]} for at in every],
    }


def _opportunities(text: Texts) -> dict[str, Any]:
    """Make opportunities, ideas and iterations."""
    every = range(len(HOSTILE))
    tests = [{"assumption": text(at), "result": ("holds", "mixed", "fails", "untested")[at % 4]} for at in every]
    named = {"clauses": ["c1", "c2"], "personas": ["p1", "ghost"], "objectives": ["o1"]}
    return {
        "opportunities": [
            {
                **{"id": f"w{at}", "text": text(at), "objective": f"o{at}", "persona": f"p{at}"},
                "solutions": [{"id": f"x{at}", "text": text(at), "tests": [tests[at]]}],
            }
            for at in every
        ],
        "ideas": [{"id": f"y{at}", "text": text(at), "because": text(at), **named} for at in every],
        "iterations": [
            {"id": f"z{at}", "feedback": text(at), "change": text(at + 1), "effect": text(at + 2), "metric": "m9"}
            for at in every
        ],
    }


def _experiment(at: int, text: Texts) -> dict[str, Any]:
    """Make an experiment."""
    told = {"expected": {"text": text(at), "value": at}, "actual": {"text": text(at + 1), "value": -at}}
    state = {"current": {"metric": f"m{at}", "value": 3}, "target_condition": {"text": text(at), "value": 10**at}}
    return {"id": f"k{at}", "step": text(at), "started": f"2026-09-{at + 1:02}", **told, **state}


def _objective(at: int, text: Texts) -> dict[str, Any]:
    """Make an objective."""
    outcome = {"who": LINES[at], "from": text(at + 1), "to": text(at + 2), "leads_to": "m0"}
    joined = {"serves": [f"c{at}"] if at % 3 else [], "personas": [f"p{at}"], "key_results": [f"m{at}"]}
    return {"id": f"o{at}", "statement": text(at), "outcome": outcome, **joined}


def _persona(at: int, text: Texts) -> dict[str, Any]:
    """Make a persona with one need."""
    need = {"id": f"n{at}", "text": text(at), "met_by": text(at + 1) if at % 2 else "", "evidence": ["e1"]}
    return {"id": f"p{at}", "name": NAMES[at], "segment": f"s{at}" if at % 2 else None, "needs": [need]}


def _metric(at: int, text: Texts) -> dict[str, Any]:
    """Make a metric with one change."""
    named = {"name": NAMES[at], "unit": NAMES[at - 1], "source": LINES[at - 2]}
    return {"id": f"m{at}", **named, "changes": [{"date": "2026-05-01", "what": text(at)}], "evidence": ["e2"]}


def _observation(metric: str, month: int, value: float) -> Any:
    """Make one observation."""
    from purposebook.domain.metrics import Observation

    return Observation(metric=metric, date=dt.date(2026, month, 1), value=value)


def drawn(figure: Figure) -> list[str]:
    """Return every label of a picture, its lines joined and its spaces plain."""
    rows = (row for rows in figure.chart.to_dict()["datasets"].values() for row in rows)
    return [" ".join(row["text"].split()) for row in rows if "text" in row]


def boxes(figure: Figure, look: str) -> list[str]:
    """Return the texts of the boxes that have a look."""
    spec, dash = figure.chart.to_dict(), BOXES[look].get("strokeDash")
    layers = [one for one in spec["layer"] if one["mark"]["type"] == "rect" and "cornerRadius" in one["mark"]]
    rows = (
        row for one in layers if one["mark"].get("strokeDash") == dash for row in spec["datasets"][one["data"]["name"]]
    )
    return [row.get("whole", "") for row in rows]


def paths(figure: Figure, look: str) -> int:
    """Count the lines that have a look."""
    spec, wanted = figure.chart.to_dict(), {key: value for key, value in PATHS[look].items() if key != "mark"}
    layers = [one for one in spec["layer"] if one["mark"]["type"] == "line" and wanted.items() <= one["mark"].items()]
    return sum(len({row["path"] for row in spec["datasets"][one["data"]["name"]]}) for one in layers)
