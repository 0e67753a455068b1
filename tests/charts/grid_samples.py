"""Workbooks for grids, bars and dots: one as a team would write it, and one whose every text is hostile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from chart_samples import AS_OF, HOSTILE, LINES, NAMES, book

from purposebook.charts.agreement import agreement
from purposebook.charts.comparison import comparison
from purposebook.charts.compass import compass
from purposebook.charts.decision_rights import decision_rights
from purposebook.charts.exits import exits
from purposebook.charts.figure import Figure
from purposebook.charts.footprint import footprint
from purposebook.charts.heart_grid import heart_grid
from purposebook.charts.inclusion import inclusion
from purposebook.charts.kata_board import kata_board
from purposebook.charts.owners import owners
from purposebook.charts.pairs import pairs
from purposebook.charts.recall import recall
from purposebook.charts.reviews import reviews
from purposebook.charts.rounds import rounds
from purposebook.charts.stage_grid import stage_grid
from purposebook.charts.status_lines import status_lines
from purposebook.charts.wcag import wcag
from purposebook.charts.work_origin import work_origin
from purposebook.charts.work_periods import work_gain, work_value
from purposebook.charts.work_proof import work_proof
from purposebook.domain.workbook import Workbook

WHOLE: tuple[Callable[[Workbook], Figure | None], ...] = (
    *(comparison, compass, heart_grid, pairs, owners, recall, status_lines, work_origin, work_value, work_gain),
    *(work_proof, kata_board, footprint, wcag, inclusion, agreement, rounds, decision_rights),
)
DATED: tuple[Callable[[Workbook, dt.date], Figure | None], ...] = (exits, stage_grid, reviews)


def grid_pictures(sample: Workbook) -> Iterator[Figure | None]:
    """Draw every grid, bar and dot that can be drawn of a workbook."""
    yield from (draw(sample) for draw in WHOLE)
    yield from (draw(sample, AS_OF) for draw in DATED)


def written() -> Workbook:
    """Make a workbook as a team would write it, with a gap here and there."""
    return book(
        mission={"alternatives": _alternatives()},
        objectives={"objectives": [{"id": "finish", "statement": "Authors finish what they begin"}]},
        personas=_personas(),
        metrics=_metrics(),
        strategy={
            "recall": [
                {"date": "2026-03-05", "asked": 9, "vision": 4},
                {"date": "2026-09-10", "asked": 9, "vision": 7, "intents": 4},
            ]
        },
        opportunities=_opportunities(),
        work={"unit": "days", "items": _work()},
        experiments={"experiments": _experiments()},
        responsibility=_responsibility(),
        culture=_culture(),
        reviews={"reviews": _reviews()},
    )


def _alternatives() -> list[dict[str, Any]]:
    """Make three alternatives, one of them beaten everywhere."""
    return [
        {"id": "nothing", "name": "Do nothing", "strengths": ["Costs nothing"], "weaknesses": ["Nobody learns"]},
        {"id": "studio", "name": "Hire a studio", "weaknesses": ["Takes months", "Costs thousands", "Not ours"]},
        {
            **{"id": "tube", "name": "Upload a bare recording to a video platform that everybody knows already"},
            **{"strengths": ["Reach", "Free", "Known", "Fast"], "weaknesses": ["No course"]},
        },
        {"id": "book", "name": "Write a book"},
    ]


def _personas() -> dict[str, Any]:
    """Make one persona, and two rankings of her needs."""
    needs = {"weekend": "make a lesson without losing a weekend", "price": "know what a course may cost"}
    needs["help"] = "ask somebody who has done it before, without feeling like a beginner in front of the whole school"
    sums = zip(needs, (7, 10, 13), strict=True)
    places = [{"need": need, "ranks": ranks} for need, ranks in sums]
    earlier = [{"need": need, "ranks": 10} for need in needs]
    return {
        "personas": [{"id": "author", "name": "Author", "needs": [{"id": id, "text": t} for id, t in needs.items()]}],
        "rankings": [
            {"date": "2026-03-03", "members": 5, "places": earlier},
            {"date": "2026-09-03", "members": 5, "places": places},
        ],
    }


def _metrics() -> dict[str, Any]:
    """Make metrics of several areas, rows of HEART and impacts."""
    metrics = [
        {
            **{"id": "rate", "name": "Authors who publish within 30 days", "kind": "outcome", "heart": "task-success"},
            **{"owner": "Product manager", "area": "product", "signal": "A finished course goes live"},
        },
        {"id": "revenue", "name": "Revenue", "money": "recurring-revenue", "pairs_with": "rate", "area": "sales"},
        {"id": "cost", "name": "Cost of winning an author", "kind": "business", "owner": "Head of marketing"},
        {"id": "margin", "name": "Margin", "money": "contribution-margin", "guards": ["rate"], "area": "sales"},
        {"id": "orders", "name": "Orders", "kind": "business", "pairs_with": "revenue"},
        {"id": "seats", "name": "Seats sold", "kind": "business", "pairs_with": "gone"},
    ]
    heart = [
        {"category": "happiness", "goal": "Authors would do it again", "signal": "They say so"},
        {"category": "retention", "not_used_because": "A course is made once; we look for no habit here"},
        {"category": "adoption", "goal": "They dare", "signal": "A first lesson", "metric": "first"},
    ]
    return {"metrics": metrics, "heart": heart, "impacts": _impacts()}


def _impacts() -> list[dict[str, Any]]:
    """Make impacts of three levels."""
    rows = [
        ("user", "better", True),
        ("user", "better", True),
        ("user", "worse", False),
        ("community", "better", False),
    ]
    rows.append(("environment", "worse", True))
    return [
        {"id": f"i{at}", "text": f"Impact {at}", "level": level, "effect": effect, "intended": intended}
        for at, (level, effect, intended) in enumerate(rows)
    ]


def _opportunities() -> dict[str, Any]:
    """Make kill criteria and status lines."""
    due = {"check_on": "2026-02-28", "metric": "rate", "threshold": 30, "set_on": "2025-12-01"}
    return {
        "exits": [
            {"id": "up", "about": "The new uploader", **due, "started": "2025-12-08", "status": "stopped"},
            {"id": "cut", "about": "Cutting by hand for everybody who asks", **due, "started": "2025-11-20"},
            {"id": "live", "about": "Live lessons", "check_on": "2026-12-15", "set_on": "2026-09-01"},
            {"id": "none", "about": "Badges", "status": "planned"},
        ],
        "status_lines": [
            *({"text": "Two of nine finished", "date": "2026-06-12", "about": "problem"} for _ in range(2)),
            *({"text": "On time", "date": "2026-06-12", "about": "delivery"} for _ in range(5)),
            {"text": "Half the budget is spent", "date": "2026-07-12", "about": "delivery"},
            {"text": "We are fine", "date": "2026-07-12"},
            {"text": "Some day"},
        ],
    }


def _work() -> list[dict[str, Any]]:
    """Make ten work items."""
    rows = [
        ("done", "2026-02-10", 5, "evidence", "to-users", "easy-win", "rate"),
        ("done", "2026-03-10", 3, "wish", "from-users", "easy-win", None),
        ("done", "2026-05-10", 8, "evidence", "both", "hard-improvement", None),
        ("done", "2026-05-20", 2, "obligation", "upkeep", None, None),
        ("done", "2026-08-20", 13, "sales-promise", "from-users", "hard-improvement", "revenue"),
        ("done", "2026-08-21", 1, None, None, None, None),
        ("done", None, 1, "defect", "upkeep", "easy-win", None),
        ("doing", None, 5, "wish", "to-users", "hard-improvement", None),
        ("open", None, None, None, None, None, None),
        ("dropped", None, None, "wish", "from-users", None, None),
    ]
    keys = ("status", "closed", "effort", "origin", "value", "size", "measured_by")
    made = [dict(zip(keys, row, strict=True)) for row in rows]
    return [
        {"id": f"w{at}", "title": f"Item {at}", "expected": "x" if at < 3 else "", **one} for at, one in enumerate(made)
    ]


def _experiments() -> list[dict[str, Any]]:
    """Make an experiment that is whole, one that expected too late, and one that goes on."""
    whole = {
        **{"id": "hand", "goal": "finish", "step": "Cut by hand whatever nine authors send in one week"},
        "current": {"text": "A quarter publish what they begin", "value": 25, "date": "2026-01-31"},
        "target_condition": {"text": "Four in ten publish", "value": 40, "by": "2026-03-31"},
        "obstacle": "Cutting one lesson eats a weekend",
        "expected": {"text": "Five of nine finish a lesson", "value": 5, "recorded": "2026-06-05"},
        "actual": {"text": "Seven of nine did", "value": 7, "recorded": "2026-06-12"},
        **{"started": "2026-06-08", "ended": "2026-06-12", "learned": "It was the cutting, not the upload"},
    }
    late = {**whole, "id": "late", "expected": {"text": "Seven of nine", "recorded": "2026-06-20"}, "learned": ""}
    return [whole, late, {"id": "on", "step": "Two editors for a month", "obstacle": "Nobody can pay it"}]


def _responsibility() -> dict[str, Any]:
    """Make harms, a footprint, criteria and outcomes by group."""
    servers = {"name": "Video servers", "energy": 120, "intensity": 300, "embodied": 900_000, "reserved_time": 720}
    outcomes = [("age", "under 55", 60, 80), ("age", "55 and older", 21, 40), ("age", "not told", 3, 9)]
    outcomes += [("disability", "none named", 70, 100), ("disability", "uses a screen reader", 5, 12)]
    harm = {"stage": "run", "who": "Pupils in the background", "response": "act", "review": "2026-09-01"}
    return {
        "visits": [
            {"stage": "discover", "visited": "2026-09-20", "nobody_because": "We only listen, and keep no recordings"},
            {"stage": "run", "visited": "2026-09-21"},
            {"stage": "build", "nobody_because": "Nothing leaves the house"},
        ],
        "harms": [
            {"id": "camera", **harm},
            {"id": "voice", **harm, "response": "monitor", "review": "2026-12-01"},
            {"id": "gone", **harm, "closed": "2026-09-30"},
            {"id": "drop", "stage": "retire", "who": "Authors whose course disappears"},
        ],
        "footprint": {
            **{"unit": "lesson watched", "amount": 40_000, "baseline": 1.4, "stated": 30_000, "offsets": 10},
            **{"method": "From server hours", "baseline_method": "from server hours"},
            "components": [
                {**servers, "lifespan": 36_000, "reserved": 8, "total": 64},
                {"name": "Network", "energy": 10, "intensity": 400, "embodied": 0},
            ],
        },
        "accessibility": {
            "criteria": [
                {"number": "1.1.1", "term": "supports"},
                {"number": "1.4.3", "term": "does-not-support"},
                {"number": "1.2.4", "term": "not-applicable"},
                {"number": "2.1.1", "term": "partially-supports"},
            ]
        },
        "inclusion": {
            "outcomes": [
                {"dimension": dimension, "group": group, "metric": "rate", "reached": reached, "of": of}
                for dimension, group, reached, of in outcomes
            ]
        },
    }


def _culture() -> dict[str, Any]:
    """Make two rounds and four kinds of decision."""
    areas = ("people", "strategy", "process", "culture")
    return {
        "rounds": [
            {
                **{"date": date, "members": members},
                "spreads": [
                    {"area": area, "median": middle + at % 2, "lower": middle - 1, "upper": middle + 1}
                    for at, area in enumerate(areas)
                ],
            }
            for date, members, middle in (("2026-03-03", 6, 2), ("2026-09-03", 7, 3))
        ],
        "decision_rights": [
            {"id": "what", "decision": "What is built next", "today": "The founder", "should": "The team"},
            {"id": "who", "decision": "Who is hired", "today": "The team ", "should": "the team."},
            {"id": "stop", "decision": "When work is stopped", "today": "Nobody"},
            {
                **{"id": "price", "decision": "What a course costs", "today": "Sales", "should": "Sales and authors"},
                "step": "Ask three authors",
            },
        ],
    }


def _reviews() -> list[dict[str, Any]]:
    """Make three reviews; the second comes late, and so does the next."""
    days = (("Winter review", "2026-01-15"), ("Spring review", "2026-04-10"), ("Summer review", "2026-07-31"))
    return [{"id": f"r{at}", "title": title, "date": date, "decisions": []} for at, (title, date) in enumerate(days)]


def hostile_grids() -> Workbook:
    """Make a workbook in which every text is hostile and every grid, bar and dot has something to draw."""
    every = range(len(HOSTILE))
    return book(
        mission={
            "alternatives": [
                {"id": f"a{at}", "name": NAMES[at], "strengths": [LINES[at]] * (at % 3), "weaknesses": [LINES[at - 1]]}
                for at in every
            ]
        },
        objectives={"objectives": [{"id": f"o{at}", "statement": HOSTILE[at]} for at in every]},
        personas=_hostile_people(),
        metrics=_hostile_metrics(),
        strategy={"recall": [{"date": "2026-09-10", "asked": 9, "vision": 7}]},
        opportunities={
            "exits": [
                {"id": f"x{at}", "about": HOSTILE[at], "metric": f"m{at}", "threshold": at, "check_on": "2026-02-28"}
                for at in every
            ],
            "status_lines": [{"text": HOSTILE[at], "date": "2026-06-12"} for at in every],
        },
        work={
            "unit": NAMES[0],
            "items": [{"id": f"w{at}", "title": LINES[at], "status": "done", "effort": 10.0**at} for at in every],
        },
        experiments={"experiments": [_hostile_experiment(at) for at in every]},
        responsibility=_hostile_responsibility(),
        culture={
            "rounds": [{"date": "2026-09-03", "members": 7, "spreads": [{**_SPREAD, "area": "people"}]}],
            "decision_rights": [
                {"id": f"d{at}", "decision": NAMES[at], "today": LINES[at - 1], "should": LINES[at - 2]} for at in every
            ],
        },
        reviews={
            "reviews": [
                {"id": f"r{at}", "title": NAMES[at], "date": f"2026-0{at % 9 + 1}-01", "audience": LINES[at]}
                for at in every
            ]
        },
    )


_SPREAD = {"median": 3, "lower": 2, "upper": 4}


def _hostile_people() -> dict[str, Any]:
    """Make needs and their ranking."""
    every = range(len(HOSTILE))
    needs = [{"id": f"n{at}", "text": HOSTILE[at]} for at in every]
    places = [{"need": f"n{at}", "ranks": 5 * at + 5} for at in every]
    ranking = {"date": "2026-09-03", "members": 5, "places": places}
    return {"personas": [{"id": "p", "name": NAMES[0], "needs": needs}], "rankings": [ranking]}


def _hostile_metrics() -> dict[str, Any]:
    """Make metrics, rows of HEART and impacts."""
    every = range(len(HOSTILE))
    return {
        "metrics": [
            {"id": f"m{at}", "name": NAMES[at], "unit": NAMES[at - 1], "kind": "business", "owner": LINES[at]}
            for at in every
        ],
        "heart": [
            {"category": "adoption", "goal": HOSTILE[at], "signal": HOSTILE[at - 1], "metric": f"m{at}"}
            if at % 2
            else {"category": "retention", "not_used_because": HOSTILE[at]}
            for at in every
        ],
        "impacts": [{"id": f"i{at}", "text": HOSTILE[at], "level": "user"} for at in every],
    }


def _hostile_experiment(at: int) -> dict[str, Any]:
    """Make an experiment."""
    said = {"text": HOSTILE[at], "recorded": "2026-06-05"}
    texts = {"step": HOSTILE[at], "obstacle": HOSTILE[at - 1], "learned": HOSTILE[at - 2]}
    states = {"current": {"text": HOSTILE[at - 3]}, "target_condition": {"text": HOSTILE[at - 4]}}
    return {"id": f"e{at}", "goal": f"o{at}", **texts, **states, "expected": said, "actual": said}


def _hostile_responsibility() -> dict[str, Any]:
    """Make harms, components, criteria and groups."""
    every = range(len(HOSTILE))
    part = {"energy": 1, "intensity": 1, "embodied": 0}
    return {
        "visits": [{"stage": "design", "nobody_because": HOSTILE[1]}],
        "harms": [{"id": f"h{at}", "stage": "run", "who": NAMES[at], "review": "2026-01-01"} for at in every],
        "footprint": {"unit": NAMES[0], "amount": 1, "components": [{"name": NAMES[at], **part} for at in every]},
        "accessibility": {"criteria": [{"number": "1.1.1", "term": "supports", "note": HOSTILE[0]}]},
        "inclusion": {
            "outcomes": [
                {"dimension": NAMES[at % 3], "group": NAMES[at], "metric": f"m{at % 3}", "reached": at, "of": at + 5}
                for at in every
            ]
        },
    }
